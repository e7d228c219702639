// Keys that work anywhere; one-letter keys only while no field has the focus, and they can be switched off.
import { chooseCategory, closeNewest, nextWeight, objectAbove, objectBelow, selectObject, stepCompare, stepMinutes, toggleCompare, toggleDrawer, toggleLanguage, togglePlaying, toggleReaching, toggleTheme, walkFrom } from './actions.js';
import { closeMenu } from './menu.js';
import { endMeasure, removeMeasured, toggleMeasure } from './measure.js';
import { savePicture } from './picture.js';
import { printPage } from './print.js';
import { toggleFull } from './tools.js';
import { toggleTour } from './tour.js';

const PAN_PX = 100;
const TURN = 15;
const TILT = 10;

/** The key table of the dialog: [keys, key of the words]. */
export function keyTable() {
  return [
    ['/ · Ctrl+K', 'search'], ['C', 'compare'], ['V', 'compare_step'], ['T', 'tour'], ['Shift+L', 'switch_language'], ['D', 'key_theme'], ['?', 'about'], ['+ −', 'key_zoom'], ['N', 'north_up'], ['H', 'home'],
    ['B', 'switch_3d'], ['M', 'measure'], ['R', 'reach_from_point'], ['S', 'save_picture'], ['P', 'print'], ['F', 'full_screen'], ['L', 'layers'], ['G', 'legend'], ['0 · 1–9', 'category'],
    ['[ ]', 'walking_time'], ['Space', 'key_play'], ['W', 'weight'], ['X', 'failing_only'], ['Esc', 'close_panel'],
    ['↑ ↓ ← →', 'key_pan'], ['Shift + ↑ ↓ ← →', 'key_turn'], ['PageUp PageDown', 'key_level'], ['Enter', 'key_open'],
  ];
}

function letterActs(page) {
  const { model, state, map } = page;
  const acts = {
    '/': () => page.search.focus(),
    L: (event) => (event.shiftKey ? toggleLanguage(page) : toggleDrawer(page, 'layers')),
    D: () => toggleTheme(page),
    C: () => toggleCompare(page),
    V: () => stepCompare(page),
    T: () => { if (map) toggleTour(page); },
    '?': () => state.set({ dialog: 'about' }),
    '+': () => map?.zoomBy(1),
    '=': () => map?.zoomBy(1),
    '-': () => map?.zoomBy(-1),
    '−': () => map?.zoomBy(-1),
    N: () => map?.northUp(),
    H: () => map?.home(),
    B: () => model.meta.publication || state.set({ view3d: !state.get().view3d }),
    M: () => toggleMeasure(page),
    R: () => { if (map) toggleReaching(page); },
    S: () => savePicture(page),
    P: () => printPage(page),
    F: () => toggleFull(),
    G: () => (page.wallLayout() ? document.querySelector('#left .part-legend button')?.focus() : toggleDrawer(page, 'legend')),
    '[': () => stepMinutes(page, -1),
    ']': () => stepMinutes(page, 1),
    ' ': () => togglePlaying(page),
    W: () => nextWeight(page),
    X: () => state.set({ failingOnly: !state.get().failingOnly }),
    0: () => chooseCategory(page, null),
  };
  model.categories.slice(0, 9).forEach((category, i) => { acts[i + 1] = () => chooseCategory(page, category.id); });
  return acts;
}

function mapKey(page, event) {
  const { state, map } = page;
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const arrow = arrows[event.key];
  if (arrow && event.shiftKey) map.turnBy(arrow[0] * TURN, -arrow[1] * TILT);
  else if (arrow) map.panBy(arrow[0] * PAN_PX, arrow[1] * PAN_PX);
  else if (event.key === 'PageUp' || event.key === 'PageDown') {
    const next = (event.key === 'PageUp' ? objectAbove : objectBelow)(page, state.get().selection);
    if (next) selectObject(page, next);
  } else if (event.key === 'Enter' && state.get().measure) endMeasure(page);
  else if (event.key === 'Enter' && state.get().reaching) walkFrom(page, map.unproject(page.centrePixel()));
  else if (event.key === 'Enter') {
    const found = map.pickAt(page.centrePixel());
    if (found) selectObject(page, found, { fly: false });
  } else if (event.key === 'Backspace' && state.get().measure) removeMeasured(page);
  else return false;
  return true;
}

function escape(page) {
  if (closeMenu()) return;
  if (page.local.get().belowOnly && !page.state.get().selection && !page.state.get().dialog) page.local.set({ belowOnly: false });
  closeNewest(page);
}

function isField(node) {
  return node instanceof HTMLElement && (node.matches('input, textarea, select') || node.isContentEditable);
}

/** Listen for keys on the whole page. */
export function mountKeys(page) {
  const { map } = page;
  const acts = letterActs(page);
  const region = document.getElementById('map');
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      page.search.focus();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      escape(page);
      return;
    }
    if (isField(event.target) || page.state.get().dialog) return;
    if (map && region.contains(event.target) && mapKey(page, event)) {
      event.preventDefault();
      return;
    }
    // A focused button answers Space and Enter itself.
    if (event.key === ' ' && event.target.closest?.('button, [role="slider"]')) return;
    const act = page.local.get().letters ? acts[event.key.length === 1 ? event.key.toUpperCase() : ''] : undefined;
    if (!act) return;
    event.preventDefault();
    act(event);
  });
}
