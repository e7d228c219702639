// The part of the address after #: what is selected, where the camera stands, how the page looks. Nothing else is remembered.

import { placeAt } from './actions.js';
import { lonLatOf, metresOf } from './camera.js';

const MOST_SHIFT = 24; // px by which panels give way to the seams of a wall
const PLACE_PLACES = 7;
const VIEW_PLACES = [6, 6, 2, 1, 1];

// '#theme=dark&3d' as {theme: 'dark', '3d': ''}.
export function parseHash(hash) {
  const found = {};
  for (const pair of hash.replace(/^#/, '').split('&').filter(Boolean)) {
    const [key, value = ''] = pair.split('=');
    try {
      found[decodeURIComponent(key)] = decodeURIComponent(value);
    } catch (malformed) {
      found[key] = value;
    }
  }
  return found;
}

function parsedView(text) {
  const numbers = (text || '').split(',').map(Number);
  if (numbers.length !== 5 || numbers.some((number) => !Number.isFinite(number))) return null;
  const [longitude, latitude, zoom, pitch, bearing] = numbers;
  return { longitude, latitude, zoom, pitch, bearing };
}

// A point of the map by longitude and latitude, where the file has walking reach from any point.
function parsedPlace(model, text) {
  const numbers = (text || '').split(',').map(Number);
  if (!model.meta.live || numbers.length !== 2 || !numbers.every(Number.isFinite)) return null;
  return placeAt(metresOf(model.meta, numbers));
}

function parsedSelection(model, text) {
  const [kind, ...rest] = (text || '').split(':');
  if (kind === 'area') {
    const index = model.areas.find(rest[0], rest.slice(1).join(':'));
    return index === null ? null : { kind, index };
  }
  if (kind === 'place') return parsedPlace(model, rest[0]);
  const index = Number(rest[0]);
  const counts = { building: model.counts.buildings, doorplate: model.counts.doorplates, facility: model.counts.facilities, event: model.events.count };
  return kind in counts && Number.isInteger(index) && index >= 0 && index < counts[kind] ? { kind, index } : null;
}

// The state that a hash asks for; what it does not know is left out. languages: those that the file has words in.
export function stateOfHash(model, hash, languages = ['zh', 'en']) {
  const found = parseHash(hash);
  const wanted = {};
  if (['dark', 'light'].includes(found.theme)) wanted.theme = found.theme;
  if (languages.includes(found.lang)) wanted.language = found.lang;
  if (model.category(found.category)) wanted.category = found.category;
  if (model.meta.stops.includes(Number(found.minutes))) wanted.minutes = Number(found.minutes);
  if (model.compare && !model.compare.differs.length && ['before', 'after', 'change'].includes(found.compare)) wanted.compare = found.compare;
  if (['households', 'residents'].includes(found.weight)) wanted.weight = found.weight;
  if ([1, 1.25, 1.5, 2].includes(Number(found.text))) wanted.textScale = Number(found.text);
  if ('wall' in found) wanted.wall = true;
  const shift = Number(found.shift);
  if (found.shift && Number.isInteger(shift) && shift >= 0 && shift <= MOST_SHIFT) wanted.shift = shift;
  const view = parsedView(found.view);
  if (view) wanted.view = view;
  const selection = parsedSelection(model, found.select);
  if (selection) wanted.selection = selection;
  return wanted;
}

function selectionWord(model, { kind, index, x, y }) {
  if (kind === 'place') return `place:${lonLatOf(model.meta, [x, y]).map((number) => number.toFixed(PLACE_PLACES)).join(',')}`;
  return kind === 'area' ? `area:${model.areas.level(index)}:${model.areas.code(index)}` : `${kind}:${index}`;
}

// The hash of a state; kept holds keys of the first hash that are no state (3d, flat).
export function hashOfState(model, record, kept) {
  const pairs = [...kept.map((key) => [key, '']), ['theme', record.theme], ['lang', record.language]];
  if (record.wall) pairs.push(['wall', '']);
  if (record.category !== null) pairs.push(['category', record.category]);
  if (record.minutes !== null) pairs.push(['minutes', record.minutes]);
  if (record.compare !== null) pairs.push(['compare', record.compare]);
  if (record.weight !== 'households') pairs.push(['weight', record.weight]);
  if (record.shift) pairs.push(['shift', record.shift]);
  if (record.textScale !== 1) pairs.push(['text', record.textScale]);
  if (record.selection) pairs.push(['select', selectionWord(model, record.selection)]);
  if (record.view) {
    const { longitude, latitude, zoom, pitch, bearing } = record.view;
    pairs.push(['view', [longitude, latitude, zoom, pitch, bearing].map((number, k) => number.toFixed(VIEW_PLACES[k])).join(',')]);
  }
  return `#${pairs.map(([key, value]) => (value === '' ? key : `${key}=${encodeURIComponent(value)}`)).join('&').replaceAll('%2C', ',').replaceAll('%3A', ':')}`;
}

// Keeps the address in step with the state.
export function keepHash(model, state, kept) {
  let timer = 0;
  state.subscribe(['theme', 'language', 'category', 'minutes', 'compare', 'weight', 'textScale', 'selection', 'view', 'wall'], () => {
    clearTimeout(timer);
    timer = setTimeout(() => window.history.replaceState(null, '', hashOfState(model, state.get(), kept)), 300);
  });
}
