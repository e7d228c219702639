// Walking reach from any place of the map: who walks there within the stops, along which streets, and what one reaches from there.

import { readLines, readPolygons } from './decode.js';
import { insideRings } from './pick.js';
import { createSight } from './sight.js';
import { bandsOf, boundOf, costsOfDoors, searchAround } from './walkreach.js';

const BARRIER_USES = Object.freeze([3, 4]); // rail and water (FORMAT.md)
// Gates that let through, by code: 0 unknown, 1 all, 2 residents, 3 closed; residents come out by their own gate, visitors not in.
const OPEN = Object.freeze({ home: [0, 1, 2], visitor: [0, 1] });
const SLACK = 1e-6;
const [SLICE_MS, PAUSE_MS] = [10, 4];
const holds = (parts, point) => parts.some((rings) => insideRings(rings, point));

/** The areas that hold a point, one a level, largest first. */
export function areasAt(model, [x, y]) {
  const rings = ringsOf(model);
  return model.levels.map(({ id }) => model.areas.ofLevel(id).find((i) => {
    const [west, south, east, north] = model.areas.bbox(i);
    return x >= west && x <= east && y >= south && y <= north && holds(rings[i], [x, y]);
  })).filter((area) => area !== undefined);
}

const rings = new WeakMap();
function ringsOf(model) {
  if (!rings.has(model)) rings.set(model, readPolygons(model.columns, 'a'));
  return rings.get(model);
}

// Estates without paths: one comes onto the streets by their gates, straight to the gate and then as the gate does.
function createCompounds(columns, detourFactor) {
  const shapes = columns['c.sizes'] ? readPolygons(columns, 'c') : [];
  const gates = Array.from(columns['y.x'] ?? [], (x, k) => ({ x, y: columns['y.y'][k], estate: columns['y.estate'][k], open: columns['y.open'][k] }));
  const at = (point) => shapes.findIndex((parts) => holds(parts, point));
  return {
    at,
    inside: (compound, point) => holds(shapes[compound], point),
    ways(compound, [x, y], led, role) {
      return gates.flatMap((gate, k) => (gate.estate === compound && OPEN[role].includes(gate.open)
        ? led(k).map((way) => ({ ...way, leg: Math.hypot(gate.x - x, gate.y - y) * detourFactor + way.leg }))
        : []));
    },
  };
}

function banksOf(columns) {
  const use = columns['l.use'] ?? [];
  return readPolygons(columns, 'l').flatMap((parts, row) => (BARRIER_USES.includes(use[row]) ? parts.map((own) => ({ lines: own, holds: (x, y) => insideRings(own, [x, y]) })) : []));
}

/** {from(point), around(plate)} over the walking network of walks.js. */
export function createLive(net, model) {
  const { meta } = model;
  const columns = { ...model.columns, ...net.columns };
  const { unit, stops: limits } = meta;
  const compounds = createCompounds(columns, meta.detourFactor);
  const barriers = [...readLines(columns, 'e'), ...(columns['gap.sizes'] ? readLines(columns, 'gap') : [])];
  let sight = null;
  const ofCategory = model.categories.map(({ id }) => model.facilities.ofCategory(id));

  // The ways of a point onto the streets, as a home's or as a visitor's.
  function ways(point, role) {
    const compound = compounds.at(point);
    if (compound >= 0) return compounds.ways(compound, point, net.gateWays, role);
    sight ??= createSight(net, { barriers, banks: banksOf(columns), limit: meta.snapLimit });
    return [sight(...point)].filter(Boolean);
  }

  // Within an estate without paths one walks straight, as far as its paths are longer.
  function besideStreets(point, search) {
    const compound = compounds.at(point);
    if (compound < 0) return () => Infinity;
    return (x, y) => (compounds.inside(compound, [x, y]) ? Math.hypot(x - point[0], y - point[1]) * meta.detourFactor * search.beside : Infinity);
  }

  // For every category the facilities within reach: {id, counts by limit, nearest, cost}.
  function services(goals, point, stops) {
    const bounds = stops.map((stop) => boundOf(stop, unit));
    const search = searchAround(net, model, goals, { unit, most: Math.max(...bounds), outwards: true });
    const beside = besideStreets(point, search);
    const least = Array.from({ length: model.counts.facilities }, (_, i) => {
      const [x, y] = model.facilities.xy(i);
      if (Math.hypot(x - point[0], y - point[1]) > search.farthest) return Infinity;
      return Math.min(beside(x, y), ...net.places(i).map(search.costOf));
    });
    return model.categories.map(({ id }, k) => {
      const reached = ofCategory[k].filter((i) => least[i] <= bounds[bounds.length - 1] + SLACK).sort((a, b) => least[a] - least[b] || a - b);
      return { id, counts: bounds.map((bound) => reached.filter((i) => least[i] <= bound + SLACK).length), nearest: reached[0] ?? null, cost: reached.length ? least[reached[0]] : null };
    });
  }

  /** What the walk from a point of the map reaches; null parts where no street is near. */
  function from(point) {
    const goals = ways(point, 'visitor');
    const search = searchAround(net, model, goals, { unit, most: boundOf(Math.max(...limits), unit) });
    const least = costsOfDoors(net, model, point, search, besideStreets(point, search));
    return {
      point,
      leg: goals.length ? Math.min(...goals.map((goal) => goal.leg)) : null,
      bands: bandsOf(net, model, search, least, { unit, limits }),
      services: services(ways(point, 'home'), point, limits),
      areas: areasAt(model, point),
    };
  }

  /** What a doorplate reaches within the first stop, as the ledger walks. */
  function around(plate) {
    return { plate, services: services(net.homes(plate), model.doorplates.xy(plate), limits.slice(0, 1)) };
  }

  // In large scenes the ways of doorplates are worked out: in slices, so that the page answers meanwhile.
  function warm(first = 0) {
    const until = performance.now() + SLICE_MS;
    let plate = first;
    for (; plate < model.counts.doorplates && performance.now() < until; plate += 1) net.homes(plate);
    if (plate < model.counts.doorplates) setTimeout(() => warm(plate), PAUSE_MS);
  }

  return Object.freeze({ from, around, ways, warm });
}

/** Keeps the state's answer in step with what is selected; `unpacked` gives the walks of the file. */
export function keepLive({ part, unpacked }, model, state, map) {
  if (!part || !model.meta.live) return;
  let live = null;
  let warmed = false;
  async function follow() {
    const { selection, reaching } = state.get();
    const kind = selection?.kind;
    if (!reaching && kind !== 'place' && kind !== 'doorplate') {
      map?.setLive(null);
      state.set({ near: null });
      return;
    }
    const { net } = await unpacked();
    live ??= createLive(net, model);
    if (reaching && !warmed && model.meta.worksOut && state.get().loaded >= 1) {
      warmed = true;
      live.ways([0, 0], 'visitor');
      live.warm();
    }
    if (state.get().selection !== selection) return;
    const near = kind === 'place' ? live.from([selection.x, selection.y]) : kind === 'doorplate' ? live.around(selection.index) : null;
    map?.setLive(near?.bands ?? null, near?.point ?? null);
    state.set({ near });
  }
  state.subscribe(['selection', 'reaching', 'loaded'], (record, changed) => {
    // Tiles that are still to come bring more doorplates: the answer is given anew with the last one.
    if (record.loaded >= 1 || changed.has('selection') || changed.has('reaching')) follow();
  });
  follow();
}
