// Labels whose letters are shaped together.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { FINENESS, drawnLabels, isolated, needsShaping } from '../../processing/scene/page/shaped.js';

test('Uyghur, Tibetan, Mongolian and Hindi are shaped, Hanzi, Latin letters and figures are not', () => {
  for (const name of ['شىنجاڭ', 'ལྷ་ས', 'ᠮᠣᠩᠭᠣᠯ', 'दिल्ली', '第3网格 ئۈرۈمچى 75%']) assert.ok(needsShaping(name), name);
  for (const name of ['莲塘社区 75%', 'Ürümqi', '12 幢', 'ꆈꌠ', '…', '100 %。']) assert.ok(!needsShaping(name), name);
});

test('a share stays behind the name that it belongs to', () => {
  assert.equal(isolated('شىنجاڭ ئۈرۈمچى… 75%'), '\u2068شىنجاڭ ئۈرۈمچى…\u2069 75%');
  assert.equal(isolated('莲塘社区 75%'), '莲塘社区 75%');
});

test('every label has a picture of its own, all lie in the canvas and none on another', () => {
  const written = [];
  const pen = new Proxy({ font: '' }, {
    get: (own, name) => (name === 'measureText' ? (text) => ({ width: 10 * text.length }) : name === 'fillText' ? (text) => written.push(text) : name in own ? own[name] : () => {}),
    set(own, name, value) { own[name] = value; return true; },
  });
  globalThis.document = { createElement: () => ({ getContext: () => pen }) };
  const labels = [{ id: 'a', text: 'ལྷ་ས', size: 14, look: 'pill' }, { id: 'b', text: 'شىنجاڭ 75%', size: 22, look: 'halo' }];
  const { canvas, mapping } = drawnLabels(labels, 'sans-serif', () => ({ ink: '#fff', ground: '#000', border: '#888', borderWidth: 1 }));
  assert.deepEqual(written, labels.map(({ text }) => isolated(text)));
  const { a, b } = mapping;
  assert.equal(b.y, a.y + a.height);
  assert.equal(canvas.height, a.height + b.height);
  assert.equal(canvas.width, Math.max(a.width, b.width));
  assert.equal(a.height, 23 * FINENESS); // 14 px of letters and 8.4 around them, whole pixels
});
