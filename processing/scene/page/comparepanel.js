// 前后对比: two ledgers side by side: which one is shown, what changed in the whole district and in every category.
import { arrowKeys, element, redraw } from './dom.js';
import { categoryBadge } from './glyph.js';
import { isKnown, points } from './format.js';
import { isChange } from './model-compare.js';
import { sectionHead, segments } from './section.js';
import { targetCaption } from './coverage.js';
import { chooseCategory, showEra } from './actions.js';

const ERAS_SHOWN = ['before', 'after', 'change'];

/** "▲ +9.6" or "▼ −1.7"; only the number where nothing has changed. */
export function changeWords(page, change) {
  const { t } = page;
  if (!isChange(change)) return element('span', { class: 'change-value' }, isKnown(change) ? '0.0' : '—');
  const up = change > 0;
  return element('span', { class: `change-value ${up ? 'gain' : 'loss'}` }, element('span', { class: 'change-sign', role: 'img', 'aria-label': t(up ? 'better' : 'worse') }, up ? '▲' : '▼'), points(change));
}

/** Gross gains and losses of an area: never only what is left of both. */
export function gainedLost(page, area, category) {
  const { model, state, say } = page;
  const { weight } = state.get();
  const unit = page.unit(weight);
  const [gained, lost] = [model.compare.gained(area, category, weight), model.compare.lost(area, category, weight)];
  return { gained: say.card(gained, unit), lost: say.big(lost, unit), gainedWords: say.big(gained, unit) };
}

function eraRow(page, era, k) {
  const { model, state, t, say } = page;
  const { compare, weight } = state.get();
  const held = model.compare.weights[weight];
  const date = model.compare.dates[k] || (model.compare.runs[k] ? t('run_named', { run: model.compare.runs[k] }) : '');
  return element('div', { class: `era ${compare === era ? 'chosen' : ''}` },
    element('span', { class: `swatch era-${era}` }),
    element('span', {}, date ? `${t(`era_${era}`)} · ` : t(`era_${era}`), element('span', { class: 'nowrap' }, date)),
    element('b', { class: 'nowrap' }, held ? say.count(held[k], page.unit(weight)) : ''));
}

function changeCards(page) {
  const { model, state, t, say } = page;
  const { category, weight } = state.get();
  const change = model.compare.change(null, category, weight);
  const name = category === null ? t('completeness') : page.name(model.category(category));
  const { gained, lost } = gainedLost(page, null, category);
  const card = (label, number, unit, note, tone, tip) => element('div', { class: 'kpi', title: tip },
    element('span', { class: 'kpi-label' }, label),
    element('span', { class: 'kpi-value' }, element('span', { class: `kpi-number ${tone}` }, number), element('span', { class: 'kpi-unit' }, unit)),
    element('span', { class: 'kpi-note' }, note));
  const tone = isChange(change) ? (change > 0 ? 'gain' : 'loss') : '';
  const from = say.share(model.compare.was.rate(null, category, weight));
  const to = say.share(model.compare.now.rate(null, category, weight));
  return element('div', { class: 'kpis' },
    card(name, points(change), isKnown(change) ? t('points') : '', `${from} → ${to}`, tone, t('change_how')),
    card(t('newly_met'), gained.number, gained.unit, t('lost_amount', { amount: lost }), '', t(category === null ? 'newly_met_any_how' : 'newly_met_how')));
}

/** The head of the comparison: what is compared, which ledger is shown, and the change of the whole. */
export function mountCompare(host, page) {
  const { model } = page;
  if (!model.compare) {
    host.hidden = true;
    return;
  }
  page.watch(host, ['language', 'compare', 'weight', 'category'], () => {
    const { state, t } = page;
    const { compare } = state.get();
    host.hidden = compare === null;
    if (host.hidden) return;
    const eras = segments({ label: t('compare'), tip: `${t('compare_step')} (V)`, options: ERAS_SHOWN.map((id) => ({ id, label: t(`era_${id}`) })), chosen: compare, choose: (era) => showEra(page, era) });
    redraw(host, sectionHead(t('compare'), eras), element('div', { class: 'eras' }, eraRow(page, 'before', 0), eraRow(page, 'after', 1)), compare === 'change' ? changeCards(page) : null);
  });
}

function changeBar(page, category) {
  const { model, state, t, say } = page;
  const { weight } = state.get();
  const [was, now] = [model.compare.was.rate(null, category.id, weight), model.compare.now.rate(null, category.id, weight)];
  const [low, high] = [Math.min(was ?? 0, now ?? 0), Math.max(was ?? 0, now ?? 0)];
  const sentence = t('change_sentence', { name: page.name(category), before: say.share(was), after: say.share(now) });
  const width = (share) => `${share * 100}%`;
  return element('span', { class: 'bar', role: 'img', 'aria-label': sentence, title: sentence },
    element('span', { class: 'bar-fill bar-low', style: { width: width(low) } }),
    element('span', { class: `bar-fill bar-change ${(now ?? 0) >= (was ?? 0) ? 'gain' : 'loss'}`, style: { left: width(low), right: 'auto', width: width(high - low) } }),
    typeof category.target === 'number' ? element('span', { class: 'bar-tick', style: { left: width(category.target) } }) : null);
}

function changeRow(page, category, chosen, first) {
  const { model, state, t, say } = page;
  const change = model.compare.change(null, category.id, state.get().weight);
  const name = page.name(category);
  return element('button', {
    type: 'button',
    class: 'coverage-row',
    role: 'radio',
    'data-key': `change/${category.id}`,
    'data-category': category.id,
    'aria-checked': String(chosen),
    'aria-label': t('change_aria', { name, change: points(change) }),
    tabindex: chosen || first ? 0 : -1,
    on: { click: () => chooseCategory(page, chosen ? null : category.id) },
  },
  categoryBadge(category),
  element('span', { class: 'coverage-name' }, element('span', { class: 'cut', title: name }, name), element('span', { class: 'limit' }, say.limit(category.limit, category.unit))),
  changeBar(page, category),
  changeWords(page, change));
}

/** 分类变化: one row per category, the grey bar is the lower value, the coloured end the change. */
export function mountChanges(host, page) {
  if (!page.model.compare) {
    host.hidden = true;
    return;
  }
  page.watch(host, ['language', 'compare', 'weight', 'category'], () => {
    const { model, state, t } = page;
    const { category, compare } = state.get();
    host.hidden = compare !== 'change';
    if (host.hidden) return;
    const rows = model.categories.map((one, index) => changeRow(page, one, one.id === category, category === null && index === 0));
    const list = element('div', { class: 'coverage scroll', role: 'radiogroup', 'aria-label': t('changes_by_category'), 'data-scroll': 'changes' }, rows);
    list.addEventListener('keydown', (event) => arrowKeys(event, rows, { vertical: true, choose: (row) => chooseCategory(page, row.dataset.category) }));
    redraw(host, sectionHead(t('changes_by_category')), list, element('p', { class: 'note spread coverage-foot' }, element('span', {}, t('grey_is_lower')), element('span', {}, targetCaption(page))));
  });
}
