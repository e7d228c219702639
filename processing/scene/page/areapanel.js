// The panels of an area and of a facility.
import { button, element } from './dom.js';
import { categoryBadge } from './glyph.js';
import { postsNote } from './livepanel.js';
import { isKnown } from './format.js';
import { icon } from './icons.js';
import { worstEstates } from './model.js';
import { fact, factSection } from './panels.js';
import { categoryCells } from './coverage.js';
import { sectionHead, shareBar, shareValue } from './section.js';
import { classColour, shareClass } from './ramp.js';
import { whyBlock } from './why.js';
import { changeWords, gainedLost } from './comparepanel.js';
import { selectObject, showReachOf } from './actions.js';

/** The place of an area among those of its level, lowest first: {place, of}, null where it has no figure. */
export function placeOfArea(model, area, categoryId, weight) {
  const rate = model.measures.rate(area, categoryId, weight);
  if (rate === null) return null;
  const rates = model.areas.ofLevel(model.areas.level(area)).map((other) => model.measures.rate(other, categoryId, weight)).filter((one) => one !== null);
  return { place: 1 + rates.filter((one) => one < rate).length, of: rates.length };
}

function placeWords(page, area, categoryId) {
  const found = placeOfArea(page.model, area, categoryId, page.state.get().weight);
  return found && found.of > 1 ? element('span', { class: 'place-of', title: page.t('place_how') }, page.t('place_of', { place: found.place, all: found.of })) : null;
}

function completenessBlock(page, area) {
  const { model, state, t, say } = page;
  const { weight } = state.get();
  const share = model.measures.completeness(area, weight);
  const whole = model.measures.completeness(null, weight);
  const sentence = t('coverage_sentence', { name: t('completeness'), share: say.share(share) });
  if (share === null) return element('section', { class: 'section' }, sectionHead(t('completeness')), element('p', { class: 'message' }, t('no_households_rank')));
  return element(
    'section',
    { class: 'section' },
    sectionHead(t('completeness'), shareValue(share, null, 'verdict')),
    shareBar(share, whole, sentence, classColour(shareClass(share))),
    element('p', { class: 'note spread under-bar' }, element('span', {}, t('tick_is_average', { share: say.share(whole) })), placeWords(page, area, null)),
  );
}

function categoriesBlock(page, area) {
  const { model, t } = page;
  const rows = model.categories.map((category) => element('div', { class: 'coverage-row area-row still' }, categoryCells(page, category, area), placeWords(page, area, category.id)));
  return element('section', { class: 'section' }, sectionHead(t('coverage')), rows);
}

// What two ledgers say of the area: its completeness before and after, then every category that changed.
function changesBlock(page, area) {
  const { model, state, t, say } = page;
  const { compare, weight } = state.get();
  if (compare === null) return null;
  const row = (name, category) => {
    const { gainedWords, lost } = gainedLost(page, area, category);
    return element('div', { class: 'list-row still change-row' },
      element('span', { class: 'cut', title: name }, name),
      element('span', { class: 'nowrap note', title: t('gross_amounts', { gained: gainedWords, lost }) }, `${say.share(model.compare.was.rate(area, category, weight))} → ${say.share(model.compare.now.rate(area, category, weight))}`),
      changeWords(page, model.compare.change(area, category, weight)));
  };
  const { gainedWords, lost } = gainedLost(page, area, null);
  return element('section', { class: 'section' }, sectionHead(t('compare')), row(t('completeness'), null), model.categories.map((category) => row(page.name(category), category.id)), element('p', { class: 'note' }, t('gross_amounts', { gained: gainedWords, lost })));
}

function estatesBlock(page, area) {
  const { model, state, t, say } = page;
  const estates = state.get().loaded >= 1 ? worstEstates(model, area, state.get().category) : [];
  if (!estates.length) return null;
  return element('section', { class: 'section' }, sectionHead(t('worst_estates')), estates.map(({ name, households }) => element('div', { class: 'list-row' }, element('span', { class: 'cut', title: name }, name), element('span', { class: 'nowrap' }, say.count(households, page.unit('households'))))));
}

function childrenBlock(page, area) {
  const { model, state, t, say } = page;
  const { weight, category } = state.get();
  const inside = model.areas.children(area);
  if (!inside.length) return null;
  const level = model.areas.level(inside[0]);
  return element('section', { class: 'section' }, sectionHead(t(level), element('span', { class: 'note' }, say.count(inside.length, 'items'))), inside.map((child) => button({
    class: 'list-row',
    key: `child/${child}`,
    press: () => selectObject(page, { kind: 'area', index: child }),
  }, element('span', { class: 'cut', title: model.areas.name(child) }, model.areas.name(child)), element('span', { class: 'nowrap' }, say.share(model.measures.present ? model.measures.rate(child, category, weight) : null)))));
}

function networkBlock({ model, t }, area) {
  const quality = model.areas.quality(area);
  if (quality === null) return null;
  const hint = quality === 'not_usable' ? element('p', { class: 'note' }, t('quality_hint')) : null;
  return element('section', { class: 'section' }, factLine(t('network_quality'), t(`quality_${quality}`)), hint);
}

/** {kind, name, place, body} of an area. */
export function areaPanel(page, area) {
  const { model, state, t } = page;
  const { areas } = model;
  const parent = areas.parent(area);
  const up = parent === null ? [] : [button({ class: 'textlink', key: 'parent', press: () => selectObject(page, { kind: 'area', index: parent }) }, areas.name(parent)), ' · '];
  const figures = model.measures.present;
  return {
    kind: t.has(areas.level(area)) ? t(areas.level(area)) : areas.level(area),
    name: areas.name(area),
    place: [...up, areas.code(area)],
    body: [
      factSection(
        page,
        [
          fact(page, t('count_households'), areas.households(area), t('unit_households')),
          fact(page, t('count_residents'), areas.residents(area), t('unit_residents')),
          fact(page, t('buildings'), areas.buildings(area), t('unit_buildings')),
          fact(page, t('doorplates'), areas.doorplates(area), t('unit_items')),
        ],
        postsNote(page, area),
        areas.residents(area) === model.suppressed ? t('suppressed', { least: model.meta.suppressBelow }) : null,
      ),
      figures ? changesBlock(page, area) : null,
      figures ? completenessBlock(page, area) : null,
      figures ? categoriesBlock(page, area) : null,
      figures ? element('section', { class: 'section' }, sectionHead(t('why_not')), whyBlock(page, { area, category: state.get().category, filter: false })) : null,
      figures ? estatesBlock(page, area) : null,
      networkBlock(page, area),
      childrenBlock(page, area),
    ],
  };
}

function factLine(label, value) {
  return element('div', { class: 'list-row still' }, element('span', { class: 'fact-label' }, label), element('span', {}, value));
}

// Whom a facility serves: all together, then by category where it has several.
function loadBlock(page, index) {
  const { model, state, t, say } = page;
  const { weight } = state.get();
  const unit = page.unit(weight);
  const [all, ...each] = model.facilities.loads(index, weight);
  const lines = ({ served, tooFar }) => [factLine(t('serves'), element('b', {}, say.count(served, unit))), factLine(t('nearest_too_far'), element('b', { class: tooFar ? 'bad' : '' }, say.count(tooFar, unit)))];
  const capacity = model.facilities.capacity(index);
  return element('section', { class: 'section' }, sectionHead(t('load')),
    lines(all ?? { served: 0, tooFar: 0 }),
    all && capacity > 0 && all.served > 0 ? factLine(t('per_capacity'), t(`amount_${unit}`, { number: say.oneDecimal(all.served / capacity) })) : null,
    each.length > 1 ? each.map((one) => [element('h4', { class: 'under-head' }, page.name(model.category(one.category))), lines(one)]) : null);
}

/** {kind, name, place, body} of a facility. */
export function facilityPanel(page, index) {
  const { model, t, say } = page;
  const { facilities, areas } = model;
  const area = facilities.area(index);
  const link = area === null ? [] : [button({ class: 'textlink', key: 'area', press: () => selectObject(page, { kind: 'area', index: area }) }, areas.name(area))];
  const categories = facilities.categories(index).map((id) => model.category(id)).filter(Boolean);
  const given = [
    [t('floor_area'), isKnown(facilities.floorM2(index)) ? say.area(facilities.floorM2(index)) : null],
    [t('capacity'), isKnown(facilities.capacity(index)) ? say.plain(facilities.capacity(index)) : null],
    [t('opening_hours'), facilities.opening(index)],
  ].filter(([, value]) => value !== null);
  return {
    kind: t('facility'),
    name: facilities.name(index) || t('unnamed'),
    place: facilities.outside(index) ? [t('outside_district')] : link,
    body: [
      element('section', { class: 'section' }, sectionHead(t('category')), categories.length ? element('div', { class: 'glyphs' }, categories.map((one) => element('span', {}, categoryBadge(one), page.name(one)))) : element('p', { class: 'message' }, t('not_counted'))),
      given.length ? element('section', { class: 'section' }, given.map(([label, value]) => factLine(label, value))) : null,
      model.measures.present && categories.length ? loadBlock(page, index) : null,
      model.meta.walks && categories.length ? element('section', { class: 'section' }, button({ class: 'control', key: 'reach', press: () => showReachOf(page, index) }, icon('walk'), t('show_reach'))) : null,
    ],
  };
}
