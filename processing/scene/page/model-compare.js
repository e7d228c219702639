// What an earlier ledger says beside the scene's own: figures before, and what was gained and lost since.

import { createMeasures } from './model-areas.js';
import { SUPPRESSED } from './model-values.js';

/** Where the columns of the earlier ledger and of the scene's own begin. */
export const ERAS = Object.freeze({ before: 'was', after: 'm' });

const MOST_CHANGE = 2;
const NOTHING = 0.0005; // a change that one decimal of points does not show
const STRONG = 0.05;

/** Class 1 (two or more lost) to 5 (two or more gained) of a building's change, 0 where it is not known. */
export function changeClass(change) {
  return change === null ? 0 : Math.max(-MOST_CHANGE, Math.min(MOST_CHANGE, change)) + MOST_CHANGE + 1;
}

/** Class 1 to 5 of an area's change as a share: five points part strong from weak; 0 where it is not known. */
export function shareChangeClass(change) {
  if (change === null) return 0;
  if (Math.abs(change) < NOTHING) return 3;
  if (change < 0) return change <= -STRONG ? 1 : 2;
  return change >= STRONG ? 5 : 4;
}

/** Whether a change is large enough to be printed. */
export function isChange(change) {
  return change !== null && Math.abs(change) >= NOTHING;
}

/** The comparison of a file with two ledgers, null in a file with one. */
export function createCompare(head, columns) {
  const { compare } = head;
  if (!compare) return null;
  const was = createMeasures(head, columns, () => ERAS.before);
  const now = createMeasures(head, columns, () => ERAS.after);
  const ids = head.categories.map((category) => category.id);
  const rows = head.areas.code.length + 1;
  const row = (area) => (area === null ? rows - 1 : area);

  function weightOf(word, area, category, weight) {
    const value = category === null
      ? columns[`${ERAS.before}.${weight}.${word}_any`][row(area)]
      : columns[`${ERAS.before}.${weight}.${word}`][ids.indexOf(category) * rows + row(area)];
    return Number.isNaN(value) ? null : value;
  }

  // Share after minus share before, of a category or of completeness (null); null where one of them is not known.
  function change(area, category, weight) {
    const [first, second] = [was.rate(area, category, weight), now.rate(area, category, weight)];
    return first === null || second === null ? null : second - first;
  }

  return Object.freeze({
    dates: compare.dates,
    runs: compare.runs,
    // [kind, before, after] of what forbids a comparison; empty where nothing does.
    differs: compare.differs,
    both: compare.both,
    new: compare.new,
    gone: compare.gone,
    weights: compare.weights,
    facilities: compare.facilities,
    was,
    now,
    change,
    // Weight that reaches the category now and did not before; for null: any category. SUPPRESSED where too few.
    gained: (area, category, weight) => weightOf('gained', area, category, weight),
    lost: (area, category, weight) => weightOf('lost', area, category, weight),
    // Numbers of buildings by class of change: [not known, −2 …, −1, 0, +1, +2 …].
    legend: (category) => compare.legend.change[category ?? 'all'],
    legendBefore: (category) => compare.legend.before[category ?? 'all'],
    suppressed: SUPPRESSED,
  });
}

/** Areas of a level by their change, largest first; the unchanged ones only as a number: {rows: [{area, was, now, change, gained, lost}], unchanged}. */
export function rankChanges(model, { level, category, weight, sort }) {
  const { compare } = model;
  const all = model.areas.ofLevel(level).map((area) => ({
    area,
    was: compare.was.rate(area, category, weight),
    now: compare.now.rate(area, category, weight),
    change: compare.change(area, category, weight),
    gained: compare.gained(area, category, weight),
    lost: compare.lost(area, category, weight),
  })).filter((row) => row.was !== null || row.now !== null);
  const moved = (row) => isChange(row.change) || row.gained > 0 || row.lost > 0 || row.change === null;
  const value = sort === 'uncovered' ? (row) => Math.max(0, row.gained) - Math.max(0, row.lost) : (row) => row.change ?? -Infinity;
  const rows = all.filter(moved).sort((a, b) => value(b) - value(a) || model.areas.code(a.area).localeCompare(model.areas.code(b.area)));
  return { rows, unchanged: all.length - rows.length };
}
