import test from 'node:test';
import assert from 'node:assert/strict';
import { linePieces } from '../../processing/scene/page/pieces.js';

test('a bent line gives two pieces, a straight one one, a point none', () => {
  const { data, lineOf } = linePieces([Float32Array.of(0, 0, 5, 0, 5, 5), Float32Array.of(9, 9), Float32Array.of(1, 2, 3, 4)]);
  assert.equal(data.length, 3);
  assert.deepEqual([...lineOf], [0, 0, 2]);
  assert.deepEqual([...data.attributes.getSourcePosition.value], [0, 0, 0, 5, 0, 0, 1, 2, 0]);
  assert.deepEqual([...data.attributes.getTargetPosition.value], [5, 0, 0, 5, 5, 0, 3, 4, 0]);
});
