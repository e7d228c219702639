// 服务可达: one row per category for a doorplate or for the worst doorplate of a building.
import { element } from './dom.js';
import { icon } from './icons.js';
import { selectObject } from './actions.js';
import { categoryBadge } from './glyph.js';
import { isKnown } from './format.js';

/** The reason of a miss as a sentence with its figures. */
export function whySentence(page, category, service, snapMetres) {
  const { model, t, say } = page;
  const value = category.unit === 'm' ? service.metres : service.minutes;
  const phrase = category.unit === 'm' ? say.walked : say.minutes;
  if (service.why === 'too_far' && isKnown(value)) return t('why_too_far', { value: phrase(value, category.limit), limit: say.limit(category.limit, category.unit) });
  if (service.why === 'too_far') return t('why_too_far_shut');
  if (service.why === 'behind_gate') return isKnown(service.metres) ? t('why_behind_gate', { metres: say.walked(service.metres) }) : t('why_behind_gate_shut');
  if (service.why === 'not_snapped') return isKnown(snapMetres) ? t('why_not_snapped', { metres: say.walked(snapMetres, model.meta.snapLimit), limit: say.metres(model.meta.snapLimit) }) : t('not_snapped');
  if (service.why === 'no_facility') return t(service.ok === null ? 'not_surveyed' : 'why_no_facility');
  return t('why_no_route');
}

function worse(category, a, b) {
  const severity = (service) => (service.ok === false ? 0 : service.ok === null ? 2 : 1);
  const size = (service) => {
    const value = category.unit === 'm' ? service.metres : service.minutes;
    return isKnown(value) ? value : Infinity;
  };
  return severity(a) - severity(b) || (size(b) === size(a) ? 0 : size(b) - size(a));
}

/** For each category the worst service of some doorplates: {category, service, doorplate, met, judged}. */
export function serviceRows(model, doorplates) {
  return model.categories.map((category) => {
    const all = doorplates.map((doorplate) => ({ doorplate, service: model.doorplates.service(doorplate, category.id) }));
    all.sort((a, b) => worse(category, a.service, b.service));
    const judged = all.filter((one) => one.service.ok !== null);
    return { category, ...(all[0] ?? { service: null, doorplate: null }), met: judged.filter((one) => one.service.ok).length, judged: judged.length };
  });
}

function serviceValue(page, category, service) {
  const { say } = page;
  const bad = service.ok === false ? 'bad' : '';
  // Two decimals only where a miss would look like a hit.
  const limit = service.ok === false ? category.limit : undefined;
  const main = category.unit === 'm' ? say.walked(service.metres, limit) : say.minutes(service.minutes, limit);
  const reached = isKnown(service.metres);
  return element('span', { class: `service-time ${bad}` }, service.ok === null ? '—' : reached || category.unit === 'min' ? main : page.t('unreachable'));
}

function serviceHow(page, category, service) {
  const { t, say } = page;
  const other = category.unit === 'm' ? say.minutes(service.minutes) : say.walked(service.metres);
  const limit = t('limit_of', { limit: say.limit(category.limit, category.unit) });
  return isKnown(service.metres) ? `${other} · ${limit}` : limit;
}

// Whether the building reaches a category only since, or no more, by both ledgers.
function changeMark({ model, state, t }, category, building) {
  if (state.get().compare === null || building === null) return null;
  const change = model.buildings.change(building, category.id);
  return change ? element('span', { class: `pill ${change > 0 ? 'gain' : 'loss'}` }, t(change > 0 ? 'newly_met' : 'no_longer_met')) : null;
}

function serviceRow(page, row, always) {
  const { model, t } = page;
  const { category, service } = row;
  const name = page.name(category);
  const mixed = row.met > 0 && row.met < row.judged;
  const facility = service.facility === null ? '—' : model.facilities.name(service.facility) || t('unnamed');
  const why = service.ok === true ? null : whySentence(page, category, service, row.doorplate === null ? null : model.doorplates.snapM(row.doorplate));
  const showWhy = why && (always || service.why !== 'too_far' || !isKnown(service.metres));
  const sign = { true: ['tick', 'good', 'met'], false: ['cross', 'bad', 'not_met'], null: ['minus', '', 'not_judged'] }[String(service.ok)];
  const emphasise = (id) => () => page.state.set({ emphasis: id });
  return element(
    'button',
    {
      type: 'button',
      class: 'service',
      'data-key': `service/${category.id}`,
      disabled: service.facility === null,
      on: {
        click: () => selectObject(page, { kind: 'facility', index: service.facility }),
        pointerenter: emphasise(category.id),
        pointerleave: emphasise(null),
        focus: emphasise(category.id),
        blur: emphasise(null),
      },
    },
    categoryBadge(category),
    element('div', { class: 'service-lines' }, element('div', { class: 'service-name' }, name, ' ', changeMark(page, category, row.doorplate === null ? null : model.doorplates.building(row.doorplate))), element('div', { class: 'service-where cut', title: facility }, facility)),
    element('div', { class: 'service-right' }, serviceValue(page, category, service), element('div', { class: 'service-how' }, serviceHow(page, category, service))),
    element('span', { class: sign[1], role: 'img', 'aria-label': t(sign[2]), title: t(sign[2]) }, icon(sign[0])),
    mixed ? element('div', { class: 'service-why' }, t('plates_met', { met: row.met, all: row.judged })) : null,
    showWhy ? element('div', { class: 'service-why' }, why) : null,
  );
}

/** The section of services for some doorplates; `always` writes the reason under every miss. */
export function servicesSection(page, doorplates, always) {
  const { model, state, t } = page;
  const rows = serviceRows(model, doorplates);
  const judged = rows.filter((row) => row.service?.ok !== null);
  const met = judged.filter((row) => row.service.ok).length;
  if (state.get().failingOnly) rows.sort((a, b) => Number(a.service.ok !== false) - Number(b.service.ok !== false));
  const tone = met < judged.length ? 'bad' : 'good';
  const drawn = t(model.meta.walks ? 'walks_shown' : 'lines_only_show');
  const lines = model.meta.worksOut ? t('two_parts', { first: t('metres_rounded'), second: drawn }) : drawn;
  return element(
    'section',
    { class: 'section' },
    element('div', { class: 'section-head' }, element('h3', { class: 'section-title' }, t('services')), element('span', { class: `verdict ${tone}` }, t('kinds_met', { met, all: judged.length }))),
    rows.map((row) => serviceRow(page, row, always)),
    element('p', { class: 'note' }, rows.some((row) => row.met > 0 && row.met < row.judged) ? t('two_parts', { first: t('worst_shown'), second: lines }) : lines),
  );
}
