import assert from 'node:assert/strict';
import test from 'node:test';
import { areaParts, cardCount, grouped, metresParts, minutesNumber, percent, percentsOfWhole, percentShort, percentTarget, points } from '../../processing/scene/page/format.js';
import { createPhrases } from '../../processing/scene/page/phrases.js';

test('thousands are parted by a thin space from four digits on', () => {
  assert.equal(grouped(999), '999');
  assert.equal(grouped(2251), '2\u202f251');
  assert.equal(grouped(1234567), '1\u202f234\u202f567');
  assert.equal(grouped(null), '—');
});

test('big counts are scaled by language', () => {
  assert.deepEqual(cardCount(105640, 'zh'), { number: '10.56', scale: 'ten_thousand' });
  assert.deepEqual(cardCount(105640, 'en'), { number: '105.6k', scale: '' });
  assert.deepEqual(cardCount(9999, 'zh'), { number: '9\u202f999', scale: '' });
});

test('100 percent is said only where all are reached, 0.0 only where none is', () => {
  assert.equal(percent(1), '100%');
  assert.equal(percent(0.99999), '>99.9%');
  assert.equal(percent(0.00001), '<0.1%');
  assert.equal(percent(0), '0.0%');
  assert.equal(percent(0.825), '82.5%');
  assert.equal(percent(null), '—');
});

test('a rounded rate does not contradict its verdict', () => {
  assert.equal(percent(0.8996, 0.9), '89.96%');
  assert.equal(percent(0.8999, 0.9), '89.99%');
  assert.equal(percent(0.9, 0.9), '90.0%');
});

test('a walk over the limit never prints as the limit', () => {
  assert.equal(minutesNumber(6.54), '6.5');
  assert.equal(minutesNumber(24.4), '24');
  assert.equal(minutesNumber(5.02, 5), '5.02');
  assert.equal(minutesNumber(5.0004, 5), '5.01');
  assert.equal(minutesNumber(5, 5), '5.0');
});

test('long ways are said in kilometres', () => {
  assert.deepEqual(metresParts(1166.4), { number: '1\u202f166', unit: 'm' });
  assert.deepEqual(metresParts(12400), { number: '12.4', unit: 'km' });
  assert.deepEqual(metresParts(300.2, 300), { number: '300.20', unit: 'm' });
});

test('areas change their unit with their size', () => {
  assert.deepEqual(areaParts(24.6), { number: '24.6', unit: 'm2' });
  assert.deepEqual(areaParts(1320000), { number: '1.32', unit: 'km2' });
});

test('shares of a whole add up to 100.0', () => {
  const printed = percentsOfWhole([1 / 3, 1 / 3, 1 / 3]);
  assert.deepEqual(printed, ['33.4%', '33.3%', '33.3%']);
  assert.deepEqual(percentsOfWhole([1]), ['100%']);
});

test('signs of change are typographic', () => {
  assert.equal(points(0.032), '+3.2');
  assert.equal(points(-0.017), '\u22121.7');
  assert.equal(percentShort(0.917), '92%');
  assert.equal(percentTarget(0.85), '85%');
});

test('metres known to 5 m are said so and never rounded onto a limit', () => {
  const t = Object.assign((key, values) => (key === 'about_metres' ? `≈ ${values.metres}` : `${values.number} m`), { has: () => false });
  const exact = createPhrases({ t, language: () => 'en', suppressBelow: 5 });
  const rounded = createPhrases({ t, language: () => 'en', suppressBelow: 5, rounded: true });
  assert.equal(exact.walked(393.4, 300), '393 m');
  assert.equal(rounded.walked(393.4, 300), '≈ 395 m');
  assert.equal(rounded.walked(302, 300), '≈ 302 m');
  assert.equal(rounded.walked(300.4, 300), '≈ 300.40 m');
});
