// Elements from data. Text enters only as text nodes, so no value ever becomes markup.

const VECTOR = 'http://www.w3.org/2000/svg';

/** An HTML element; `on` holds listeners, `style` CSS properties, everything else is an attribute. */
export function element(tag, properties, ...children) {
  return furnish(document.createElement(tag), properties, children);
}

/** An SVG element, as element(). */
export function vector(tag, properties, ...children) {
  return furnish(document.createElementNS(VECTOR, tag), properties, children);
}

function furnish(node, properties, children) {
  for (const [name, value] of Object.entries(properties || {})) setProperty(node, name, value);
  node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false && child !== ''));
  return node;
}

function setProperty(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === 'on') Object.entries(value).forEach(([type, listener]) => node.addEventListener(type, listener));
  else if (name === 'style') Object.entries(value).forEach(([key, css]) => node.style.setProperty(key, css));
  else if (name === 'value') node.value = value;
  else node.setAttribute(name, value === true ? '' : String(value));
}

/** Replace what a host holds; focus and scroll stay where they were, found again by data-key. */
export function redraw(host, ...children) {
  const key = host.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const scrolls = [...host.querySelectorAll('[data-scroll]')].map((node) => [node.dataset.scroll, node.scrollTop, node.scrollLeft]);
  host.replaceChildren(...children.flat(3).filter(Boolean));
  for (const [name, top, left] of scrolls) {
    const node = findByData(host, 'scroll', name);
    if (node) Object.assign(node, { scrollTop: top, scrollLeft: left });
  }
  const again = key === undefined ? null : findByData(host, 'key', key);
  if (again) again.focus({ preventScroll: true });
}

/** The first element below a host whose data attribute has that value; ids from data need no escaping. */
export function findByData(host, name, value) {
  return [...host.querySelectorAll(`[data-${name}]`)].find((node) => node.dataset[name] === value) || null;
}

/** A button; `pressed` makes it a toggle, `tip` its tooltip, `key` what focus is found by again. */
export function button(properties, ...children) {
  const { pressed, tip, press, key, label, ...rest } = properties;
  return element('button', {
    type: 'button',
    'aria-pressed': pressed === undefined ? null : String(pressed),
    'aria-label': label,
    title: tip,
    'data-key': key,
    on: press ? { click: press } : null,
    ...rest,
  }, ...children);
}

/** Move focus and choice through a row of items with the arrow keys; Home and End jump. */
export function arrowKeys(event, items, { vertical = false, choose } = {}) {
  const steps = vertical ? { ArrowDown: 1, ArrowUp: -1 } : { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const at = items.indexOf(document.activeElement);
  let next = null;
  if (event.key in steps) next = (at + steps[event.key] + items.length) % items.length;
  if (event.key === 'Home') next = 0;
  if (event.key === 'End') next = items.length - 1;
  if (next === null || items.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  const { key } = items[next].dataset;
  const host = items[next].parentElement;
  items[next].focus();
  if (choose) choose(items[next]);
  // Choosing may redraw the row, the same item then has another node.
  if (!items[next].isConnected && key && host.isConnected) findByData(host, 'key', key)?.focus();
}

/** Keep Tab inside a dialog. */
export function trapFocus(event, host) {
  if (event.key !== 'Tab') return;
  const stops = [...host.querySelectorAll('button, [href], input, select, [tabindex="0"]')].filter((node) => !node.disabled && node.offsetParent !== null);
  const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
  if (stops.length === 0 || document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
}
