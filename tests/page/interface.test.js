import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { chooseCategory, closeNewest, objectAbove, stepMinutes } from '../../processing/scene/page/actions.js';
import { categoryColour } from '../../processing/scene/page/glyph.js';
import { fillIn } from '../../processing/scene/page/i18n.js';
import { checkState } from '../../processing/scene/page/layertree.js';
import { layoutFor } from '../../processing/scene/page/layout.js';
import { createModel } from '../../processing/scene/page/model.js';
import { barColour, shareClass } from '../../processing/scene/page/ramp.js';
import { scaleLength } from '../../processing/scene/page/scale.js';
import { serviceRows } from '../../processing/scene/page/services.js';
import { createState } from '../../processing/scene/page/state.js';
import { lineLength, ringArea } from '../../processing/scene/page/measure.js';
import { districtCore, districtTile } from './district.js';

const FOLDER = fileURLToPath(new URL('../../processing/scene/', import.meta.url));

function district() {
  const model = createModel(districtCore());
  model.addTile(0, districtTile());
  return { model, state: createState({ loaded: 1 }) };
}

test('a category brings its own limit and all takes the bands away', () => {
  const page = district();
  chooseCategory(page, 'market');
  assert.equal(page.state.get().minutes, 10);
  stepMinutes(page, 1);
  stepMinutes(page, 1);
  assert.equal(page.state.get().minutes, 15);
  chooseCategory(page, null);
  assert.equal(page.state.get().minutes, null);
});

test('Esc takes back the newest thing first and ends at nothing', () => {
  const page = district();
  chooseCategory(page, 'park');
  page.state.set({ selection: { kind: 'building', index: 0 }, dialog: 'about', failingOnly: true });
  const left = () => Object.entries({ dialog: page.state.get().dialog, selection: page.state.get().selection, filter: page.state.get().failingOnly || null, category: page.state.get().category }).filter(([, value]) => value !== null).map(([key]) => key);
  const steps = [left()];
  while (closeNewest(page)) steps.push(left());
  assert.deepEqual(steps.map((step) => step.length), [4, 3, 2, 1, 0]);
  assert.deepEqual(steps[1], ['selection', 'filter', 'category']);
});

test('above a doorplate stands its building, above that its grid', () => {
  const page = district();
  assert.deepEqual(objectAbove(page, { kind: 'doorplate', index: 1 }), { kind: 'building', index: 0 });
  assert.equal(page.model.areas.level(objectAbove(page, { kind: 'building', index: 0 }).index), 'grid');
  assert.equal(objectAbove(page, { kind: 'area', index: 0 }), null);
});

test('a building shows its worst doorplate', () => {
  const { model } = district();
  const [elderly] = serviceRows(model, model.buildings.doorplatesOf(0));
  assert.equal(elderly.service.ok, false);
  assert.deepEqual([elderly.met, elderly.judged], [1, 2]);
});

test('the window and the text size decide the layout', () => {
  assert.equal(layoutFor(1920, 1080), 'wall');
  assert.equal(layoutFor(1366, 768), 'laptop');
  assert.equal(layoutFor(1093, 614), 'narrow');
  assert.equal(layoutFor(800, 600), 'phone');
  assert.equal(layoutFor(1920, 1080, 1.25), 'wall');
  assert.equal(layoutFor(1920, 1080, 1.5), 'laptop');
  assert.equal(layoutFor(3840, 2160, 2), 'narrow');
});

test('classes have inclusive lower bounds and a bar follows its target', () => {
  assert.deepEqual([0.599, 0.6, 0.7, 0.8, 0.9, null].map(shareClass), [1, 2, 3, 4, 5, 0]);
  assert.equal(barColour(0.84, 0.85), 'var(--bad)');
  assert.equal(barColour(0.85, 0.85), 'var(--good)');
  assert.equal(barColour(0.61, null), 'var(--ramp-2)');
});

test('a parent with some children shown is mixed', () => {
  const walls = { id: 'walls', children: [{ id: 'walls.community' }, { id: 'walls.grid' }] };
  const { state } = district();
  assert.equal(checkState(state.get(), walls), 'mixed');
  state.setLayer('walls.grid', true);
  assert.equal(checkState(state.get(), walls), 'true');
  state.setLayer('walls', false);
  assert.equal(checkState(state.get(), walls), 'false');
});

test('scale bars are round and never too long', () => {
  assert.deepEqual(scaleLength(5, 120), { metres: 500, pixels: 100 });
});

test('measured lengths and areas are those of the ground', () => {
  assert.equal(lineLength([[0, 0], [30, 40], [30, 50]]), 60);
  assert.equal(ringArea([[0, 0], [10, 0], [10, 20], [0, 20]]), 200);
});

test('sentences fill their names and leave unknown ones', () => {
  assert.equal(fillIn('{a} / {b} {{x}}', { a: 1 }), '1 / {b} {x}');
});

test('an id from a profile never becomes style', () => {
  assert.equal(categoryColour('a);background:url(x)'), 'var(--category-other)');
  assert.equal(categoryColour('primary_school'), 'var(--category-primary-school, var(--category-other))');
});

const modules = readdirSync(`${FOLDER}page`).filter((name) => name.endsWith('.js'));
const source = (name) => readFileSync(`${FOLDER}page/${name}`, 'utf8');
const words = [...['words.py', 'words_detail.py', 'words_compare.py', 'words_live.py', 'words_public.py'].map((name) => readFileSync(`${FOLDER}${name}`, 'utf8')).join('').matchAll(/^ {4}"(\w+)": text\(/gm)].map((found) => found[1]);

test('every word that the page asks for is in the list', () => {
  const missing = modules.flatMap((name) => [...source(name).replace(/^\s*\/?[/*].*$/gm, '').matchAll(/\bt\('(\w+)'/g)].map((found) => found[1]).filter((key) => !words.includes(key)).map((key) => `${name}: ${key}`));
  assert.deepEqual(missing, []);
});

test('words built from an id are there for every id', () => {
  const patterns = modules.flatMap((name) => [...source(name).matchAll(/\bt\(`(\w*?)\$\{[^`]*\}(\w*)`/g)].map((found) => [found[1], found[2]]));
  for (const [before, after] of patterns) assert.ok(words.some((key) => key.startsWith(before) && key.endsWith(after)), `${before}…${after}`);
});

test('no module makes markup or code out of text', () => {
  const forbidden = /\binnerHTML\b|\bouterHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function|javascript:/;
  assert.deepEqual(modules.filter((name) => forbidden.test(source(name).replace(/^\s*\/\/.*$/gm, ''))), []);
});

test('no module holds a word of its own', () => {
  const strings = (text) => [...text.replace(/^\s*(\/\/|\/?\*).*$/gm, '').replace(/\/\/.*$/gm, '').matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map((found) => found[1] ?? found[2]);
  const own = modules.flatMap((name) => strings(source(name)).filter((text) => /[\u4e00-\u9fff]/.test(text)).map((text) => `${name}: ${text}`));
  assert.deepEqual(own, []);
});
