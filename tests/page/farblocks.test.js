// 30,001 buildings of 10 × 10 m in two tiles over 1,000 × 500 m: from afar one picture, painted tile by tile.

import test from 'node:test';
import assert from 'node:assert/strict';
import { createFarBlocks } from '../../processing/scene/page/farblocks.js';

class Pixels {
  constructor(data, width, height) { Object.assign(this, { data, width, height }); }
}
globalThis.ImageData ??= Pixels;

const COLOURS = { theme: 'dark', ramp: [[90, 90, 90], [200, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 200, 0]], covered: [], change: [], surfaces: { ground: [0, 0, 0] }, keep: 0.5 };
const RECORD = { lightMode: true, view3d: false, category: null, compare: null, dimmedClass: null, failingOnly: false, whyFilter: null, areaFilter: null, selection: null };
const make = (id, template, properties) => ({ id, template, ...properties });

function modelOf(count) {
  const footprint = (i) => { const x = i ? 900 : 0; return [[Float32Array.of(x, 0, x + 10, 0, x + 10, 10, x, 10, x, 0)]]; };
  return {
    head: { tiles: { bbox: [[0, 0, 10, 10], [900, 0, 1000, 500]] } },
    buildings: { count, tileRange: (tile) => (tile ? [1, 2] : [0, 1]), footprint, completenessClass: (i) => (i ? 5 : 1) },
  };
}

function coloursOf(pixels) {
  const found = new Set();
  for (let at = 0; at < pixels.data.length; at += 4) if (pixels.data[at + 3]) found.add(pixels.data[at + 1] ? 'green' : 'red');
  return [...found].sort();
}

test('only many buildings, flat, without graphics hardware and from afar', () => {
  const far = createFarBlocks(modelOf(30001));
  assert.equal(far.suits(RECORD, 4), true);
  assert.equal(far.suits(RECORD, 0.5), false);
  assert.equal(far.suits({ ...RECORD, view3d: true }, 4), false);
  assert.equal(far.suits({ ...RECORD, lightMode: false }, 4), false);
  assert.equal(createFarBlocks(modelOf(30000)).suits(RECORD, 4), false);
});

test('tiles are added as they come; other colours or nearer pixels paint all of them anew', () => {
  const far = createFarBlocks(modelOf(30001));
  assert.equal(far.layer(make, true).visible, false);
  far.paint(RECORD, COLOURS, [0], 4);
  const first = far.layer(make, true).image;
  assert.deepEqual(coloursOf(first), ['red']);
  far.paint(RECORD, COLOURS, [0], 4);
  assert.equal(far.layer(make, true).image, first);
  far.paint(RECORD, COLOURS, [0, 1], 4);
  assert.deepEqual(coloursOf(far.layer(make, true).image), ['green', 'red']);
  far.paint({ ...RECORD, failingOnly: true }, COLOURS, [0, 1], 4);
  // The building that lacks nothing is grey now: its green is no more than its red.
  assert.equal([...far.layer(make, true).image.data].includes(200), true);
  assert.equal([...far.layer(make, true).image.data].filter((value, at) => at % 4 === 1 && value > 150).length, 0);
  far.paint(RECORD, COLOURS, [0, 1], 1);
  const { image, bounds } = far.layer(make, true);
  assert.equal(image.width > first.width, true);
  // 150 m around the boxes of the tiles, and up to two pixels more in the east and the south.
  assert.deepEqual([bounds[0][0], bounds[1][1]], [-150, 650]);
});
