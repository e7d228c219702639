// The one state of the page: a flat record, changed only by set(), watched by key.
//
// Keys and their meaning (defaults in INITIAL):
//   theme        'dark' | 'light'
//   language     'zh' | 'en'
//   category     id of the chosen service category, null = all (completeness)
//   minutes      stop of the walking slider: one of model.meta.stops, null = no bands drawn
//   playing      the slider plays
//   compare      null | 'before' | 'after' | 'change': which of two ledgers the page shows
//   weight       'households' | 'residents': what every figure counts
//   failingOnly  served buildings go grey
//   dimmedClass  legend class that stays lit (1…5, 0 = none/no data), null = all lit
//   whyFilter    reason id: only buildings with that reason stay lit, null = all
//   areaFilter   area index: only what lies inside stays lit, null = all
//   level        level of the ranking: 'subdistrict' | 'community' | 'grid'
//   sort         'rate' (worst share first) | 'uncovered' (most households first)
//   selection    {kind: 'building' | 'doorplate' | 'area' | 'facility' | 'event', index}, {kind: 'place', x, y} or null
//   origin       facility whose own walking reach is shown instead of that of all, null = all
//   reached      [{limit, households}] within reach of the origin, null = not known
//   emphasis     id of the category whose walk is drawn above the others, null = none
//   layers       layer id → shown; 'facilities.<category>' is shown unless it is false
//   view3d       extruded and tilted, else flat from above
//   measure      null or {points: [[x, y], …], done: boolean} in scene metres
//   reaching     tool R is in the hand: a click asks how far one walks from there
//   near         what is within walking reach of the selected place or doorplate (live.js), null = not known
//   lightMode    flat drawing for machines without graphics hardware
//   textScale    1 | 1.25 | 1.5 | 2
//   shift        px by which the rows of the panels stand lower, away from the seams of a wall, 0 … 24
//   drawer       id of the open drawer on small screens, null = closed
//   dialog       id of the open dialog ('about'), null = none
//   tour         null or {step, paused}: the page shows itself
//   wall         wall mode: shown by #wall
//   loaded       share of the payload that is decoded, 0 … 1; figures are there from the start
//   calm         all is drawn: what can wait may begin (search index, metres worked out)
//   view         {longitude, latitude, zoom, pitch, bearing}: written by the map after each move
//   problem      null or what keeps the map from being whole: 'no-webgl' | 'damaged' | 'context-lost' | 'newer-format'
//   progress     {done, count} of the tiles while they are drawn, null before and after
//   pointer      what lies under the resting pointer, as selection; null otherwise
//   pointerAt    [x, y] of the pointer in page pixels, for the tooltip

export const LAYERS_AT_START = Object.freeze({
  'walls.subdistrict': true,
  'walls.community': true,
  'walls.grid': false,
  areas: true,
  buildings: true,
  doorplates: true,
  facilities: true,
  reach: true,
  gates: true,
  context: true,
  names: true,
  events: true,
});

export const INITIAL = Object.freeze({
  theme: 'dark',
  language: 'zh',
  category: null,
  minutes: null,
  playing: false,
  compare: null,
  weight: 'households',
  failingOnly: false,
  dimmedClass: null,
  whyFilter: null,
  areaFilter: null,
  level: 'community',
  sort: 'rate',
  selection: null,
  emphasis: null,
  origin: null,
  reached: null,
  layers: LAYERS_AT_START,
  view3d: true,
  measure: null,
  reaching: false,
  near: null,
  lightMode: false,
  textScale: 1,
  shift: 0,
  drawer: null,
  dialog: null,
  tour: null,
  wall: false,
  loaded: 0,
  calm: false,
  view: null,
  problem: null,
  progress: null,
  pointer: null,
  pointerAt: null,
});

function same(a, b) {
  if (a === b) return true;
  if (!a || !b || typeof a !== 'object' || typeof b !== 'object') return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

// The state with get(), set(patch), setLayer(id, shown), subscribe(keys, listener).
// A listener is called as listener(record, changedKeys) after a key of its list has changed, never for an equal value;
// what a listener sets is told in a further round, so no listener sees half a change.
export function createState(initial = {}) {
  let record = Object.freeze({ ...INITIAL, ...initial });
  const watchers = new Set();
  let pending = null;
  let telling = false;

  function tell() {
    if (telling) return;
    telling = true;
    try {
      while (pending) {
        const changed = pending;
        pending = null;
        for (const watcher of [...watchers]) {
          if (watchers.has(watcher) && watcher.keys.some((key) => changed.has(key))) watcher.listener(record, changed);
        }
      }
    } finally {
      telling = false;
    }
  }

  function set(patch) {
    const changed = Object.keys(patch).filter((key) => !same(record[key], patch[key]));
    const unknown = changed.find((key) => !(key in INITIAL));
    if (unknown) throw new Error(`The state has no key ${unknown}`);
    if (!changed.length) return;
    record = Object.freeze({ ...record, ...Object.fromEntries(changed.map((key) => [key, patch[key]])) });
    pending = new Set([...(pending || []), ...changed]);
    tell();
  }

  return Object.freeze({
    get: () => record,
    set,
    setLayer: (id, shown) => set({ layers: Object.freeze({ ...record.layers, [id]: shown }) }),
    // Returns the function that ends the subscription.
    subscribe(keys, listener) {
      const watcher = { keys: [].concat(keys), listener };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  });
}

// Whether a layer of the tree is switched on; parents ('walls', 'facilities') answer for their children.
export function layerShown(record, id) {
  const parent = id.includes('.') ? id.slice(0, id.indexOf('.')) : null;
  if (parent && record.layers[parent] === false) return false;
  return record.layers[id] !== false;
}
