// A small menu under a button: arrow keys, Enter, Esc; focus returns to the button.
import { arrowKeys, element } from './dom.js';

let closeOpenMenu = null;

/** Close the open menu; true when there was one. */
export function closeMenu() {
  if (!closeOpenMenu) return false;
  closeOpenMenu();
  return true;
}

function placeBelow(menu, box) {
  const own = menu.getBoundingClientRect();
  const left = Math.min(box.left, window.innerWidth - own.width - 8);
  const below = box.bottom + 4 + own.height <= window.innerHeight;
  Object.assign(menu.style, { left: `${Math.max(8, left)}px`, top: `${below ? box.bottom + 4 : Math.max(8, box.top - own.height - 4)}px` });
}

/** Open a menu of options [{id, label}] under a button, or at a point of the page. */
export function openMenu(anchor, { at, options, chosen, choose }) {
  closeMenu();
  const items = options.map(({ id, label }) => element('button', { type: 'button', role: 'menuitemradio', 'aria-checked': String(id === chosen), 'data-option': id }, label));
  const menu = element('div', { class: 'menu scroll', role: 'menu' }, items);
  const outside = (event) => { if (!menu.contains(event.target)) closeMenu(); };
  closeOpenMenu = () => {
    closeOpenMenu = null;
    document.removeEventListener('pointerdown', outside, true);
    menu.remove();
    anchor.setAttribute('aria-expanded', 'false');
    if (anchor.isConnected) anchor.focus();
  };
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      closeMenu();
    } else arrowKeys(event, items, { vertical: true });
  });
  menu.addEventListener('click', (event) => {
    const { option } = event.target.closest('[data-option]')?.dataset ?? {};
    if (option === undefined) return;
    closeMenu();
    choose(option);
  });
  document.getElementById('app').append(menu);
  anchor.setAttribute('aria-expanded', 'true');
  placeBelow(menu, at ? { left: at[0], top: at[1], bottom: at[1] } : anchor.getBoundingClientRect());
  document.addEventListener('pointerdown', outside, true);
  (items.find((item) => item.getAttribute('aria-checked') === 'true') || items[0]).focus();
}
