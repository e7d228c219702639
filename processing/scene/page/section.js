// The pieces that all panels are made of: section heads, switches, bars.
import { arrowKeys, element } from './dom.js';
import { percentNumber } from './format.js';
import { barColour } from './ramp.js';

/** Title row of a section; the rest goes to the right end. */
export function sectionHead(title, ...rest) {
  return element('div', { class: 'section-head' }, element('h2', { class: 'section-title' }, title), ...rest);
}

/** A row of buttons of which one is chosen; options are [{id, label}]. */
export function segments({ label, options, chosen, choose, tip }) {
  const host = element('div', { class: 'segments', role: 'radiogroup', 'aria-label': label, title: tip });
  const items = options.map(({ id, label: words }) => element('button', {
    type: 'button',
    role: 'radio',
    'data-key': `${label}/${id}`,
    'aria-checked': String(id === chosen),
    tabindex: id === chosen ? 0 : -1,
    on: { click: () => choose(id) },
  }, words));
  host.append(...items);
  host.addEventListener('keydown', (event) => arrowKeys(event, items, { choose: (item) => item.click() }));
  return host;
}

/** A bar with the sentence it shows; share and target are 0 … 1. */
export function shareBar(share, target, sentence, colour) {
  const width = (value) => `${Math.min(100, Math.max(0, value * 100))}%`;
  return element(
    'span',
    { class: 'bar', role: 'img', 'aria-label': sentence },
    typeof share === 'number' ? element('span', { class: 'bar-fill', style: { width: width(share), background: colour || barColour(share, target) } }) : null,
    typeof target === 'number' ? element('span', { class: 'bar-tick', style: { left: width(target) } }) : null,
  );
}

/** The value at the end of a bar: 70.6 and a smaller percent sign. */
export function shareValue(share, target, className) {
  const below = typeof target === 'number' && typeof share === 'number' && share < target;
  return element('span', { class: `${className} ${below ? 'bad' : ''}` }, percentNumber(share, target), typeof share === 'number' ? element('span', { class: 'sign' }, '%') : null);
}
