// A list with a filter field, for choices that have no room as buttons.
import { element } from './dom.js';
import { folded } from './searchindex.js';

/** Open a searchable list under a button; closes after a choice, on Esc and on a click elsewhere. */
export function openPicker({ t }, anchor, { options, choose }) {
  const field = element('input', { class: 'picker-field', type: 'text', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'picker-list', 'aria-label': t('filter'), placeholder: t('filter') });
  const list = element('div', { id: 'picker-list', class: 'scroll', role: 'listbox' });
  const box = element('div', { class: 'menu picker' }, field, list);
  let shown = [];
  let at = 0;
  const close = () => {
    document.removeEventListener('pointerdown', outside, true);
    box.remove();
    if (anchor.isConnected) anchor.focus();
  };
  const outside = (event) => { if (!box.contains(event.target)) close(); };
  const pick = (index) => {
    close();
    if (shown[index]) choose(shown[index].id);
  };
  const fill = () => {
    shown = options.filter((option) => folded(option.label).includes(folded(field.value)));
    at = Math.min(at, Math.max(0, shown.length - 1));
    list.replaceChildren(...shown.map((option, i) => element('button', { type: 'button', id: `picker-${i}`, role: 'option', tabindex: -1, 'aria-selected': String(i === at), on: { click: () => pick(i) } }, option.label)));
    field.setAttribute('aria-activedescendant', shown.length ? `picker-${at}` : '');
  };
  field.addEventListener('input', fill);
  box.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) at = Math.min(shown.length - 1, Math.max(0, at + step));
    else if (event.key === 'Enter') pick(at);
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    if (step) fill();
  });
  document.getElementById('app').append(box);
  fill();
  const place = anchor.getBoundingClientRect();
  const own = box.getBoundingClientRect();
  Object.assign(box.style, { left: `${Math.max(8, Math.min(place.left, window.innerWidth - own.width - 8))}px`, top: `${Math.max(8, place.top - own.height - 6)}px` });
  document.addEventListener('pointerdown', outside, true);
  field.focus();
}
