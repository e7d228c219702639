// The sign of a category: shape, one glyph and a colour, so that colour is never alone.
import { vector } from './dom.js';

const OUTLINES = {
  hexagon: 'M16 1.5 28.6 8.75v14.5L16 30.5 3.4 23.25V8.75z',
  diamond: 'M16 .8 31.2 16 16 31.2.8 16z',
  square: 'M5.5 2.5h21a3 3 0 0 1 3 3v21a3 3 0 0 1-3 3h-21a3 3 0 0 1-3-3v-21a3 3 0 0 1 3-3z',
  circle: 'M16 1.8a14.2 14.2 0 1 0 0 28.4 14.2 14.2 0 0 0 0-28.4z',
};

/** The colour of a category as CSS; ids that are no plain words get the common colour, so data never becomes style. */
export function categoryColour(id) {
  return /^[a-z][a-z0-9_]*$/.test(id) ? `var(--category-${id.replaceAll('_', '-')}, var(--category-other))` : 'var(--category-other)';
}

/** The badge of a category; its colour follows the theme. */
export function categoryBadge(category) {
  const wide = category.glyph.length > 1;
  const size = category.shape === 'diamond' ? 14 : 17;
  return vector(
    'svg',
    {
      viewBox: '0 0 32 32',
      class: 'badge',
      'aria-hidden': 'true',
      focusable: 'false',
      style: { '--badge-colour': categoryColour(category.id) },
    },
    vector('path', { class: 'badge-shape', d: OUTLINES[category.shape] || OUTLINES.circle }),
    vector('text', { x: 16, y: 16, class: 'badge-glyph', 'font-size': wide ? size * 0.72 : size }, category.glyph),
  );
}
