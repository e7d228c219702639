// What controls and keys do to the page's state; each act stands here once.

const DECIMETRES = 10;

/** The stops of the walking slider for a category: the limits whose bands are in the file; of one facility all of them. */
export function sliderStops(model, categoryId, origin = null) {
  const category = categoryId === null ? null : model.category(categoryId);
  if (origin !== null && category) return category.unit === model.meta.unit ? model.meta.stops : [category.limit];
  return category && category.reach.length ? category.reach : [];
}

/** The stop that is a category's own limit, or the next below; null where there are no bands. */
export function ownStop(model, id) {
  const stops = sliderStops(model, id);
  return stops.length ? stops.filter((stop) => stop <= model.category(id).limit).pop() ?? stops[0] : null;
}

/** Choose a category (null = all); the slider goes to the category's own limit. */
export function chooseCategory({ model, state }, id) {
  if (id === state.get().category) return;
  state.set({ category: id, minutes: ownStop(model, id), playing: false, dimmedClass: null, origin: null, reached: null });
}

/** Show how far one reaches around one facility, of the chosen category or else its first. */
export function showReachOf({ model, state }, facility) {
  const own = model.facilities.categories(facility);
  const { category } = state.get();
  const id = own.includes(category) ? category : own[0];
  const stops = sliderStops(model, id, facility);
  const { limit } = model.category(id);
  state.set({ category: id, origin: facility, reached: null, minutes: stops.filter((stop) => stop <= limit).pop() ?? stops[0], playing: false, dimmedClass: null, compare: null });
}

/** Back to the reach of all facilities of the category. */
export function showReachOfAll({ model, state }) {
  state.set({ origin: null, reached: null, minutes: ownStop(model, state.get().category) });
}

/** Move the slider to a stop or by one stop. */
export function stepMinutes({ model, state }, by) {
  const { category, minutes, origin } = state.get();
  const stops = sliderStops(model, category, origin);
  const next = stops[Math.min(stops.length - 1, Math.max(0, stops.indexOf(minutes) + by))];
  if (next !== undefined) state.set({ minutes: next, playing: false });
}

/** Start the bands from the first stop, or stop them. */
export function togglePlaying({ model, state }) {
  const { category, playing, origin } = state.get();
  const stops = sliderStops(model, category, origin);
  if (playing || !stops.length) state.set({ playing: false });
  else state.set({ minutes: stops[0], playing: true });
}

/** Select an object and, if wanted, fly to it. */
export function selectObject({ state, map }, selection, { fly = true } = {}) {
  state.set({ selection, measure: null });
  if (fly && selection && map) map.flyTo(selection);
}

/** Take the tool of walking reach up, or put it away with what it shows. */
export function toggleReaching({ model, state }) {
  if (!model.meta.live) return;
  const { reaching, selection } = state.get();
  state.set({ reaching: !reaching, measure: null, selection: reaching && selection?.kind !== 'place' ? selection : null });
}

/** A point of the map as a selection, in decimetres, so that its link gives the same figures. */
export function placeAt(point) {
  const [x, y] = point.map((value) => Math.round(value * DECIMETRES) / DECIMETRES);
  return { kind: 'place', x, y };
}

/** The walk from a point of the map. */
export function walkFrom({ state }, point) {
  state.set({ selection: placeAt(point), measure: null });
}

/** The area above a selection: smallest level of a place, parent of an area; null at the top. */
export function objectAbove({ model }, selection) {
  if (!selection) return null;
  const { kind, index } = selection;
  const area = (at) => (at === null || at === undefined || at < 0 ? null : { kind: 'area', index: at });
  if (kind === 'area') return area(model.areas.parent(index));
  if (kind === 'facility') return area(model.facilities.area(index));
  if (kind === 'event') return null;
  if (kind === 'doorplate' && model.doorplates.building(index) !== null) return { kind: 'building', index: model.doorplates.building(index) };
  const table = kind === 'doorplate' ? model.doorplates : model.buildings;
  const smallest = [...model.levels].reverse().find((level) => table.areaOf(index, level.id) >= 0);
  return smallest ? area(table.areaOf(index, smallest.id)) : null;
}

/** The largest area with figures inside an area: where PageDown leads, worst first. */
export function objectBelow({ model }, selection) {
  const inside = selection?.kind === 'area' ? model.areas.children(selection.index) : [];
  const below = inside.length || selection ? inside : model.areas.ofLevel(model.levels[0]?.id ?? '');
  return below.length ? { kind: 'area', index: below[0] } : null;
}

/** Take back the newest thing that is open: the order of the Esc key. False when nothing was open. */
export function closeNewest({ state }) {
  const record = state.get();
  const steps = [
    [record.dialog !== null, { dialog: null }],
    [record.tour !== null, { tour: null }],
    [record.measure !== null, { measure: null }],
    [record.reaching, { reaching: false, selection: record.selection?.kind === 'place' ? null : record.selection }],
    [record.selection !== null, { selection: null }],
    [record.playing, { playing: false }],
    [record.dimmedClass !== null || record.whyFilter !== null || record.areaFilter !== null || record.failingOnly, { dimmedClass: null, whyFilter: null, areaFilter: null, failingOnly: false }],
    [record.origin !== null, { origin: null, reached: null }],
    [record.category !== null, { category: null, minutes: null }],
    [record.compare !== null, { compare: null }],
    [record.drawer !== null, { drawer: null }],
  ];
  const step = steps.find(([open]) => open);
  if (step) state.set(step[1]);
  return Boolean(step);
}

/** Compare both ledgers, or stop; what forbids it is told. */
export function toggleCompare({ model, state, t, wallLayout }) {
  if (state.get().compare !== null) state.set({ compare: null });
  else if (compareRefusal({ model, t })) announce(compareRefusal({ model, t }));
  else {
    // Where the left column is folded away the figures of the comparison open as a drawer.
    const drawer = wallLayout() ? state.get().drawer : 'figures';
    state.set({ compare: 'change', failingOnly: false, dimmedClass: null, whyFilter: null, playing: false, drawer });
  }
}

/** Why the file's ledgers cannot be compared, '' where they can. */
export function compareRefusal({ model, t }) {
  if (!model.compare) return t('one_ledger');
  const [first] = model.compare.differs;
  return first ? t('differs', { what: t(`differs_${first[0]}`), before: first[1], after: first[2] }) : '';
}

/** Before → after → change → before. */
export function stepCompare(page) {
  const { state } = page;
  const eras = ['before', 'after', 'change'];
  const at = eras.indexOf(state.get().compare);
  if (at < 0) toggleCompare(page);
  else showEra(page, eras[(at + 1) % eras.length]);
}

/** Show one of both ledgers, or the change. */
export function showEra({ state }, compare) {
  state.set({ compare, dimmedClass: null, whyFilter: null, failingOnly: false });
}

/** Dark to light and back. */
export function toggleTheme({ state }) {
  state.set({ theme: state.get().theme === 'dark' ? 'light' : 'dark' });
}

/** Chinese to English and back. */
export function toggleLanguage({ state, t }) {
  if (t.languages.length > 1) state.set({ language: state.get().language === 'zh' ? 'en' : 'zh' });
}

/** Open a drawer or close it again. */
export function toggleDrawer({ state }, id) {
  state.set({ drawer: state.get().drawer === id ? null : id });
}

/** The next weight that the file's figures know. */
export function nextWeight({ model, state }) {
  const { weights } = model.meta;
  state.set({ weight: weights[(weights.indexOf(state.get().weight) + 1) % weights.length] });
}

/** Tell something for three seconds; assistive technology reads it too. */
export function announce(message) {
  const host = document.getElementById('toast');
  host.textContent = message;
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => host.replaceChildren(), 3000);
}

/** Put text on the clipboard after a click; from file:// only the old way may work. */
export async function copyText(text, message) {
  try {
    await navigator.clipboard.writeText(text);
  } catch (refused) {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'unseen';
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
  announce(message);
}
