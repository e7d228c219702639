import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { bytesOfPrintable, crc32, flatPolygon, inflate, readLines, readPart, readPolygons } from '../../processing/scene/page/decode.js';

function partOf(json, columns) {
  const directory = columns.map(([name, kind, count, bytes, step = 0, missing = 0]) => [name, kind, count, bytes.length, step, missing]);
  const head = new TextEncoder().encode(JSON.stringify({ json, columns: directory }));
  const length = new Uint8Array(new Uint32Array([head.length]).buffer);
  return Uint8Array.from([...length, ...head, ...columns.flatMap((column) => column[3])]);
}

test('numbers of any length come back', () => {
  const part = readPart(partOf({}, [['n', 'u', 4, [0, 127, 128, 1, 172, 2]]]));
  assert.deepEqual([...part.columns.n], [0, 127, 128, 300]);
});

test('differences add up in steps', () => {
  // 10, 12, 9 in steps of 0.5: first 20, then +4, then −6; zigzag 40, 8, 11.
  const { columns } = readPart(partOf({}, [['x', 'd', 3, [40, 8, 11], 0.5]]));
  assert.deepEqual([...columns.x], [10, 12, 9]);
});

test('a missing value is no number, a suppressed one is −1', () => {
  const { columns } = readPart(partOf({}, [['m', 'd', 2, [0, 2], 1, 1], ['a', 'a', 3, [0, 1, 7]]]));
  assert.deepEqual([...columns.m], [NaN, 0]);
  assert.deepEqual([...columns.a], [NaN, -1, 5]);
});

test('reals come back to the last bit', () => {
  const bytes = [...new Uint8Array(new Float64Array([0.1, 1 / 3]).buffer)];
  assert.deepEqual([...readPart(partOf({}, [['f', 'f', 2, bytes]])).columns.f], [0.1, 1 / 3]);
});

test('packed data are unpacked', async () => {
  const packed = gzipSync(Buffer.from('社区三维'));
  const bytes = await inflate(packed);
  assert.equal(new TextDecoder().decode(bytes), '社区三维');
});

test('the checksum is the one of zlib', () => {
  assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
});

test('polygons close their rings and keep their holes', () => {
  const columns = { 'b.parts': [1], 'b.rings': [2], 'b.sizes': [4, 3], 'b.x': [0, 0, 9, 9, 1, 2, 2], 'b.y': [0, 9, 9, 0, 1, 1, 2] };
  const [[rings]] = readPolygons(columns, 'b');
  assert.deepEqual([...rings[1]], [1, 1, 2, 1, 2, 2, 1, 1]);
  const { positions, holeIndices } = flatPolygon(rings);
  assert.equal(positions.length, 18);
  assert.deepEqual(holeIndices, [10]);
});

test('lines follow each other', () => {
  const lines = readLines({ 's.sizes': [2, 2], 's.x': [0, 1, 5, 6], 's.y': [0, 0, 5, 5] }, 's');
  assert.deepEqual(lines.map((line) => [...line]), [[0, 0, 1, 0], [5, 5, 6, 5]]);
});

test('printable text holds 13 bits in two characters', () => {
  // 0x41 0x42 0x43 is 0x434241: the low 13 bits are 0x0241 = 577 = 6 × 91 + 31, the next eleven 0x21a = 538 = 5 × 91 + 83.
  const digit = (k) => Array.from({ length: 94 }, (_, i) => String.fromCharCode(i + 33)).filter((one) => !'<>&'.includes(one))[k];
  assert.deepEqual([...bytesOfPrintable(digit(6) + digit(31) + digit(5) + digit(83))], [0x41, 0x42, 0x43]);
});
