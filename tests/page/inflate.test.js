import assert from 'node:assert/strict';
import test from 'node:test';
import { constants, gzipSync } from 'node:zlib';
import { inflate } from '../../processing/scene/page/decode.js';
import { unpackedGzip } from '../../processing/scene/page/inflate.js';

// The same bytes every time, in parts repeating, in parts like noise.
function sample(size) {
  let seed = 7;
  return Uint8Array.from({ length: size }, (_, k) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return k % 1000 < 600 ? (k % 37) + 65 : (seed >> 16) & 255;
  });
}

for (const [name, options] of [['own codes', {}], ['fixed codes', { strategy: constants.Z_FIXED }], ['no codes', { level: 0 }], ['best', { level: 9 }]]) {
  test(`gzip with ${name} comes back byte by byte`, () => {
    for (const size of [0, 1, 300, 200000]) {
      const bytes = sample(size);
      assert.deepEqual(unpackedGzip(new Uint8Array(gzipSync(bytes, options))), bytes);
    }
  });
}

test('cut off data are refused, never returned half', () => {
  const packed = new Uint8Array(gzipSync(sample(5000)));
  assert.throws(() => unpackedGzip(packed.slice(0, 900)));
  assert.throws(() => unpackedGzip(Uint8Array.of(1, 2, 3)));
});

test('a browser without DecompressionStream unpacks all the same', async () => {
  const kept = globalThis.DecompressionStream;
  delete globalThis.DecompressionStream;
  try {
    assert.deepEqual(await inflate(new Uint8Array(gzipSync(sample(3000)))), sample(3000));
  } finally {
    globalThis.DecompressionStream = kept;
  }
});
