// 图例: only what is drawn now, with counts; a click on a class dims the others.
import { button, element, redraw } from './dom.js';
import { layerShown } from './state.js';
import { sectionHead } from './section.js';
import { classColour, shareBounds } from './ramp.js';
import { sliderStops } from './actions.js';

const GATE_ZOOM = 14.5;
const GATES = [['all', 'var(--good)'], ['residents', 'var(--amber)'], ['closed', 'var(--bad)']];

function swatch(colour, kind = '') {
  return element('span', { class: `swatch ${kind}`, style: kind === 'dot' ? { 'border-color': colour } : { background: colour } });
}

function legendRow(colour, name, count, kind) {
  return element('div', { class: 'legend-row' }, swatch(colour, kind), element('span', { class: 'legend-name' }, name), element('span', { class: 'legend-count' }, count || ''));
}

function legendGroup(title, rows) {
  return element('div', { class: 'legend-group' }, element('h3', { class: 'legend-title' }, title), rows);
}

function classRow(page, { one, colour, name, count }) {
  const { state, t, say } = page;
  const { dimmedClass } = state.get();
  return button({
    class: `legend-row ${dimmedClass !== null && dimmedClass !== one ? 'out' : ''}`,
    key: `legend/${one}`,
    tip: t('legend_hint'),
    pressed: dimmedClass === one,
    press: () => state.set({ dimmedClass: dimmedClass === one ? null : one }),
  }, swatch(colour), element('span', { class: 'legend-name' }, name), element('span', { class: 'legend-count' }, say.count(count, 'buildings')));
}

/** The title of the buildings' classes: it names the category that colours them. */
export function legendTitle(page) {
  const { model, state, t, say } = page;
  const { category, compare } = state.get();
  if (compare === 'change') return category === null ? t('legend_change') : t('legend_change_category', { name: page.name(model.category(category)) });
  if (category === null) return t('legend_completeness');
  const one = model.category(category);
  return t('legend_category', { name: page.name(one), limit: say.limit(one.limit, one.unit) });
}

// How a building has changed: best first, as the classes of completeness.
function changeClasses(page) {
  const { model, state, t } = page;
  const { category } = state.get();
  const counts = model.compare.legend(category);
  const wanted = category === null ? [5, 4, 3, 2, 1] : [4, 3, 2];
  const word = (one) => (category === null ? `change_${one}` : `change_one_${one}`);
  const rows = wanted.map((one) => ({ one, colour: `var(--change-${one - 1})`, name: t(word(one)), count: counts[one] }));
  return [...rows.filter(({ count }) => count), { one: 0, colour: classColour(0), name: t('class_none'), count: counts[0] }];
}

/** The classes that colour the buildings now, best first: [{one, colour, name, count}]. */
export function buildingClasses(page) {
  const { model, state, t } = page;
  const { category, compare } = state.get();
  if (compare === 'change') return changeClasses(page);
  const counts = model.legend(category);
  if (!counts) return [];
  const none = { one: 0, colour: category === null ? classColour(0) : 'var(--covered-none)', name: t('class_none'), count: counts[0] };
  if (category === null) return [5, 4, 3, 2, 1].map((one) => ({ one, colour: classColour(one), name: t(`class_${one}`), count: counts[one] })).concat(none);
  return [
    { one: 1, colour: 'var(--covered-yes)', name: t('covered'), count: counts[1] },
    { one: 2, colour: 'var(--covered-no)', name: t('not_covered'), count: counts[2] },
    none,
  ];
}

function buildingGroup(page) {
  const { model, state, t } = page;
  if (!model.counts.buildings) return legendGroup(t('buildings'), element('p', { class: 'note' }, t('no_buildings')));
  if (!layerShown(state.get(), 'buildings') || !model.measures.present) return null;
  return legendGroup(legendTitle(page), buildingClasses(page).map((entry) => classRow(page, entry)));
}

function areaStrip(page) {
  const { model, state, t, say } = page;
  const { category } = state.get();
  if (!layerShown(state.get(), 'areas') || !model.measures.present || !model.levels.length) return null;
  if (state.get().compare === 'change') return areaChangeStrip(page);
  const bounds = shareBounds();
  const cells = [1, 2, 3, 4, 5].map((one) => element('span', { class: 'strip-cell', style: { background: classColour(one) } }));
  const marks = bounds.map((bound, i) => element('span', { class: 'strip-mark', style: { left: `${(i + 1) * 20}%` } }, i + 1 < bounds.length ? String(bound * 100) : `${bound * 100}%`));
  const title = category === null ? t('legend_areas') : t('legend_areas_rate');
  const sentence = t('legend_areas_sentence', { bounds: bounds.map((bound) => say.target(bound)).join(t('list_comma')) });
  return legendGroup(title, element('div', { class: 'strip', role: 'img', 'aria-label': sentence }, cells, element('div', { class: 'strip-marks' }, marks)));
}

function areaChangeStrip({ t }) {
  const cells = [1, 2, 3, 4, 5].map((one) => element('span', { class: 'strip-cell', style: { background: `var(--change-${one - 1})` } }));
  const marks = [['20%', '−5'], ['50%', '0'], ['80%', '+5']].map(([left, words]) => element('span', { class: 'strip-mark', style: { left } }, words));
  return legendGroup(t('legend_area_change'), element('div', { class: 'strip', role: 'img', 'aria-label': t('legend_area_change_sentence') }, cells, element('div', { class: 'strip-marks' }, marks)));
}

function facilityMarks(page) {
  const { model, state, t } = page;
  if (state.get().compare !== 'change') return null;
  const { facilities } = model.compare;
  const marks = [['new', '+', facilities.new.length], ['moved', '→', facilities.moved.length], ['gone', '−', facilities.gone.x.length]].filter(([, , count]) => count);
  if (!marks.length) return null;
  return legendGroup(t('facilities'), marks.map(([mark, sign, count]) => element('div', { class: 'legend-row' }, element('span', { class: `mark-sign mark-${mark}` }, sign), element('span', { class: 'legend-name' }, t(`facility_${mark}`)), element('span', { class: 'legend-count' }, String(count)))));
}

function reachGroup(page) {
  const { model, state, t, say } = page;
  if (state.get().selection?.kind === 'place') return legendGroup(t('reach'), model.meta.stops.map((stop, k) => legendRow(`var(--reach-${Math.min(2, k)})`, t('within', { limit: say.limit(stop, model.meta.unit) }))));
  const { category, minutes, compare } = state.get();
  if (compare === 'change' || compare === 'before' || category === null || minutes === null || !layerShown(state.get(), 'reach')) return null;
  const { origin } = state.get();
  const stops = sliderStops(model, category, origin).filter((stop) => stop <= minutes);
  const { unit } = model.category(category);
  return legendGroup(t('reach'), stops.map((stop) => legendRow(`var(--reach-${reachColour(model, category, stop, origin)})`, t('within', { limit: say.limit(stop, unit) }))));
}

/** Which of the three colours a band has. */
export function reachColour(model, category, stop, origin = null) {
  return Math.min(2, sliderStops(model, category, origin).indexOf(stop));
}

function boundaryGroup(page) {
  const { model, state, t } = page;
  const levels = model.levels.filter(({ id }) => layerShown(state.get(), `walls.${id}`) && ['subdistrict', 'community', 'grid'].includes(id));
  if (!levels.length) return null;
  return legendGroup(t('boundaries'), levels.map(({ id }) => legendRow(`var(--line-${id})`, t(id), '', `line line-${id}`)));
}

function gateGroup(page) {
  const { model, state, t } = page;
  const record = state.get();
  if (!model.counts.gates || !layerShown(record, 'gates') || !record.view || record.view.zoom < GATE_ZOOM) return null;
  return legendGroup(t('gates_short'), GATES.map(([open, colour]) => legendRow(colour, t(`gate_${open}`), '', 'dot')));
}

function eventGroup({ model, state, t }) {
  if (!model.events.count || !layerShown(state.get(), 'events')) return null;
  return legendGroup(t('events'), [legendRow('var(--amber)', t('event_legend'), String(model.events.count), 'dot full')]);
}

function routeGroup(page) {
  const { model, state, t } = page;
  const { selection } = state.get();
  if (!model.measures.present || model.meta.publication || !['building', 'doorplate'].includes(selection?.kind)) return null;
  return legendGroup(t(model.meta.walks ? 'walks_to_nearest' : 'lines_to_nearest'), [legendRow('var(--route-within)', t('within_limit'), '', 'line'), legendRow('var(--route-over)', t('over_limit'), '', 'line')]);
}

/** The legend into a host that is a section; columns = 2 on the wall. */
export function mountLegend(host, page, { columns = 2 } = {}) {
  const draw = () => {
    const { state, t } = page;
    const { failingOnly } = state.get();
    const first = [buildingGroup(page)].filter(Boolean);
    const second = [routeGroup(page) || reachGroup(page), facilityMarks(page), boundaryGroup(page), gateGroup(page), eventGroup(page)].filter(Boolean);
    // The strip goes where there is room.
    (columns === 2 && second.length < 3 && page.wallLayout() ? second : first).push(...[areaStrip(page)].filter(Boolean));
    const failing = page.model.measures.present && page.model.counts.buildings && state.get().compare !== 'change'
      ? button({ class: 'control small', key: 'failing', tip: `${t('failing_only_hint')} (X)`, pressed: failingOnly, press: () => state.set({ failingOnly: !failingOnly }) }, t('failing_only'))
      : null;
    const groups = columns === 2 ? [first, second].filter((groups_) => groups_.length).map((part) => element('div', { class: 'legend-column' }, part)) : element('div', { class: 'legend-column' }, first, second);
    redraw(host, sectionHead(t('legend'), failing), element('div', { class: `legend scroll ${columns === 2 ? '' : 'single'}`, 'data-scroll': 'legend' }, groups));
  };
  page.watch(host, ['language', 'category', 'minutes', 'layers', 'dimmedClass', 'failingOnly', 'selection', 'compare', 'origin'], draw);
  let gates = false;
  page.state.subscribe(['view'], ({ view }) => {
    if (Boolean(view && view.zoom >= GATE_ZOOM) === gates) return;
    gates = !gates;
    draw();
  });
}
