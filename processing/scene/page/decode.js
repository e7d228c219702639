// The payload read back: printable text → gzip → JSON and typed arrays (FORMAT.md tells the form).

import { unpackedGzip } from './inflate.js';

const HEAD_BYTES = 4;

const DIGITS = 91;
const CODES = new Uint8Array(128);
Array.from({ length: 94 }, (_, k) => k + 33).filter((code) => !'<>&'.includes(String.fromCharCode(code))).forEach((code, digit) => { CODES[code] = digit; });

// Bytes of printable text: two characters hold 13 bits, lowest first.
export function bytesOfPrintable(text) {
  const bytes = new Uint8Array(Math.floor(((text.length >> 1) * 13) / 8));
  let [held, bits, at] = [0, 0, 0];
  for (let i = 0; i + 1 < text.length; i += 2) {
    held |= (CODES[text.charCodeAt(i) & 127] * DIGITS + CODES[text.charCodeAt(i + 1) & 127]) << bits;
    for (bits += 13; bits > 7; bits -= 8) {
      bytes[at] = held & 255;
      at += 1;
      held >>>= 8;
    }
  }
  return bytes;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

// The checksum that zlib calls crc32.
export function crc32(bytes) {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i += 1) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ bytes[i]) & 255];
  return (crc ^ 0xffffffff) >>> 0;
}

// The bytes of gzip data unpacked: by the browser, else by our own code.
export async function inflate(bytes) {
  if (typeof DecompressionStream !== 'function') return unpackedGzip(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function readVarints(bytes, count, put) {
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    let value = 0;
    let scale = 1;
    let byte = bytes[at];
    at += 1;
    // Numbers beyond 32 bits do occur in sums: multiplication instead of shifts.
    while (byte > 127) {
      value += (byte & 127) * scale;
      scale *= 128;
      byte = bytes[at];
      at += 1;
    }
    put(i, value + byte * scale);
  }
}

function unzigzag(value) {
  return value % 2 ? -(value + 1) / 2 : value / 2;
}

const READERS = {
  // Whole numbers from 0.
  u(bytes, count) {
    const values = new Uint32Array(count);
    readVarints(bytes, count, (i, value) => { values[i] = value; });
    return values;
  },
  // Signed whole numbers.
  z(bytes, count, step) {
    const values = step ? new Float32Array(count) : new Int32Array(count);
    readVarints(bytes, count, (i, value) => { values[i] = unzigzag(value) * (step || 1); });
    return values;
  },
  // Differences; with a step measured values, with missing ones where 0 stands.
  d(bytes, count, step, missing) {
    const values = step ? new Float32Array(count) : new Int32Array(count);
    let sum = 0;
    readVarints(bytes, count, (i, value) => {
      sum += unzigzag(value);
      if (!missing) values[i] = step ? sum * step : sum;
      else values[i] = sum === 0 ? NaN : (sum - 1) * step;
    });
    return values;
  },
  b: (bytes) => bytes.slice(),
  f: (bytes) => new Float64Array(bytes.slice().buffer),
  // Amounts: 0 not known, 1 suppressed (−1), n + 2.
  a(bytes, count) {
    const values = new Float64Array(count);
    readVarints(bytes, count, (i, value) => { values[i] = value === 0 ? NaN : value - 2; });
    return values;
  },
};

// {json, columns} of one unpacked part; a column is read when it is first asked for.
export function readPart(bytes) {
  const headLength = new DataView(bytes.buffer, bytes.byteOffset, HEAD_BYTES).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD_BYTES, HEAD_BYTES + headLength)));
  const columns = {};
  let at = HEAD_BYTES + headLength;
  for (const [name, kind, count, length, step, missing] of head.columns) {
    const own = bytes.subarray(at, at + length);
    let read = null;
    const get = () => {
      read ??= READERS[kind](own, count, step, missing);
      return read;
    };
    Object.defineProperty(columns, name, { enumerable: true, get });
    at += length;
  }
  return { json: head.json, columns };
}

// Polygons of a part by prefix, each made when it is asked for: at(k) is a list of parts, each part closed rings as flat arrays
// [x, y, x, y …], its outline first. middle(k) is the middle of the box of its first outline, or null.
export function polygonsOf(columns, name) {
  const [parts, rings, sizes, x, y] = ['parts', 'rings', 'sizes', 'x', 'y'].map((column) => columns[`${name}.${column}`] || []);
  const [firstPart, firstRing, firstCorner] = [parts, rings, sizes].map(startsOf);
  const ring = (k) => closedRing(x, y, firstCorner[k], sizes[k]);
  const range = (from, to, make) => Array.from({ length: to - from }, (_, k) => make(from + k));
  return {
    count: parts.length,
    at: (k) => range(firstPart[k], firstPart[k + 1], (part) => range(firstRing[part], firstRing[part + 1], ring)),
    middle(k) {
      const outline = firstRing[firstPart[k]];
      return parts[k] ? boxMiddle(x, y, firstCorner[outline], firstCorner[outline + 1]) : null;
    },
  };
}

export function readPolygons(columns, name) {
  const { count, at } = polygonsOf(columns, name);
  return Array.from({ length: count }, (_, k) => at(k));
}

// Where each of so many begins, and where the last ends.
function startsOf(counts) {
  const starts = new Uint32Array(counts.length + 1);
  for (let k = 0; k < counts.length; k += 1) starts[k + 1] = starts[k] + counts[k];
  return starts;
}

function boxMiddle(x, y, from, to) {
  let [west, east, south, north] = [x[from], x[from], y[from], y[from]];
  for (let k = from + 1; k < to; k += 1) {
    west = Math.min(west, x[k]);
    east = Math.max(east, x[k]);
    south = Math.min(south, y[k]);
    north = Math.max(north, y[k]);
  }
  return [(west + east) / 2, (south + north) / 2];
}

function closedRing(x, y, start, size) {
  const flat = new Float32Array(2 * size + 2);
  for (let i = 0; i < size; i += 1) {
    flat[2 * i] = x[start + i];
    flat[2 * i + 1] = y[start + i];
  }
  flat[2 * size] = flat[0];
  flat[2 * size + 1] = flat[1];
  return flat;
}

// Lines of a part by prefix, each a flat array [x, y, x, y …].
export function readLines(columns, name) {
  const [sizes, x, y] = ['sizes', 'x', 'y'].map((column) => columns[`${name}.${column}`] || []);
  let at = 0;
  return Array.from(sizes, (size) => {
    const flat = new Float32Array(2 * size);
    for (let i = 0; i < size; i += 1) {
      flat[2 * i] = x[at + i];
      flat[2 * i + 1] = y[at + i];
    }
    at += size;
    return flat;
  });
}

// Rings of one part in the form deck.gl takes: a flat array, or with holes {positions, holeIndices}.
export function flatPolygon(rings) {
  if (rings.length === 1) return rings[0];
  const positions = new Float32Array(rings.reduce((sum, ring) => sum + ring.length, 0));
  const holeIndices = [];
  let at = 0;
  for (const ring of rings) {
    if (at) holeIndices.push(at);
    positions.set(ring, at);
    at += ring.length;
  }
  return { positions, holeIndices };
}
