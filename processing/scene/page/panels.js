// The panels of a building and of a doorplate.
import { button, element } from './dom.js';
import { isKnown, missingSign, roundHalfUp } from './format.js';
import { servicesSection } from './services.js';
import { selectObject } from './actions.js';
import { nearbyBlocks } from './livepanel.js';

const FIRST_PLATES = 12;

/** One figure of a panel: label, number, unit. */
export function fact(page, label, value, unit) {
  const { model, t, say } = page;
  const hidden = value === model.suppressed;
  const known = hidden || isKnown(value);
  const number = known ? say.plain(value) : missingSign();
  return element(
    'div',
    { class: 'fact', title: hidden ? t('suppressed', { least: model.meta.suppressBelow }) : known ? null : t('not_known') },
    element('div', { class: 'fact-label' }, label),
    element('div', { class: 'fact-value' }, element('span', { class: 'fact-number' }, number), known ? element('span', { class: 'fact-unit wordy' }, unit) : null),
  );
}

/** The four figures with the notes that belong to them. */
export function factSection(page, facts, ...notes) {
  const lines = notes.filter(Boolean);
  return element('section', { class: 'section' }, element('div', { class: 'facts' }, facts), lines.map((line) => element('p', { class: 'note' }, line)));
}

/** "桂雨社区 · 网格 320599001001003": links to the areas a place lies in. */
export function placeLine(page, table, index) {
  const { model, t } = page;
  const levels = model.levels.map(({ id }) => id).filter((id) => id !== 'district');
  const found = [...levels].reverse().map((level) => [level, table.areaOf(index, level)]).filter(([, area]) => area >= 0);
  const links = found.slice(0, 2).reverse().map(([level, area]) => button({
    class: 'textlink',
    key: `area/${area}`,
    press: () => selectObject(page, { kind: 'area', index: area }),
  }, level === 'grid' ? t('grid_code', { code: model.areas.code(area) }) : model.areas.name(area)));
  return links.flatMap((link, i) => (i ? [' · ', link] : [link]));
}

function heightNote({ model, t }, index) {
  const source = model.buildings.heightSource(index);
  return t('two_parts', { first: t('height_from', { source: t(`height_${source}`) }), second: t('lod') });
}

function residentsNote({ model, t }) {
  const { weightSources, residentsEstimated, personsPerHousehold } = model.meta;
  const estimated = residentsEstimated ?? Boolean(weightSources?.estimated || weightSources?.default);
  return estimated ? t('residents_estimated', { number: String(roundHalfUp(personsPerHousehold, 2)) }) : t('residents_given');
}

function plateChips(page, doorplates) {
  const { model, t } = page;
  const chip = (index) => button({
    class: 'plate cut',
    tip: model.doorplates.address(index),
    key: `plate/${index}`,
    press: () => selectObject(page, { kind: 'doorplate', index }),
  }, model.doorplates.address(index) ?? t('no_address'));
  const host = element('div', { class: 'plates' }, doorplates.slice(0, FIRST_PLATES).map(chip));
  if (doorplates.length > FIRST_PLATES) {
    const rest = button({ class: 'textlink', press: () => rest.replaceWith(...doorplates.slice(FIRST_PLATES).map(chip)) }, t('more_plates', { count: doorplates.length - FIRST_PLATES }));
    host.append(rest);
  }
  return host;
}

/** {kind, name, place, body} of a building. */
export function buildingPanel(page, index) {
  const { model, t, say } = page;
  const { buildings } = model;
  const doorplates = buildings.doorplatesOf(index);
  const height = buildings.height(index);
  const measured = buildings.heightSource(index) === 'measured';
  const use = buildings.use(index);
  const heightFact = element('div', { class: 'fact' }, element('div', { class: 'fact-label' }, t('height')), element('div', { class: 'fact-value' }, element('span', { class: 'fact-number' }, String(roundHalfUp(height, measured ? 1 : 0))), element('span', { class: 'fact-unit' }, t('unit_metres'))));
  const people = doorplates.length > 0 || isKnown(buildings.households(index));
  return {
    kind: use ? t('kind_with_use', { kind: t('building'), use: t.has(`use_${use}`) ? t(`use_${use}`) : use }) : t('building'),
    name: buildings.name(index) ?? t('unnamed_building'),
    place: placeLine(page, buildings, index),
    body: [
      model.meta.publication ? element('section', { class: 'section' }, element('p', { class: 'note' }, t('public_building'))) : factSection(
        page,
        [fact(page, t('floors'), buildings.floors(index), t('unit_floors')), heightFact, fact(page, t('count_households'), buildings.households(index), t('unit_households')), fact(page, t('count_residents'), buildings.residents(index), t('unit_residents'))],
        heightNote(page, index),
        people ? residentsNote(page) : null,
        buildings.residents(index) === model.suppressed ? t('suppressed', { least: model.meta.suppressBelow }) : null,
      ),
      model.meta.publication ? null : element(
        'section',
        { class: 'section' },
        element('div', { class: 'section-head' }, element('h3', { class: 'section-title' }, t('doorplates')), element('span', { class: 'note' }, say.count(doorplates.length, 'items'))),
        doorplates.length ? plateChips(page, doorplates) : element('p', { class: 'message' }, t('no_doorplates_here')),
      ),
      doorplates.length && model.measures.present ? servicesSection(page, doorplates, false) : null,
    ],
  };
}

/** {kind, name, place, body} of a doorplate. */
export function doorplatePanel(page, index) {
  const { model, t, say } = page;
  const { doorplates, buildings } = model;
  const building = doorplates.building(index);
  const link = building === null ? null : button({ class: 'textlink', key: 'building', press: () => selectObject(page, { kind: 'building', index: building }) }, buildings.name(building) ?? t('unnamed_building'));
  const place = placeLine(page, doorplates, index);
  return {
    kind: t('doorplate'),
    name: doorplates.address(index) ?? t('no_address'),
    place: link ? [link, place.length ? ' · ' : '', ...place] : place,
    body: [
      factSection(page, [
        fact(page, t('count_households'), doorplates.households(index), t('unit_households')),
        element('div', { class: 'fact' }, element('div', { class: 'fact-label' }, t('network_distance')), element('div', { class: 'fact-value' }, element('span', { class: 'fact-number' }, say.walked(doorplates.snapM(index))))),
      ]),
      nearbyBlocks(page, index),
      model.measures.present ? servicesSection(page, [index], true) : null,
    ],
  };
}
