// Which labels and icons are shown: candidates by priority, placed greedily where they cover no other.

const CELL = 16;
const MOST_TESTED = 400;
const MOST_LABELS = 60;
const MOST_ICONS = 150;
const SMALLEST_PX = 11;
const KEPT_BONUS = 1;

// Width of a text in em: Hanzi and full-width signs one, others about a half.
export function textWidth(text) {
  let width = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0);
    if (code < 0x2000) width += /[A-Z0-9%mw]/.test(sign) ? 0.62 : 0.53;
    else if (code < 0x2e80) width += 0.3;
    else width += 1;
  }
  return width;
}

// The text cut at so many Hanzi, with an ellipsis.
export function shortened(text, most) {
  if (textWidth(text) <= most) return text;
  let cut = '';
  for (const sign of text) {
    if (textWidth(cut + sign) > most - 1) break;
    cut += sign;
  }
  return `${cut.trimEnd()}…`;
}

// The cells of the page that are taken, and by whom: a sign and its name share cells.
export function createOccupancy(width, height) {
  const columns = Math.max(1, Math.ceil(width / CELL));
  const rows = Math.max(1, Math.ceil(height / CELL));
  const owners = new Int32Array(columns * rows);
  const numbers = new Map([['', 1]]);
  const numberOf = (owner) => numbers.get(owner) ?? numbers.set(owner, numbers.size + 1).get(owner);
  const range = ([x, y, w, h]) => [Math.floor(x / CELL), Math.floor(y / CELL), Math.ceil((x + w) / CELL), Math.ceil((y + h) / CELL)];
  return Object.freeze({
    // Whether the box lies whole on the page, on cells that are free or its owner's.
    free(box, owner = '') {
      const [west, north, east, south] = range(box);
      const own = owner ? numberOf(owner) : 0;
      if (west < 0 || north < 0 || east > columns || south > rows) return false;
      for (let row = north; row < south; row += 1) {
        for (let column = west; column < east; column += 1) {
          const taken = owners[row * columns + column];
          if (taken && taken !== own) return false;
        }
      }
      return true;
    },
    take(box, owner = '') {
      const [west, north, east, south] = range(box);
      const own = numberOf(owner);
      for (let row = Math.max(0, north); row < Math.min(rows, south); row += 1) {
        owners.fill(own, row * columns + Math.max(0, west), row * columns + Math.min(columns, Math.max(0, east)));
      }
    },
  });
}

// The candidates that are shown. place(candidate) gives {x, y, scale}, px on the page and how much perspective shrinks it, or
// null outside the view; shown holds the ids of the last time, which get a bonus so that nothing flickers.
// A candidate: {id, kind: 'label' | 'icon', priority (high first), width, height (px at scale 1), dx, dy (offset of its middle),
// owner (candidates of one owner may touch), forced (shown in any case)}.
export function thinned(candidates, { place, occupancy, shown = new Set() }) {
  const ranked = candidates
    .map((candidate) => ({ candidate, rank: candidate.priority + (shown.has(candidate.id) ? KEPT_BONUS : 0) }))
    .sort((a, b) => b.rank - a.rank || (a.candidate.id < b.candidate.id ? -1 : 1))
    .slice(0, MOST_TESTED);
  const placed = [];
  const left = { label: MOST_LABELS, icon: MOST_ICONS };
  for (const { candidate } of ranked) {
    const at = left[candidate.kind] > 0 ? place(candidate) : null;
    if (!at || (candidate.kind === 'label' && candidate.size * at.scale < SMALLEST_PX)) continue;
    const [width, height] = [candidate.width * at.scale, candidate.height * at.scale];
    const box = [at.x + (candidate.dx || 0) * at.scale - width / 2, at.y + (candidate.dy || 0) * at.scale - height / 2, width, height];
    if (!candidate.forced && !occupancy.free(box, candidate.owner)) continue;
    occupancy.take(box, candidate.owner);
    left[candidate.kind] -= 1;
    placed.push({ ...candidate, box });
  }
  return placed;
}
