// The dock: category chips and the walking-time slider.
import { arrowKeys, button, element, findByData, redraw } from './dom.js';
import { icon } from './icons.js';
import { categoryBadge } from './glyph.js';
import { openPicker } from './picker.js';
import { chooseCategory, showReachOfAll, sliderStops, stepMinutes, togglePlaying } from './actions.js';

const MOST_CHIPS = 9;
const STEP_MS = 1200;

/** The short name on a chip: a known one, else the first two signs of a Chinese name. */
export function chipName(page, category) {
  const { t } = page;
  if (t.has(`chip_${category.id}`)) return t(`chip_${category.id}`);
  const name = page.name(category);
  return /[\u3400-\u9fff]/.test(name) && name.length > 3 ? name.slice(0, 2) : name;
}

function categoryChip(page, category, chosen, stop) {
  const { model, state, t, say } = page;
  const name = page.name(category);
  const share = model.measures.present ? model.measures.rate(null, category.id, state.get().weight) : null;
  return element('button', {
    type: 'button',
    class: 'chip',
    role: 'radio',
    'data-key': `chip/${category.id}`,
    'data-category': category.id,
    'aria-checked': String(chosen),
    'aria-label': t('category_aria', { name, share: say.share(share) }),
    title: `${name} (${category.index + 1})`,
    tabindex: stop ? 0 : -1,
    on: { click: () => chooseCategory(page, category.id) },
  }, categoryBadge(category), element('span', {}, chipName(page, category)));
}

function chipRow(page) {
  const { model, state, t } = page;
  const { category } = state.get();
  const shown = model.categories.slice(0, MOST_CHIPS);
  const hidden = model.categories.slice(MOST_CHIPS);
  const later = hidden.find((one) => one.id === category);
  const all = element('button', {
    type: 'button',
    class: 'chip text',
    role: 'radio',
    'data-key': 'chip/',
    'data-category': '',
    'aria-checked': String(category === null),
    title: `${t('all_categories')} (0)`,
    tabindex: category === null ? 0 : -1,
    on: { click: () => chooseCategory(page, null) },
  }, t('all'));
  const chips = [all, ...shown.map((one) => categoryChip(page, one, one.id === category, one.id === category))];
  if (later) chips.push(categoryChip(page, later, true, true));
  const row = element('div', { class: 'chips scroll', role: 'radiogroup', 'aria-label': t('category'), 'data-scroll': 'chips' }, chips);
  row.addEventListener('keydown', (event) => arrowKeys(event, chips, { choose: (chip) => chooseCategory(page, chip.dataset.category || null) }));
  if (hidden.length) {
    row.append(button({
      class: 'chip text',
      key: 'chip-more',
      'aria-haspopup': 'listbox',
      press: (event) => openPicker(page, event.currentTarget, { options: hidden.map((one) => ({ id: one.id, label: page.name(one) })), choose: (id) => chooseCategory(page, id) }),
    }, t('more'), icon('down')));
  }
  return row;
}

// Minutes or metres: the key of the slider's name.
function reachName(model, category) {
  return (category?.unit ?? model.meta.unit) === 'm' ? 'walking_distance' : 'walking_time';
}

function stopLabel(page, category, stop) {
  const words = page.say.limit(stop, category.unit);
  return stop === category.limit ? page.t('limit_standard', { limit: words }) : words;
}

function sliderFor(page, category, stops) {
  const { state, t, say } = page;
  const { minutes } = state.get();
  const at = Math.max(0, stops.indexOf(minutes));
  const place = (i) => (stops.length === 1 ? 50 : 9 + (82 * i) / (stops.length - 1));
  const slider = element('div', {
    class: 'slider',
    role: 'slider',
    tabindex: 0,
    'data-key': 'minutes',
    'aria-label': t(reachName(page.model, category)),
    'aria-valuemin': stops[0],
    'aria-valuemax': stops[stops.length - 1],
    'aria-valuenow': minutes,
    'aria-valuetext': say.limit(minutes, category.unit),
    title: `${t(reachName(page.model, category))} ([ ])`,
  },
  element('span', { class: 'slider-track' }),
  element('span', { class: 'slider-fill', style: { width: `${place(at)}%` } }),
  stops.map((stop, i) => [
    element('span', { class: `slider-stop ${i === at ? 'chosen' : ''}`, style: { left: `${place(i)}%` } }),
    element('span', { class: `slider-text ${i === at ? 'chosen' : ''}`, style: { left: `${place(i)}%` } }, stopLabel(page, category, stop)),
  ]));
  const choose = (event) => {
    const box = slider.getBoundingClientRect();
    const share = ((event.clientX - box.left) / box.width) * 100;
    const nearest = stops.map((stop, i) => [Math.abs(place(i) - share), stop]).sort((a, b) => a[0] - b[0])[0][1];
    state.set({ minutes: nearest, playing: false });
  };
  slider.addEventListener('pointerdown', choose);
  slider.addEventListener('pointermove', (event) => { if (event.buttons & 1) choose(event); });
  slider.addEventListener('keydown', (event) => {
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, Home: -99, End: 99 };
    if (!(event.key in steps)) return;
    event.preventDefault();
    event.stopPropagation();
    stepMinutes(page, steps[event.key]);
  });
  return slider;
}

function idleSlider(page, reason) {
  const { model, t, say } = page;
  const { stops, unit } = model.meta;
  const place = (i) => (stops.length === 1 ? 50 : 9 + (82 * i) / (stops.length - 1));
  return element('div', { class: 'slider', role: 'slider', 'aria-disabled': 'true', 'aria-label': t('walking_time'), 'aria-valuenow': stops[0], 'aria-valuetext': reason, title: reason },
    element('span', { class: 'slider-track' }),
    stops.map((stop, i) => [
      element('span', { class: 'slider-stop', style: { left: `${place(i)}%` } }),
      element('span', { class: 'slider-text', style: { left: `${place(i)}%` } }, say.limit(stop, unit)),
    ]));
}

function minutesRow(page) {
  const { model, state, t } = page;
  const { category: id, playing, origin } = state.get();
  const category = id === null ? null : model.category(id);
  const stops = sliderStops(model, id, origin);
  const works = stops.length > 0;
  const any = model.categories.some((one) => one.reach.length);
  const reason = works ? '' : t(!any || category ? 'no_reach' : 'choose_for_reach');
  return element('div', { class: 'minutes' },
    button({
      class: 'play',
      key: 'play',
      label: t(playing ? 'pause_reach' : 'play_reach'),
      tip: works ? `${t(playing ? 'pause' : 'play')} (${t('key_space')})` : reason,
      pressed: playing,
      disabled: !works,
      press: () => togglePlaying(page),
    }, icon(playing ? 'pause' : 'play')),
    element('span', { class: 'minutes-label' }, t(reachName(model, category))),
    works ? sliderFor(page, category, stops) : idleSlider(page, reason),
    element('span', { class: 'minutes-label origin-label' }, t('origin')),
    originBox(page, category, works, reason));
}

// Whose reach is shown: all facilities, or one, which a press gives up again.
function originBox(page, category, works, reason) {
  const { model, state, t } = page;
  const { origin } = state.get();
  if (origin === null) return element('span', { class: 'origin cut', title: reason || null }, works ? t('all_of', { name: page.name(category) }) : t('all_facilities'));
  const name = model.facilities.name(origin) || t('unnamed');
  return button({ class: 'origin chosen', key: 'origin', tip: t('back_to_all'), press: () => showReachOfAll(page) }, element('span', { class: 'cut', title: name }, name), icon('close'));
}

// What one facility's reach holds: households by the walker of the ledger, whichever facility serves them.
function originNote({ model, state, t, say, unit }) {
  const { reached, minutes, category } = state.get();
  const found = reached?.find((one) => one.limit === minutes);
  if (!found) return null;
  return element('p', { class: 'dock-note' }, t('origin_note', { limit: say.limit(minutes, model.category(category).unit), amount: say.count(found.households, unit('households')) }));
}

function dockNote(page) {
  if (page.state.get().origin !== null) return originNote(page);
  const { model, state, t, say } = page;
  const { category: id, minutes } = state.get();
  if (id === null || minutes === null) return null;
  const category = model.category(id);
  if (minutes === category.limit) return element('p', { class: 'dock-note' }, t('reach_is_land'));
  return element('p', { class: 'dock-note' }, t('reach_not_verdict', { shown: say.limit(minutes, category.unit), limit: say.limit(category.limit, category.unit) }));
}

/** The dock; without categories it is absent, without a ledger it has chips only. */
export function mountDock(host, page) {
  const { model, state, t } = page;
  host.hidden = !model.categories.length;
  if (host.hidden) return;
  let folded = true;
  const draw = () => {
    const row = minutesRow(page);
    row.classList.toggle('folded', folded);
    const chips = chipRow(page);
    chips.append(button({ class: 'chip text minutes-chip', key: 'minutes-chip', pressed: !folded, press: () => { folded = !folded; draw(); } }, t('walking_time')));
    redraw(host, chips, row, dockNote(page));
  };
  page.watch(host, ['language', 'category', 'minutes', 'playing', 'weight', 'compare', 'origin', 'reached'], draw);
  let timer = null;
  state.subscribe(['playing'], ({ playing }) => {
    clearInterval(timer);
    if (playing) timer = setInterval(() => playOn(page), STEP_MS);
  });
}

function playOn({ model, state }) {
  const { category, minutes, origin } = state.get();
  const stops = sliderStops(model, category, origin);
  const next = stops[stops.indexOf(minutes) + 1];
  state.set(next === undefined ? { playing: false } : { minutes: next, playing: next !== stops[stops.length - 1] });
}

/** The chip of a category, to bring the focus there. */
export function focusChip(host, id) {
  findByData(host, 'category', id ?? '')?.focus();
}
