// Pixels of 10 m over 80 × 60 m; the first row is the north.

import test from 'node:test';
import assert from 'node:assert/strict';
import { boundsOfPicture, createRaster, linePixels, pixelGrid } from '../../processing/scene/page/raster.js';

const GRID = { step: 10, width: 10, height: 8, box: [0, -20, 100, 60] };
const RED = [200, 100, 0];
const square = (x, y, side) => Float32Array.of(x, y, x + side, y, x + side, y + side, x, y + side, x, y);
const turned = (ring) => Float32Array.from({ length: ring.length }, (_, k) => ring[ring.length - 2 - k + 2 * (k % 2)]);

function filled(...polygons) {
  const raster = createRaster(GRID);
  for (const rings of polygons) raster.fill(rings, RED);
  return (x, y) => [...raster.data.subarray(4 * (y * GRID.width + x), 4 * (y * GRID.width + x) + 4)];
}

test('the longer side has so many pixels, two of them as a margin', () => {
  const grid = pixelGrid([0, 0, 80, 60], 10);
  assert.deepEqual(grid, GRID);
  assert.deepEqual(boundsOfPicture(grid.box), [[0, -20], [0, 60], [100, 60], [100, -20]]);
});

test('a whole pixel has the colour, its neighbours nothing', () => {
  const pixel = filled([square(20, 30, 10)]);
  assert.deepEqual(pixel(2, 2), [200, 100, 0, 255]);
  for (const [x, y] of [[1, 2], [3, 2], [2, 1], [2, 3]]) assert.deepEqual(pixel(x, y), [0, 0, 0, 0]);
});

test('a quarter of a pixel counts half, so that small buildings are seen, the colours with it', () => {
  const pixel = filled([square(20, 35, 5)]);
  assert.deepEqual(pixel(2, 2), [100, 50, 0, 128]);
});

test('a square over the corner of four pixels gives each its own part', () => {
  const pixel = filled([square(25, 25, 10)]);
  for (const [x, y] of [[2, 2], [3, 2], [2, 3], [3, 3]]) assert.equal(pixel(x, y)[3], 128);
});

test('a slanted side halves its pixels: the square on its tip has 200 m² in four triangles of 50 m²', () => {
  const pixel = filled([Float32Array.of(30, 20, 40, 30, 30, 40, 20, 30, 30, 20)]);
  for (const [x, y] of [[2, 2], [3, 2], [2, 3], [3, 3]]) assert.equal(pixel(x, y)[3], Math.round(255 * Math.SQRT1_2));
});

test('holes are left out and the turn of a ring says nothing', () => {
  const pixel = filled([turned(square(10, 10, 30)), square(20, 20, 10)]);
  assert.equal(pixel(2, 3)[3], 0);
  assert.equal(pixel(1, 3)[3], 255);
  assert.equal(filled([square(10, 10, 30), square(20, 20, 10)])(2, 3)[3], 0);
});

test('what lies over the edge of the picture is cut there', () => {
  const pixel = filled([square(-20, 40, 30)]);
  assert.equal(pixel(0, 1)[3], 255);
  assert.equal(pixel(9, 0)[3], 0);
});

test('random polygons cover as many square metres as they have', () => {
  const next = ((seed) => () => { seed = (seed * 16807) % 2147483647; return seed / 2147483647; })(7);
  for (let k = 0; k < 200; k += 1) {
    const corners = Array.from({ length: 3 }, () => [10 + 60 * next(), 5 + 50 * next()]);
    const ring = Float32Array.from([...corners, corners[0]].flat());
    const raster = createRaster(GRID);
    raster.fill([ring], RED);
    let covered = 0;
    for (let at = 3; at < raster.data.length; at += 4) covered += (raster.data[at] / 255) ** 2 * 100;
    const [[ax, ay], [bx, by], [cx, cy]] = corners;
    const area = Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
    assert.ok(Math.abs(covered - area) < 6 + 0.01 * area, `${covered} instead of ${area}`);
  }
});

test('lines are white with their cover as alpha', () => {
  // 9 m across in 10 pixels and a margin: a pixel a metre. The first line runs along y = 5, the second one along x = 3.
  const { data, width, height, box } = linePixels([Float32Array.of(0, 5, 9, 5), Float32Array.of(3, 0, 3, 9)], 11);
  const alpha = (x, y) => data[4 * (y * width + x) + 3];
  assert.deepEqual([width, height], [11, 11]);
  assert.deepEqual(box, [0, -2, 11, 9]);
  // The first row is the north: y = 5 is the row 9 − 5.
  assert.deepEqual([alpha(7, 4), alpha(7, 3), alpha(7, 5)], [255, 0, 0]);
  assert.deepEqual([alpha(3, 8), alpha(2, 8), alpha(4, 8)], [255, 0, 0]);
  assert.deepEqual([...data.subarray(0, 3)], [255, 255, 255]);
});
