// 说明: a dialog with four tabs; focus stays inside and goes back to where it came from.
import { arrowKeys, button, element, redraw, trapFocus } from './dom.js';
import { icon } from './icons.js';
import { segments } from './section.js';
import { categoryBadge } from './glyph.js';
import { dataPairs, methodParagraphs, privacyParagraphs } from './about.js';
import { keyTable } from './keyboard.js';
import { textScales } from './layout.js';

const TABS = ['method', 'data', 'privacy', 'controls'];

function sheet(head, rows, numbers = []) {
  const cell = (tag) => (content, i) => element(tag, { class: numbers.includes(i) ? 'number' : null }, content);
  return element('table', { class: 'sheet' }, head ? element('thead', {}, element('tr', {}, head.map(cell('th')))) : null, element('tbody', {}, rows.map((row) => element('tr', {}, row.map(cell('td'))))));
}

function paragraphs(sentences) {
  return sentences.map((words) => element('p', {}, words));
}

function methodTab(page) {
  const { model, t, say } = page;
  if (!model.categories.length) return paragraphs(methodParagraphs(page));
  const mark = (confidence) => (t.has(`confidence_${confidence}`) ? t(`confidence_${confidence}`) : confidence || '—');
  const rows = model.categories.map((one) => [
    element('span', { class: 'with-badge' }, categoryBadge(one), page.name(one)),
    element('span', { class: 'nowrap' }, say.limit(one.limit, one.unit)),
    one.target === null ? '—' : say.target(one.target),
    [one.clause, one.source].filter(Boolean).join(' · ') || '—',
    mark(one.confidence),
  ]);
  return [...paragraphs(methodParagraphs(page)), element('h3', {}, t('limits_and_sources')), sheet([t('category'), t('limit'), t('target'), t('clause'), t('confidence')], rows)];
}

function dataTab(page) {
  const { model, t, say } = page;
  const rows = (model.meta.sources ?? []).map((one) => [t.has(`table_${one.table}`) ? t(`table_${one.table}`) : one.table, ...['rows_read', 'rows_loaded', 'rows_rejected'].map((key) => (one[key] === null || one[key] === undefined ? '—' : say.plain(one[key])))]);
  return [
    sheet(null, dataPairs(page)),
    rows.length ? [element('h3', {}, t('sources')), sheet([t('table'), t('rows_read'), t('rows_loaded'), t('rows_rejected')], rows, [1, 2, 3])] : null,
  ];
}

function privacyTab(page) {
  const { model, t, say } = page;
  const rows = (model.statement?.columns ?? []).map((one) => [t.has(`table_${one.table}`) ? t(`table_${one.table}`) : one.table, one.column, say.plain(one.rows)]);
  return [...paragraphs(privacyParagraphs(page)), rows.length ? [element('h3', {}, t('columns_inside')), sheet([t('table'), t('column'), t('rows')], rows, [2])] : null];
}

function controlsTab(page) {
  const { state, local, t } = page;
  const { letters } = local.get();
  const sizes = segments({
    label: t('text_size'),
    options: textScales().map((scale) => ({ id: scale, label: `${scale * 100}%` })),
    chosen: state.get().textScale,
    choose: (textScale) => state.set({ textScale }),
  });
  return [
    element('div', { class: 'setting' }, element('span', {}, t('text_size')), sizes),
    element('div', { class: 'setting' }, element('span', {}, t('letter_keys')), button({ class: 'control', role: 'switch', key: 'letters', 'aria-checked': String(letters), press: () => local.set({ letters: !letters }) }, t(letters ? 'on' : 'off'))),
    element('h3', {}, t('keys')),
    sheet(null, keyTable().map(([keys, words]) => [element('span', { class: 'key' }, keys), t(words)])),
  ];
}

const BODIES = { method: methodTab, data: dataTab, privacy: privacyTab, controls: controlsTab };

/** The dialog; it opens and closes with state.dialog. */
export function mountDialog(page) {
  const { state, local, t } = page;
  let veil = null;
  let opener = null;
  let tab = 'method';
  const close = () => state.set({ dialog: null });
  const draw = () => {
    const tabs = element('div', { class: 'tabs', role: 'tablist', 'aria-label': t('about_label') }, TABS.map((id) => button({
      class: 'control',
      role: 'tab',
      key: `tab/${id}`,
      'data-tab': id,
      'aria-selected': String(id === tab),
      'aria-controls': 'about-body',
      tabindex: id === tab ? 0 : -1,
      press: () => { tab = id; draw(); },
    }, t(`tab_${id}`))));
    tabs.addEventListener('keydown', (event) => arrowKeys(event, [...tabs.children], { choose: (item) => { tab = item.dataset.tab; draw(); } }));
    const head = element('div', { class: 'dialog-head' }, element('h2', { id: 'about-title' }, t('about_label')), tabs, button({ class: 'close', key: 'dialog-close', label: t('close'), tip: `${t('close')} (Esc)`, press: close }, icon('close')));
    const body = element('div', { class: 'dialog-body scroll', id: 'about-body', role: 'tabpanel', tabindex: 0, 'data-scroll': `about/${tab}` }, BODIES[tab](page));
    redraw(veil, element('div', { class: 'dialog', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'about-title' }, head, body));
  };
  const toggle = () => {
    const open = state.get().dialog === 'about';
    if (open && !veil) {
      opener = document.activeElement;
      veil = element('div', { class: 'veil', on: { click: (event) => { if (event.target === veil) close(); }, keydown: (event) => trapFocus(event, veil) } });
      document.getElementById('app').append(veil);
      draw();
      veil.querySelector('[aria-selected="true"]').focus();
    } else if (!open && veil) {
      veil.remove();
      veil = null;
      if (opener?.isConnected) opener.focus();
    }
  };
  state.subscribe(['dialog'], toggle);
  state.subscribe(['language', 'textScale'], () => { if (veil) draw(); });
  local.subscribe(() => { if (veil) draw(); });
  toggle();
}
