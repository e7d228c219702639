// The signs of categories and the badges.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createAtlas } from '../../processing/scene/page/atlas.js';

// A font whose signs reach 80 % of its size above the line and 20 % below it.
function recorder(written) {
  const pen = new Proxy({ font: '' }, {
    get(own, name) {
      if (name === 'measureText') return () => { const size = Number(own.font.split(' ')[1].slice(0, -2)); return { actualBoundingBoxAscent: 0.8 * size, actualBoundingBoxDescent: 0.2 * size }; };
      if (name === 'fillText') return (text, x, y) => written.push({ text, x, y, size: Number(own.font.split(' ')[1].slice(0, -2)) });
      return name in own ? own[name] : () => {};
    },
    set(own, name, value) { own[name] = value; return true; },
  });
  return pen;
}

test('the ink of every sign stands in the middle of its cell', () => {
  const written = [];
  globalThis.document = { createElement: () => ({ getContext: () => recorder(written) }) };
  const categories = [{ id: 'park', glyph: '园', shape: 'diamond', colour: { dark: '#0a0' } }, { id: 'day', glyph: '日托', shape: 'circle', colour: { dark: '#00a' } }];
  const tokens = { page: [0, 0, 0], good: [0, 0, 0], bad: [0, 0, 0], amber: [0, 0, 0], text_1: [0, 0, 0], ground: [0, 0, 0], icon_ink: [0, 0, 0] };
  const { mapping } = createAtlas(categories, { theme: 'dark', surfaces: tokens });
  const cells = Object.values(mapping);
  assert.equal(written.length, cells.length);
  written.forEach(({ x, y, size }, k) => {
    assert.equal(x, cells[k].x + cells[k].width / 2);
    assert.ok(Math.abs(y - 0.8 * size / 2 + 0.2 * size / 2 - (cells[k].y + cells[k].height / 2)) < 1e-9);
  });
});
