// Numbers as people read them (scene design, section 16). Units come from the words.

const THIN = '\u202f';
const MISSING = '—';
const PLACES_SLACK = 1e-9;

/** The sign for a value that is not known. */
export function missingSign() {
  return MISSING;
}

/** True for a number that can be printed. */
export function isKnown(value) {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Half up on the unrounded value, as the report does it. */
export function roundHalfUp(value, places) {
  const scale = 10 ** places;
  return (Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5 + PLACES_SLACK)) / scale;
}

function fixed(value, places) {
  return roundHalfUp(value, places).toFixed(places);
}

/** 12 480: a thin space between groups of three, from four digits on. */
export function grouped(value) {
  if (!isKnown(value)) return MISSING;
  const digits = String(Math.abs(roundHalfUp(value, 0)));
  return (value < 0 ? '\u2212' : '') + digits.replace(/\B(?=(\d{3})+$)/g, THIN);
}

/** A big count for a card: the number and, in Chinese, the word of its scale ('ten_thousand', 'hundred_million'). */
export function cardCount(value, language) {
  if (!isKnown(value)) return { number: MISSING, scale: '' };
  if (value < 10000) return { number: grouped(value), scale: '' };
  if (language === 'zh') return value < 1e8 ? { number: fixed(value / 1e4, 2), scale: 'ten_thousand' } : { number: fixed(value / 1e8, 2), scale: 'hundred_million' };
  return { number: value < 1e6 ? `${fixed(value / 1e3, 1)}k` : `${fixed(value / 1e6, 2)}M`, scale: '' };
}

/** A share of 0 to 1 as percent without its sign; "100" and "0.0" only where all or none is true. */
export function percentNumber(share, target) {
  if (!isKnown(share)) return MISSING;
  const percent = share * 100;
  if (share >= 1) return '100';
  if (share <= 0) return '0.0';
  if (percent >= 99.95) return '>99.9';
  if (percent < 0.05) return '<0.1';
  const printed = fixed(percent, 1);
  // A rounded rate must not contradict its verdict.
  if (isKnown(target) && share < target && Number(printed) >= roundHalfUp(target * 100, 4)) return (Math.floor(percent * 100) / 100).toFixed(2);
  return printed;
}

/** A share as text: 82.5%. */
export function percent(share, target) {
  const number = percentNumber(share, target);
  return number === MISSING ? number : `${number}%`;
}

/** Shares of one whole as percents with one decimal that add up to 100.0 (largest remainders). */
export function percentsOfWhole(shares) {
  const tenths = shares.map((share) => Math.floor(share * 1000 + PLACES_SLACK));
  const left = 1000 - tenths.reduce((sum, value) => sum + value, 0);
  const order = shares.map((share, i) => [share * 1000 - tenths[i], i]).sort((a, b) => b[0] - a[0]);
  for (const [, i] of order.slice(0, Math.max(0, left))) tenths[i] += 1;
  return tenths.map((value, i) => (value === 0 && shares[i] > 0 ? '<0.1%' : value === 1000 ? '100%' : `${(value / 10).toFixed(1)}%`));
}

/** A share without decimals, for labels on the map. */
export function percentShort(share) {
  if (!isKnown(share)) return MISSING;
  if (share > 0 && share < 0.005) return '<1%';
  if (share < 1 && share >= 0.995) return '>99%';
  return `${fixed(share * 100, 0)}%`;
}

/** A share of a target as percent, without needless decimals: 85%, 82.5%. */
export function percentTarget(share) {
  return isKnown(share) ? `${String(roundHalfUp(share * 100, 2))}%` : MISSING;
}

/** Points of change with their sign, U+2212 for minus. */
export function points(change) {
  if (!isKnown(change)) return MISSING;
  const size = fixed(Math.abs(change) * 100, 1);
  if (Number(size) === 0) return '0.0';
  return (change < 0 ? '\u2212' : '+') + size;
}

/** Minutes without unit; two decimals where value and limit would look equal and are not. */
export function minutesNumber(minutes, limit) {
  if (!isKnown(minutes)) return MISSING;
  if (minutes >= 20) return fixed(minutes, 0);
  const printed = fixed(minutes, 1);
  const fails = isKnown(limit) && minutes > limit + 1e-6;
  return fails && Number(printed) <= limit ? Math.max(minutes, limit + 0.01).toFixed(2) : printed;
}

/** Metres as number and unit ('m' or 'km'). */
export function metresParts(metres, limit) {
  if (!isKnown(metres)) return { number: MISSING, unit: 'm' };
  if (metres >= 9999.5) return { number: fixed(metres / 1000, 1), unit: 'km' };
  const fails = isKnown(limit) && metres > limit + 1e-6 && roundHalfUp(metres, 0) <= limit;
  return { number: fails ? Math.max(metres, limit + 0.01).toFixed(2) : grouped(metres), unit: 'm' };
}

/** An area as number and unit ('m2' or 'km2'). */
export function areaParts(squareMetres) {
  if (!isKnown(squareMetres)) return { number: MISSING, unit: 'm2' };
  if (squareMetres >= 1e5) return { number: fixed(squareMetres / 1e6, 2), unit: 'km2' };
  return { number: squareMetres < 100 ? fixed(squareMetres, 1) : grouped(squareMetres), unit: 'm2' };
}

/** One decimal: 7.4 of 9. */
export function oneDecimal(value) {
  return isKnown(value) ? fixed(value, 1) : MISSING;
}
