import assert from 'node:assert/strict';
import test from 'node:test';
import { createOccupancy, shortened, textWidth, thinned } from '../../processing/scene/page/labels.js';

const label = (id, priority, x, more = {}) => ({ id, kind: 'label', priority, size: 16, width: 60, height: 20, x, ...more });
const place = ({ x }) => ({ x, y: 100, scale: 1 });

test('of two labels on one spot the more important is shown', () => {
  const shown = thinned([label('low', 1, 200), label('high', 2, 210)], { place, occupancy: createOccupancy(800, 600) });
  assert.deepEqual(shown.map((one) => one.id), ['high']);
});

test('no two shown labels touch', () => {
  const many = Array.from({ length: 80 }, (_, k) => label(`l${k}`, k % 7, 40 + k * 9));
  const shown = thinned(many, { place, occupancy: createOccupancy(800, 600) });
  const boxes = shown.map((one) => one.box).sort((a, b) => a[0] - b[0]);
  boxes.slice(1).forEach((box, k) => assert.ok(box[0] >= boxes[k][0] + boxes[k][2]));
});

test('a label that was shown stays when its rival is as important', () => {
  const options = { place, occupancy: createOccupancy(800, 600), shown: new Set(['b']) };
  assert.deepEqual(thinned([label('a', 5, 200), label('b', 5, 205)], options).map((one) => one.id), ['b']);
});

test('panels keep labels away', () => {
  const occupancy = createOccupancy(800, 600);
  occupancy.take([0, 0, 400, 600]);
  assert.deepEqual(thinned([label('a', 1, 200), label('b', 1, 600)], { place, occupancy }).map((one) => one.id), ['b']);
});

test('a sign and its own name may touch', () => {
  const pair = [label('sign', 2, 200, { owner: 'f' }), label('name', 1, 210, { owner: 'f' })];
  assert.equal(thinned(pair, { place, occupancy: createOccupancy(800, 600) }).length, 2);
});

test('a label too small to read is left out', () => {
  const far = () => ({ x: 200, y: 100, scale: 0.5 });
  assert.deepEqual(thinned([label('a', 1, 200)], { place: far, occupancy: createOccupancy(800, 600) }), []);
});

test('Hanzi are as wide as high, long names end in an ellipsis', () => {
  assert.equal(textWidth('社区'), 2);
  assert.equal(shortened('一二三四五六七八九十一二三', 12), '一二三四五六七八九十一…');
  assert.equal(shortened('莲塘社区', 12), '莲塘社区');
});

test('400 candidates are placed well within 60 ms', () => {
  const many = Array.from({ length: 400 }, (_, k) => ({ id: `label-${k}`, kind: 'label', priority: k, size: 14, width: 90, height: 20, x: (k * 97) % 1900, y: (k * 53) % 1000 }));
  const place = ({ x, y }) => ({ x, y, scale: 1 });
  const before = performance.now();
  for (let k = 0; k < 10; k += 1) thinned(many, { place, occupancy: createOccupancy(1920, 1080) });
  assert.ok((performance.now() - before) / 10 < 60);
});
