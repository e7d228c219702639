// Which facilities belong to a selected place: the nearest of every category, and the walks to them.

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

// Lines from the selected place to its nearest facilities, of the chosen category, else of all: the ledger's own walk where it is
// known, else a straight line that only shows which facility is meant. Failing ones last, so that they lie above.
export function routesOf(model, record, walks) {
  const chosen = nearestServices(model, record.selection).filter((service) => record.category === null || service.category === record.category);
  const routes = chosen.map((service) => {
    const walk = walks?.walk(service.plate, service.category, service) ?? null;
    const path = walk ?? [model.doorplates.xy(service.plate), model.facilities.xy(service.facility)];
    return { category: service.category, ok: service.ok === true, straight: walk === null, path: path.map(([x, y]) => [x, y, 1]) };
  });
  const rank = (route) => 2 * Number(route.category === record.emphasis) + Number(!route.ok);
  return routes.sort((a, b) => rank(a) - rank(b));
}
