import assert from 'node:assert/strict';
import test from 'node:test';
import { closeNewest } from '../../processing/scene/page/actions.js';
import { createModel } from '../../processing/scene/page/model.js';
import { createState } from '../../processing/scene/page/state.js';
import { toggleTour, tourSteps, weakestCategory } from '../../processing/scene/page/tour.js';
import { districtCore } from './district.js';
import { inventedCore } from './invented.js';

test('the tour shows the whole and the five worst communities, worst first', () => {
  const model = createModel(districtCore());
  const steps = tourSteps(model, { level: 'community', weight: 'households' });
  assert.deepEqual(steps.map(({ area }) => (area === null ? '' : model.areas.name(area))), ['', '锦帆社区', '云锦社区', '桂雨社区', '东篱社区', '双塔社区']);
  assert.equal(steps[0].ms, 12000);
  assert.equal(steps[1].ms, 8000);
});

test('a station shows the category that the area misses most', () => {
  // North reaches the school with 60 % and health with all, South both with 1 of 51; the school has a target.
  const model = createModel(inventedCore());
  assert.equal(weakestCategory(model, 1, 'households'), 'primary_school');
});

test('without a ledger there is the whole district only', () => {
  const model = createModel(districtCore({ ledger: false }));
  assert.equal(tourSteps(model, { level: 'community', weight: 'households' }).length, 1);
});

test('T starts and ends the tour, Esc ends it', () => {
  const page = { state: createState() };
  toggleTour(page);
  assert.deepEqual(page.state.get().tour, { step: 0, paused: false });
  closeNewest(page);
  assert.equal(page.state.get().tour, null);
});
