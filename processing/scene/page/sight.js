// The nearest place on the streets that a point sees past walls, water and rail, as the engine finds it (sight.py): seen from the
// point a barrier hides one interval of every straight piece of street.

const CELL_M = 100;
const FIRST_LOOK_M = 25;
// The end of a street may stand on a wall, and lies a step of the file beside it: it is seen from so far inside.
const END_M = 1;
const TIE_M = 1e-9;
const BEYOND_M = 1e-4;
const SHARE = 1e-12;
const ROW = 2 ** 20;

const cross = (ux, uy, vx, vy) => ux * vy - uy * vx;

// The straight pieces of lines, found by place.
function createPieces(lines) {
  const count = lines.reduce((sum, line) => sum + Math.max(0, line.length / 2 - 1), 0);
  const [ends, owner, along] = [new Float64Array(4 * count), new Int32Array(count), new Float64Array(count)];
  const stamps = new Uint32Array(count);
  const cells = new Map();
  const cell = (value) => Math.floor(value / CELL_M);
  let [piece, stamp] = [0, 0];
  lines.forEach((line, row) => {
    let passed = 0;
    for (let k = 0; k + 3 < line.length; k += 2) {
      ends.set(line.slice(k, k + 4), 4 * piece);
      owner[piece] = row;
      along[piece] = passed;
      const [x0, y0, x1, y1] = ends.subarray(4 * piece, 4 * piece + 4);
      passed += Math.hypot(x1 - x0, y1 - y0);
      for (let u = cell(Math.min(x0, x1)); u <= cell(Math.max(x0, x1)); u += 1) {
        for (let v = cell(Math.min(y0, y1)); v <= cell(Math.max(y0, y1)); v += 1) {
          const key = u * ROW + v;
          if (cells.has(key)) cells.get(key).push(piece);
          else cells.set(key, [piece]);
        }
      }
      piece += 1;
    }
  });

  // [piece, its distance, the share of it that is nearest] of all pieces as near as that, nearest first.
  function near(x, y, radius) {
    stamp += 1;
    const found = [];
    for (let u = cell(x - radius); u <= cell(x + radius); u += 1) {
      for (let v = cell(y - radius); v <= cell(y + radius); v += 1) {
        for (const one of cells.get(u * ROW + v) ?? []) {
          if (stamps[one] === stamp) continue;
          stamps[one] = stamp;
          const [ax, ay, bx, by] = ends.subarray(4 * one, 4 * one + 4);
          const square = (bx - ax) ** 2 + (by - ay) ** 2;
          const share = square ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square)) : 0;
          const distance = Math.hypot(ax + share * (bx - ax) - x, ay + share * (by - ay) - y);
          if (distance <= radius) found.push([one, distance, share]);
        }
      }
    }
    return found.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  }

  return { ends, owner, along, near };
}

// Keeps the shares t with base + slope · t ≥ 0.
function clipped([low, high], base, slope) {
  if (slope > 0) return [Math.max(low, -base / slope), high];
  if (slope < 0) return [low, Math.min(high, -base / slope)];
  return base < 0 ? [Infinity, high] : [low, high];
}

// The interval of shares of a piece that a barrier hides, null where it hides nothing; all seen from the point at 0, 0.
function shadow([ax, ay, bx, by], { start, step, low, high }) {
  const [wx, wy] = [bx - ax, by - ay];
  const length = Math.hypot(wx, wy);
  const height = cross(ax, ay, wx, wy) / length;
  if (!length || Math.abs(height) <= BEYOND_M) return null;
  const side = height >= 0 ? 1 : -1;
  const depth = (side * cross(start[0] - ax, start[1] - ay, wx, wy)) / length;
  const deeper = (side * cross(step[0], step[1], wx, wy)) / length;
  let hidden = [-Infinity, Infinity];
  hidden = clipped(hidden, side * cross(ax, ay, ...start), side * cross(ax, ay, ...step));
  hidden = clipped(hidden, -side * cross(bx, by, ...start), -side * cross(bx, by, ...step));
  hidden = clipped(hidden, depth, deeper);
  if (hidden[0] > hidden[1]) return null;
  const at = (share) => depth + deeper * Math.min(high, Math.max(low, share));
  return Math.max(at(hidden[0]), at(hidden[1])) <= BEYOND_M ? null : hidden;
}

// From a share on upwards, from the end of one covering shadow to the next, until nothing covers it.
function leave(shadows, share) {
  for (let at = share; ;) {
    const farthest = shadows.reduce((most, [low, high]) => (low <= at + SHARE && at < high - SHARE ? Math.max(most, high) : most), -Infinity);
    if (farthest <= at) return at;
    at = farthest;
  }
}

/** (x, y) → {edge, offset, leg} within the limit, or null. barriers: lines; banks: {lines, holds(x, y)} of water and rail. */
export function createSight({ lines, lengthOf }, { barriers, banks, limit }) {
  const streets = createPieces(lines);
  const walls = createPieces([...barriers, ...banks.flatMap((bank) => bank.lines)]);
  const bankOf = [...barriers.map(() => null), ...banks.flatMap((bank) => bank.lines.map(() => bank))];
  const drawn = (edge, line = lines[edge]) => line.reduce((sum, value, k) => (k > 1 && k % 2 === 0 ? sum + Math.hypot(value - line[k - 2], line[k + 1] - line[k - 1]) : sum), 0);
  const last = (piece) => streets.owner[piece + 1] !== streets.owner[piece];

  // The share of a piece that is nearest and in sight; null where all of it is hidden.
  function seenShare(piece, x, y, share, hiding) {
    const [ax, ay, bx, by] = streets.ends.subarray(4 * piece, 4 * piece + 4);
    const step = [bx - ax, by - ay];
    const inside = Math.min(END_M / (Math.hypot(...step) || END_M), 0.5);
    const [low, high] = [streets.along[piece] === 0 ? inside : 0, last(piece) ? 1 - inside : 1];
    const line = { start: [ax - x, ay - y], step, low, high };
    const shadows = hiding.map(([x0, y0, x1, y1]) => shadow([x0 - x, y0 - y, x1 - x, y1 - y], line)).filter(Boolean);
    const own = Math.min(high, Math.max(low, share));
    const up = leave(shadows, own);
    const down = -leave(shadows.map(([from, to]) => [-to, -from]), -own);
    const best = [up, down].filter((one) => one >= low && one <= high).sort((a, b) => Math.abs(a - own) - Math.abs(b - own))[0];
    if (best === undefined) return null;
    // Nothing hides it: the nearest place itself. A place a little inside the end stands for the end.
    if (best === own) return share;
    return best <= low && low > 0 ? 0 : best >= high && high < 1 ? 1 : best;
  }

  function look(x, y, radius) {
    const hiding = walls.near(x, y, radius).filter(([one]) => !bankOf[walls.owner[one]]?.holds(x, y)).map(([one]) => walls.ends.subarray(4 * one, 4 * one + 4));
    let best = null;
    for (const [piece, distance, share] of streets.near(x, y, radius)) {
      if (best && distance > best.leg + TIE_M) break;
      const seen = seenShare(piece, x, y, share, hiding);
      if (seen === null) continue;
      const [ax, ay, bx, by] = streets.ends.subarray(4 * piece, 4 * piece + 4);
      const leg = Math.hypot(ax + seen * (bx - ax) - x, ay + seen * (by - ay) - y);
      if (!best || leg < best.leg - TIE_M) best = { piece, leg, along: streets.along[piece] + seen * Math.hypot(bx - ax, by - ay) };
    }
    return best;
  }

  return (x, y) => {
    for (let radius = Math.min(FIRST_LOOK_M, limit); ; radius = Math.min(2 * radius, limit)) {
      const best = look(x, y, radius);
      if (best && best.leg <= radius) {
        const edge = streets.owner[best.piece];
        return { edge, offset: (best.along * lengthOf(edge)) / Math.max(drawn(edge), TIE_M), leg: best.leg };
      }
      if (radius >= limit) return null;
    }
  };
}
