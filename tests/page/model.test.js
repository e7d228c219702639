import assert from 'node:assert/strict';
import test from 'node:test';
import { createModel, rankAreas, worstEstates } from '../../processing/scene/page/model.js';
import { SUPPRESSED } from '../../processing/scene/page/model-values.js';
import { inventedCore, inventedTile } from './invented.js';

function whole() {
  const model = createModel(inventedCore());
  model.addTile(0, inventedTile());
  return model;
}

test('a building knows its name, its doorplates and whom it holds', () => {
  const { buildings } = whole();
  assert.equal(buildings.name(0), '康乐新村 12 幢');
  assert.deepEqual(buildings.doorplatesOf(0), [0, 1]);
  assert.deepEqual(buildings.doorplatesOf(2), []);
  assert.equal(buildings.households(0), 50);
  assert.equal(buildings.heightSource(1), 'floors');
});

test('few residents are hidden and unknown ones stay unknown', () => {
  const { buildings } = whole();
  assert.equal(buildings.residents(1), SUPPRESSED);
  assert.equal(buildings.residents(2), null);
});

test('a doorplate says why it misses a category', () => {
  const { doorplates } = whole();
  assert.deepEqual(doorplates.service(2, 'primary_school'), { ok: false, why: 'behind_gate', metres: 1240, minutes: doorplates.service(2, 'primary_school').minutes, facility: 0 });
  assert.equal(doorplates.service(2, 'health').metres, null);
  assert.deepEqual(doorplates.reached(0), [2, 2]);
  assert.equal(doorplates.address(1), '丰泽路 120 号');
  assert.equal(doorplates.address(3), null);
});

test('the colour of a building follows its worst doorplate', () => {
  const { buildings } = whole();
  assert.equal(buildings.ok(0, 'primary_school'), false);
  assert.equal(buildings.ok(0, 'health'), true);
  assert.equal(buildings.ok(2, 'health'), null);
});

test('the worst community comes first and a category changes the order of figures', () => {
  const model = whole();
  const rows = rankAreas(model, { level: 'community', category: null, weight: 'households', sort: 'rate' });
  assert.deepEqual(rows.map((row) => model.areas.code(row.area)), ['102', '101']);
  assert.deepEqual(rows.map((row) => row.rank), [1, 2]);
  const school = rankAreas(model, { level: 'community', category: 'primary_school', weight: 'households', sort: 'uncovered' });
  assert.deepEqual(school.map((row) => row.uncovered), [50, 20]);
});

test('reasons of what is not covered add up to one', () => {
  const reasons = whole().measures.reasons(null, null, 'households');
  assert.deepEqual(reasons.map((reason) => reason.pairs), [20, 50, 0, 50, 0]);
  assert.equal(reasons.reduce((sum, reason) => sum + reason.share, 0), 1);
});

test('the estate with most households left out leads', () => {
  assert.deepEqual(worstEstates(whole(), 0, 'primary_school'), []);
  assert.deepEqual(worstEstates(whole(), 1, 'primary_school'), [{ name: '丰泽新村', households: 20 }]);
});

test('text of the data stays text', () => {
  assert.equal(whole().areas.name(2), '<img onerror=alert(1)>');
});
