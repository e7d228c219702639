// 打印: pages made for paper, always light: map with figures, tables, ranking of all areas, basis and statement.
import { element } from './dom.js';
import { composePicture } from './picture.js';
import { targetCaption, totalsCaption } from './coverage.js';
import { percentsOfWhole } from './format.js';
import { rankAreas } from './model.js';
import { methodParagraphs, privacyParagraphs } from './about.js';
import { subtitleParts } from './header.js';
import { approvalWords } from './publication.js';
import { judgedReasons } from './why.js';

const PICTURE_SCALE = 1.5;
const LONGEST_WAIT_MS = 20000; // for a map drawn without graphics hardware

function tableOf(head, rows, numbers) {
  const cell = (tag) => (words, i) => element(tag, { class: numbers.includes(i) ? 'number' : null }, String(words));
  return element('table', { class: 'sheet' }, element('thead', {}, element('tr', {}, head.map(cell('th')))), element('tbody', {}, rows.map((row) => element('tr', {}, row.map(cell('td'))))));
}

function coverageTable(page) {
  const { model, state, t, say } = page;
  const { weight } = state.get();
  const rows = model.categories.map((one) => {
    const share = model.measures.rate(null, one.id, weight);
    return [page.name(one), say.limit(one.limit, one.unit), say.share(share, one.target), one.target === null ? '—' : say.target(one.target)];
  });
  return tableOf([t('category'), t('limit'), t('coverage_rate'), t('target')], rows, [2, 3]);
}

function whyTable(page) {
  const { model, state, t } = page;
  const reasons = judgedReasons(model, { area: null, category: null, weight: state.get().weight });
  const printed = percentsOfWhole(reasons.map((reason) => reason.share));
  return tableOf([t('why_not'), t('share')], reasons.map((reason, i) => [t(reason.why), printed[i]]), [1]);
}

function rankTable(page) {
  const { model, state, t, say } = page;
  const { level, category, weight, sort } = state.get();
  const rows = rankAreas(model, { level, category, weight, sort }).map((row) => [row.rank ?? '—', model.areas.name(row.area), model.areas.code(row.area), say.plain(row.households), say.share(row.rate), row.uncovered === null ? '—' : say.plain(row.uncovered)]);
  const measure = category === null ? t('completeness') : page.name(model.category(category));
  return tableOf([t('rank'), t(level), t('code'), t('count_households'), measure, t(`uncovered_${page.unit(weight)}`)], rows, [0, 3, 4, 5]);
}

function paperPages(page, picture) {
  const { model, state, t, say } = page;
  const figures = model.measures.present;
  const { weight, level } = state.get();
  const head = element('div', {}, element('h1', {}, model.meta.title), element('p', {}, [...subtitleParts(page), approvalWords(page)].filter(Boolean).join(' · ')));
  const first = [head, picture];
  if (figures) first.push(element('p', {}, t('print_figures', { share: say.share(model.measures.completeness(null, weight)), all: say.big(model.measures.coveredAll(null, weight), page.unit(weight)) }), ' · ', totalsCaption(page)));
  const pages = [first];
  if (figures) pages.push([element('h2', {}, t('coverage')), coverageTable(page), element('p', {}, targetCaption(page)), element('h2', {}, t('why_not')), whyTable(page)]);
  if (figures && page.rankLevels().length) pages.push([element('h2', {}, t(`ranking_${level}`)), rankTable(page)]);
  pages.push([element('h2', {}, t('basis')), [...methodParagraphs(page), ...privacyParagraphs(page)].map((words) => element('p', {}, words))]);
  return pages.map((content) => element('div', { class: 'sheet-page' }, content));
}

// Three frames: one takes the new layers, one their colours, one draws.
function repainted() {
  const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
  const patience = new Promise((resolve) => { setTimeout(resolve, LONGEST_WAIT_MS); });
  return Promise.race([frame().then(frame).then(frame), patience]);
}

/** Build the pages, print them and give the theme back. */
export async function printPage(page) {
  const { state, map } = page;
  const { theme, compare } = state.get();
  // The tables on paper are of one ledger: the later one where the page shows the change.
  state.set({ theme: 'light', compare: compare === 'change' ? 'after' : compare });
  const host = document.getElementById('print');
  if (map && (theme !== 'light' || compare === 'change')) await repainted();
  const picture = map ? await composePicture(page, PICTURE_SCALE) : null;
  if (picture) picture.className = 'print-map';
  host.replaceChildren(...paperPages(page, picture));
  const done = () => {
    window.removeEventListener('afterprint', done);
    host.replaceChildren();
    state.set({ theme, compare });
  };
  window.addEventListener('afterprint', done);
  window.print();
}
