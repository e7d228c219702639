// Areas and their figures: everything is computed at export; here rows are only looked up.

import { SUPPRESSED, knownOrNull } from './model-values.js';

export const WHY = Object.freeze(['ok', 'too_far', 'behind_gate', 'no_route', 'not_snapped', 'no_facility']);
const REASONS = WHY.slice(1);

// Areas by index. head.areas holds one array per column; parent −1 means none.
export function createAreas(head) {
  const table = head.areas;
  const count = table.code.length;
  const children = Array.from({ length: count }, () => []);
  table.parent.forEach((parent, i) => parent >= 0 && children[parent].push(i));
  const byCode = new Map(table.code.map((code, i) => [`${table.level[i]}/${code}`, i]));
  return Object.freeze({
    count,
    level: (i) => table.level[i],
    partition: (i) => table.partition[i],
    code: (i) => table.code[i],
    name: (i) => table.name[i] || table.code[i],
    parent: (i) => (table.parent[i] < 0 ? null : table.parent[i]),
    children: (i) => children[i],
    households: (i) => knownOrNull(table.households[i]),
    residents: (i) => knownOrNull(table.residents[i]),
    doorplates: (i) => table.doorplates[i],
    buildings: (i) => table.buildings[i],
    leaderPosts: (i) => knownOrNull(table.leader_posts[i]),
    // Of the walking network: good, usable, not_usable; null where nothing is known of it.
    quality: (i) => table.quality[i],
    workerPosts: (i) => knownOrNull(table.worker_posts[i]),
    bbox: (i) => table.bbox.slice(4 * i, 4 * i + 4),
    centre: (i) => [table.x[i], table.y[i]],
    ofLevel: (level) => table.level.flatMap((own, i) => (own === level ? [i] : [])),
    find: (level, code) => byCode.get(`${level}/${code}`) ?? null,
    // The area itself and those above it, smallest first.
    path(i) {
      const found = [];
      for (let at = i; at !== null && at >= 0 && !found.includes(at); at = table.parent[at]) found.push(at);
      return found;
    },
  });
}

// Figures of areas (area index) and of the whole district (area null), by category id and weight.
// category null means all categories together: its rate is the completeness. eraNow tells which ledger's columns are read.
export function createMeasures(head, columns, eraNow = () => 'm') {
  const ids = head.categories.map((category) => category.id);
  const rows = head.areas.code.length + 1;
  const row = (area) => (area === null || area === undefined ? rows - 1 : area);
  const column = (weight, name) => columns[`${eraNow()}.${weight}.${name}`];
  // Without coverage results there are no columns: then nothing is known.
  const at = (weight, name, place) => column(weight, name)?.[place] ?? NaN;
  const cell = (weight, name, area, category) => at(weight, name, ids.indexOf(category) * rows + row(area));
  const single = (weight, name, area) => {
    const value = at(weight, name, row(area));
    return Number.isNaN(value) ? null : value;
  };

  // Counts of one category: {total, ok, too_far, behind_gate, no_route, not_snapped, no_facility}; SUPPRESSED where too small.
  function counts(area, category, weight) {
    const found = { total: cell(weight, 'total', area, category) };
    for (const why of WHY) found[why] = cell(weight, why, area, category);
    return found;
  }

  // Share 0 … 1 of the weight that reaches the category, or the completeness (category null); null = not judged or nobody there.
  function rate(area, category, weight) {
    if (category === null) return single(weight, 'completeness', area);
    const value = cell(weight, 'rate', area, category);
    return Number.isNaN(value) ? null : value;
  }

  // Weight that misses the category, or that misses any (category null); null where there are no figures.
  function uncovered(area, category, weight) {
    if (category === null) {
      const all = single(weight, 'covered_total', area);
      return all === null ? null : all - single(weight, 'covered_all', area);
    }
    const found = counts(area, category, weight);
    return found.total === SUPPRESSED || found.ok === SUPPRESSED ? null : found.total - found.ok;
  }

  // Reasons of what is not covered: [{why, pairs, share}] in fixed order, shares of 1; weight × category pairs.
  function reasons(area, category, weight) {
    const wanted = category === null ? ids : [category];
    const pairs = REASONS.map((why) => wanted.reduce((sum, id) => sum + Math.max(0, cell(weight, why, area, id)), 0));
    const all = pairs.reduce((sum, value) => sum + value, 0);
    return REASONS.map((why, i) => ({ why, pairs: pairs[i], share: all ? pairs[i] / all : null }));
  }

  return Object.freeze({
    present: Boolean(column('households', 'total')),
    counts,
    rate,
    uncovered,
    reasons,
    low: (area, category, weight) => knownOrNull(cell(weight, 'low', area, category)),
    high: (area, category, weight) => knownOrNull(cell(weight, 'high', area, category)),
    verdict: (area, category, weight) => ['not_judged', 'pass', 'fail', 'no_data'][cell(weight, 'verdict', area, category)],
    completeness: (area, weight) => single(weight, 'completeness', area),
    // Mean number of categories reached and judged: 7.4 of 9.
    reached: (area, weight) => single(weight, 'reached', area),
    judged: (area, weight) => single(weight, 'judged', area),
    // Weight that meets every judged category, and the weight it is a share of.
    coveredAll: (area, weight) => single(weight, 'covered_all', area),
    coveredTotal: (area, weight) => single(weight, 'covered_total', area),
    // Categories below their target; null where no category has one.
    failing: (area, weight) => (head.categories.some((one) => one.target !== null) ? single(weight, 'failing', area) : null),
  });
}
