// 社区变化: the areas of a level by what changed between two ledgers; unchanged ones are only counted.
import { element, redraw } from './dom.js';
import { grouped } from './format.js';
import { rankChanges } from './model-compare.js';
import { sectionHead, segments } from './section.js';
import { levelMenu, moveInList } from './ranking.js';
import { changeWords } from './comparepanel.js';
import { selectObject } from './actions.js';

function cellsOf(page, row, sort) {
  const { say } = page;
  if (sort === 'uncovered') return [element('span', { class: 'rank-count gain' }, `+${say.plain(row.gained)}`), element('span', { class: 'rank-count loss' }, `−${say.plain(row.lost)}`)];
  return [element('span', { class: 'rank-count' }, say.share(row.was)), element('b', { class: 'rank-count' }, say.share(row.now)), changeWords(page, row.change)];
}

function changedRow(page, row, place, sort) {
  const { model, state, t, say } = page;
  const { selection } = state.get();
  const name = model.areas.name(row.area);
  return element('button', {
    type: 'button',
    class: `rank-row rank-grid changes ${sort === 'uncovered' ? 'gross' : ''}`,
    'data-key': `changed/${row.area}`,
    'data-area': row.area,
    'aria-label': t('change_sentence', { name, before: say.share(row.was), after: say.share(row.now) }),
    'aria-current': selection?.kind === 'area' && selection.index === row.area ? 'true' : null,
    on: { click: () => selectObject(page, { kind: 'area', index: row.area }) },
  }, element('span', { class: 'rank-place' }, String(place)), element('span', { class: 'cut', title: name }, name), cellsOf(page, row, sort));
}

function headRow(page, sort) {
  const { state, t } = page;
  const columns = sort === 'uncovered' ? ['newly_met', 'lost'] : ['era_before', 'era_after', 'era_change'];
  return element('div', { class: `rank-grid rank-head changes ${sort === 'uncovered' ? 'gross' : ''}`, 'aria-hidden': 'true' },
    element('span', {}, t('rank')), element('span', {}, t(state.get().level)), columns.map((key) => element('span', { class: 'right-aligned' }, t(key))));
}

/** What both ledgers rest on, and which doorplates only one of them has. */
export function compareNote(page) {
  const { model, t } = page;
  const { both, new: fresh, gone } = model.compare;
  return t('compare_note', { both: grouped(both), fresh: grouped(fresh), gone: grouped(gone) });
}

/** The section, in the place of the ranking while the change is shown. */
export function mountChangeTable(host, page) {
  const { model } = page;
  host.hidden = true;
  if (!model.compare) return;
  page.watch(host, ['language', 'compare', 'weight', 'category', 'level', 'sort', 'selection'], () => {
    const { state, t } = page;
    const { compare, level, category, weight, sort } = state.get();
    host.hidden = compare !== 'change';
    if (host.hidden) return;
    const { rows, unchanged } = rankChanges(model, { level, category, weight, sort });
    const measure = category === null ? t('completeness') : page.name(model.category(category));
    const sorts = segments({ label: t('sort_by'), options: [{ id: 'rate', label: measure }, { id: 'uncovered', label: t(`count_${page.unit(weight)}`) }], chosen: sort, choose: (next) => state.set({ sort: next }) });
    const head = sectionHead('', sorts);
    head.querySelector('h2').append(levelMenu(page, 'changes'));
    const list = element('div', { class: 'rank-list scroll', role: 'group', 'aria-label': t(`changes_${level}`), 'data-scroll': 'changed' }, rows.map((row, i) => changedRow(page, row, i + 1, sort)));
    list.addEventListener('keydown', (event) => moveInList(event, list));
    const order = unchanged ? t('change_order', { count: unchanged, level: t(level) }) : t('change_order_all');
    const foot = rows.length ? order : t('nothing_changed');
    redraw(host, head, headRow(page, sort), list, element('p', { class: 'note rank-foot' }, foot), element('p', { class: 'note compare-note' }, compareNote(page)));
  });
}
