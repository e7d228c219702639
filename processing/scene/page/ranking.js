// 社区排名: the areas of a level, worst first; every area is reached from here by keyboard.
import { button, element, findByData, redraw } from './dom.js';
import { icon } from './icons.js';
import { missingSign } from './format.js';
import { rankAreas } from './model.js';
import { sectionHead, segments, shareBar, shareValue } from './section.js';
import { classColour, shareClass } from './ramp.js';
import { copyText, selectObject } from './actions.js';
import { openMenu } from './menu.js';

/** Below this completeness an area counts as low where the profile states no target. */
export const LOW_SHARE = 0.6;

const WHOLE_LIST = 200; // longer lists draw only what is in view

/** The rows of the chosen level in order, of all areas. */
export function rankedRows({ model, state }) {
  const { level, category, weight, sort } = state.get();
  return rankAreas(model, { level, category, weight, sort });
}

/** Areas that miss a target, or that are low where none is stated. */
export function failingRows({ model, state }) {
  const { level, weight } = state.get();
  const rows = rankAreas(model, { level, category: null, weight, sort: 'rate' });
  return rows.filter((row) => row.rank !== null && (row.failing === null ? row.rate < LOW_SHARE : row.failing > 0));
}

function shownRows(page) {
  const rows = rankedRows(page);
  if (!page.local.get().belowOnly) return rows;
  const failing = new Set(failingRows(page).map((row) => row.area));
  return rows.filter((row) => failing.has(row.area));
}

function measureName(page) {
  const { category } = page.state.get();
  return category === null ? page.t('completeness') : page.name(page.model.category(category));
}

function failingBadge(page, row) {
  if (row.failing === null) return null;
  if (row.rank === null) return element('span', {});
  return element('span', { class: `pill ${row.failing ? 'bad' : 'good'}` }, page.t('kinds', { count: row.failing }));
}

function rowSentence(page, row) {
  const { model, t, say } = page;
  const name = model.areas.name(row.area);
  if (row.rank === null) return t('rank_sentence_none', { name });
  return t('rank_sentence', { rank: row.rank, name, measure: measureName(page), share: say.share(row.rate) });
}

function rankRow(page, row, plainly, target) {
  const { model, state, t, say } = page;
  const { selection, sort, weight } = state.get();
  const selected = selection?.kind === 'area' && selection.index === row.area;
  const count = state.get().compare === 'before' ? model.measures.coveredTotal(row.area, weight) : model.areas[weight === 'residents' ? 'residents' : 'households'](row.area);
  return element('button', {
    type: 'button',
    class: `rank-row rank-grid ${plainly ? 'plainly' : ''}`,
    'data-key': `rank/${row.area}`,
    'data-area': row.area,
    'aria-label': rowSentence(page, row),
    'aria-current': selected ? 'true' : null,
    on: { click: () => selectObject(page, { kind: 'area', index: row.area }) },
  },
  element('span', { class: 'rank-place' }, row.rank === null ? missingSign() : String(row.rank)),
  element('span', { class: 'cut', title: model.areas.name(row.area) }, model.areas.name(row.area)),
  element('span', { class: 'rank-count' }, say.plain(count)),
  shareBar(row.rate, target, say.share(row.rate), classColour(shareClass(row.rate))),
  sort === 'uncovered' && row.rank !== null
    ? element('span', { class: 'rank-value', title: say.share(row.rate) }, say.plain(row.uncovered))
    : row.rank === null ? element('span', { class: 'rank-value', title: t('no_households_rank') }, missingSign()) : shareValue(row.rate, null, 'rank-value'),
  plainly ? null : failingBadge(page, row));
}

function rankHead(page, plainly) {
  const { state, t } = page;
  const { level, category, sort, weight } = state.get();
  const share = category === null ? t('completeness') : t('coverage_rate');
  return element(
    'div',
    { class: `rank-grid rank-head ${plainly ? 'plainly' : ''}`, 'aria-hidden': 'true' },
    element('span', {}, t('rank')),
    element('span', {}, t(level)),
    element('span', { class: 'right-aligned' }, t(`count_${page.unit(weight)}`)),
    element('span', { class: 'wide cut' }, sort === 'uncovered' ? t(`short_uncovered_${page.unit(weight)}`) : share),
    plainly ? null : element('span', { class: 'right-aligned' }, t('below_target')),
  );
}

/** Draw the rows; of long lists only those in view, between two spacers. */
function fillList(page, host, list, rows, plainly, target) {
  const make = (row) => rankRow(page, row, plainly, target);
  if (rows.length <= WHOLE_LIST) {
    list.replaceChildren(...rows.map(make));
    return;
  }
  // The list itself has no style yet when it is filled for the first time.
  const height = Number.parseFloat(getComputedStyle(host).fontSize) * 2.3;
  const from = Math.max(0, Math.floor(list.scrollTop / height) - 20);
  const part = rows.slice(from, from + 80);
  const spacer = (count) => element('div', { style: { height: `${count * height}px` } });
  list.replaceChildren(spacer(from), ...part.map(make), spacer(rows.length - from - part.length));
}

/** The button that names the ranked level and opens the others; title: the key of its name's beginning. */
export function levelMenu(page, title = 'ranking') {
  const { model, state, t } = page;
  const options = model.levels.map(({ id }) => ({ id, label: t(id) }));
  return button({
    key: 'rank-level',
    'aria-haspopup': 'menu',
    tip: t('choose_level'),
    press: (event) => openMenu(event.currentTarget, { options, chosen: state.get().level, choose: (level) => state.set({ level }) }),
  }, t(`${title}_${state.get().level}`), icon('down'));
}

function sortSwitch(page) {
  const { state, t } = page;
  const { sort, weight } = state.get();
  return segments({
    label: t('sort_by'),
    options: [{ id: 'rate', label: measureName(page) }, { id: 'uncovered', label: t(`short_uncovered_${page.unit(weight)}`) }],
    chosen: sort,
    choose: (next) => state.set({ sort: next }),
  });
}

function tableText(page, rows) {
  const { model, state, t, say } = page;
  const head = [t('rank'), t(state.get().level), t('code'), t(`count_${page.unit(state.get().weight)}`), measureName(page), t(`uncovered_${page.unit(state.get().weight)}`)];
  const body = rows.map((row) => [row.rank ?? '', model.areas.name(row.area), model.areas.code(row.area), row.households ?? '', say.share(row.rate), row.uncovered ?? '']);
  return [head, ...body].map((line) => line.map((cell) => String(cell).replace(/[\t\r\n]/g, ' ')).join('\t')).join('\n');
}

function rangeCaption(list, rows) {
  const row = list.querySelector('.rank-row');
  if (!row || !row.offsetHeight || rows.length === 0) return '';
  const from = Math.round(list.scrollTop / row.offsetHeight) + 1;
  const to = Math.min(rows.length, Math.floor((list.scrollTop + list.clientHeight + 2) / row.offsetHeight));
  return `${from}–${Math.max(from, to)} / ${rows.length}`;
}

/** Up and down through the rows of a list. */
export function moveInList(event, list) {
  const keys = { ArrowDown: 1, ArrowUp: -1 };
  const items = [...list.querySelectorAll('.rank-row')];
  if (!(event.key in keys) || !items.length) return;
  event.preventDefault();
  event.stopPropagation();
  const at = items.indexOf(document.activeElement);
  items[Math.min(items.length - 1, Math.max(0, at + keys[event.key]))].focus();
}

/** The section of the ranking; the host is hidden where there is nothing to rank. */
export function mountRanking(host, page) {
  const { model, state, t } = page;
  host.hidden = !model.measures.present || model.areas.count < 2;
  if (host.hidden) return;
  let tellRange = () => {};
  const watcher = new ResizeObserver(() => tellRange());
  const draw = () => {
    const { category } = state.get();
    const rows = shownRows(page);
    const plainly = model.measures.failing(null, state.get().weight) === null;
    const target = category === null ? null : model.category(category).target;
    const list = element('div', { class: 'rank-list scroll', role: 'group', 'aria-label': t(`ranking_${state.get().level}`), 'data-scroll': 'ranking' });
    const range = element('span', { class: 'rank-range nowrap' });
    const fill = () => fillList(page, host, list, rows, plainly, target);
    fill();
    list.addEventListener('scroll', () => {
      if (rows.length > WHOLE_LIST) fill();
      tellRange();
    });
    list.addEventListener('keydown', (event) => moveInList(event, list));
    const copy = button({ class: 'textlink', key: 'rank-copy', press: () => copyText(tableText(page, rows), t('copied')) }, t('copy_table'));
    const head = sectionHead('', sortSwitch(page));
    head.querySelector('h2').append(levelMenu(page));
    const empty = rows.length ? null : element('p', { class: 'message' }, t('no_rows'));
    redraw(host, head, rankHead(page, plainly), list, empty, element('p', { class: 'note spread rank-foot' }, element('span', {}, t(state.get().sort === 'uncovered' ? 'ranking_hint_uncovered' : 'ranking_hint')), range, copy));
    watcher.disconnect();
    watcher.observe(list);
    tellRange = () => { range.textContent = rangeCaption(list, rows); };
    tellRange();
  };
  page.watch(host, ['language', 'weight', 'level', 'category', 'sort', 'failingOnly', 'compare'], draw);
  page.local.subscribe(draw);
  page.state.subscribe(['selection'], ({ selection }) => {
    for (const row of host.querySelectorAll('[aria-current]')) row.removeAttribute('aria-current');
    const row = selection?.kind === 'area' ? findByData(host, 'area', String(selection.index)) : null;
    if (row) row.setAttribute('aria-current', 'true');
  });
}
