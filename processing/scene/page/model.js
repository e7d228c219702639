// What the scene holds, as questions: createModel(core) → model; tiles are added as they are decoded.
//
// Areas, buildings, doorplates and facilities are named by their index. Positions are metres from the scene's origin, x to the
// east, y to the north of the map grid. Counts may be SUPPRESSED; what is not known is null.

import { SUPPRESSED, knownOrNull } from './model-values.js';
import { ERAS, createCompare } from './model-compare.js';
import { createAreas, createMeasures } from './model-areas.js';
import { createEvents } from './model-events.js';
import { addTile, createBuildings, createDoorplates } from './model-tiles.js';

// Facilities by index. Their load: the weight for which they are the nearest, each doorplate once.
function createFacilities(head) {
  const table = head.facilities;
  return Object.freeze({
    count: table.name.length,
    name: (i) => table.name[i],
    // Category ids, in profile order.
    categories: (i) => table.categories[i].map((c) => head.categories[c].id),
    xy: (i) => [table.x[i], table.y[i]],
    area: (i) => (table.area[i] < 0 ? null : table.area[i]),
    floorM2: (i) => knownOrNull(table.floor_m2[i]),
    capacity: (i) => knownOrNull(table.capacity[i]),
    opening: (i) => table.opening[i] || null,
    // [{category, served, tooFar}] of those it serves, category null = all together, first; within the limit and beyond.
    loads: (i, weight) => (table.loads?.[i] ?? []).map(([c, ...sums]) => {
      const at = weight === 'residents' ? 2 : 0;
      return { category: c < 0 ? null : head.categories[c].id, served: sums[at], tooFar: sums[at + 1] };
    }),
    outside: (i) => Boolean(table.outside[i]),
    ofCategory: (category) => table.categories.flatMap((own, i) => (own.some((c) => head.categories[c].id === category) ? [i] : [])),
  });
}

// Areas of a level in order: sort 'rate' = lowest share first, 'uncovered' = most weight uncovered first.
// Rows {area, rank, rate, uncovered, households, failing}; equal values share a rank; areas with fewer than 5 households come last, rank null.
export function rankAreas(model, { level, category, weight, sort }) {
  const rows = model.areas.ofLevel(level).map((area) => ({
    area,
    rate: model.measures.rate(area, category, weight),
    uncovered: model.measures.uncovered(area, category, weight),
    households: model.areas.households(area),
    failing: model.measures.failing(area, weight),
  }));
  const ranked = rows.filter((row) => row.rate !== null && row.households !== null && row.households >= 5);
  const value = sort === 'uncovered' ? (row) => -row.uncovered : (row) => row.rate;
  ranked.sort((a, b) => value(a) - value(b) || model.areas.code(a.area).localeCompare(model.areas.code(b.area)));
  ranked.forEach((row, i) => {
    row.rank = i && value(ranked[i - 1]) === value(row) ? ranked[i - 1].rank : i + 1;
  });
  const rest = rows.filter((row) => !ranked.includes(row)).map((row) => ({ ...row, rank: null, rate: null }));
  return [...ranked, ...rest];
}

// Estates of an area with most households that miss the category (any category for null): [{name, households}].
// Whole only when all tiles are loaded.
export function worstEstates(model, area, category, limit = 5) {
  const { doorplates } = model;
  const level = model.areas.level(area);
  const missed = new Map();
  for (let i = 0; i < doorplates.count; i += 1) {
    const name = doorplates.areaOf(i, level) === area ? doorplates.estate(i) : null;
    const households = name && !model.reaches(i, category) ? doorplates.households(i) : 0;
    if (households > 0) missed.set(name, (missed.get(name) || 0) + households);
  }
  const sorted = [...missed].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return sorted.slice(0, limit).map(([name, households]) => ({ name, households }));
}

export function createModel(core) {
  const { json: head, columns } = core;
  const areas = createAreas(head);
  let era = ERAS.after;
  const buildings = createBuildings(head, () => era === ERAS.before);
  const doorplates = createDoorplates(head);
  const decodedTiles = new Set();
  const categories = head.categories.map((category, index) => Object.freeze({ ...category, index }));

  return Object.freeze({
    // title, date, sample, standard {id, zh, en}, walker {id, zh, en, speed}, stops, unit, targetSource, suppressBelow, bounds … (FORMAT.md)
    meta: head.meta,
    // What the file contains, machine-readable: columns with row counts, what is suppressed.
    statement: head.statement,
    counts: head.counts,
    // {index, id, zh, en, limit, unit 'min' | 'm', target 0…1 or null, glyph, shape, clause, confidence, facilities, surveyed, reach}
    categories,
    category: (id) => categories.find((category) => category.id === id) ?? null,
    // {id, count}: largest first, only levels that the file holds.
    levels: head.levels,
    areas,
    measures: createMeasures(head, columns, () => era),
    // What an earlier ledger says, null where the file holds one ledger only.
    compare: createCompare(head, columns),
    // Figures, classes and legend are those of the earlier ledger, until told otherwise.
    showBefore(wanted) { era = wanted ? ERAS.before : ERAS.after; },
    buildings,
    doorplates,
    facilities: createFacilities(head),
    events: createEvents(head),
    // Estate names, and where an estate of that name lies: [x, y] or null.
    estates: head.estates.name,
    estatePoint: (i) => head.estates.xy[i],
    // Road names with a place to fly to: [{name, x, y}].
    roads: head.roads,
    // The printed figures by id, as report, workbook and JSON show them: {value, unit} or null.
    figure: (id) => (head.figures[id] ? { value: head.figures[id][0], unit: head.figures[id][1] } : null),
    // Numbers of buildings by class: category null → index 0…5 as completenessClass; else [no data, covered, not covered].
    legend: (category) => (era === ERAS.before ? head.compare.legend.before : head.legend)[category ?? 'all'],
    // Whether doorplate i reaches the category (null = every judged one).
    reaches(i, category) {
      if (category !== null) return doorplates.ok(i, category) !== false;
      return categories.every((one) => doorplates.ok(i, one.id) !== false);
    },
    addTile(tile, part) {
      if (decodedTiles.has(tile)) return;
      decodedTiles.add(tile);
      addTile(buildings, doorplates, tile, part, head.meta.walker ? 1 / (60 * head.meta.walker.speed) : 0);
    },
    tilesReady: () => decodedTiles.size,
    // Columns of the ground that only the map reads.
    columns,
    head,
    suppressed: SUPPRESSED,
  });
}
