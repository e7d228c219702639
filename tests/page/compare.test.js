// Two ledgers in the invented scene: before, North reached school with nobody and South the health station with all 51.
import assert from 'node:assert/strict';
import test from 'node:test';
import { closeNewest, compareRefusal, showEra, stepCompare, toggleCompare } from '../../processing/scene/page/actions.js';
import { shownClass } from '../../processing/scene/page/colours.js';
import { hashOfState, stateOfHash } from '../../processing/scene/page/hash.js';
import { createModel } from '../../processing/scene/page/model.js';
import { changeClass, rankChanges, shareChangeClass } from '../../processing/scene/page/model-compare.js';
import { createState } from '../../processing/scene/page/state.js';
import { inventedCore, inventedTile } from './invented.js';

const WAS = {
  rate: [0, 0, 0, 0, 51 / 101, 0, 1, 51 / 101],
  completeness: [0.25, 0, 0.5, 0.25],
  covered_total: [101, 50, 51, 101],
  gained: [30, 30, 0, 30, 50, 50, 0, 50],
  lost: [0, 0, 0, 0, 50, 0, 50, 50],
  gained_any: [50, 50, 0, 50],
  lost_any: [50, 0, 50, 50],
};

function twoLedgers(differs = []) {
  const core = inventedCore();
  core.json.compare = {
    dates: ['2025-12-31', '2026-11-20'], runs: ['a', 'b'], differs, both: 4, new: 0, gone: 0, weights: { households: [101, 101] },
    legend: { before: { all: [1, 2, 0, 0, 0, 0] }, change: { all: [1, 0, 1, 0, 1, 0] } },
    facilities: { new: [0], moved: [], gone: { name: [], categories: [], x: [], y: [] } },
  };
  for (const weight of ['households', 'residents']) {
    for (const [name, values] of Object.entries(WAS)) core.columns[`was.${weight}.${name}`] = Float64Array.from(values);
  }
  const tile = inventedTile();
  // Building 0 gained health, building 1 lost it: columns are category after category.
  Object.assign(tile.columns, { 'b.wasClasses': Uint8Array.of(1, 2, 0), 'b.wasOk': Uint8Array.of(2, 2, 0, 2, 1, 0) });
  const model = createModel(core);
  model.addTile(0, tile);
  return model;
}

const pageOf = (model) => ({ model, state: createState(), t: (key) => key, wallLayout: () => true });

test('a file of one ledger has nothing to compare', () => {
  const model = createModel(inventedCore());
  assert.equal(model.compare, null);
  assert.equal(compareRefusal({ model, t: (key) => key }), 'one_ledger');
});

test('the change of an area is its share after less its share before', () => {
  const { compare } = twoLedgers();
  assert.equal(compare.change(1, 'primary_school', 'households'), 0.6);
  assert.equal(compare.change(null, 'health', 'households'), 0);
  assert.equal(compare.gained(null, 'health', 'households'), 50);
  assert.equal(compare.lost(null, 'health', 'households'), 50);
});

test('a building counts the categories it reaches more', () => {
  const { buildings } = twoLedgers();
  assert.equal(buildings.change(0, null), 1);
  assert.equal(buildings.change(1, 'health'), -1);
  assert.equal(buildings.change(1, 'primary_school'), 0);
  assert.equal(buildings.change(2, null), null);
});

test('the page reads the earlier figures while it shows before', () => {
  const model = twoLedgers();
  model.showBefore(true);
  assert.equal(model.measures.completeness(null, 'households'), 0.25);
  assert.equal(model.buildings.completenessClass(0), 1);
  assert.equal(model.buildings.ok(1, 'health'), true);
  assert.deepEqual(model.legend(null), [1, 2, 0, 0, 0, 0]);
  model.showBefore(false);
  assert.equal(model.buildings.completenessClass(0), 4);
});

test('classes of change are two either way of none', () => {
  assert.deepEqual([null, -3, -1, 0, 1, 2].map(changeClass), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual([null, -0.05, -0.01, 0.0004, 0.02, 0.05].map(shareChangeClass), [0, 1, 2, 3, 4, 5]);
  assert.equal(shownClass(twoLedgers(), { compare: 'change', category: null }, 0), 4);
});

test('areas stand by their change, largest first, unchanged ones are counted', () => {
  const model = twoLedgers();
  const { rows, unchanged } = rankChanges(model, { level: 'community', category: 'primary_school', weight: 'households', sort: 'rate' });
  assert.deepEqual(rows.map((row) => row.area), [1, 2]);
  assert.equal(unchanged, 0);
});

test('V steps through before, after and change, C and Esc leave', () => {
  const page = pageOf(twoLedgers());
  const eras = [];
  for (let k = 0; k < 4; k += 1) {
    stepCompare(page);
    eras.push(page.state.get().compare);
  }
  assert.deepEqual(eras, ['change', 'before', 'after', 'change']);
  toggleCompare(page);
  assert.equal(page.state.get().compare, null);
  showEra(page, 'after');
  closeNewest(page);
  assert.equal(page.state.get().compare, null);
});

test('runs with other settings are not compared, not even by the address', () => {
  const model = twoLedgers([['speed', 1, 1.2]]);
  assert.equal(compareRefusal({ model, t: (key) => key }), 'differs');
  assert.equal(stateOfHash(model, '#compare=change').compare, undefined);
});

test('the address keeps the comparison', () => {
  const model = twoLedgers();
  const state = createState({ compare: 'before' });
  assert.equal(stateOfHash(model, hashOfState(model, state.get(), [])).compare, 'before');
});
