// 图层: a tree of what can be drawn; a parent with some children shown is mixed, a line without data is absent.
import { arrowKeys, button, element, redraw } from './dom.js';
import { icon } from './icons.js';
import { categoryBadge } from './glyph.js';
import { layerShown } from './state.js';
import { sectionHead } from './section.js';

const ZOOMS = { doorplates: 16, gates: 14.5 };

/** The tree's lines for a file: [{id, label, count, swatch, children}]. */
export function layerLines({ model, t, name }) {
  const walls = model.levels.filter(({ id }) => ['subdistrict', 'community', 'grid'].includes(id));
  const { counts } = model;
  const lines = [
    walls.length && {
      id: 'walls',
      label: t('boundary_walls'),
      open: true,
      children: walls.map(({ id, count }) => ({ id: `walls.${id}`, label: t(id), count, line: id })),
    },
    walls.length && model.measures.present && { id: 'areas', label: t('area_coverage') },
    counts.buildings && { id: 'buildings', label: t('buildings'), count: counts.buildings },
    counts.doorplates && { id: 'doorplates', label: t('doorplates'), count: counts.doorplates },
    counts.facilities && {
      id: 'facilities',
      label: t('facilities'),
      count: counts.facilities,
      children: model.categories.filter((one) => one.facilities).map((one) => ({ id: `facilities.${one.id}`, label: name(one), count: one.facilities, category: one })),
    },
    model.categories.some((one) => one.reach.length) && { id: 'reach', label: t('reach') },
    (counts.gates || counts.walls) && { id: 'gates', label: t('gates_and_walls'), count: counts.gates || undefined },
    { id: 'context', label: t('roads_and_water') },
    { id: 'names', label: t('names') },
    counts.events && { id: 'events', label: t('events'), count: counts.events },
  ];
  return lines.filter(Boolean);
}

/** 'true', 'false' or 'mixed' for the box of a line. */
export function checkState(record, line) {
  if (!line.children) return String(layerShown(record, line.id));
  if (record.layers[line.id] === false) return 'false';
  const shown = line.children.map((child) => layerShown(record, child.id));
  if (shown.every(Boolean)) return 'true';
  return shown.some(Boolean) ? 'mixed' : 'false';
}

function toggleLine({ state }, line) {
  const record = state.get();
  if (!line.children) {
    state.setLayer(line.id, !layerShown(record, line.id));
    return;
  }
  const on = checkState(record, line) !== 'true';
  const own = Object.fromEntries(line.children.map((child) => [child.id, on]));
  state.set({ layers: Object.freeze({ ...record.layers, [line.id]: true, ...own }) });
}

function hiddenByZoom({ state }, line) {
  const { view } = state.get();
  return line.id in ZOOMS && layerShown(state.get(), line.id) && view && view.zoom < ZOOMS[line.id];
}

function treeRow(page, line, depth, fold) {
  const { state, t, say, map } = page;
  const checked = checkState(state.get(), line);
  const tail = hiddenByZoom(page, line)
    ? button({ class: 'textlink tree-count', key: `zoom/${line.id}`, press: () => map.flyTo({ x: page.centre()[0], y: page.centre()[1], zoom: ZOOMS[line.id] + 0.3 }) }, t('shown_when_near'))
    : element('span', { class: 'tree-count' }, line.count === undefined ? '' : say.plain(line.count));
  return element(
    'div',
    { class: 'tree-row', role: 'none', style: { '--depth': depth } },
    element('button', {
      type: 'button',
      class: 'tree-check',
      role: 'checkbox',
      'aria-checked': checked,
      'data-key': `layer/${line.id}`,
      on: { click: () => toggleLine(page, line) },
    },
    element('span', { class: 'tree-box', 'aria-hidden': 'true' }, icon(checked === 'mixed' ? 'minus' : 'tick')),
    line.line ? element('span', { class: `swatch line line-${line.line}`, style: { background: `var(--line-${line.line})` } }) : null,
    line.category ? categoryBadge(line.category) : null,
    element('span', { class: 'tree-name cut', title: line.label }, line.label)),
    tail,
    fold,
  );
}

/** The layer tree into a section. */
export function mountLayerTree(host, page, { close } = {}) {
  const folded = { facilities: true };
  const draw = () => {
    const { t } = page;
    const rows = layerLines(page).flatMap((line) => {
      if (!line.children) return [treeRow(page, line, 0)];
      const open = line.open || !folded[line.id];
      const fold = line.open ? null : button({
        class: 'tree-fold',
        key: `fold/${line.id}`,
        label: t(open ? 'fold' : 'unfold', { name: line.label }),
        'aria-expanded': String(open),
        press: () => {
          folded[line.id] = open;
          draw();
        },
      }, icon('down'));
      return [treeRow(page, line, 0, fold), ...(open ? line.children.map((child) => treeRow(page, child, 1)) : [])];
    });
    const list = element('div', { class: 'tree scroll', role: 'group', 'aria-label': t('layers'), 'data-scroll': 'layers' }, rows);
    list.addEventListener('keydown', (event) => arrowKeys(event, [...list.querySelectorAll('.tree-check')], { vertical: true }));
    redraw(host, sectionHead(t('layers'), close ? close() : null), list);
  };
  page.watch(host, ['language', 'layers'], draw);
  page.state.subscribe(['view'], () => {
    const near = Object.keys(ZOOMS).map((id) => hiddenByZoom(page, { id })).join();
    if (near !== host.dataset.near && host.isConnected) draw();
    host.dataset.near = near;
  });
}
