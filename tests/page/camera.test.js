import assert from 'node:assert/strict';
import test from 'node:test';
import { keptView, lonLatOf, metresOf, servicesView } from '../../processing/scene/page/camera.js';
import { hashOfState, parseHash, stateOfHash } from '../../processing/scene/page/hash.js';
import { areaAt, insideRings, oneLevelUp } from '../../processing/scene/page/pick.js';
import { createModel } from '../../processing/scene/page/model.js';
import { createState } from '../../processing/scene/page/state.js';
import { inventedCore, inventedTile } from './invented.js';

const model = createModel(inventedCore());
model.addTile(0, inventedTile());

test('degrees follow the payload and come back', () => {
  const meta = { origin: [120, 30], toLonLat: [[0, 1e-5, 0], [0, 0, 2e-5]], fromLonLat: [[0, 1e5, 0], [0, 0, 5e4]] };
  const place = lonLatOf(meta, [100, 200]);
  assert.deepEqual(place, [120.001, 30.004]);
  assert.deepEqual(metresOf(meta, place).map(Math.round), [100, 200]);
});

test('the view stays near the district', () => {
  const view = keptView({ longitude: 130, latitude: 31, zoom: 25, pitch: 80, bearing: 0 }, { box: [120, 30, 121, 32], homeZoom: 12 });
  assert.deepEqual([view.longitude, view.zoom, view.pitch], [121.2, 19.5, 65]);
});

test('a place stays in sight when its services are far', () => {
  assert.deepEqual(servicesView({ longitude: 1, latitude: 1, zoom: 12 }, [0, 0]), { longitude: 0, latitude: 0, zoom: 15.4 });
});

test('a hole is outside', () => {
  const outline = [0, 0, 0, 9, 9, 9, 9, 0, 0, 0];
  const hole = [3, 3, 6, 3, 6, 6, 3, 6, 3, 3];
  assert.equal(insideRings([outline, hole], [1, 1]), true);
  assert.equal(insideRings([outline, hole], [4, 4]), false);
});

test('a click on open ground finds the smallest area', () => {
  const rings = [[], [[[-200, 0, 200, 0, 200, 200, -200, 200, -200, 0]]], []];
  assert.equal(areaAt(model, rings, createState().get(), [10, 50]), 1);
  assert.equal(areaAt(model, rings, createState().get(), [10, 500]), null);
});

test('the same spot leads from the building to its community and then to nothing', () => {
  assert.deepEqual(oneLevelUp(model, { kind: 'building', index: 0 }), { kind: 'area', index: 1 });
  assert.equal(oneLevelUp(model, { kind: 'area', index: 1 }), null);
});

test('the address keeps what is seen', () => {
  const record = createState({ category: 'health', minutes: 10, selection: { kind: 'area', index: 2 }, view: { longitude: 120.6, latitude: 31.3, zoom: 14, pitch: 40, bearing: -14 } }).get();
  const hash = hashOfState(model, record, ['3d']);
  assert.equal('3d' in parseHash(hash), true);
  const back = stateOfHash(model, hash);
  assert.deepEqual([back.category, back.minutes, back.selection, back.view], [record.category, record.minutes, record.selection, record.view]);
});

test('a hash of another file or of a joker changes nothing', () => {
  assert.deepEqual(stateOfHash(model, '#category=<b>&select=building:99&minutes=7&view=a,b&theme=red&%'), {});
});
