import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { buildingClass, buildingColours, buildingLight, mixed, rgb, themeColours } from '../../processing/scene/page/colours.js';
import { createModel } from '../../processing/scene/page/model.js';
import { createState } from '../../processing/scene/page/state.js';
import { inventedCore, inventedTile } from './invented.js';

const palette = JSON.parse(readFileSync(new URL('../../styles/palette.json', import.meta.url)));
const colours = themeColours(palette, 'dark');

function whole() {
  const model = createModel(inventedCore());
  model.addTile(0, inventedTile());
  return model;
}

test('a building has the colour of its legend class', () => {
  const model = whole();
  const colour = buildingColours(model, createState().get(), colours);
  assert.deepEqual(colour(0), [...rgb(palette.ramp.dark[4]), 255]);
  assert.deepEqual(colour(2), [...rgb(palette.ramp.dark[0]), 255]);
});

test('a category leaves two classes and grey', () => {
  const model = whole();
  assert.deepEqual([0, 1, 2].map((i) => buildingClass(model, 'health', i)), [1, 2, 0]);
});

test('served buildings go grey when only failing ones are wanted', () => {
  const model = whole();
  const light = buildingLight(model, createState({ category: 'health', failingOnly: true }).get());
  assert.deepEqual([light(0).one, light(1).one], [0, 2]);
});

test('a reason lights only its buildings', () => {
  const model = whole();
  const light = buildingLight(model, createState({ whyFilter: 'behind_gate' }).get());
  assert.deepEqual([light(0).out, light(1).out], [true, false]);
});

test('a selected area keeps its own buildings bright', () => {
  const model = whole();
  const light = buildingLight(model, createState({ selection: { kind: 'area', index: 1 } }).get());
  assert.deepEqual([light(0).aside, light(1).aside], [false, true]);
});

test('mixing keeps the share of the first colour', () => {
  assert.deepEqual(mixed([100, 0, 0], [0, 100, 0], 0.25), [25, 75, 0]);
});
