// 分类覆盖率: one row per category; the rows are the same choice as the chips of the dock.
import { arrowKeys, element, redraw } from './dom.js';
import { categoryBadge } from './glyph.js';
import { sectionHead, shareBar, shareValue } from './section.js';
import { chooseCategory } from './actions.js';

/** Whether a category can be judged: it has facilities, or a survey found that there are none. */
export function isSurveyed(category) {
  return Boolean(category.facilities || category.judged || category.surveyed);
}

/** Name and limit of a category, then bar and value or the reason why there is none; for the district or one area. */
export function categoryCells(page, category, area) {
  const { model, state, t, say } = page;
  const { weight } = state.get();
  const share = model.measures.rate(area, category.id, weight);
  const name = page.name(category);
  const missing = !isSurveyed(category);
  const why = missing ? t('not_surveyed') : t('no_households');
  const sentence = t('coverage_sentence', { name, share: say.share(share, category.target) });
  return [
    categoryBadge(category),
    element('span', { class: 'coverage-name' }, element('span', { class: 'cut', title: name }, name), element('span', { class: 'limit' }, say.limit(category.limit, category.unit))),
    share === null || missing
      ? element('span', { class: 'coverage-none' }, why)
      : [shareBar(share, category.target, sentence), shareValue(share, category.target, 'coverage-value')],
  ];
}

function coverageRow(page, category, chosen, first) {
  const { model, state, t, say } = page;
  const share = model.measures.rate(null, category.id, state.get().weight);
  const surveyedNone = !category.facilities && isSurveyed(category);
  return element('button', {
    type: 'button',
    class: 'coverage-row',
    role: 'radio',
    'data-key': `coverage/${category.id}`,
    'data-category': category.id,
    'aria-checked': String(chosen),
    'aria-label': t('category_aria', { name: page.name(category), share: say.share(share, category.target) }),
    title: surveyedNone ? t('surveyed_none') : null,
    tabindex: chosen || first ? 0 : -1,
    on: { click: () => chooseCategory(page, chosen ? null : category.id) },
  }, categoryCells(page, category, null));
}

/** What the ticks mean: one target, several, or none. */
export function targetCaption(page) {
  const { model, t, say } = page;
  const targets = [...new Set(model.categories.map((one) => one.target).filter((target) => target !== null))];
  if (!targets.length) return t(model.meta.method === 'estimate' ? 'estimate_tip' : 'no_target');
  return targets.length === 1 ? t('tick_is_target', { target: say.target(targets[0]) }) : t('tick_is_own_target');
}

/** "共 10.56 万户 · 28.32 万人": what the figures count. */
export function totalsCaption(page) {
  const { model, t, say } = page;
  const known = [['HOUSEHOLDS', 'households'], ['RESIDENTS', 'residents']].filter(([id]) => model.figure(id));
  if (page.unit('households') === 'doorplates' || !known.length) return t('total', { amount: say.big(model.counts.doorplates, 'doorplates') });
  return t('total', { amount: known.map(([id, unit]) => say.big(model.figure(id).value, unit)).join(' · ') });
}

/** The section 分类覆盖率; absent without a ledger. */
export function mountCoverage(host, page) {
  const draw = () => {
    const { model, state, t } = page;
    const { category } = state.get();
    const none = category === null;
    const rows = model.categories.map((one, index) => coverageRow(page, one, one.id === category, none && index === 0));
    const list = element('div', { class: 'coverage scroll', role: 'radiogroup', 'aria-label': t('coverage'), 'data-scroll': 'coverage' }, rows);
    list.addEventListener('keydown', (event) => arrowKeys(event, rows, { vertical: true, choose: (row) => chooseCategory(page, row.dataset.category) }));
    redraw(host, sectionHead(t('coverage')), list, element('p', { class: 'note spread coverage-foot' }, element('span', {}, targetCaption(page)), element('span', {}, totalsCaption(page))));
  };
  host.hidden = !page.model.measures.present;
  if (!host.hidden) page.watch(host, ['language', 'weight', 'category', 'compare'], draw);
}
