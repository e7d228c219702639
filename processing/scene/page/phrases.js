// Numbers with their units as the page says them, in the language of the moment.
import { areaParts, cardCount, grouped, isKnown, metresParts, minutesNumber, missingSign, oneDecimal, percent, percentTarget } from './format.js';
import { SUPPRESSED } from './model-values.js';

/** Phrases bound to the page's translator, language and suppression bound. */
export function createPhrases({ t, language, suppressBelow }) {
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

  function limit(value, unit) {
    return unit === 'm' ? metres(value) : t('amount_minutes', { number: String(value) });
  }

  function area(value) {
    const { number, unit } = areaParts(value);
    return t(unit === 'km2' ? 'amount_km2' : 'amount_m2', { number });
  }

  return Object.freeze({ plain, count, card, big, minutes, metres, limit, area, share: percent, target: percentTarget, oneDecimal });
}
