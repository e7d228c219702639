import assert from 'node:assert/strict';
import test from 'node:test';
import { createState, layerShown } from '../../processing/scene/page/state.js';

test('a listener hears its keys only, and never an equal value', () => {
  const state = createState();
  const heard = [];
  state.subscribe(['theme', 'category'], (record) => heard.push([record.theme, record.category]));
  state.set({ theme: 'light' });
  state.set({ theme: 'light' });
  state.set({ language: 'en' });
  state.set({ selection: { kind: 'area', index: 1 } });
  state.set({ category: 'park' });
  assert.deepEqual(heard, [['light', null], ['light', 'park']]);
});

test('an equal selection is no change', () => {
  const state = createState({ selection: { kind: 'area', index: 1 } });
  let heard = 0;
  state.subscribe('selection', () => { heard += 1; });
  state.set({ selection: { kind: 'area', index: 1 } });
  assert.equal(heard, 0);
});

test('what a listener sets is told in a second round', () => {
  const state = createState();
  const heard = [];
  state.subscribe('category', () => state.set({ minutes: 5 }));
  state.subscribe(['category', 'minutes'], (record) => heard.push([record.category, record.minutes]));
  state.set({ category: 'park' });
  assert.deepEqual(heard.at(-1), ['park', 5]);
});

test('an ended subscription is silent', () => {
  const state = createState();
  let heard = 0;
  const end = state.subscribe('theme', () => { heard += 1; });
  end();
  state.set({ theme: 'light' });
  assert.equal(heard, 0);
});

test('an unknown key is refused', () => {
  assert.throws(() => createState().set({ colour: 1 }), /no key colour/);
});

test('a layer follows its parent', () => {
  const state = createState();
  assert.equal(layerShown(state.get(), 'facilities.park'), true);
  state.setLayer('facilities', false);
  assert.equal(layerShown(state.get(), 'facilities.park'), false);
  assert.equal(layerShown(state.get(), 'walls.grid'), false);
});
