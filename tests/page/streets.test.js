// Many short streets along the x axis, ten to a cell of 2 km: from afar thin lines, near by only the cells in view.

import test from 'node:test';
import assert from 'node:assert/strict';
import { createStreets, streetLayers, thinnedLine } from '../../processing/scene/page/layers-streets.js';

const COLOURS = { theme: 'dark', surfaces: { road: [1, 2, 3], arterial: [4, 5, 6] } };
const make = (id, template, properties) => ({ id, template, ...properties });

function columnsOf(count) {
  const at = Array.from({ length: count }, (_, k) => k * 200);
  return {
    's.sizes': Uint32Array.from(at, () => 2),
    's.x': Float32Array.from(at.flatMap((x) => [x, x + 100])),
    's.y': new Float32Array(2 * count),
    's.width': Uint8Array.from(at, (_, k) => (k ? 1 : 2)),
    's.bridge': new Uint8Array(count),
  };
}

test('a bend of 5 m is straightened, one of 20 m stays', () => {
  assert.deepEqual(thinnedLine([0, 0, 50, 5, 100, 0], 6), [0, 0, 100, 0]);
  assert.deepEqual(thinnedLine([0, 0, 50, 20, 100, 0], 6), [0, 0, 50, 20, 100, 0]);
});

test('few streets are always drawn in their width', () => {
  const layers = streetLayers({ make, record: { lightMode: false }, colours: COLOURS, streets: createStreets(columnsOf(10)), context: true, zoom: 11, seesBox: () => true });
  assert.deepEqual(layers.map((layer) => layer.id), ['streets-minor-all', 'streets-major-all', 'streets-bridges']);
  assert.equal(layers[1].data.length, 10);
});

test('of many streets the view from afar has lines, one piece each, and the arterials', () => {
  const streets = createStreets(columnsOf(20001));
  const layers = streetLayers({ make, record: { lightMode: false }, colours: COLOURS, streets, context: true, zoom: 12, seesBox: () => true });
  assert.deepEqual(layers.map((layer) => layer.id), ['streets-far', 'streets-arterials', 'streets-bridges']);
  assert.equal(layers[0].data.length, 20000);
  assert.equal(layers[1].data.length, 1);
});

test('near by only the cells in view are drawn', () => {
  const streets = createStreets(columnsOf(20001));
  const layers = streetLayers({ make, record: { lightMode: false }, colours: COLOURS, streets, context: true, zoom: 16, seesBox: (box) => box[0] < 1000 });
  assert.deepEqual(layers.map((layer) => layer.id), ['streets-minor-0.0', 'streets-major-0.0', 'streets-bridges']);
  assert.equal(layers[1].data.length, 10);
});

test('without graphics hardware the far streets are a picture, arterials and bridges straight pieces in their width', () => {
  globalThis.ImageData ??= class { constructor(data, width, height) { Object.assign(this, { data, width, height }); } };
  const columns = columnsOf(20001);
  columns['s.bridge'][5] = 1;
  const layers = streetLayers({ make, record: { lightMode: true }, colours: COLOURS, streets: createStreets(columns), context: true, zoom: 12, seesBox: () => true });
  assert.deepEqual(layers.map((layer) => [layer.id, layer.template]), [['streets-picture', 'picture'], ['streets-broad', 'lines']]);
  const [{ image }, { data, getWidth, getColor }] = layers;
  assert.equal(image.width, 2048);
  assert.equal(data.length, 2);
  assert.deepEqual([0, 1].map((index) => getWidth(null, { index })), [24, 11]);
  assert.deepEqual([0, 1].map((index) => getColor(null, { index })), [[4, 5, 6, 255], [1, 2, 3, 255]]);
});
