// The panel of a reported event, and how its state and age are said.
import { element } from './dom.js';
import { sectionHead } from './section.js';
import { layerShown } from './state.js';

const NEAR_PX = 9;

/** "3 days before 2026-11-20", '—' where its date is not known. */
export function ageWords({ model, t }, index) {
  const days = model.events.ageDays(index);
  if (days === null || days === undefined) return '—';
  if (days === 0) return t('event_today', { date: model.meta.date });
  return t(days === 1 ? 'event_age_one' : 'event_age', { days, date: model.meta.date });
}

/** The event under a point of the map, the nearest first; null where none is drawn there. */
export function eventAt(model, record, project, [px, py]) {
  if (!layerShown(record, 'events')) return null;
  let best = null;
  let least = NEAR_PX;
  for (let i = 0; i < model.events.count; i += 1) {
    const [x, y] = project([...model.events.xy(i), 2]);
    const off = Math.hypot(x - px, y - py);
    if (off < least) [best, least] = [i, off];
  }
  return best;
}

/** {kind, name, place, body} of an event. */
export function eventPanel(page, index) {
  const { model, t } = page;
  const { events } = model;
  const line = (label, value) => element('div', { class: 'list-row still' }, element('span', { class: 'fact-label' }, label), element('span', {}, value));
  return {
    kind: t('event'),
    name: events.category(index),
    place: [],
    body: [element('section', { class: 'section' }, sectionHead(t('event')), line(t('event_state'), events.state(index) ?? '—'), line(t('event_reported'), ageWords(page, index)), element('p', { class: 'note' }, t('event_privacy')))],
  };
}
