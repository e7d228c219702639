// A tile's columns as they were before they were folded (folding.py, FORMAT.md): corners, doors, heights, sums, numbers.

const STOREY_M = 3;
const HEIGHT_STEP_M = 0.1;
const [DERIVED, UNKNOWN, HIDDEN, FIRST] = [0, 1, 2, 3];

const nearest = (value) => Math.floor(value + 0.5);

// As Kind.from(values, of), which takes several times as long.
function mapped(Kind, values, of) {
  const found = new Kind(values.length);
  for (let i = 0; i < values.length; i += 1) found[i] = of(values[i], i);
  return found;
}

// Where each corner's columns stand: those of all first corners come first, then all second ones.
function standing(sizes, count) {
  const most = sizes.reduce((large, size) => Math.max(large, size), 0);
  const first = new Uint32Array(most + 1);
  for (const size of sizes) first[size] += 1;
  // first[k]: how many rings have at least k + 1 corners, then where the corners of that place begin.
  let rings = sizes.length;
  let begin = 0;
  const next = new Uint32Array(most);
  for (let k = 0; k < most; k += 1) {
    next[k] = begin;
    rings -= first[k];
    begin += rings;
  }
  const found = new Uint32Array(count);
  let at = 0;
  for (const size of sizes) {
    for (let k = 0; k < size; k += 1, at += 1) {
      found[at] = next[k];
      next[k] += 1;
    }
  }
  return found;
}

// Corners in whole steps: each side is square to the one before and as long as the one opposite, but for what is told.
function corners({ sizes, dx: foldedX, dy: foldedY }) {
  const place = standing(sizes, foldedX.length);
  const [dx, dy] = [foldedX, foldedY].map((folded) => mapped(Int32Array, place, (from) => folded[from]));
  const [x, y] = [new Int32Array(dx.length), new Int32Array(dx.length)];
  let [at, startX, startY] = [0, 0, 0];
  for (const size of sizes) {
    startX += dx[at];
    startY += dy[at];
    [x[at], y[at]] = [startX, startY];
    let [beforeX, beforeY, oppositeX, oppositeY] = [0, 0, 0, 0];
    for (let k = at + 1; k < at + size; k += 1) {
      let sideX = dx[k];
      let sideY = dy[k];
      if (Math.abs(beforeX) >= Math.abs(beforeY)) {
        sideY -= oppositeY;
        if (beforeX) sideX -= nearest((sideY * beforeY) / beforeX);
      } else {
        sideX -= oppositeX;
        sideY -= nearest((sideX * beforeX) / beforeY);
      }
      x[k] = x[k - 1] + sideX;
      y[k] = y[k - 1] + sideY;
      [oppositeX, oppositeY, beforeX, beforeY] = [beforeX, beforeY, sideX, sideY];
    }
    at += size;
  }
  return { x, y };
}

// Twice the middle of the box of each polygon's first ring; 0 where it has none.
function doubledMiddles({ parts, rings, sizes }, { x, y }) {
  const middle = { x: new Int32Array(parts.length), y: new Int32Array(parts.length) };
  let [part, ring, at] = [0, 0, 0];
  for (let polygon = 0; polygon < parts.length; polygon += 1) {
    const leading = [at, at + (parts[polygon] ? sizes[ring] : 0)];
    for (const [axis, values] of [['x', x], ['y', y]]) {
      let [low, high] = leading[1] > at ? [values[at], values[at]] : [0, 0];
      for (let k = leading[0]; k < leading[1]; k += 1) {
        low = Math.min(low, values[k]);
        high = Math.max(high, values[k]);
      }
      middle[axis][polygon] = low + high;
    }
    for (let p = 0; p < parts[polygon]; p += 1, part += 1) {
      for (let r = 0; r < rings[part]; r += 1, ring += 1) at += sizes[ring];
    }
  }
  return middle;
}

// Doors from the middle of their house, loose ones from the loose one before.
function doors({ left, building, middle, buildingStep, step }) {
  const found = new Float32Array(left.length);
  let loose = 0;
  for (let i = 0; i < left.length; i += 1) {
    const base = building[i] ? nearest((middle[building[i] - 1] * buildingStep) / (2 * step)) : loose;
    if (!building[i]) loose = base + left[i];
    found[i] = (base + left[i]) * step;
  }
  return found;
}

// Numbers by pattern, gap and row put in the order of the rows.
function inRows(which, gaps, spots) {
  const count = new Uint32Array(gaps.length);
  for (const one of which) if (one) count[one - 1] += 1;
  const first = new Uint32Array(gaps.length);
  for (let p = 1; p < gaps.length; p += 1) first[p] = first[p - 1] + count[p - 1] * gaps[p - 1];
  const rank = new Uint32Array(gaps.length);
  const numbers = new Int32Array(spots.length);
  let at = 0;
  for (const one of which) {
    if (!one) continue;
    const p = one - 1;
    for (let gap = 0; gap < gaps[p]; gap += 1, at += 1) numbers[at] = spots[first[p] + gap * count[p] + rank[p]];
    rank[p] += 1;
  }
  return numbers;
}

function amounts(told, expected) {
  return mapped(Float64Array, told, (code, i) => {
    if (code === DERIVED) return expected(i);
    if (code === UNKNOWN) return NaN;
    return code === HIDDEN ? -1 : code - FIRST;
  });
}

function householdSums(count, building, households) {
  const sums = new Float64Array(count);
  building.forEach((one, i) => { if (one && !Number.isNaN(households[i])) sums[one - 1] += households[i]; });
  return sums;
}

const gapsOf = (patterns) => patterns.map((pattern) => pattern.split('\u0001').length - 1);

/** The columns of a decoded tile with what was folded beside them under its own name; others stay as they are. */
export function unfolded({ columns, json }) {
  const own = (prefix, ...names) => Object.fromEntries(names.map((name) => [name, columns[`${prefix}.${name}`]]));
  const found = { ...columns };
  if (!columns['b.dx']) return found;
  const shape = own('b', 'parts', 'rings', 'sizes', 'dx', 'dy');
  const [buildingStep] = columns['b.step'];
  const [step] = columns['d.step'];
  const whole = corners(shape);
  const middle = doubledMiddles(shape, whole);
  const building = columns['d.building'];
  for (const axis of ['x', 'y']) {
    found[`b.${axis}`] = mapped(Float32Array, whole[axis], (value) => value * buildingStep);
    found[`d.${axis}`] = doors({ left: columns[`d.d${axis}`], building, middle: middle[axis], buildingStep, step });
  }
  const floors = columns['b.floors'];
  found['b.height'] = mapped(Float32Array, columns['b.rise'], (code, i) => (code ? (code - 1) * HEIGHT_STEP_M : floors[i] * STOREY_M));
  const sums = householdSums(shape.parts.length, building, columns['d.households']);
  found['b.households'] = amounts(columns['b.homes'], (i) => sums[i]);
  found['b.residents'] = amounts(columns['b.people'], (i) => nearest(found['b.households'][i] * json.persons));
  found['b.numbers'] = inRows(columns['b.name'], gapsOf(json.names), columns['b.spots']);
  found['d.numbers'] = inRows(columns['d.address'], gapsOf(json.addresses), columns['d.spots']);
  return found;
}
