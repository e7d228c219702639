// What large scenes do not tell but let the page work out: where each doorplate meets the streets, and by a search outwards from
// the facilities how far the nearest one is. The file was written by the same steps on the same numbers (workings.py) and tells
// besides what the ledger has otherwise, so that no answer is off by more than the file says.

const CELL_M = 100;
const MOST_RINGS = 40;
const CELLS = 2 ** 20;
const NEAR_M = 1e-6;
const SURELY = 1 + 1e-9;
const TENTH = 0.1;
const MINUTE_S = 60;
// One number holds a cost in 0.1 s, metres in 0.1 m and the facility: the least cost first, then metres, then facility.
const PLACES = 2 ** 12;
const LENGTHS = 2 ** 21;

const nearest = (value) => Math.floor(value + 0.5);
const packed = (seconds, metres, place) => (nearest(seconds * 10) * LENGTHS + nearest(metres * 10)) * PLACES + place;

function unpacked(value) {
  const rest = Math.floor(value / PLACES);
  return { seconds: Math.floor(rest / LENGTHS) / 10, metres: (rest % LENGTHS) / 10, place: value % PLACES };
}

const cellKey = (x, y) => x * CELLS + y;

// The straight pieces of all lines by cell of a grid.
function createGrid(lines) {
  const cells = new Map();
  const put = (key, piece) => {
    if (cells.has(key)) cells.get(key).push(piece);
    else cells.set(key, [piece]);
  };
  lines.forEach((line, edge) => {
    for (let k = 0; k + 3 < line.length; k += 2) {
      const [x0, x1] = [line[k], line[k + 2]].map((x) => Math.floor(x / CELL_M)).sort((a, b) => a - b);
      const [y0, y1] = [line[k + 1], line[k + 3]].map((y) => Math.floor(y / CELL_M)).sort((a, b) => a - b);
      for (let x = x0; x <= x1; x += 1) for (let y = y0; y <= y1; y += 1) put(cellKey(x, y), [edge, k]);
    }
  });
  return cells;
}

// Where a point meets a piece of a line: {distance, along} from the piece's start.
function met(line, k, x, y) {
  const [dx, dy] = [line[k + 2] - line[k], line[k + 3] - line[k + 1]];
  const length = Math.hypot(dx, dy);
  const share = length ? Math.min(1, Math.max(0, ((x - line[k]) * dx + (y - line[k + 1]) * dy) / (length * length))) : 0;
  return { distance: Math.hypot(x - line[k] - share * dx, y - line[k + 1] - share * dy), along: share * length };
}

// Whether a piece surely lies farther off than so many metres; told without a root, which is slow.
function isBeyond(line, k, x, y, metres) {
  const dx = line[k + 2] - line[k];
  const dy = line[k + 3] - line[k + 1];
  const square = dx * dx + dy * dy;
  const share = square ? Math.min(1, Math.max(0, ((x - line[k]) * dx + (y - line[k + 1]) * dy) / square)) : 0;
  const across = x - line[k] - share * dx;
  const up = y - line[k + 1] - share * dy;
  return across * across + up * up > metres * metres * SURELY;
}

function drawnLength(line, until = line.length) {
  let length = 0;
  for (let k = 0; k + 2 < until; k += 2) length += Math.hypot(line[k + 2] - line[k], line[k + 3] - line[k + 1]);
  return length;
}

/** The nearest place on the lines: (x, y) → {edge, offset, leg}, of equally near lines on the first; null far from all. */
export function createSnap(lines, lengthOf) {
  let grid = null;
  return (x, y) => {
    grid ??= createGrid(lines);
    const [cx, cy] = [Math.floor(x / CELL_M), Math.floor(y / CELL_M)];
    const found = [];
    let least = Infinity;
    for (let ring = 0; ring <= MOST_RINGS && least > (ring - 1) * CELL_M - NEAR_M; ring += 1) {
      for (let u = -ring; u <= ring; u += 1) {
        for (let v = -ring; v <= ring; v += Math.abs(u) === ring || !ring ? 1 : 2 * ring) {
          for (const [edge, k] of grid.get(cellKey(cx + u, cy + v)) ?? []) {
            if (isBeyond(lines[edge], k, x, y, least + NEAR_M)) continue;
            const place = met(lines[edge], k, x, y);
            if (place.distance > least + NEAR_M) continue;
            least = Math.min(least, place.distance);
            found.push({ edge, k, ...place });
          }
        }
      }
    }
    const [best] = found.filter((one) => one.distance <= least + NEAR_M).sort((a, b) => a.edge - b.edge || a.distance - b.distance || a.k - b.k);
    if (!best) return null;
    const line = lines[best.edge];
    const along = drawnLength(line, best.k + 2) + best.along;
    return { edge: best.edge, offset: (along * lengthOf(best.edge)) / Math.max(drawnLength(line), NEAR_M), leg: best.distance };
  };
}

// A heap of nodes by cost in typed arrays that grow.
function createQueue(size) {
  let costs = new Float64Array(size);
  let nodes = new Int32Array(size);
  let count = 0;
  return {
    empty: () => count === 0,
    push(cost, node) {
      if (count === costs.length) {
        const [more, others] = [new Float64Array(2 * count), new Int32Array(2 * count)];
        more.set(costs);
        others.set(nodes);
        [costs, nodes] = [more, others];
      }
      let at = count;
      count += 1;
      for (; at > 0; ) {
        const above = (at - 1) >> 1;
        if (costs[above] <= cost) break;
        costs[at] = costs[above];
        nodes[at] = nodes[above];
        at = above;
      }
      costs[at] = cost;
      nodes[at] = node;
    },
    pop() {
      const found = [costs[0], nodes[0]];
      count -= 1;
      const [cost, node] = [costs[count], nodes[count]];
      let at = 0;
      for (let below = 1; below < count; below = 2 * at + 1) {
        if (below + 1 < count && costs[below + 1] < costs[below]) below += 1;
        if (costs[below] >= cost) break;
        costs[at] = costs[below];
        nodes[at] = nodes[below];
        at = below;
      }
      costs[at] = cost;
      nodes[at] = node;
      return found;
    },
  };
}

// The arcs of a search from the facilities, by the node they leave: heads, edges passed, steps of the walk that comes this way.
function searchArcs({ nodes, starts, ends, from, to }) {
  const count = 2 * starts.length + from.length;
  const tail = (arc) => (arc >= 2 * starts.length ? to[arc - 2 * starts.length] : (arc & 1 ? ends : starts)[arc >> 1]);
  const first = new Uint32Array(nodes + 1);
  for (let arc = 0; arc < count; arc += 1) first[tail(arc) + 1] += 1;
  for (let node = 0; node < nodes; node += 1) first[node + 1] += first[node];
  const place = first.slice(0, nodes);
  const [arcs, heads] = [new Uint32Array(count), new Int32Array(count)];
  for (let arc = 0; arc < count; arc += 1) {
    const at = place[tail(arc)];
    place[tail(arc)] += 1;
    arcs[at] = arc;
    heads[at] = arc >= 2 * starts.length ? from[arc - 2 * starts.length] : (arc & 1 ? starts : ends)[arc >> 1];
  }
  return { first, arcs, heads, count };
}

/** Answers for the doorplates of a scene whose net (walks.js) tells no ways. */
export function createWorkings(net, model) {
  const { columns, starts, ends, lengthOf } = net;
  const [from, to] = [columns['gate.from'], columns['gate.to']];
  const edges = starts.length;
  const arcs = searchArcs({ nodes: net.nodes, starts, ends, from, to });
  const snap = createSnap(net.lines, lengthOf);
  const doors = model.counts.doorplates;
  const told = new Map(Array.from(columns['x.pair'], (pair, k) => [pair, k]));
  const isUneven = Boolean(columns['n.there']);
  const places = new Map();
  const fields = new Map();

  function homes(plate) {
    const own = net.toldHomes(plate);
    if (own.length) return own;
    if (!places.has(plate)) places.set(plate, [snap(...model.doorplates.xy(plate))].filter(Boolean));
    return places.get(plate);
  }

  // Seconds a metre from the start to the end of an edge and back, and beside the streets; 0 where metres alone decide.
  function rates(category) {
    if (category.unit !== 'min' || !isUneven) return { there: () => 0, back: () => 0, extra: () => 0, beside: 0 };
    const per = (name) => (edge) => (columns[name][edge] * TENTH) / Math.max(lengthOf(edge), NEAR_M);
    const [there, back] = model.meta.direction === 'from_facility' ? ['n.back', 'n.there'] : ['n.there', 'n.back'];
    return { there: per(there), back: per(back), extra: (edge) => columns['n.penalty'][edge] * TENTH, beside: 1 / model.meta.walker.speed };
  }

  function arcCosts({ there, back, extra }) {
    const costs = new Float64Array(arcs.count);
    for (let edge = 0; edge < edges; edge += 1) {
      // A search from the facility towards a street's end is a walk from that end.
      const length = lengthOf(edge);
      costs[2 * edge] = packed(length * back(edge) + extra(edge), length, 0);
      costs[2 * edge + 1] = packed(length * there(edge) + extra(edge), length, 0);
    }
    return costs;
  }

  function goalsOf(category) {
    return model.facilities.ofCategory(category.id).flatMap((point) => net.places(point).map((row) => ({ ...row, point })));
  }

  // The packed cost of every node to the nearest facility, and by which arc the search came there (−1: from a facility).
  function search(category) {
    const rate = rates(category);
    const costs = arcCosts(rate);
    const goals = goalsOf(category);
    const value = new Float64Array(net.nodes).fill(Infinity);
    const came = new Int32Array(net.nodes).fill(-1);
    const queue = createQueue(1 << 14);
    const offer = (node, cost, arc) => {
      if (cost >= value[node]) return;
      value[node] = cost;
      came[node] = arc;
      queue.push(cost, node);
    };
    for (const { edge, offset, leg, point } of goals) {
      const rest = lengthOf(edge) - offset;
      offer(starts[edge], packed(leg * rate.beside + offset * rate.there(edge), leg + offset, point), -1);
      offer(ends[edge], packed(leg * rate.beside + rest * rate.back(edge), leg + rest, point), -1);
    }
    while (!queue.empty()) {
      const [cost, node] = queue.pop();
      if (cost > value[node]) continue;
      for (let k = arcs.first[node]; k < arcs.first[node + 1]; k += 1) {
        const arc = arcs.arcs[k];
        offer(arcs.heads[k], cost + (arc < 2 * edges ? costs[arc] : 0), arc);
      }
    }
    const byEdge = new Map();
    for (const goal of goals) byEdge.set(goal.edge, [...(byEdge.get(goal.edge) ?? []), goal]);
    return { value, came, rate, byEdge };
  }

  function field(category) {
    if (!fields.has(category.id)) fields.set(category.id, search(category));
    return fields.get(category.id);
  }

  // The best walk from a place on the streets: {cost, metres, facility}.
  function bestOf(plate, category) {
    const { value, rate, byEdge } = field(category);
    const all = homes(plate).flatMap(({ edge, offset, leg }) => {
      const [before, after] = [offset, lengthOf(edge) - offset];
      const beside = leg * rate.beside;
      const rows = [[starts[edge], before, rate.back(edge)], [ends[edge], after, rate.there(edge)]].filter(([node]) => value[node] < Infinity).map(([node, along, perMetre]) => {
        const { seconds, metres, place } = unpacked(value[node]);
        return { cost: seconds + along * perMetre + beside, metres: metres + along + leg, facility: place };
      });
      const direct = (byEdge.get(edge) ?? []).map((goal) => {
        const ahead = goal.offset - offset;
        const legs = leg + goal.leg;
        return { cost: legs * rate.beside + Math.abs(ahead) * (ahead > 0 ? rate.there(edge) : rate.back(edge)), metres: legs + Math.abs(ahead), facility: goal.point };
      });
      return [...rows, ...direct];
    });
    const decided = (one) => (rate.beside ? one.cost : one.metres);
    return all.sort((a, b) => decided(a) - decided(b) || a.facility - b.facility)[0] ?? null;
  }

  /** {metres, minutes, facility} of a doorplate and a category's index; null where there is no way. */
  function answer(plate, index) {
    const category = model.categories[index];
    const k = told.get(index * doors + plate);
    if (k !== undefined) {
      const known = (name) => (Number.isNaN(columns[name][k]) ? null : columns[name][k]);
      return { metres: known('x.metres'), minutes: known('x.minutes'), facility: columns['x.facility'][k] ? columns['x.facility'][k] - 1 : null };
    }
    const best = bestOf(plate, category);
    if (!best) return { metres: null, minutes: null, facility: null };
    const seconds = category.unit === 'min' && isUneven ? best.cost : best.metres / model.meta.walker.speed;
    return { metres: best.metres, minutes: seconds / MINUTE_S, facility: best.facility };
  }

  // The arc of a search is the step of the walk that goes the other way.
  const stepOf = (arc) => (arc < 2 * edges ? arc ^ 1 : arc);

  /** The way on from every node, as other scenes tell it: 0, or 1 + the place of the step among those that leave the node. */
  function way(id) {
    const { came } = field(model.category(id));
    return Uint8Array.from(came, (arc, node) => (arc < 0 ? 0 : 1 + net.stepsFrom(node).indexOf(stepOf(arc))));
  }

  return Object.freeze({ answer, homes, way: memoised(way), snapM: (plate) => homes(plate)[0]?.leg ?? null, warm: (index) => field(model.categories[index]) });
}

function memoised(make) {
  const kept = new Map();
  return (key) => {
    if (!kept.has(key)) kept.set(key, make(key));
    return kept.get(key);
  };
}
