// How far one reaches on foot around one facility: along which streets, and how many households, by the walker of the ledger.

const SECONDS = 60;
const DECISECOND = 0.1;
const DOWNHILL = 1.5;
const ROUNDING_M = 10;

// A heap of [cost, node], the smallest first.
function createHeap() {
  const costs = [];
  const nodes = [];
  const swap = (a, b) => {
    [costs[a], costs[b]] = [costs[b], costs[a]];
    [nodes[a], nodes[b]] = [nodes[b], nodes[a]];
  };
  return {
    size: () => costs.length,
    push(cost, node) {
      costs.push(cost);
      nodes.push(node);
      for (let at = costs.length - 1; at > 0 && costs[(at - 1) >> 1] > costs[at]; at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
    },
    pop() {
      const found = [costs[0], nodes[0]];
      swap(0, costs.length - 1);
      costs.pop();
      nodes.pop();
      for (let at = 0; ;) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        let least = at;
        if (left < costs.length && costs[left] < costs[least]) least = left;
        if (right < costs.length && costs[right] < costs[least]) least = right;
        if (least === at) return found;
        swap(at, least);
        at = least;
      }
    },
  };
}

// What a metre costs on each edge towards its start and towards its end, and what passing the whole edge costs besides.
function ratesOf(net, { unit, speed, fromFacility }) {
  const { columns } = net;
  const even = unit === 'm' || !columns['n.there'];
  const plain = unit === 'm' ? 1 : 1 / speed;
  const per = (name, edge) => (columns[name][edge] * DECISECOND) / Math.max(net.lengthOf(edge), 1e-6);
  // Homes walk to the facility: from a place on the edge towards its start one goes against the edge.
  const [toStart, toEnd] = fromFacility ? ['n.there', 'n.back'] : ['n.back', 'n.there'];
  return {
    toStart: (edge) => (even ? plain : per(toStart, edge)),
    toEnd: (edge) => (even ? plain : per(toEnd, edge)),
    extra: (edge) => (even ? 0 : columns['n.penalty'][edge] * DECISECOND),
    beside: plain,
    // Only downhill one walks faster than beside the streets.
    fastest: even ? plain : plain / DOWNHILL,
  };
}

// The cost of every node, Infinity beyond the limit; gates(node) are those that a gate leads on to.
function nodeCosts(net, goals, rates, { limit, gates }) {
  const cost = new Float64Array(net.nodes).fill(Infinity);
  const heap = createHeap();
  const offer = (node, value) => {
    if (value > limit || value >= cost[node]) return;
    cost[node] = value;
    heap.push(value, node);
  };
  for (const { edge, offset, leg } of goals) {
    offer(net.starts[edge], leg * rates.beside + offset * rates.toEnd(edge));
    offer(net.ends[edge], leg * rates.beside + (net.lengthOf(edge) - offset) * rates.toStart(edge));
  }
  while (heap.size()) {
    const [value, node] = heap.pop();
    if (value > cost[node]) continue;
    for (const step of net.leaving(node)) {
      const edge = step >> 1;
      if (step & 1) offer(net.starts[edge], value + net.lengthOf(edge) * rates.toEnd(edge) + rates.extra(edge));
      else offer(net.ends[edge], value + net.lengthOf(edge) * rates.toStart(edge) + rates.extra(edge));
    }
    for (const other of gates(node)) offer(other, value);
  }
  return cost;
}

// The part of an edge within a limit, as [from, to] metres, from both ends and from a facility on it.
function reachedParts(net, cost, rates, goals, edge, limit) {
  const length = net.lengthOf(edge);
  const low = Math.min(length, (limit - cost[net.starts[edge]]) / rates.toStart(edge));
  const high = Math.max(0, length - (limit - cost[net.ends[edge]]) / rates.toEnd(edge));
  const parts = [];
  if (low >= high) return [[0, length]];
  if (low > 0) parts.push([0, low]);
  if (high < length) parts.push([high, length]);
  for (const goal of goals.filter((one) => one.edge === edge)) {
    const left = limit - goal.leg * rates.beside;
    if (left > 0) parts.push([Math.max(0, goal.offset - left / rates.toEnd(edge)), Math.min(length, goal.offset + left / rates.toStart(edge))]);
  }
  return parts;
}

// The least cost from a home's row on its edge, over both ends and along the edge itself.
function homeCost(net, cost, rates, goals, { edge, offset, leg }) {
  const length = net.lengthOf(edge);
  const along = goals.filter((goal) => goal.edge === edge).map((goal) => goal.leg * rates.beside + Math.abs(goal.offset - offset) * (goal.offset > offset ? rates.toEnd(edge) : rates.toStart(edge)));
  return leg * rates.beside + Math.min(cost[net.starts[edge]] + offset * rates.toStart(edge), cost[net.ends[edge]] + (length - offset) * rates.toEnd(edge), ...along);
}

/** The search for what lies around some places on the streets: who walks to them or, outwards, where one walks to from them. */
export function searchAround(net, model, goals, { unit, most, outwards = false }) {
  const { walker, direction } = model.meta;
  const rates = ratesOf(net, { unit, speed: walker.speed, fromFacility: (direction === 'from_facility') !== outwards });
  const cost = nodeCosts(net, goals, rates, { limit: most, gates: outwards ? net.gatesOutOf : net.gatesInto });
  const ends = new Set(goals.map((goal) => goal.edge));
  return {
    // How far in a straight line the largest limit can lead.
    farthest: most / rates.fastest + ROUNDING_M,
    beside: rates.beside,
    // The least cost of a way onto the streets, with its leg.
    costOf(home) {
      const near = cost[net.starts[home.edge]] < Infinity || cost[net.ends[home.edge]] < Infinity || ends.has(home.edge);
      return near ? homeCost(net, cost, rates, goals, home) : Infinity;
    },
    parts(bound) {
      const found = [];
      for (let edge = 0; edge < net.starts.length; edge += 1) {
        if (cost[net.starts[edge]] > bound && cost[net.ends[edge]] > bound && !ends.has(edge)) continue;
        for (const [from, to] of reachedParts(net, cost, rates, goals, edge, bound)) if (to > from) found.push([edge, from, to]);
      }
      return found;
    },
  };
}

/** A limit in minutes or metres as a search counts it. */
export const boundOf = (limit, unit) => (unit === 'm' ? limit : limit * SECONDS);

/** The least cost of every doorplate to a place at [x, y], Infinity where there is none; beside(i): without any street. */
export function costsOfDoors(net, model, [x, y], search, beside = () => Infinity) {
  const least = new Float64Array(model.counts.doorplates).fill(Infinity);
  const { x: xs, y: ys } = model.doorplates.arrays ?? {};
  for (let i = 0; i < least.length; i += 1) {
    // 300,000 doorplates: no list for each of them.
    const [doorX, doorY] = xs ? [xs[i], ys[i]] : model.doorplates.xy(i);
    // No walk is shorter than the straight line.
    if (Math.abs(doorX - x) > search.farthest || Math.hypot(doorX - x, doorY - y) > search.farthest) continue;
    for (const home of net.homes(i)) least[i] = Math.min(least[i], search.costOf(home));
    least[i] = Math.min(least[i], beside(doorX, doorY));
  }
  return least;
}

/** What lies within each limit: [{limit, parts, paths, households}]; least as costsOfDoors() gives it. */
export function bandsOf(net, model, search, least, { unit, limits }) {
  return limits.map((limit) => {
    const bound = boundOf(limit, unit);
    let households = 0;
    least.forEach((value, i) => { if (value <= bound + 1e-6) households += model.doorplates.households(i) ?? 0; });
    const parts = search.parts(bound);
    return { limit, parts, paths: parts.map(([edge, from, to]) => net.piece(edge, from, to)).filter((path) => path.length > 1), households };
  });
}

/** What lies within each limit of a facility, as bandsOf(); limits in minutes or metres, nearest first. */
export function reachOf(net, model, facility, { unit, limits }) {
  const search = searchAround(net, model, net.places(facility), { unit, most: boundOf(Math.max(...limits), unit) });
  return bandsOf(net, model, search, costsOfDoors(net, model, model.facilities.xy(facility), search), { unit, limits });
}
