// The header: title, what the figures rest on, search and the page's own buttons.
import { button, element, redraw } from './dom.js';
import { mark } from './icons.js';
import { mountSearch } from './search.js';
import { toggleTour } from './tour.js';
import { compareRefusal, toggleCompare, toggleLanguage, toggleTheme } from './actions.js';

const LONG_TITLE = 18;

// The standard's number where all limits come from it, else its title.
function standardName({ model, state }) {
  const sources = [...new Set(model.categories.map((one) => one.source).filter(Boolean))];
  return sources.length === 1 ? sources[0] : model.meta.standard[state.get().language];
}

/** "TD/T 1063-2021 · 步行 1.0 米/秒 · 数据截至 2026-11-20 · 虚构示例数据" as parts. */
export function subtitleParts({ model, state, t, say }) {
  const { meta } = model;
  return [
    meta.method === 'estimate' ? t('estimate_tip') : null,
    meta.standard ? standardName({ model, state }) : null,
    meta.walker ? t('walk_speed', { speed: say.oneDecimal(meta.walker.speed) }) : null,
    dateWords({ model, state, t }),
    meta.sample ? t('sample_data') : null,
  ].filter(Boolean);
}

// The date of what is shown: of both ledgers while they are compared.
function dateWords({ model, state, t }) {
  const { compare } = state.get();
  const dates = model.compare ? model.compare.dates : [];
  if (compare === 'change' && dates[0] && dates[1]) return `${dates[0]} → ${dates[1]}`;
  const date = compare === 'before' ? dates[0] : model.meta.date;
  return date ? t('data_to', { date }) : null;
}

function headingFor(page) {
  const { model, t } = page;
  const parts = subtitleParts(page);
  const sample = model.meta.sample ? parts.pop() : null;
  const { title } = model.meta;
  const estimate = model.meta.method === 'estimate' ? element('strong', { class: 'estimate', 'data-tip': t('estimate_tip') }, t('estimate')) : null;
  return [
    element('h1', { class: `title cut ${title.length > LONG_TITLE ? 'long' : ''}`, title }, estimate, title),
    element('p', { class: 'subtitle cut', title: parts.join(' · ') }, parts.join(' · '), sample ? [parts.length ? ' · ' : '', element('span', { class: 'sample' }, t('sample_data'))] : null),
  ];
}

// Always there, so that nobody looks for it in vain; where it cannot work it says why.
function compareButton(page) {
  const { state, t } = page;
  const refusal = compareRefusal(page);
  return button({
    class: 'control',
    key: 'compare',
    label: t('compare_label'),
    pressed: state.get().compare !== null,
    'aria-disabled': refusal ? 'true' : null,
    'data-tip': refusal || `${t('compare_label')} (C)`,
    press: () => toggleCompare(page),
  }, t('compare'));
}

function headerButtons(page) {
  const { state, t } = page;
  const dark = state.get().theme === 'dark';
  const control = (key, words, label, letter, press) => button({ class: 'control', key, label, 'data-tip': `${label} (${letter})`, press }, words);
  return [
    compareButton(page),
    page.map ? button({ class: 'control', key: 'tour', label: t('start_tour'), pressed: state.get().tour !== null, 'data-tip': `${t('start_tour')} (T)`, press: () => toggleTour(page) }, t('tour')) : null,
    t.languages.length > 1 ? control('language', t('language_button'), t('switch_language'), 'Shift+L', () => toggleLanguage(page)) : null,
    control('theme', t(dark ? 'light' : 'dark'), t(dark ? 'switch_to_light' : 'switch_to_dark'), 'D', () => toggleTheme(page)),
    control('about', t('about'), t('about_label'), '?', () => state.set({ dialog: 'about' })),
  ];
}

/** The header; returns the search, so that keys can bring the focus there. */
export function mountHeader(host, page) {
  const heading = element('div', { class: 'heading' });
  const search = element('div', { class: 'search', role: 'search' });
  const buttons = element('div', { class: 'header-buttons' });
  const progress = element('div', { class: 'progress', hidden: true }, element('div', { class: 'progress-fill' }));
  host.append(mark(), heading, search, buttons, progress);
  page.watch(host, ['language', 'theme', 'compare', 'tour'], () => {
    redraw(heading, headingFor(page));
    redraw(buttons, headerButtons(page));
  });
  page.watch(host, ['loaded'], () => {
    const { loaded } = page.state.get();
    progress.hidden = loaded >= 1;
    progress.firstChild.style.width = `${loaded * 100}%`;
  });
  return mountSearch(search, page);
}
