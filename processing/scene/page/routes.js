// Which facilities belong to a selected place: the nearest of every category, and lines to them.

// The doorplates a selection stands for.
function platesOf(model, selection) {
  if (selection?.kind === 'building') return model.buildings.doorplatesOf(selection.index);
  return selection?.kind === 'doorplate' ? [selection.index] : [];
}

// Nearest facility of every category for a selection; of several doorplates the one that fares worst.
export function nearestServices(model, selection) {
  const plates = platesOf(model, selection);
  if (!plates.length || !model.measures.present) return [];
  return model.categories.map((category) => {
    const services = plates.map((plate) => ({ plate, category: category.id, ...model.doorplates.service(plate, category.id) }));
    return services.sort((a, b) => Number(a.ok === true) - Number(b.ok === true) || (b.metres ?? Infinity) - (a.metres ?? Infinity))[0];
  }).filter((service) => service.facility !== null);
}

// Facility → what to say beside its name: its metres on foot, in the page's words.
export function linkedFacilities(model, selection, metresWords) {
  return new Map(nearestServices(model, selection).map((service) => [service.facility, service.metres === null ? '' : metresWords(service.metres)]));
}

// Lines from the selected place to its nearest facilities: of the chosen category, else of all.
export function routesOf(model, record) {
  const chosen = nearestServices(model, record.selection).filter((service) => record.category === null || service.category === record.category);
  return chosen.map((service) => ({
    ok: service.ok === true,
    path: [[...model.doorplates.xy(service.plate), 1], [...model.facilities.xy(service.facility), 1]],
  }));
}
