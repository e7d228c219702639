// 未覆盖原因: one stacked bar of uncovered weight and category pairs by reason.
import { button, element, redraw } from './dom.js';
import { percentsOfWhole } from './format.js';
import { sectionHead } from './section.js';

/** Reasons over the categories that are judged: what was never looked for is not uncovered. [{why, pairs, share}] */
export function judgedReasons(model, { area, category, weight }) {
  const wanted = (category === null ? model.categories.map((one) => one.id) : [category]).filter((id) => model.measures.rate(null, id, weight) !== null);
  const pairs = new Map();
  for (const id of wanted) model.measures.reasons(area, id, weight).forEach((one) => pairs.set(one.why, (pairs.get(one.why) ?? 0) + one.pairs));
  const all = [...pairs.values()].reduce((sum, value) => sum + value, 0);
  return [...pairs].filter(([, value]) => value > 0).map(([why, value]) => ({ why, pairs: value, share: value / all }));
}

/** The stacked bar with its key, for the district or one area; `filter` makes the parts choosable. */
export function whyBlock(page, { area, category, filter }) {
  const { model, state, t } = page;
  const { weight, whyFilter } = state.get();
  const reasons = judgedReasons(model, { area, category, weight });
  if (!reasons.length) return element('p', { class: 'message' }, t('nothing_uncovered'));
  const printed = percentsOfWhole(reasons.map((reason) => reason.share));
  const colour = (why) => `var(--why-${why.replaceAll('_', '-')})`;
  const sentence = reasons.map((reason, i) => `${t(reason.why)} ${printed[i]}`).join(t('list_comma'));
  const bar = element('div', { class: 'why-bar', role: 'img', 'aria-label': sentence }, reasons.map((reason, i) => element('div', {
    class: `why-part ${filter && whyFilter && whyFilter !== reason.why ? 'out' : ''}`,
    title: `${t(reason.why)} ${printed[i]}`,
    style: { 'flex-grow': reason.share, 'flex-basis': '0', background: colour(reason.why) },
  })));
  const cells = (reason, i) => [
    element('span', { class: 'swatch', style: { background: colour(reason.why) } }),
    element('span', { class: 'why-name' }, t(reason.why)),
    element('span', { class: 'why-value' }, printed[i]),
  ];
  const rows = reasons.map((reason, i) => (filter
    ? button({ class: 'why-row', key: `why/${reason.why}`, tip: t('why_filter'), pressed: whyFilter === reason.why, press: () => state.set({ whyFilter: whyFilter === reason.why ? null : reason.why }) }, cells(reason, i))
    : element('div', { class: 'why-row' }, cells(reason, i))));
  return [bar, element('div', { class: 'why-grid' }, rows)];
}

/** The section 未覆盖原因 of the district or the chosen category; absent without a ledger. */
export function mountWhy(host, page) {
  host.hidden = !page.model.measures.present;
  if (host.hidden) return;
  const draw = () => {
    const { category, weight } = page.state.get();
    const unit = page.t(`pairs_${page.unit(weight)}`);
    redraw(host, sectionHead(page.t('why_not')), whyBlock(page, { area: null, category, filter: true }), element('p', { class: 'unseen' }, unit));
    host.title = category === null ? unit : '';
  };
  page.watch(host, ['language', 'weight', 'category', 'whyFilter', 'compare'], draw);
}

/** The line that says what the file contains, always in view. */
export function mountPrivacy(host, page) {
  page.watch(host, ['language'], () => redraw(host, privacyWords(page)));
}

/** What the file contains of people, built from what is really inside, and whom its data come from. */
export function privacyWords({ model, t }) {
  const { areas } = model;
  const posts = Array.from({ length: areas.count }, (_, i) => areas.leaderPosts(i) ?? areas.workerPosts(i)).some((value) => value !== null);
  const counts = model.counts.buildings || model.counts.doorplates;
  // Households are told by area then.
  const first = model.meta.publication ? t('privacy_line_public') : counts ? t('privacy_line', { least: model.meta.suppressBelow }) : t('privacy_line_areas');
  const inside = posts ? t('two_sentences', { first, second: t('privacy_posts') }) : first;
  return [inside, ...(model.meta.credits ?? [])].join(' ');
}
