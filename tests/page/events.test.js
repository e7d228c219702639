import assert from 'node:assert/strict';
import test from 'node:test';
import { ageWords, eventAt } from '../../processing/scene/page/eventpanel.js';
import { objectAbove } from '../../processing/scene/page/actions.js';
import { createModel } from '../../processing/scene/page/model.js';
import { createState } from '../../processing/scene/page/state.js';
import { stateOfHash } from '../../processing/scene/page/hash.js';
import { inventedCore } from './invented.js';

function reported() {
  const core = inventedCore();
  core.json.events = { category: ['噪声', '占道', '积水'], state: ['办结', null, null], age: [0, 3, null], x: [0, 100, 106], y: [0, 0, 0] };
  return createModel(core);
}

const page = (model) => ({ model, t: (key, { days = '' } = {}) => `${key}${days}` });

test('an event is as old as the data, not as today', () => {
  const model = reported();
  assert.deepEqual([0, 1, 2].map((i) => ageWords(page(model), i)), ['event_today', 'event_age3', '—']);
});

test('of two events near each other the nearer is picked, far ones are not', () => {
  const model = reported();
  const record = createState().get();
  const flat = ([x, y]) => [x, y];
  assert.equal(eventAt(model, record, flat, [104, 1]), 2);
  assert.equal(eventAt(model, record, flat, [60, 0]), null);
  assert.equal(eventAt(model, { ...record, layers: { events: false } }, flat, [0, 0]), null);
});

test('an event can be linked to and stands in no area', () => {
  const model = reported();
  assert.deepEqual(stateOfHash(model, '#select=event:1').selection, { kind: 'event', index: 1 });
  assert.equal(stateOfHash(model, '#select=event:3').selection, undefined);
  assert.equal(objectAbove({ model }, { kind: 'event', index: 1 }), null);
});

test('rows of panels give way to a seam by up to 24 px', () => {
  const model = reported();
  assert.deepEqual(['12', '25', '-1', 'x'].map((shift) => stateOfHash(model, `#shift=${shift}`).shift), [12, undefined, undefined, undefined]);
});
