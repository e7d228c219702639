// What a scene for publication carries on its face: the map approval number or, without one, the watermark.

import { element } from './dom.js';

const ROWS = 7;
const COLUMNS = 4;
const TURN = -24;
const MARK_COLOUR = 'rgba(150, 62, 28, 0.34)';

/** The words over a map that nobody has reviewed; '' where there is none. */
export function markWords({ model, t }) {
  const { publication } = model.meta;
  return publication && !publication.approval ? t('not_reviewed') : '';
}

/** The box of the approval number; '' in internal scenes. */
export function approvalWords({ model, t }) {
  const { publication } = model.meta;
  return publication ? t('approval_number', { number: publication.approval || '—' }) : '';
}

// Every property stands on the element itself and outranks any style sheet.
function pinned(node, properties) {
  Object.entries(properties).forEach(([name, value]) => node.style.setProperty(name, value, 'important'));
  return node;
}

const SHOWN = { display: 'block', visibility: 'visible', opacity: '1', 'pointer-events': 'none' };

// Text, for printers leave backgrounds out; what is fixed stands on every printed page.
function markCover(words) {
  const lines = Array.from({ length: ROWS * COLUMNS }, (_, k) => pinned(element('span', {}, words), {
    ...SHOWN,
    position: 'absolute',
    left: `${(100 * (k % COLUMNS)) / COLUMNS + (Math.floor(k / COLUMNS) % 2) * 9}%`,
    top: `${(100 * Math.floor(k / COLUMNS)) / ROWS + 5}%`,
    transform: `rotate(${TURN}deg)`,
    color: MARK_COLOUR,
    font: '700 22px sans-serif',
    'white-space': 'nowrap',
  }));
  return pinned(element('div', { class: 'unreviewed', 'aria-hidden': 'true' }, lines), { ...SHOWN, inset: '0', overflow: 'hidden', 'z-index': '2147483647', position: 'fixed' });
}

/** Lays the mark over the page and puts it back whenever it is taken away or changed. */
export function mountPublication(page) {
  const { model, state } = page;
  if (!model.meta.publication) return;
  const box = element('div', { class: 'approval', role: 'note' });
  document.getElementById('region').append(box);
  let cover = null;
  let watch = null;
  const lay = () => {
    watch?.disconnect();
    cover?.remove();
    box.textContent = approvalWords(page);
    const words = markWords(page);
    if (!words) return;
    cover = markCover(words);
    document.body.append(cover);
    watch = new MutationObserver((changes) => {
      const own = changes.some(({ target, removedNodes }) => cover.contains(target) || [...removedNodes].some((node) => node === cover || cover.contains(node)));
      if (own || !cover.isConnected) lay();
    });
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['style', 'class', 'hidden'], characterData: true });
  };
  lay();
  state.subscribe(['language'], lay);
}

/** Approval number and mark on a picture of the map. */
export function paintPublication(context, page, unit, family) {
  const { width, height } = context.canvas;
  const number = approvalWords(page);
  if (!number) return;
  Object.assign(context, { font: `700 ${1.1 * unit}px ${family}`, textAlign: 'left', textBaseline: 'alphabetic' });
  const wide = context.measureText(number).width + 1.6 * unit;
  const [left, top] = [(width - wide) / 2, height - 5 * unit];
  context.fillStyle = '#ffffff';
  context.fillRect(left, top, wide, 2.2 * unit);
  context.strokeStyle = '#16243a';
  context.strokeRect(left, top, wide, 2.2 * unit);
  context.fillStyle = '#16243a';
  context.fillText(number, left + 0.8 * unit, top + 1.5 * unit);
  const words = markWords(page);
  if (!words) return;
  Object.assign(context, { fillStyle: MARK_COLOUR, font: `700 ${2 * unit}px ${family}`, textAlign: 'center' });
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      context.save();
      context.translate((width * (column + 0.5 + 0.25 * (row % 2))) / COLUMNS, (height * (row + 0.6)) / ROWS);
      context.rotate((TURN * Math.PI) / 180);
      context.fillText(words, 0, 0);
      context.restore();
    }
  }
}
