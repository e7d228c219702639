// 搜索: one field for addresses, estates, buildings, areas, codes, facilities, roads and coordinates.
import { element } from './dom.js';
import { icon } from './icons.js';
import { coordinatesIn, createStacks, findEntries, gatherEntries, matchedPart } from './searchindex.js';
import { selectObject } from './actions.js';

const ICONS = { area: 'region', place: 'place', doorplate: 'plate', facility: 'fly', road: 'road' };
const WAIT_MS = 120;
const SLICE_MS = 8;
const FIRST_STOP = 2000;
const KEPT = 5;
const PLACE_ZOOM = 16.5;

/** The index, built in short slices once the data is there; find() answers with what was known at the last stop. */
export function createIndex(model) {
  const entries = [];
  const source = gatherEntries(model);
  let stacks = createStacks([]);
  let done = false;
  let stop = FIRST_STOP;
  const slice = () => {
    const until = performance.now() + SLICE_MS;
    while (!done && performance.now() < until) {
      const next = source.next();
      if (next.done) done = true;
      else entries.push(next.value);
    }
    // Each stop is four times as far as the one before: stacking costs little in the whole.
    if (done || entries.length >= stop) {
      stacks = createStacks([...entries]);
      stop *= 4;
    }
    if (!done) setTimeout(slice, 0);
  };
  return { start: slice, find: (words) => findEntries(stacks, words), ready: () => done, size: () => entries.length };
}

function whereOf({ model }, entry) {
  const { areas } = model;
  const at = entry.selection;
  if (!at) return '';
  if (at.kind === 'area') return [areas.parent(at.index) === null ? '' : areas.name(areas.parent(at.index)), areas.code(at.index)].filter(Boolean).join(' · ');
  if (at.kind === 'facility') return model.facilities.area(at.index) === null ? '' : areas.name(model.facilities.area(at.index));
  const table = at.kind === 'building' ? model.buildings : model.doorplates;
  const community = ['community', 'subdistrict', 'grid'].map((level) => (model.levels.some(({ id }) => id === level) ? table.areaOf(at.index, level) : -1)).find((index) => index >= 0);
  return community === undefined ? '' : areas.name(community);
}

function boldPart(name, words) {
  const part = matchedPart(name, words);
  return part ? [name.slice(0, part[0]), element('b', {}, name.slice(...part)), name.slice(part[1])] : [name];
}

function optionRow(page, entry, words, at, index, pick) {
  const where = whereOf(page, entry);
  return element('div', {
    id: `found-${index}`,
    class: 'search-option',
    role: 'option',
    'aria-selected': String(index === at),
    on: { pointerdown: (event) => event.preventDefault(), click: () => pick(index) },
  }, icon(ICONS[entry.group]), element('span', { class: 'cut', title: entry.name }, boldPart(entry.name, words)), where ? element('span', { class: 'search-where cut', title: where }, where) : element('span', { class: 'search-where cut' }, page.t(`found_${entry.estate ? 'estate' : entry.group}`)));
}

/** The search field of the header. */
export function mountSearch(host, page) {
  const { state, map } = page;
  const index = createIndex(page.model);
  const kept = [];
  let found = [];
  let at = 0;
  let timer = null;
  let composing = false;
  const field = element('input', { class: 'search-input', type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-autocomplete': 'list', 'aria-controls': 'search-list', 'aria-expanded': 'false', 'data-key': 'search' });
  const list = element('div', { id: 'search-list', class: 'search-list scroll', role: 'listbox', hidden: true });
  const keyHint = element('span', { class: 'key', 'aria-hidden': 'true' }, '/');
  host.append(element('label', { class: 'search-box' }, icon('search'), field, keyHint), list);

  const close = () => {
    list.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };
  const pick = (which) => {
    const entry = found[which];
    if (!entry) return;
    field.value = entry.name;
    close();
    if (!entry.place && !kept.includes(entry)) kept.unshift(entry);
    kept.length = Math.min(kept.length, KEPT);
    if (entry.selection) selectObject(page, entry.selection);
    else if (map) map.flyTo(entry.place ?? { x: entry.xy[0], y: entry.xy[1], zoom: PLACE_ZOOM });
    field.blur();
  };
  const show = () => {
    const { t } = page;
    const words = field.value.trim();
    const place = coordinatesIn(words);
    if (place) found = [{ group: 'road', name: `${place.longitude}, ${place.latitude}`, place: { ...place, zoom: PLACE_ZOOM } }];
    else found = words ? index.find(words) : [...kept];
    at = Math.min(at, Math.max(0, found.length - 1));
    const rows = [];
    found.forEach((entry, i) => {
      const title = place ? t('coordinates') : t(`group_${entry.group}`);
      if (!i || found[i - 1].group !== entry.group) rows.push(element('div', { class: 'search-group', role: 'presentation' }, words || place ? title : t('recent')));
      rows.push(optionRow(page, entry, words, at, i, pick));
    });
    if (!found.length && words) rows.push(element('p', { class: 'search-none' }, t(index.ready() ? 'nothing_found' : 'still_reading', { words })));
    list.replaceChildren(...(words || place ? rows : rows.filter((row, i) => i === 0 || row.getAttribute('role') === 'option')));
    list.hidden = rows.length === 0;
    field.setAttribute('aria-expanded', String(!list.hidden));
    if (found.length) field.setAttribute('aria-activedescendant', `found-${at}`);
    else field.removeAttribute('aria-activedescendant');
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  };
  const later = () => {
    clearTimeout(timer);
    at = 0;
    if (!composing) timer = setTimeout(show, WAIT_MS);
  };
  field.addEventListener('compositionstart', () => { composing = true; });
  field.addEventListener('compositionend', () => { composing = false; later(); });
  field.addEventListener('input', later);
  field.addEventListener('focus', () => { field.select(); show(); });
  field.addEventListener('blur', close);
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || composing) return;
    event.stopPropagation();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      at = (at + (event.key === 'ArrowDown' ? 1 : -1) + Math.max(1, found.length)) % Math.max(1, found.length);
      show();
    } else if (event.key === 'Enter') {
      clearTimeout(timer);
      show();
      pick(at);
    } else if (event.key === 'Escape') {
      if (list.hidden) field.blur();
      field.value = '';
      close();
    }
  });
  const say = () => {
    const { t } = page;
    field.placeholder = t('search_hint');
    field.setAttribute('aria-label', t('search'));
    field.title = `${t('search')} (/)`;
    list.setAttribute('aria-label', t('search'));
  };
  page.watch(host, ['language'], say);
  const begin = () => { if (state.get().calm) setTimeout(index.start, 200); };
  state.subscribe(['calm'], begin);
  begin();
  return { focus: () => field.focus(), index };
}
