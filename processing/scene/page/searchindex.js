// What can be found and in which order: no page here, only strings and places.

const WEAK = /[省市区县街道号幢栋]/g;
const GROUPS = ['area', 'place', 'doorplate', 'facility', 'road'];
const COLLATOR = new Intl.Collator('zh', { numeric: true });
const MOST = 8;
const RANKS = 7;
const WEAKEST = RANKS - 1;
const ENOUGH = 60; // of one rank: more would not be shown
const MOST_SEEN = 20000; // of one look through the stack: a word that common tells nothing

/** One spelling for all widths and cases: full-width becomes half-width, upper case, no spaces. */
export function folded(text) {
  return text.normalize('NFKC').toUpperCase().replace(/\s+/g, '');
}

/** The second, weaker spelling: without the words that people leave out. */
export function bare(text) {
  return folded(text).replace(WEAK, '');
}

/** The tokens of a query: runs of digits, runs of Latin letters, runs of Hanzi. */
export function tokensOf(query) {
  return query.normalize('NFKC').toUpperCase().match(/\d+|[A-Z]+|[^\dA-Z\s]+/g) ?? [];
}

const isDigit = (code) => code >= 48 && code <= 57;

function inOrder(text, tokens) {
  let from = 0;
  let whole = true;
  for (const token of tokens) {
    const at = text.indexOf(token, from);
    if (at < 0) return -1;
    from = at + token.length;
    // 118 is found in 1180 too, but the number itself comes first.
    if (isDigit(token.charCodeAt(0)) && (isDigit(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(from)))) whole = false;
  }
  return whole ? 0 : 1;
}

/** How well an entry fits, 0 best; −1 = not at all. Order: code, start of name, tokens in order, contains. */
export function fit(entry, query) {
  if (entry.code && entry.code === query.text) return 0;
  if (entry.code && query.text.length >= 3 && entry.code.endsWith(query.text)) return 1;
  if (entry.text.startsWith(query.text)) return entry.text.length === query.text.length ? 1 : 2;
  const order = query.tokens.length > 1 ? inOrder(entry.text, query.tokens) : -1;
  if (order >= 0) return 3 + order;
  return entry.text.includes(query.text) ? 5 : -1;
}

/** "120.63, 31.26" as {longitude, latitude}, else null. */
export function coordinatesIn(query) {
  const found = query.normalize('NFKC').match(/^\s*(-?\d{1,3}\.\d+)\s*[,，、\s]\s*(-?\d{1,2}\.\d+)\s*$/);
  if (!found) return null;
  const [longitude, latitude] = [Number(found[1]), Number(found[2])];
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? { longitude, latitude } : null;
}

/** An entry: its words once as they are read and once as they are compared. */
export function searchEntry(group, name, more) {
  const text = folded(name);
  return { group, name, text, bare: text.replace(WEAK, ''), code: '', ...more };
}

/** All entries of a search in one long string for each spelling: finding a word in it takes milliseconds. */
export function createStacks(entries) {
  const stack = (spelling) => {
    const ends = new Uint32Array(entries.length);
    let end = 1;
    entries.forEach((entry, i) => {
      end += entry[spelling].length + 1;
      ends[i] = end;
    });
    return { joined: `\n${entries.map((entry) => entry[spelling]).join('\n')}\n`, ends };
  };
  return { entries, text: stack('text'), bare: stack('bare'), coded: entries.filter((entry) => entry.code) };
}

// The entries whose spelling holds a part, in their order; '\n' before a part asks for those that start with it.
function* holding(stacks, spelling, part) {
  const { joined, ends } = stacks[spelling];
  let k = 0;
  let seen = 0;
  for (let at = joined.indexOf(part); at >= 0 && seen < MOST_SEEN; at = joined.indexOf(part, ends[k] - 1)) {
    while (ends[k] <= at + 1) k += 1;
    seen += 1;
    yield stacks.entries[k];
  }
}

function* candidates(stacks, query) {
  yield* stacks.coded;
  yield* holding(stacks, 'text', `\n${query.text}`);
  yield* holding(stacks, 'text', query.text);
  if (query.tokens.length > 1) yield* holding(stacks, 'text', query.longest);
}

/** The best entries for a query in the order of their groups; at most eight. */
export function findEntries(stacks, words, most = MOST) {
  const text = folded(words);
  const tokens = tokensOf(words);
  if (!text || !tokens.length) return [];
  const query = { text, tokens, longest: tokens.reduce((long, token) => (token.length > long.length ? token : long)) };
  const shelves = Array.from({ length: RANKS }, () => new Set());
  for (const entry of candidates(stacks, query)) {
    const rank = fit(entry, query);
    if (rank >= 0 && shelves[rank].size < ENOUGH) shelves[rank].add(entry);
    if (shelves[2].size >= ENOUGH) break;
  }
  const weak = bare(words);
  if (weak && shelves.every((shelf) => shelf.size < most)) {
    for (const entry of holding(stacks, 'bare', weak)) {
      if (shelves[WEAKEST].size >= most) break;
      shelves[WEAKEST].add(entry);
    }
  }
  return bestOf(shelves, most);
}

function bestOf(shelves, most) {
  const byGroup = (a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group);
  // Numbers in names count as numbers: 2 before 10.
  const byName = (a, b) => byGroup(a, b) || COLLATOR.compare(a.name, b.name);
  const best = new Set(shelves.flatMap((shelf) => [...shelf].sort(byName)));
  return [...best].slice(0, most).sort(byGroup);
}

/** Everything findable in a model, gathered in slices so that the page stays awake: an iterator of entries. */
export function* gatherEntries(model) {
  yield* areaEntries(model);
  for (const road of model.roads) yield searchEntry('road', road.name, { xy: [road.x, road.y] });
  for (let i = 0; i < model.facilities.count; i += 1) {
    if (model.facilities.name(i)) yield searchEntry('facility', model.facilities.name(i), { selection: { kind: 'facility', index: i } });
  }
  for (let i = 0; i < model.buildings.count; i += 1) {
    const name = model.buildings.name(i);
    if (name) yield searchEntry('place', name, { selection: { kind: 'building', index: i } });
  }
  yield* doorplateEntries(model);
}

function* areaEntries({ areas }) {
  for (let i = 0; i < areas.count; i += 1) {
    yield searchEntry('area', areas.name(i), { code: folded(areas.code(i)), selection: { kind: 'area', index: i } });
  }
}

// Estates have no outline of their own here: their place is the middle of their doorplates.
function* doorplateEntries({ doorplates }) {
  const estates = new Map();
  for (let i = 0; i < doorplates.count; i += 1) {
    const address = doorplates.address(i);
    const estate = doorplates.estate(i);
    const [x, y] = doorplates.xy(i);
    if (estate) {
      const sum = estates.get(estate) ?? [0, 0, 0];
      estates.set(estate, [sum[0] + x, sum[1] + y, sum[2] + 1]);
    }
    if (address) yield searchEntry('doorplate', address, { selection: { kind: 'doorplate', index: i } });
  }
  for (const [name, [x, y, count]] of estates) yield searchEntry('place', name, { xy: [x / count, y / count], estate: true });
}

/** Where the matched part of a name stands: [start, end], or null. */
export function matchedPart(name, words) {
  const query = folded(words);
  for (let start = 0; start < name.length; start += 1) {
    for (let end = start + 1; end <= name.length; end += 1) {
      const part = folded(name.slice(start, end));
      if (part.length > query.length) break;
      if (part === query && name[start] !== ' ') return [start, end];
    }
  }
  const [first] = tokensOf(words);
  const at = first ? name.toUpperCase().indexOf(first) : -1;
  return at < 0 ? null : [at, at + first.length];
}
