// The town of walks.test.js, walked at 1 m/s: the facility stands 10 m beside the middle of street 2 (100, 100) – (200, 100).
import assert from 'node:assert/strict';
import test from 'node:test';
import { createWalks } from '../../processing/scene/page/walks.js';
import { reachOf } from '../../processing/scene/page/walkreach.js';

const f32 = (...values) => Float32Array.from(values);
const u32 = (...values) => Uint32Array.from(values);

function town(more = {}) {
  const columns = {
    'n.sizes': u32(2, 2, 2, 2), 'n.x': f32(0, 100, 100, 100, 100, 200, 200, 300), 'n.y': f32(0, 0, 0, 100, 100, 100, 100, 100),
    'n.start': u32(0, 1, 2, 4), 'n.end': u32(1, 2, 3, 5), 'n.length': u32(1000, 1000, 1000, 1000),
    // Out of the last street's estate to node 3, not in again.
    'gate.from': u32(4), 'gate.to': u32(3),
    'h.point': u32(0, 1), 'h.edge': u32(0, 3), 'h.offset': u32(100, 100), 'h.leg': u32(20, 20),
    'p.point': u32(0), 'p.edge': u32(2), 'p.offset': u32(100), 'p.leg': u32(20),
    ...more,
  };
  const model = {
    counts: { doorplates: 2, facilities: 1 },
    meta: { walker: { speed: 1 }, direction: 'to_facility' },
    doorplates: { xy: () => [0, 0], households: (i) => [30, 7][i] },
    facilities: { xy: () => [150, 110] },
  };
  return { model, net: createWalks({ columns, json: { nodes: 6 } }, model).net };
}

const length = (paths) => paths.reduce((sum, path) => sum + path.slice(1).reduce((own, [x, y], i) => own + Math.hypot(x - path[i][0], y - path[i][1]), 0), 0);

test('within 60 m one reaches 50 m of the street each way', () => {
  const { net, model } = town();
  const [near] = reachOf(net, model, 0, { unit: 'm', limits: [60] });
  assert.equal(length(near.paths), 100);
  assert.equal(near.households, 0);
});

test('a home counts from the metre on that it needs', () => {
  // 10 + 50 + 100 + 50 + 10 = 220 m for the first; 10 + 50 (to the gate) + 50 + 10 = 120 m for the second, through its gate.
  const { net, model } = town();
  const found = reachOf(net, model, 0, { unit: 'm', limits: [119.9, 120, 219.9, 220] });
  assert.deepEqual(found.map((band) => band.households), [0, 7, 7, 37]);
});

test('minutes are seconds of the walker', () => {
  const { net, model } = town();
  const found = reachOf(net, model, 0, { unit: 'min', limits: [2, 3.65, 220 / 60] });
  assert.deepEqual(found.map((band) => band.households), [7, 7, 37]);
});

test('slow streets and their penalties count', () => {
  // The second street takes 200 s instead of 100 and costs 5 s besides: 10 + 50 + 205 + 50 + 10 = 325 s.
  const seconds = u32(1000, 2000, 1000, 1000);
  const { net, model } = town({ 'n.there': seconds, 'n.back': seconds, 'n.penalty': u32(0, 50, 0, 0) });
  const found = reachOf(net, model, 0, { unit: 'min', limits: [324.9 / 60, 325 / 60] });
  assert.deepEqual(found.map((band) => band.households), [7, 37]);
});

test('who lives behind a gate that only leads in is not reached', () => {
  const { net, model } = town({ 'gate.from': u32(3), 'gate.to': u32(4) });
  const [far] = reachOf(net, model, 0, { unit: 'm', limits: [1000] });
  assert.equal(far.households, 30);
});
