// Buildings and doorplates: typed arrays over the whole scene, filled tile by tile.

import { knownOrNull } from './model-values.js';
import { WHY } from './model-areas.js';
import { createStrings } from './strings.js';
import { polygonsOf } from './decode.js';
import { unfolded } from './unfold.js';

export const HEIGHT_SOURCES = Object.freeze(['measured', 'floors', 'default']);

function tileOf(starts, i) {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= i) low = middle;
    else high = middle - 1;
  }
  return low;
}

// The arrays that hold all buildings or doorplates; tiles copy their columns in at their start.
function createTable(count, kinds) {
  const arrays = {};
  for (const [name, [Kind, times = 1]] of Object.entries(kinds)) arrays[name] = new Kind(count * times);
  // A column of several values a row is stored value by value: all rows of the first, all rows of the second …
  function fill(name, source, start, rows) {
    const target = arrays[name];
    for (let k = 0; k * count < target.length; k += 1) target.set(source.subarray(k * rows, (k + 1) * rows), k * count + start);
  }
  return { arrays, fill };
}

const COVERED = [null, true, false];

// Covered now minus covered before, over the places in the columns that both ledgers know.
function changeOf({ ok, wasOk }, places) {
  const known = places.filter((at) => ok[at] && wasOk[at]);
  return known.length ? known.reduce((sum, at) => sum + Number(ok[at] === 1) - Number(wasOk[at] === 1), 0) : null;
}

export function createBuildings(head, isBefore = () => false) {
  const { buildings: count } = head.counts;
  const starts = head.tiles.buildings;
  const levels = head.levels.map((level) => level.id);
  const ids = head.categories.map((category) => category.id);
  const { arrays, fill } = createTable(count, {
    x: [Float32Array], y: [Float32Array], base: [Float32Array], height: [Float32Array], floors: [Uint16Array], source: [Uint8Array],
    use: [Uint8Array], households: [Float32Array], residents: [Float32Array], classes: [Uint8Array], share: [Uint16Array],
    ok: [Uint8Array, ids.length], area: [Uint16Array, levels.length],
    ...(head.compare ? { wasClasses: [Uint8Array], wasOk: [Uint8Array, ids.length] } : {}),
  });
  const names = [];
  const footprints = [];
  const doorplateStart = new Uint32Array(count + 1);
  const doorplateEnd = new Uint32Array(count + 1);

  const api = {
    count,
    arrays,
    tiles: starts.length - 1,
    tileRange: (tile) => [starts[tile], starts[tile + 1]],
    tile: (i) => tileOf(starts, i),
    ready: (i) => names[tileOf(starts, i)] !== undefined,
    name: (i) => names[tileOf(starts, i)]?.at(i - starts[tileOf(starts, i)]) ?? null,
    use: (i) => head.uses[arrays.use[i]] ?? null,
    floors: (i) => arrays.floors[i] || null,
    height: (i) => arrays.height[i],
    base: (i) => arrays.base[i],
    heightSource: (i) => HEIGHT_SOURCES[arrays.source[i]],
    households: (i) => knownOrNull(arrays.households[i]),
    residents: (i) => knownOrNull(arrays.residents[i]),
    centre: (i) => [arrays.x[i], arrays.y[i]],
    // Outline as closed rings of flat metres: parts, in each the outer ring and its holes.
    footprint: (i) => footprints[tileOf(starts, i)]?.at(i - starts[tileOf(starts, i)]),
    areaOf: (i, level) => (arrays.area[levels.indexOf(level) * count + i] || 0) - 1,
    // Share of the judged categories reached by its households, null = nobody lives there or nothing is judged.
    completeness: (i) => (arrays.share[i] && !isBefore() ? (arrays.share[i] - 1) / 1000 : null),
    // 1 below 40 % … 5 = 100 %, 0 = not residential or no data.
    completenessClass: (i) => (isBefore() ? arrays.wasClasses : arrays.classes)[i],
    // true: all its doorplates reach the category; false: one does not; null: no data.
    ok: (i, category) => COVERED[(isBefore() ? arrays.wasOk : arrays.ok)[ids.indexOf(category) * count + i]],
    // Categories reached more (or fewer) than by the earlier ledger, of one category or of all (null); null without data.
    change: (i, category) => (head.compare ? changeOf(arrays, category === null ? ids.map((_, k) => k * count + i) : [ids.indexOf(category) * count + i]) : null),
    doorplatesOf: (i) => Array.from({ length: doorplateEnd[i] - doorplateStart[i] }, (_, k) => doorplateStart[i] + k),
  };
  return Object.freeze({ ...api, fill, names, footprints, doorplateStart, doorplateEnd });
}

export function createDoorplates(head) {
  const { doorplates: count } = head.counts;
  const starts = head.tiles.doorplates;
  const levels = head.levels.map((level) => level.id);
  const categories = head.categories;
  const index = (category) => categories.findIndex((one) => one.id === category);
  const times = categories.length;
  const { arrays, fill } = createTable(count, {
    x: [Float32Array], y: [Float32Array], building: [Int32Array], estate: [Uint32Array], households: [Float32Array], snap: [Float32Array],
    area: [Uint16Array, levels.length], why: [Uint8Array, times],
    ...(head.meta?.worksOut ? {} : { metres: [Float32Array, times], minutes: [Float32Array, times], facility: [Uint16Array, times] }),
  });
  const addresses = [];
  const worksOut = Boolean(head.meta?.worksOut);
  let works = null;

  // Whether a doorplate reaches a category; null: not judged.
  function ok(i, category) {
    const why = arrays.why[index(category) * count + i];
    return why >= 8 ? null : why === 0;
  }

  function told(at) {
    return {
      metres: knownOrNull(arrays.metres[at]),
      minutes: knownOrNull(arrays.minutes[at]),
      facility: arrays.facility[at] ? arrays.facility[at] - 1 : null,
    };
  }

  const UNKNOWN = { metres: null, minutes: null, facility: null };

  // What a doorplate has of one category: ok true, false or null (not judged); metres and minutes null where there is no way.
  function service(i, category) {
    const k = index(category);
    const why = WHY[arrays.why[k * count + i] & 7];
    const answer = worksOut ? works?.answer(i, k) ?? UNKNOWN : told(k * count + i);
    return { ok: ok(i, category), why, ...answer };
  }

  const api = {
    count,
    arrays,
    // Whether the doorplate misses the category for that reason.
    missedFor: (i, category, why) => WHY[arrays.why[index(category) * count + i] & 7] === why,
    tiles: starts.length - 1,
    tileRange: (tile) => [starts[tile], starts[tile + 1]],
    ready: (i) => addresses[tileOf(starts, i)] !== undefined,
    address: (i) => addresses[tileOf(starts, i)]?.at(i - starts[tileOf(starts, i)]) ?? null,
    building: (i) => (arrays.building[i] < 0 ? null : arrays.building[i]),
    estate: (i) => (arrays.estate[i] ? head.estates.name[arrays.estate[i] - 1] : null),
    households: (i) => knownOrNull(arrays.households[i]),
    snapM: (i) => (worksOut ? works?.snapM(i) ?? null : knownOrNull(arrays.snap[i])),
    xy: (i) => [arrays.x[i], arrays.y[i]],
    areaOf: (i, level) => (arrays.area[levels.indexOf(level) * count + i] || 0) - 1,
    service,
    ok,
    // Large scenes: metres and facilities are worked out by this (workings.js).
    workOut(next) { works = next; },
    // [reached, judged] numbers of categories.
    reached(i) {
      const all = categories.map((one) => ok(i, one.id)).filter((ok) => ok !== null);
      return [all.filter(Boolean).length, all.length];
    },
  };
  // data: what the map hands to deck.gl, by tile.
  return Object.freeze({ ...api, fill, addresses, data: [] });
}

// Copies one decoded tile into the tables. minutesPerMetre is the walker's; the payload holds only what is beyond it.
export function addTile(buildings, doorplates, tile, part, minutesPerMetre) {
  const { json } = part;
  const columns = unfolded(part);
  const [b0, b1] = buildings.tileRange(tile);
  const [d0, d1] = doorplates.tileRange(tile);
  const footprints = polygonsOf(columns, 'b');
  const own = { ...columns, ...middleColumns(footprints), ...minuteColumn(columns, minutesPerMetre) };
  for (const name of Object.keys(buildings.arrays)) {
    if (own[`b.${name}`]) buildings.fill(name, own[`b.${name}`], b0, b1 - b0);
  }
  for (const name of Object.keys(doorplates.arrays)) {
    if (own[`d.${name}`]) doorplates.fill(name, own[`d.${name}`], d0, d1 - d0);
  }
  buildings.footprints[tile] = footprints;
  buildings.names[tile] = createStrings(json.names, columns['b.name'], columns['b.numbers']);
  doorplates.addresses[tile] = createStrings(json.addresses, columns['d.address'], columns['d.numbers']);
  linkDoorplates(buildings, doorplates, b0, [d0, d1]);
}

// The middles of the footprints' boxes.
function middleColumns({ count, middle }) {
  const [x, y] = [new Float32Array(count), new Float32Array(count)];
  for (let i = 0; i < count; i += 1) [x[i], y[i]] = middle(i) ?? [0, 0];
  return { 'b.x': x, 'b.y': y };
}

function minuteColumn(columns, minutesPerMetre) {
  const metres = columns['d.metres'];
  if (!metres) return {};
  const rest = columns['d.rest'];
  const minutes = new Float32Array(metres.length);
  for (let i = 0; i < minutes.length; i += 1) minutes[i] = metres[i] * minutesPerMetre + rest[i];
  return { 'd.minutes': minutes };
}

// Doorplates of one building follow each other in its tile; d.building counts from 1 within the tile, 0 = none.
function linkDoorplates(buildings, doorplates, firstBuilding, [from, to]) {
  const own = doorplates.arrays.building;
  for (let i = from; i < to; i += 1) {
    const building = own[i] ? firstBuilding + own[i] - 1 : -1;
    own[i] = building;
    if (building < 0) continue;
    if (buildings.doorplateEnd[building] === 0) buildings.doorplateStart[building] = i;
    buildings.doorplateEnd[building] = i + 1;
  }
}
