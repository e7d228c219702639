// The panels of tool R: how far one walks from any place, whom that reaches, and who is responsible there.
import { button, element, redraw } from './dom.js';
import { icon } from './icons.js';
import { sectionHead } from './section.js';
import { selectObject, toggleReaching } from './actions.js';
import { categoryBadge } from './glyph.js';

const PLACES = 5;
const SECONDS = 60;

/** The line over the map that says what the tool waits for. */
export function mountReaching(host, page) {
  const { model, state, t, say } = page;
  page.watch(host, ['reaching', 'selection', 'language'], () => {
    const { reaching, selection } = state.get();
    host.hidden = !reaching || selection !== null;
    if (host.hidden) return;
    const limits = model.meta.stops.map((stop) => say.limit(stop, model.meta.unit)).join(t('list_comma'));
    redraw(host,
      element('span', { role: 'status' }, t('reaching_hint', { limits })),
      button({ class: 'control', key: 'reaching-close', label: t('close'), tip: `${t('close')} (Esc)`, press: () => toggleReaching(page) }, icon('close')));
  });
}

/** The posts of an area in words, null where none are told. */
export function postsNote({ model, t, say }, area) {
  const leaders = model.areas.leaderPosts(area);
  const workers = model.areas.workerPosts(area);
  if (leaders === null && workers === null) return null;
  return t('posts', { leaders: say.plain(leaders), workers: say.plain(workers) });
}

/** The areas that hold a place with the posts that are told of them. */
export function responsibleBlock(page, areas) {
  const { model, t } = page;
  if (!areas.length) return null;
  const row = (area) => element('div', {},
    button({ class: 'list-row', key: `responsible/${area}`, press: () => selectObject(page, { kind: 'area', index: area }) },
      element('span', { class: 'cut', title: model.areas.name(area) }, `${t(model.areas.level(area))} · ${model.areas.name(area)}`), element('span', { class: 'nowrap' }, model.areas.code(area))),
    postsNote(page, area) ? element('p', { class: 'note' }, postsNote(page, area)) : null);
  return element('section', { class: 'section' }, sectionHead(t('responsible')), [...areas].reverse().map(row));
}

// "1 · 3 · 7" of a category with its nearest facility.
function serviceLine(page, { id, counts, nearest, cost }) {
  const { model, t, say } = page;
  const category = model.category(id);
  const walked = cost === null ? null : model.meta.unit === 'm' ? say.walked(cost) : say.minutes(cost / SECONDS);
  const none = category.facilities ? 'none_within' : category.judged ? 'why_no_facility' : 'not_surveyed';
  const how = nearest === null ? t(none) : t('nearest_one', { name: model.facilities.name(nearest) || t('unnamed'), walked });
  return element('div', { class: 'near-row' },
    categoryBadge(category),
    element('span', { class: 'near-name cut', title: page.name(category) }, page.name(category)),
    element('span', { class: `near-counts ${nearest === null && category.facilities ? 'bad' : ''}` }, counts.join(' · ')),
    nearest === null
      ? element('span', { class: 'near-how' }, how)
      : button({ class: 'textlink near-how cut', tip: how, key: `near/${id}`, press: () => selectObject(page, { kind: 'facility', index: nearest }) }, how));
}

function bandRows(page, bands) {
  const { model, t, say } = page;
  return bands.map(({ limit, households }, k) => element('div', { class: 'list-row still' },
    element('span', { class: 'near-band' }, element('span', { class: 'swatch', style: { background: `var(--reach-${Math.min(2, k)})` } }), t('within', { limit: say.limit(limit, model.meta.unit) })),
    element('b', { class: 'nowrap' }, say.count(households, page.unit('households')))));
}

/** {kind, name, place, body} of a clicked point. */
export function placePanel(page, _, { x, y }) {
  const { model, state, map, t, say } = page;
  const { near } = state.get();
  const lonLat = map ? map.lonLat([x, y]).map((value) => value.toFixed(PLACES)).join(', ') : '';
  const found = near?.point && near.point[0] === x && near.point[1] === y ? near : null;
  const limits = model.meta.stops.map((stop) => say.limit(stop, model.meta.unit)).join(' · ');
  const head = { kind: t('reach_from_point'), name: lonLat, place: found && found.leg !== null ? t('to_street', { metres: say.walked(found.leg) }) : '' };
  if (!found) return { ...head, body: element('p', { class: 'message' }, t('counting')) };
  if (found.leg === null) return { ...head, body: [element('p', { class: 'message' }, t('no_street_near', { limit: say.metres(model.meta.snapLimit) })), responsibleBlock(page, found.areas)] };
  return {
    ...head,
    body: [
      element('section', { class: 'section' }, sectionHead(t('who_walks_here')), bandRows(page, found.bands), element('p', { class: 'note' }, t('reach_how', { walker: page.name(model.meta.walker), speed: say.oneDecimal(model.meta.walker.speed) }))),
      responsibleBlock(page, found.areas),
      found.services.length ? element('section', { class: 'section' }, sectionHead(t('reached_from_here'), element('span', { class: 'note' }, limits)), found.services.map((one) => serviceLine(page, one))) : null,
    ],
  };
}

/** What a doorplate reaches within the first stop, and who is responsible for it; null where the file has no live reach. */
export function nearbyBlocks(page, plate) {
  const { model, state, t, say } = page;
  const areas = model.levels.map(({ id }) => model.doorplates.areaOf(plate, id)).filter((area) => area >= 0);
  const { near } = state.get();
  if (!model.meta.live) return null;
  const limit = say.limit(model.meta.stops[0], model.meta.unit);
  const reached = near?.plate === plate ? near.services.filter((one) => one.nearest !== null) : null;
  const lines = reached?.length ? reached.map((one) => serviceLine(page, one)) : element('p', { class: 'message' }, t(reached ? 'none_within' : 'counting'));
  return [responsibleBlock(page, areas), element('section', { class: 'section' }, sectionHead(t('within_on_foot', { limit })), lines)];
}
