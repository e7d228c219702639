// What can be found and in which order: no page here, only strings and places.

const WEAK = /[省市区县街道号幢栋]/g;
const GROUPS = ['area', 'place', 'doorplate', 'facility', 'road'];
const MOST = 8;

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

function inOrder(text, tokens) {
  let from = 0;
  let whole = true;
  for (const token of tokens) {
    const at = text.indexOf(token, from);
    if (at < 0) return -1;
    from = at + token.length;
    // 118 is found in 1180 too, but the number itself comes first.
    if (/^\d+$/.test(token) && (/\d/.test(text[at - 1] ?? '') || /\d/.test(text[from] ?? ''))) whole = false;
  }
  return whole ? 0 : 1;
}

/** How well an entry fits, 0 best; −1 = not at all. Order: code, start of name, tokens in order, contains, weak spelling. */
export function fit(entry, query) {
  if (entry.code && (entry.code === query.code || (query.code.length >= 3 && entry.code.endsWith(query.code)))) return entry.code === query.code ? 0 : 1;
  if (entry.text.startsWith(query.text)) return entry.text.length === query.text.length ? 1 : 2;
  if (query.tokens.length > 1) {
    const order = inOrder(entry.text, query.tokens);
    if (order >= 0) return 3 + order;
  }
  if (entry.text.includes(query.text)) return 5;
  if (query.bare && entry.bare.includes(query.bare)) return 6;
  return -1;
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

/** The best entries for a query in the order of their groups; at most eight. */
export function findEntries(entries, words, most = MOST) {
  const text = folded(words);
  if (!text) return [];
  const query = { text, code: text, bare: text.replace(WEAK, ''), tokens: tokensOf(words) };
  const shelves = Array.from({ length: 7 }, () => []);
  for (const entry of entries) {
    const rank = fit(entry, query);
    // A shelf per rank and group: enough is enough, so a common word costs no sorting.
    if (rank >= 0 && shelves[rank].filter((other) => other.group === entry.group).length < most) shelves[rank].push(entry);
  }
  const byGroup = (a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group);
  const best = shelves.flatMap((shelf) => shelf.sort(byGroup)).slice(0, most);
  return best.sort(byGroup);
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
