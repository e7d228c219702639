// The walking network as it was before it was folded (walks.py, FORMAT.md): vertices, ends and lengths of the edges.

const nearest = (value) => Math.floor(value + 0.5);
const TENTHS = 10;

function sums(differences) {
  let sum = 0;
  return Int32Array.from(differences, (value) => { sum += value; return sum; });
}

/** The columns with n.x, n.y, n.end and n.length beside the folded ones; as they are where nothing is folded. */
export function unfoldedStreets(columns) {
  if (!columns['node.dx']) return columns;
  const [step] = columns['node.step'];
  const [sizes, start, on] = ['n.sizes', 'n.start', 'n.on'].map((name) => columns[name]);
  const end = Uint32Array.from(start, (node, edge) => node + on[edge]);
  const found = { ...columns, 'n.end': end };
  const count = sizes.reduce((sum, size) => sum + size, 0);
  for (const axis of ['x', 'y']) found[`n.${axis}`] = vertices({ nodes: sums(columns[`node.d${axis}`]), left: columns[`n.d${axis}`], sizes, start, end, count, step });
  found['n.length'] = lengths(found, columns['n.left']);
  return found;
}

// Along one axis: an edge runs from node to node; a vertex is expected on the straight way on to the end.
function vertices({ nodes, left, sizes, start, end, count, step }) {
  const found = new Float32Array(count);
  let [at, inner] = [0, 0];
  for (let edge = 0; edge < sizes.length; edge += 1) {
    const [size, last] = [sizes[edge], nodes[end[edge]]];
    let value = nodes[start[edge]];
    found[at] = value * step;
    for (let k = 1; k + 1 < size; k += 1, inner += 1) {
      value += nearest((last - value) / (size - k)) + left[inner];
      found[at + k] = value * step;
    }
    found[at + size - 1] = last * step;
    at += size;
  }
  return found;
}

function lengths(columns, left) {
  const [sizes, x, y] = ['n.sizes', 'n.x', 'n.y'].map((name) => columns[name]);
  let at = 0;
  return Uint32Array.from(sizes, (size, edge) => {
    let drawn = 0;
    for (let k = at + 1; k < at + size; k += 1) drawn += Math.hypot(x[k] - x[k - 1], y[k] - y[k - 1]);
    at += size;
    return nearest(drawn * TENTHS) + left[edge];
  });
}
