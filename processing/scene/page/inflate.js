// A small inflate (RFC 1951, 1952) for browsers without DecompressionStream: slower, but the page opens all the same.

const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const DISTANCE_EXTRA = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST = 15;
const END = 256;
const FIXED = Uint8Array.from({ length: 288 }, (_, k) => (k < 144 ? 8 : k < 256 ? 9 : k < 280 ? 7 : 8));
const FLAGS = Object.freeze({ checksum: 2, extra: 4, name: 8, comment: 16 });

// A table from the next 15 bits (lowest first) to symbol × 16 + length of its code.
function codeTable(lengths) {
  const counts = new Uint16Array(LONGEST + 1);
  lengths.forEach((length) => { if (length) counts[length] += 1; });
  const next = new Uint16Array(LONGEST + 1);
  for (let length = 1; length < LONGEST; length += 1) next[length + 1] = (next[length] + counts[length]) << 1;
  const table = new Uint16Array(1 << LONGEST);
  lengths.forEach((length, symbol) => {
    if (!length) return;
    let code = next[length];
    next[length] += 1;
    let turned = 0;
    for (let bit = 0; bit < length; bit += 1) {
      turned = (turned << 1) | (code & 1);
      code >>= 1;
    }
    for (let at = turned; at < table.length; at += 1 << length) table[at] = (symbol << 4) | length;
  });
  return table;
}

function bitReader(bytes, start) {
  let at = start;
  let held = 0;
  let count = 0;
  const fill = (wanted) => {
    while (count < wanted) {
      held |= (bytes[at] ?? 0) << count;
      at += 1;
      count += 8;
    }
  };
  return {
    bits(wanted) {
      if (!wanted) return 0;
      fill(wanted);
      const value = held & ((1 << wanted) - 1);
      held >>>= wanted;
      count -= wanted;
      return value;
    },
    symbol(table) {
      fill(LONGEST);
      const found = table[held & ((1 << LONGEST) - 1)];
      if (!(found & 15)) throw new Error('The packed data hold an unknown code');
      held >>>= found & 15;
      count -= found & 15;
      return found >> 4;
    },
    // Bytes as they stand, from the next whole byte on.
    plain() {
      at -= count >> 3;
      held = 0;
      count = 0;
      const length = bytes[at] | (bytes[at + 1] << 8);
      const part = bytes.subarray(at + 4, at + 4 + length);
      at += 4 + length;
      return part;
    },
    spent: () => at > bytes.length + 8,
  };
}

function ownTables(reader) {
  const [literals, distances, codes] = [reader.bits(5) + 257, reader.bits(5) + 1, reader.bits(4) + 4];
  const orders = new Uint8Array(CODE_ORDER.length);
  for (let k = 0; k < codes; k += 1) orders[CODE_ORDER[k]] = reader.bits(3);
  const table = codeTable(orders);
  const lengths = new Uint8Array(literals + distances);
  for (let k = 0; k < lengths.length;) {
    const symbol = reader.symbol(table);
    if (symbol < 16) {
      lengths[k] = symbol;
      k += 1;
      continue;
    }
    const value = symbol === 16 ? lengths[k - 1] : 0;
    const times = symbol === 16 ? 3 + reader.bits(2) : symbol === 17 ? 3 + reader.bits(3) : 11 + reader.bits(7);
    lengths.fill(value, k, k + times);
    k += times;
  }
  return [codeTable(lengths.subarray(0, literals)), codeTable(lengths.subarray(literals))];
}

// Writes one block of codes from out[end] on; returns where it ends.
function codedBlock(reader, [literals, distances], out, start) {
  let end = start;
  for (let symbol = reader.symbol(literals); symbol !== END; symbol = reader.symbol(literals)) {
    if (reader.spent()) throw new Error('The packed data end too early');
    if (symbol < END) {
      out[end] = symbol;
      end += 1;
      continue;
    }
    const length = LENGTH_BASE[symbol - 257] + reader.bits(LENGTH_EXTRA[symbol - 257]);
    const code = reader.symbol(distances);
    const distance = DISTANCE_BASE[code] + reader.bits(DISTANCE_EXTRA[code]);
    // Byte by byte: a copy may overlap what it writes.
    for (let k = 0; k < length; k += 1) out[end + k] = out[end + k - distance];
    end += length;
  }
  return end;
}

function gzipStart(bytes) {
  const flags = bytes[3];
  let at = 10;
  if (flags & FLAGS.extra) at += 2 + (bytes[at] | (bytes[at + 1] << 8));
  for (const flag of [FLAGS.name, FLAGS.comment]) {
    if (flags & flag) at = bytes.indexOf(0, at) + 1;
  }
  return flags & FLAGS.checksum ? at + 2 : at;
}

/** The bytes of one gzip member unpacked; its last four bytes tell their number. */
export function unpackedGzip(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) throw new Error('No gzip data');
  const size = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true);
  const out = new Uint8Array(size);
  const reader = bitReader(bytes, gzipStart(bytes));
  const fixed = [codeTable(FIXED), codeTable(new Uint8Array(30).fill(5))];
  let end = 0;
  for (let last = 0; !last;) {
    last = reader.bits(1);
    const kind = reader.bits(2);
    if (kind === 3 || reader.spent()) throw new Error('The packed data are damaged');
    if (kind === 0) {
      const part = reader.plain();
      out.set(part, end);
      end += part.length;
    } else end = codedBlock(reader, kind === 1 ? fixed : ownTables(reader), out, end);
  }
  if (end !== size) throw new Error('The packed data are not whole');
  return out;
}
