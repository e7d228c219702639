// 总体情况: what is counted, and three figures for the whole district.
import { button, element, redraw } from './dom.js';
import { percentNumber } from './format.js';
import { sectionHead, segments } from './section.js';
import { failingRows, LOW_SHARE } from './ranking.js';

function kpiCard({ label, number, unit, wordy, note, tip, tone, pressed, press, key }) {
  const parts = [
    element('span', { class: 'kpi-label' }, label),
    element('span', { class: 'kpi-value' }, element('span', { class: `kpi-number ${tone || ''}` }, number), element('span', { class: `kpi-unit ${wordy ? 'wordy' : ''}` }, unit)),
    element('span', { class: 'kpi-note' }, note),
  ];
  return press ? button({ class: 'kpi', tip, pressed, press, key }, parts) : element('div', { class: 'kpi', title: tip }, parts);
}

function completenessCard(page) {
  const { model, state, t, say } = page;
  const { weight } = state.get();
  const share = model.measures.completeness(null, weight);
  return kpiCard({
    label: t('completeness'),
    number: percentNumber(share),
    unit: share === null ? '' : '%',
    note: share === null ? t('not_judged') : t(`mean_reached_${page.unit(weight)}`, { reached: say.oneDecimal(model.measures.reached(null, weight)), judged: say.oneDecimal(model.measures.judged(null, weight)).replace('.0', '') }),
    tip: t('completeness_how'),
  });
}

function allMetCard(page) {
  const { model, state, t, say } = page;
  const { weight, dimmedClass, category } = state.get();
  const met = model.measures.coveredAll(null, weight);
  const total = model.measures.coveredTotal(null, weight);
  const { number, unit } = say.card(met, page.unit(weight));
  return kpiCard({
    label: t('all_met'),
    number,
    unit,
    wordy: true,
    note: total ? t(`share_of_${page.unit(weight)}`, { share: say.share(met / total) }) : '',
    tip: t('all_met_how'),
    key: 'kpi-all',
    pressed: dimmedClass === 5 && category === null,
    press: () => state.set({ category: null, minutes: null, dimmedClass: dimmedClass === 5 ? null : 5 }),
  });
}

function lowAreasCard(page) {
  const { model, state, local, t } = page;
  const { level, weight } = state.get();
  const all = model.areas.ofLevel(level);
  if (!all.length) return null;
  const low = failingRows(page).length;
  const targets = model.measures.failing(null, weight) !== null;
  const on = local.get().belowOnly;
  return kpiCard({
    label: targets ? t(`below_target_${level}`) : t(`below_low_${level}`, { share: `${LOW_SHARE * 100}%` }),
    number: String(low),
    unit: `/ ${all.length}`,
    note: targets ? t('one_or_more_below') : t('by_completeness'),
    tip: targets ? t('below_target_how') : t('no_target'),
    tone: low ? 'bad' : '',
    key: 'kpi-low',
    pressed: on,
    press: () => {
      local.set({ belowOnly: !on });
      state.set({ failingOnly: !on });
    },
  });
}

function weightSwitch(page) {
  const { model, state, t } = page;
  if (!model.measures.present || model.meta.weights.length < 2) return null;
  return segments({
    label: t('weight'),
    tip: `${t('weight')} (W)`,
    options: model.meta.weights.map((id) => ({ id, label: t(`by_${page.unit(id)}`) })),
    chosen: state.get().weight,
    choose: (weight) => state.set({ weight }),
  });
}

function contentCards(page) {
  const { model, t, say } = page;
  const cards = [['buildings', model.counts.buildings], ['doorplates', model.counts.doorplates], ['facilities', model.counts.facilities]];
  return cards.filter(([, count]) => count).map(([id, count]) => kpiCard({ label: t(id), ...say.card(count, id), note: '' }));
}

/** The section 总体情况; without a ledger it counts what the file holds and says so. */
export function mountOverview(host, page) {
  const draw = () => {
    const { model, t } = page;
    const cards = model.measures.present ? [completenessCard(page), allMetCard(page), lowAreasCard(page)] : contentCards(page);
    redraw(
      host,
      sectionHead(t('overview'), weightSwitch(page)),
      element('div', { class: 'kpis' }, cards),
      model.measures.present ? null : element('p', { class: 'note' }, t('no_ledger')),
      model.areas.count > 1 ? null : element('p', { class: 'note' }, t('no_areas')),
    );
  };
  page.watch(host, ['language', 'weight', 'level', 'dimmedClass', 'category', 'failingOnly', 'compare'], draw);
}
