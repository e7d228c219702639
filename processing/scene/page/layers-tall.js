// What stands up: buildings by tile, the selected one, doorplates, boundary walls.

import { buildingColours, buildingTrigger, mixed, withAlpha } from './colours.js';
import { flatPolygon } from './decode.js';
import { layerShown } from './state.js';

const WALL_HEIGHTS = Object.freeze({ grid: 12, community: 46, subdistrict: 95 });
const WALL_FADE = 0.25;
const DOORPLATE_ZOOM = 16;
const SELECTED_GROWTH = 1.02;
const SELECTED_RISE = 0.4;
export const MANY_BUILDINGS = 30000;
const TALL_FLOORS = 8;
const FAR_ZOOM = 13;
const FLOOR_M = 3;
const MOST_DOORPLATES = 40000;

// The drawn blocks of one tile: a building of several parts gives several. In big scenes low and tall ones are kept apart where
// they are drawn in 3D: layers cost time even when they are small.
function tileBlocks(model, tile, apart) {
  const [from, to] = model.buildings.tileRange(tile);
  const groups = apart ? { tall: [], low: [] } : { all: [] };
  for (let i = from; i < to; i += 1) {
    const tall = model.buildings.height(i) >= TALL_FLOORS * FLOOR_M;
    const group = groups.all || (tall ? groups.tall : groups.low);
    for (const rings of model.buildings.footprint(i) || []) group.push({ building: i, polygon: raised(rings, model.buildings.base(i)) });
  }
  return Object.entries(groups).map(([kind, blocks]) => {
    const building = Uint32Array.from(blocks, (block) => block.building);
    return { kind, tile, polygons: blocks.map((block) => block.polygon), building, buildingOf: (index) => building[index], data: { length: blocks.length } };
  });
}

/** The blocks of tiles, made when they first come into view: groups(tiles, in 3D, in view) gives all made so far. */
export function createBlocks(model) {
  const made = { apart: new Map(), together: new Map() };
  return function groups(tiles, in3d, inView) {
    const apart = in3d && model.buildings.count > MANY_BUILDINGS;
    const kept = apart ? made.apart : made.together;
    for (const tile of tiles) if (!kept.has(tile) && inView(tile)) kept.set(tile, tileBlocks(model, tile, apart));
    return [...kept.values()].flat();
  };
}

// The rings with the building's foot as height.
function raised(rings, base) {
  const lifted = rings.map((ring) => {
    const flat = new Float32Array((ring.length / 2) * 3);
    for (let k = 0; k < ring.length / 2; k += 1) flat.set([ring[2 * k], ring[2 * k + 1], base], 3 * k);
    return flat;
  });
  return flatPolygon(lifted);
}

// One layer per group of blocks; tiles out of view cost nothing.
export function buildingLayers({ make, model, record, colours, blocks, zoom, inView }) {
  const shown = layerShown(record, 'buildings');
  const colour = buildingColours(model, record, colours);
  const trigger = buildingTrigger(record, colours);
  return blocks.map((group) => {
    const tall = record.view3d && !(group.kind === 'low' && zoom < FAR_ZOOM);
    return make(`buildings-${group.kind}-${group.tile}${tall ? '' : '-flat'}`, 'buildings', {
      data: group.data,
      visible: shown && inView(group.tile),
      pickable: true,
      buildingOf: group.buildingOf,
      extruded: tall,
      positionFormat: 'XYZ',
      _normalize: false,
      material: colours.material,
      getPolygon: (_, { index }) => group.polygons[index],
      getElevation: (_, { index }) => model.buildings.height(group.building[index]),
      getFillColor: (_, { index }) => colour(group.building[index]),
      updateTriggers: { getFillColor: trigger },
    });
  });
}

// The selected building a little larger than itself, so that no two surfaces coincide.
export function selectedLayers({ make, model, record, colours }) {
  const { selection } = record;
  if (selection?.kind !== 'building' || !model.buildings.ready(selection.index)) return [];
  const { buildings } = model;
  const [cx, cy] = buildings.centre(selection.index);
  const grown = (buildings.footprint(selection.index) || []).map((rings) => raised(rings.map((ring) => ring.map((value, k) => {
    const centre = k % 2 ? cy : cx;
    return centre + (value - centre) * SELECTED_GROWTH;
  })), buildings.base(selection.index)));
  return [make('selected-building', 'selected_building', {
    data: grown,
    extruded: record.view3d,
    positionFormat: 'XYZ',
    _normalize: false,
    wireframe: true,
    material: colours.material,
    getPolygon: (polygon) => polygon,
    getElevation: buildings.height(selection.index) + SELECTED_RISE,
    getFillColor: withAlpha(colours.surfaces.selection, 255),
    getLineColor: withAlpha(colours.surfaces.selection_outline, 255),
    updateTriggers: { getPolygon: selection.index, getElevation: selection.index, getFillColor: colours.theme, getLineColor: colours.theme },
  })];
}

// Doorplates of the tiles in view, near enough to be told apart.
export function doorplateLayers({ make, model, record, colours, tiles, zoom, slow, inView }) {
  const near = zoom >= (slow ? DOORPLATE_ZOOM + 1 : DOORPLATE_ZOOM);
  // Doorplates know how they fare now, not how they fared before.
  if (!layerShown(record, 'doorplates') || !near || record.compare === 'before' || record.compare === 'change') return [];
  const layers = [];
  let drawn = 0;
  for (const tile of tiles.filter(inView)) {
    const [from, to] = model.doorplates.tileRange(tile);
    if (to === from || drawn + to - from > MOST_DOORPLATES) continue;
    drawn += to - from;
    layers.push(doorplateTile({ make, model, record, colours, tile, from, count: to - from }));
  }
  return layers;
}

function doorplateTile({ make, model, record, colours, tile, from, count }) {
  const { doorplates } = model;
  const failing = (index) => !model.reaches(from + index, record.category);
  const fill = (index) => {
    if (!model.measures.present) return withAlpha(colours.surfaces.text_2, 255);
    if (record.category !== null) return withAlpha(colours.covered[failing(index) ? 2 : 1], 255);
    const [reached, judged] = doorplates.reached(from + index);
    return withAlpha(judged ? colours.ramp[completenessClassOf(reached / judged)] : colours.ramp[0], 255);
  };
  const trigger = [colours.theme, record.category];
  return make(`doorplates-${tile}`, 'doorplates', {
    data: tileData(doorplates, tile, count),
    pickable: true,
    stroked: true,
    filled: true,
    getPosition: (_, { index }) => [doorplates.arrays.x[from + index], doorplates.arrays.y[from + index], 0.5],
    getFillColor: (_, { index }) => fill(index),
    getLineColor: (_, { index }) => withAlpha(failing(index) ? colours.surfaces.text_1 : colours.surfaces.ground, failing(index) ? 230 : 90),
    getLineWidth: 1,
    updateTriggers: { getFillColor: trigger, getLineColor: trigger },
  });
}

// The same data object for a tile as long as the page lives: deck.gl then sends its points once.
function tileData(doorplates, tile, count) {
  doorplates.data[tile] ??= { length: count };
  return doorplates.data[tile];
}

// Class of a completeness: as the buildings'.
export function completenessClassOf(share) {
  if (share >= 1) return 5;
  if (share >= 0.8) return 4;
  if (share >= 0.6) return 3;
  return share >= 0.4 ? 2 : 1;
}

// Upright quads along lines, as closed rings of [x, y, z]; made once per level.
export function wallQuads(lines, height) {
  return lines.flatMap((line) => Array.from({ length: line.length / 2 - 1 }, (_, k) => {
    const [x0, y0, x1, y1] = line.subarray(2 * k, 2 * k + 4);
    return Float32Array.of(x0, y0, 0, x1, y1, 0, x1, y1, height, x0, y0, height, x0, y0, 0);
  }));
}

// Translucent walls along the boundaries, fading to the top, low before high.
export function wallLayers({ make, record, colours, shapes, zoom, slow }) {
  if (!record.view3d || (slow && zoom < FAR_ZOOM)) return [];
  return Object.entries(WALL_HEIGHTS).map(([level, height]) => {
    shapes.wallQuads ??= {};
    shapes.wallQuads[level] ??= wallQuads(shapes.boundaries[level], height);
    const foot = Math.round(colours.wallAlpha[level] * (record.selection ? WALL_FADE : 1));
    const colour = colours.theme === 'dark' ? mixed(colours.boundaries[level], [255, 255, 255], 0.94) : colours.boundaries[level];
    // One colour per corner: foot, foot, top, top, foot.
    const corners = Uint8Array.from([foot, foot, 0, 0, foot].flatMap((alpha) => [...colour, alpha]));
    const quads = shapes.wallQuads[level];
    return make(`walls-${level}`, 'walls', {
      data: quads,
      visible: layerShown(record, `walls.${level}`),
      positionFormat: 'XYZ',
      _normalize: false,
      getPolygon: (quad) => quad,
      getFillColor: () => corners,
      updateTriggers: { getFillColor: [colours.theme, foot] },
    });
  });
}
