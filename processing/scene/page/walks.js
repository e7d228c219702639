// The walks behind the ledger: along which streets a doorplate reaches its nearest facility of a category.

import { readLines } from './decode.js';
import { unfoldedStreets } from './unfold-streets.js';
import { createWorkings } from './workings.js';

const DECIMETRE = 0.1;
const HALF_METRE = 0.5;
const SLACK_M = 2.5; // steps of the file: offsets and legs of half a metre, metres of a whole one
const SLACK_SHARE = 0.002;
const LEG_SLACK = 1.05;

// First places in a list sorted by value: starts[v] … starts[v + 1] are the places of v.
function startsOf(values, count) {
  const starts = new Uint32Array(count + 1);
  for (const value of values) starts[value + 1] += 1;
  for (let k = 0; k < count; k += 1) starts[k + 1] += starts[k];
  return starts;
}

// What leaves each node, in the order that the ways on count: edges as 2 × edge (+ 1 at its end), then gates.
function stepsOf(nodes, { starts, ends, from }) {
  const tails = [];
  for (let edge = 0; edge < starts.length; edge += 1) tails.push(starts[edge], ends[edge]);
  tails.push(...from);
  const first = startsOf(tails, nodes);
  const place = first.slice(0, nodes);
  const steps = new Uint32Array(tails.length);
  tails.forEach((tail, step) => {
    steps[place[tail]] = step;
    place[tail] += 1;
  });
  return { first, steps };
}

const networkOf = (columns) => Object.fromEntries(Object.entries(columns).filter(([name]) => /^(n|node)\./.test(name)));

/** The walks of a decoded part: walk(plate, category, {facility, metres}) → [[x, y] …] from door to door, or null. */
export function createWalks(part, model) {
  const { json } = part;
  // In large scenes the streets stand in the head, for the map draws them too.
  const columns = unfoldedStreets(part.columns['n.sizes'] ? part.columns : { ...networkOf(model.columns), ...part.columns });
  const lines = readLines(columns, 'n');
  const [starts, ends] = [columns['n.start'], columns['n.end']];
  const [from, to] = [columns['gate.from'], columns['gate.to']];
  const { first, steps } = stepsOf(json.nodes, { starts, ends, from });
  const lengthOf = (edge) => columns['n.length'][edge] * DECIMETRE;
  const toldHomes = accessOf('h', model.counts.doorplates);
  const places = accessOf('p', model.counts.facilities);
  const gateWays = columns['y.point'] ? accessOf('y', columns['y.x']?.length ?? 0) : () => [];

  function accessOf(name, count) {
    const points = columns[`${name}.point`];
    const begins = startsOf(points, count);
    const row = (k) => ({ edge: columns[`${name}.edge`][k], offset: columns[`${name}.offset`][k] * HALF_METRE, leg: columns[`${name}.leg`][k] * HALF_METRE });
    return (point) => Array.from({ length: begins[point + 1] - begins[point] }, (_, k) => row(begins[point] + k));
  }

  // The piece of an edge between two offsets, as points in walking order.
  function piece(edge, begin, end) {
    const line = lines[edge];
    const low = Math.min(begin, end);
    const high = Math.max(begin, end);
    const points = [];
    let along = 0;
    const scale = lengthOf(edge) / (drawnLength(line) || 1);
    const at = (k, share) => [line[2 * k] + share * (line[2 * k + 2] - line[2 * k]), line[2 * k + 1] + share * (line[2 * k + 3] - line[2 * k + 1])];
    for (let k = 0; k + 1 < line.length / 2; k += 1) {
      const own = Math.hypot(line[2 * k + 2] - line[2 * k], line[2 * k + 3] - line[2 * k + 1]) * scale;
      if (along + own >= low && along <= high && own > 0) {
        points.push(at(k, Math.max(0, (low - along) / own)));
        if (along + own >= high) points.push(at(k, (high - along) / own));
      }
      along += own;
    }
    if (along < high) points.push([line[line.length - 2], line[line.length - 1]]);
    return begin <= end ? points : points.reverse();
  }

  // From a node on: the edges passed and the node where the walk leaves the streets; null where it never does.
  function onwards(node, way) {
    const passed = [];
    let at = node;
    let metres = 0;
    for (let count = 0; way[at] && count <= json.nodes; count += 1) {
      const step = steps[first[at] + way[at] - 1];
      if (step >= 2 * starts.length) at = to[step - 2 * starts.length];
      else {
        const edge = step >> 1;
        const atEnd = step & 1;
        passed.push([edge, atEnd]);
        metres += lengthOf(edge);
        at = atEnd ? starts[edge] : ends[edge];
      }
    }
    return way[at] ? null : { passed, metres, node: at };
  }

  // All ways from a home row to the rows of a facility: {metres, home, place, passed, node} or along one edge.
  function candidates(home, goals, way) {
    const found = goals.filter((goal) => goal.edge === home.edge).map((goal) => ({ metres: Math.abs(goal.offset - home.offset), home, goal, passed: null }));
    for (const atEnd of [0, 1]) {
      const node = atEnd ? ends[home.edge] : starts[home.edge];
      const way_ = onwards(node, way);
      const out = atEnd ? lengthOf(home.edge) - home.offset : home.offset;
      for (const goal of way_ ? goals : []) {
        const leaves = [starts[goal.edge], ends[goal.edge]].map((end, k) => (end === way_.node ? [k, k ? lengthOf(goal.edge) - goal.offset : goal.offset] : null)).filter(Boolean);
        for (const [goalEnd, rest] of leaves) found.push({ metres: out + way_.metres + rest, home, goal, atEnd, goalEnd, passed: way_.passed });
      }
    }
    return found.map((one) => ({ ...one, metres: one.metres + home.leg + one.goal.leg }));
  }

  function drawn({ home, goal, atEnd, goalEnd, passed }) {
    if (passed === null) return piece(home.edge, home.offset, goal.offset);
    return [
      ...piece(home.edge, home.offset, atEnd ? lengthOf(home.edge) : 0),
      ...passed.flatMap(([edge, backwards]) => piece(edge, backwards ? lengthOf(edge) : 0, backwards ? 0 : lengthOf(edge))),
      ...piece(goal.edge, goalEnd ? lengthOf(goal.edge) : 0, goal.offset),
    ];
  }

  // The walk whose length is the ledger's; without one nothing is claimed.
  function walk(plate, category, { facility, metres }) {
    const way = works ? works.way(category) : columns[`way.${category}`];
    if (!way || facility === null || metres === null) return null;
    const goals = places(facility);
    const all = homes(plate).flatMap((home) => candidates(home, goals, way));
    const off = (one) => Math.abs(one.metres - metres);
    const best = all.sort((a, b) => off(a) - off(b))[0];
    if (!best || off(best) > SLACK_M + SLACK_SHARE * metres) return null;
    const path = drawn(best);
    const door = model.doorplates.xy(plate);
    // The walk of another door that is told as one with this one begins at that door's street.
    const own = Math.hypot(path[0][0] - door[0], path[0][1] - door[1]) <= best.home.leg * LEG_SLACK + SLACK_M;
    return [...(own ? [door] : []), ...path, model.facilities.xy(facility)];
  }

  const into = startsOf(to, json.nodes);
  const gateOrder = Array.from(to, (_, k) => k).sort((a, b) => to[a] - to[b] || a - b);
  const outOf = startsOf(from, json.nodes);
  const gatesAlong = Array.from(from, (_, k) => k).sort((a, b) => from[a] - from[b] || a - b);
  // The network for other searches: steps that leave a node as 2 × edge (+ 1 at its end), nodes whose gate leads into it.
  const net = Object.freeze({
    nodes: json.nodes,
    columns,
    starts,
    ends,
    lengthOf,
    piece,
    homes: (plate) => homes(plate),
    places,
    gateWays,
    lines,
    toldHomes,
    stepsFrom: (node) => steps.subarray(first[node], first[node + 1]),
    leaving: (node) => Array.from(steps.subarray(first[node], first[node + 1])).filter((step) => step < 2 * starts.length),
    gatesOutOf: (node) => gatesAlong.slice(outOf[node], outOf[node + 1]).map((k) => to[k]),
    gatesInto: (node) => gateOrder.slice(into[node], into[node + 1]).map((k) => from[k]),
  });
  const works = model.meta?.worksOut ? createWorkings(net, model) : null;
  const homes = works ? works.homes : toldHomes;
  return Object.freeze({ walk, net, works });
}

function drawnLength(line) {
  let length = 0;
  for (let k = 0; k + 3 < line.length; k += 2) length += Math.hypot(line[k + 2] - line[k], line[k + 3] - line[k + 1]);
  return length;
}
