// What lies flat: district, land, area fills, water, streets, estate walls, gates, walking reach, boundaries.

import { flatPolygon, readLines, readPolygons } from './decode.js';
import { withAlpha } from './colours.js';
import { layerShown } from './state.js';
import { shareChangeClass } from './model-compare.js';
import { shareClass } from './ramp.js';
import { createStreets, streetLayers } from './layers-streets.js';
import { linePieces } from './pieces.js';

const LAND = Object.freeze({ residential: 0, other: 1, green: 2, rail: 3, water: 4 });
const FAR_M = 20000;
const ESTATE_ZOOM = 14.5;
const BOUNDARY_WIDTHS = Object.freeze({ grid: 1, community: 1.8, subdistrict: 3.2 });

// The ground's shapes from the head's columns, each made when it is first drawn: {name: list of flat polygons or lines}, with
// the row of each.
export function groundShapes(model) {
  const { columns } = model;
  const flat = (name) => {
    const shapes = [];
    const rows = [];
    readPolygons(columns, name).forEach((parts, row) => parts.forEach((rings) => {
      shapes.push(flatPolygon(rings));
      rows.push(row);
    }));
    return { shapes, rows };
  };
  const use = columns['l.use'] || [];
  const ofUse = (...uses) => made.land.shapes.filter((_, i) => uses.includes(use[made.land.rows[i]]));
  const made = madeOnce({
    land: () => flat('l'),
    areas: () => flat('a'),
    district: () => flat('o').shapes,
    veil: () => veilShape(model),
    lots: () => ofUse(LAND.residential, LAND.other, LAND.rail),
    green: () => ofUse(LAND.green),
    water: () => ofUse(LAND.water),
    streets: () => createStreets(columns),
    walls: () => readLines(columns, 'e'),
    gates: () => Array.from(columns['g.x'] || [], (x, i) => ({ x, y: columns['g.y'][i], open: columns['g.open'][i] })),
    boundaries: () => ofLevels((level) => readLines(columns, `w.${level}`)),
    boundaryPieces: () => ofLevels((level) => linePieces(made.boundaries[level])),
    shorePieces: () => linePieces(made.water.map(outlineOf)),
  });
  return made;
}

const ofLevels = (make) => Object.fromEntries(Object.keys(BOUNDARY_WIDTHS).map((level) => [level, make(level)]));

// An object whose values are made when they are first asked for.
function madeOnce(makers) {
  const made = {};
  for (const [name, make] of Object.entries(makers)) {
    let value;
    Object.defineProperty(made, name, {
      get() {
        value ??= make();
        return value;
      },
    });
  }
  return made;
}

// Everything around the district as one polygon with the district as its holes.
function veilShape(model) {
  const holes = readPolygons(model.columns, 'o').flat().map(([outline]) => reversedRing(outline));
  if (!holes.length) return [];
  const far = Float32Array.of(-FAR_M, -FAR_M, -FAR_M, FAR_M, FAR_M, FAR_M, FAR_M, -FAR_M, -FAR_M, -FAR_M);
  return [flatPolygon([far, ...holes])];
}

function reversedRing(ring) {
  const turned = new Float32Array(ring.length);
  for (let k = 0; k < ring.length; k += 2) turned.set(ring.subarray(ring.length - k - 2, ring.length - k), k);
  return turned;
}

// Which level is filled at a zoom: communities, subdistricts when far, grids when near and switched on.
export function filledLevel(model, record, zoom) {
  const has = (level) => model.levels.some((one) => one.id === level);
  const wanted = zoom < 11.5 ? ['subdistrict', 'community'] : ['community', 'subdistrict'];
  if (zoom > 15.5 && layerShown(record, 'walls.grid') && has('grid')) return 'grid';
  return wanted.find(has) ?? null;
}

// Colour of every area's fill: its class at the chosen category and weight; transparent for other levels.
function areaFills(model, record, colours, level) {
  const { category, weight, selection } = record;
  let alpha = category === null ? colours.areaAlpha.all : colours.areaAlpha.category;
  if (selection) alpha = colours.areaAlpha.selected;
  return (row) => {
    if (model.areas.level(row) !== level) return [0, 0, 0, 0];
    const changed = record.compare === 'change';
    const one = changed ? shareChangeClass(model.compare.change(row, category, weight)) : shareClass(model.measures.rate(row, category, weight));
    const own = selection?.kind === 'area' && selection.index === row ? colours.areaAlpha.category : alpha;
    return one ? withAlpha((changed ? colours.change : colours.ramp)[one], own) : withAlpha(colours.ramp[0], Math.round(own / 3));
  };
}

// The layers of the ground, in drawing order. make(id, template, properties) takes a layer of pydeck's deck and fills it.
export function groundLayers({ make, model, record, colours, shapes, zoom, seesBox }) {
  const { surfaces } = colours;
  const level = filledLevel(model, record, zoom);
  const context = layerShown(record, 'context');
  const polygons = (list) => ({ data: { length: list.length }, getPolygon: (_, { index }) => list[index], positionFormat: 'XY', _normalize: false });
  // Asked for shape by shape as the areas' colours are: the same program then draws them all, made only once.
  const filled = (colour) => ({ getFillColor: () => colour, updateTriggers: { getFillColor: colours.theme } });
  return [
    make('district', 'ground', { ...polygons(shapes.district), ...filled(withAlpha(surfaces.ground, 255)) }),
    make('lots', 'land', { ...polygons(shapes.lots), visible: context, ...filled(withAlpha(surfaces.lot, 255)) }),
    make('green', 'land', { ...polygons(shapes.green), visible: context, ...filled(withAlpha(surfaces.green, 255)) }),
    make('areas', 'areas', {
      ...polygons(shapes.areas.shapes),
      visible: layerShown(record, 'areas') && model.measures.present,
      getFillColor: rowColour(shapes.areas.rows, areaFills(model, record, colours, level)),
      updateTriggers: { getFillColor: [colours.theme, level, record.category, record.weight, record.compare, record.selection?.kind, record.selection?.kind === 'area' ? record.selection.index : null] },
    }),
    make('water', 'water', { ...polygons(shapes.water), visible: context, ...filled(withAlpha(surfaces.water, 255)) }),
    shoreLayer({ make, record, colours, shapes, visible: context }),
    ...streetLayers({ make, record, colours, streets: shapes.streets, context, zoom, seesBox }),
    // What lies outside steps back: it serves the district and is not judged.
    make('veil', 'ground', { ...polygons(shapes.veil), ...filled(withAlpha(surfaces.page, colours.veilAlpha)) }),
    make('estate-walls', 'estate_walls', { data: shapes.walls, getPath: (path) => path, positionFormat: 'XY', _pathType: 'open', visible: layerShown(record, 'gates') && zoom >= ESTATE_ZOOM, getColor: withAlpha(surfaces.estate_wall, 255), updateTriggers: { getColor: colours.theme } }),
  ];
}

// Without graphics hardware lines are drawn piece by piece: joints cost it several times as much, and the first of them half a second.
function shoreLayer({ make, record, colours, shapes, visible }) {
  const kept = { visible, getColor: withAlpha(colours.surfaces.shore, 130), updateTriggers: { getColor: colours.theme } };
  if (record.lightMode) return make('shore-pieces', 'lines', { ...kept, data: shapes.shorePieces.data, getWidth: 1 });
  return make('shore', 'shore', { ...kept, data: shapes.water, getPath: (shape) => outlineOf(shape), positionFormat: 'XY', _pathType: 'open' });
}

function boundaryLayer(level, { make, record, colours, shapes }) {
  const kept = {
    visible: layerShown(record, `walls.${level}`),
    getColor: withAlpha(colours.boundaries[level], record.selection ? 150 : 235),
    getWidth: BOUNDARY_WIDTHS[level],
    updateTriggers: { getColor: [colours.theme, record.selection === null] },
  };
  if (record.lightMode) return make(`boundary-pieces-${level}`, 'lines', { ...kept, data: shapes.boundaryPieces[level].data });
  return make(`boundary-${level}`, 'boundaries', { ...kept, data: shapes.boundaries[level], getPath: (path) => path, positionFormat: 'XY', _pathType: 'open' });
}

function rowColour(rows, colour) {
  return (_, { index }) => colour(rows[index]);
}

function outlineOf(shape) {
  if (!shape.positions) return shape;
  return shape.positions.subarray(0, shape.holeIndices[0]);
}

// Bands lie a little below the ground, the nearest highest: by their depth each colours only what no nearer one holds.
const BAND_DROP_M = 40000; // at zoom 0, half as much at each further one
function lowered(rank, zoom) {
  return [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, (-(rank + 1) * BAND_DROP_M) / 2 ** zoom, 1];
}

// The bands up to the slider's stop, each holding the nearer ones; outlines from the far ones to the near ones.
export function reachLayers({ make, record, colours, reach, zoom }) {
  const bands = reach ? reach.bands : [];
  const shown = bands.filter((band) => record.minutes !== null && record.compare !== 'change' && record.compare !== 'before' && band.limit <= record.minutes && layerShown(record, 'reach'));
  const colour = (band) => colours.reach[band.rank];
  return [
    ...shown.map((band, k) => make(`reach-${reach.category}-${band.limit}`, 'reach', {
      data: { length: band.shapes.length },
      getPolygon: (_, { index }) => band.shapes[index],
      positionFormat: 'XY',
      _normalize: false,
      modelMatrix: lowered(k, zoom),
      getFillColor: withAlpha(colour(band), colours.reachAlpha[band.rank]),
      updateTriggers: { getFillColor: colours.theme },
    })),
    ...[...shown].reverse().map((band) => make(`reach-line-${reach.category}-${band.limit}`, 'reach_outline', { data: band.outlines, getPath: (path) => path, positionFormat: 'XY', _pathType: 'open', getWidth: zoom < ESTATE_ZOOM ? 1 : 2, getColor: withAlpha(colour(band), 200), updateTriggers: { getColor: colours.theme } })),
  ];
}

// The streets within reach of one facility: far ones first, nearer ones drawn over them.
export function originLayers({ make, record, colours, bands, zoom }) {
  const shown = bands.filter((band) => record.minutes !== null && band.limit <= record.minutes && record.compare === null && layerShown(record, 'reach'));
  return shown.map((band) => ({ band, rank: bands.indexOf(band) })).reverse().map(({ band, rank }) => make(`origin-${band.limit}`, 'reach_outline', {
    data: band.paths,
    getPath: (path) => path.map(([x, y]) => [x, y, 0]),
    getWidth: zoom < ESTATE_ZOOM ? 4 : 7,
    getColor: withAlpha(colours.reach[Math.min(2, rank)], 235),
    updateTriggers: { getColor: colours.theme },
  }));
}

// The streets within reach of any point, and the point.
export function liveLayers({ bands, point, ...common }) {
  const { make, colours } = common;
  const record = { ...common.record, minutes: Infinity, compare: null, layers: {} };
  return [
    ...originLayers({ ...common, record, bands }),
    make('live-point', 'gates', { data: [point], visible: true, radiusUnits: 'pixels', getRadius: 7, radiusMinPixels: 7, getPosition: ([x, y]) => [x, y, 0.5], getFillColor: withAlpha(colours.surfaces.selection, 255), getLineColor: withAlpha(colours.surfaces.selection_outline, 255), getLineWidth: 2, updateTriggers: { getFillColor: colours.theme, getLineColor: colours.theme } }),
  ];
}

// The bands of one decoded reach part: outlines follow the outer reach of each band, not the seam to the nearer one.
export function reachShapes(category, part, stops) {
  const rings = readPolygons(part.columns, 'r');
  const bands = part.json.limits.map((limit, k) => ({
    limit,
    rank: Math.max(0, stops.indexOf(limit)),
    shapes: rings[k].map(flatPolygon),
    outlines: rings[k].map((parts) => parts[0]),
  }));
  return { category, bands };
}

// Gates above the reach, boundaries above the gates: thin below thick.
export function boundaryLayers({ make, record, colours, shapes, zoom }) {
  const { surfaces } = colours;
  const gateColours = [surfaces.text_3, surfaces.good, surfaces.amber, surfaces.bad];
  const outlineWidths = [1, 1, 2, 3];
  return [
    make('gates', 'gates', {
      data: shapes.gates,
      visible: layerShown(record, 'gates') && zoom >= ESTATE_ZOOM,
      getPosition: (gate) => [gate.x, gate.y, 0],
      getFillColor: (gate) => withAlpha(gate.open === 3 ? surfaces.ground : gateColours[gate.open], 255),
      getLineColor: (gate) => withAlpha(gate.open === 3 ? gateColours[3] : surfaces.ground, 255),
      getLineWidth: (gate) => outlineWidths[gate.open],
      updateTriggers: { getFillColor: colours.theme, getLineColor: colours.theme },
    }),
    ...Object.keys(BOUNDARY_WIDTHS).map((level) => boundaryLayer(level, { make, record, colours, shapes })),
  ];
}
