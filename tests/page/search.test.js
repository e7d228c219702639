import assert from 'node:assert/strict';
import test from 'node:test';
import { createModel } from '../../processing/scene/page/model.js';
import { coordinatesIn, createStacks, findEntries, folded, gatherEntries, matchedPart, searchEntry, tokensOf } from '../../processing/scene/page/searchindex.js';
import { inventedCore, inventedTile } from './invented.js';

const entries = [
  searchEntry('doorplate', '丰泽路 1180 号'),
  searchEntry('doorplate', '丰泽路 118 号'),
  searchEntry('doorplate', '新丰泽路 118 号'),
  searchEntry('place', '康乐新村二期 12 幢'),
  searchEntry('area', '桂雨社区', { code: '990106001003' }),
  searchEntry('road', '丰泽路'),
];
const names = (words) => findEntries(createStacks(entries), words).map((entry) => entry.name);

test('full width and case make no difference', () => {
  assert.equal(folded('ＡＢ１２ 号'), 'AB12号');
});

test('the tokens of an address are its words and its numbers', () => {
  assert.deepEqual(tokensOf('丰泽118'), ['丰泽', '118']);
});

test('a whole number comes before a longer one', () => {
  assert.deepEqual(names('丰泽 118'), ['丰泽路 118 号', '新丰泽路 118 号', '丰泽路 1180 号']);
});

test('what starts with the words comes first and roads stand last', () => {
  const found = names('丰泽路');
  assert.equal(found[0], '丰泽路 118 号');
  assert.equal(found.at(-1), '丰泽路');
});

test('an area is found by its code and by its last digits', () => {
  assert.deepEqual(names('990106001003'), ['桂雨社区']);
  assert.deepEqual(names('003'), ['桂雨社区']);
});

test('words that people leave out may be missing', () => {
  assert.deepEqual(names('康乐新村二期12'), ['康乐新村二期 12 幢']);
  assert.deepEqual(names('丰泽路街道118'), ['丰泽路 118 号', '丰泽路 1180 号', '新丰泽路 118 号']);
});

test('coordinates are read with either comma', () => {
  assert.deepEqual(coordinatesIn('120.63, 31.26'), { longitude: 120.63, latitude: 31.26 });
  assert.deepEqual(coordinatesIn('120.63，31.26'), { longitude: 120.63, latitude: 31.26 });
  assert.equal(coordinatesIn('丰泽路 118 号'), null);
});

test('nothing at all is found for nothing', () => {
  assert.deepEqual(names(''), []);
  assert.deepEqual(names('无此地'), []);
});

test('the matched part is marked in the name as it is written', () => {
  assert.deepEqual(matchedPart('康乐新村 12 幢', '新村12'), [2, 7]);
  assert.deepEqual(matchedPart('丰泽路 118 号', '丰泽 118'), [0, 2]);
});

test('areas, roads, facilities, buildings, doorplates and estates can be found', () => {
  const model = createModel(inventedCore());
  model.addTile(0, inventedTile());
  const groups = [...gatherEntries(model)].map((entry) => `${entry.group} ${entry.name}`);
  for (const one of ['area 北社区', 'road 丰泽路', 'facility 示例小学', 'place 康乐新村 12 幢', 'doorplate 丰泽路 118 号', 'place 丰泽新村']) assert.ok(groups.includes(one), one);
});

test('300 000 addresses answer within the patience of a typist', () => {
  const many = Array.from({ length: 300000 }, (_, i) => searchEntry('doorplate', `第${i % 900}路 ${i} 号`));
  const stacks = createStacks(many);
  findEntries(stacks, '第1路');
  const start = performance.now();
  findEntries(stacks, '第 17 路 299 号');
  // 20 ms on a quiet desk; several times that where tests share two cores.
  assert.ok(performance.now() - start < 400);
});

test('300 000 addresses answer within 50 ms', () => {
  const many = Array.from({ length: 300000 }, (_, k) => searchEntry('doorplate', `${'丰长莲清望云桂双'[k % 8]}泽${1 + (k % 90)}路${1 + Math.floor(k / 700)}号${1 + (k % 3)}幢`));
  const stacks = createStacks(many);
  for (const words of ['丰泽1路118号', '长泽 250', '双泽80路7号2幢', '119号', '没有这样的地址']) {
    const times = [0, 1, 2].map(() => {
      const before = process.cpuUsage();
      findEntries(stacks, words);
      return process.cpuUsage(before).user / 1000;
    });
    assert.ok(Math.min(...times) <= 50, `${words}: ${Math.min(...times)} ms`);
  }
});
