// Three streets of 100 m: node 0 (0, 0) – 1 (100, 0) – 2 (100, 100) – 3 (200, 100), and a one-way gate from node 3 to node 4,
// where a fourth street leads on to node 5 (300, 100).
import assert from 'node:assert/strict';
import test from 'node:test';
import { createWalks } from '../../processing/scene/page/walks.js';

const f32 = (...values) => Float32Array.from(values);
const u32 = (...values) => Uint32Array.from(values);

// Homes 10 m beside the middle of the first street; facility 0 beside the middle of the third, 1 of the fourth, 2 of the first.
function town() {
  const columns = {
    'n.sizes': u32(2, 2, 2, 2), 'n.x': f32(0, 100, 100, 100, 100, 200, 200, 300), 'n.y': f32(0, 0, 0, 100, 100, 100, 100, 100),
    'n.start': u32(0, 1, 2, 4), 'n.end': u32(1, 2, 3, 5), 'n.length': u32(1000, 1000, 1000, 1000),
    'gate.from': u32(3), 'gate.to': u32(4),
    'h.point': u32(0), 'h.edge': u32(0), 'h.offset': u32(100), 'h.leg': u32(20),
    'p.point': u32(0, 1, 2), 'p.edge': u32(2, 3, 0), 'p.offset': u32(100, 100, 160), 'p.leg': u32(20, 20, 0),
    // Node 1: its steps are the end of street 0 and the start of street 1; node 3: the end of street 2, then the gate.
    'way.near': Uint8Array.of(1, 2, 0, 0, 0, 0),
    'way.far': Uint8Array.of(1, 2, 2, 2, 0, 0),
    'way.ring': Uint8Array.of(1, 1, 0, 0, 0, 0),
  };
  const model = {
    counts: { doorplates: 1, facilities: 3 },
    doorplates: { xy: () => [50, 10] },
    facilities: { xy: (i) => [[150, 110], [250, 110], [80, 0]][i] },
  };
  return createWalks({ columns, json: { nodes: 6 } }, model);
}

const length = (path) => path.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - path[i][0], y - path[i][1]), 0);

test('a walk follows the streets from door to door', () => {
  const path = town().walk(0, 'near', { facility: 0, metres: 220 });
  assert.deepEqual(path[0], [50, 10]);
  assert.deepEqual(path[path.length - 1], [150, 110]);
  // 10 m to the street, 50 + 100 + 50 along three, 10 m to the door.
  assert.equal(length(path), 220);
  assert.ok(path.some(([x, y]) => x === 100 && y === 0) && path.some(([x, y]) => x === 100 && y === 100));
});

test('a one-way gate costs nothing and is walked through', () => {
  assert.equal(length(town().walk(0, 'far', { facility: 1, metres: 320 })), 320);
});

test('a facility on the same street is reached along it', () => {
  assert.equal(length(town().walk(0, 'near', { facility: 2, metres: 40 })), 40);
});

test('a walk that is not as long as the ledger says is not claimed', () => {
  assert.equal(town().walk(0, 'near', { facility: 0, metres: 300 }), null);
  assert.equal(town().walk(0, 'near', { facility: null, metres: null }), null);
  assert.equal(town().walk(0, 'unknown', { facility: 0, metres: 220 }), null);
});

test('steps that run in a circle end', () => {
  assert.equal(town().walk(0, 'ring', { facility: 0, metres: 220 }), null);
});
