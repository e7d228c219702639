// Numbers with their units as the page says them, in the language of the moment.
import { areaParts, cardCount, grouped, isKnown, metresParts, minutesNumber, missingSign, oneDecimal, percent, percentTarget } from './format.js';
import { SUPPRESSED } from './model-values.js';

const ROUND_M = 5;

/** Phrases bound to the page's translator, language and suppression bound; rounded: metres on foot are known to ROUND_M only. */
export function createPhrases({ t, language, suppressBelow, rounded = false }) {
  const hidden = () => `<${suppressBelow}`;
  const plain = (value) => (value === SUPPRESSED ? hidden() : grouped(value));

  // "12 480 户": a count with its unit; unit names a phrase 'amount_…'.
  function count(value, unit) {
    if (value !== SUPPRESSED && !isKnown(value)) return missingSign();
    return t(value === 1 && t.has(`amount_${unit}_one`) ? `amount_${unit}_one` : `amount_${unit}`, { number: plain(value) });
  }

  // {number, unit} of a card: big counts are scaled.
  function card(value, unit) {
    if (value === SUPPRESSED) return { number: hidden(), unit: t(`unit_${unit}`) };
    const { number, scale } = cardCount(value, language());
    return { number, unit: isKnown(value) ? t(scale ? `unit_${unit}_${scale}` : `unit_${unit}`) : '' };
  }

  function big(value, unit) {
    const { number, scale } = cardCount(value, language());
    return value < 10000 || !isKnown(value) ? count(value, unit) : t(scale ? `amount_${unit}_${scale}` : `amount_${unit}`, { number });
  }

  function minutes(value, limit) {
    return isKnown(value) ? t('amount_minutes', { number: minutesNumber(value, limit) }) : t('unreachable');
  }

  function metres(value, limit) {
    if (!isKnown(value)) return missingSign();
    const { number, unit } = metresParts(value, limit);
    return t(unit === 'km' ? 'amount_kilometres' : 'amount_metres', { number });
  }

  // Metres on foot; where they are known to 5 m only, rounded so and said so, but never up to a limit that they miss or meet.
  function walked(value, limit) {
    if (!rounded || !isKnown(value)) return metres(value, limit);
    const close = isKnown(limit) && Math.abs(value - limit) < 2 * ROUND_M;
    return t('about_metres', { metres: metres(close ? value : ROUND_M * Math.round(value / ROUND_M), limit) });
  }

  function limit(value, unit) {
    return unit === 'm' ? metres(value) : t('amount_minutes', { number: String(value) });
  }

  function area(value) {
    const { number, unit } = areaParts(value);
    return t(unit === 'km2' ? 'amount_km2' : 'amount_m2', { number });
  }

  return Object.freeze({ plain, count, card, big, minutes, metres, walked, limit, area, share: percent, target: percentTarget, oneDecimal });
}
