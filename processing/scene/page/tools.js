// The tools over the map: zoom, north, home, layers, 3D, measure, picture, print, full screen.
import { button, element, redraw } from './dom.js';
import { icon, needle } from './icons.js';
import { toggleDrawer, toggleReaching } from './actions.js';
import { savePicture } from './picture.js';
import { printPage } from './print.js';
import { toggleMeasure } from './measure.js';
import { scaleLength } from './scale.js';

/** Full screen on or off; browsers may refuse. */
export function toggleFull() {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done?.catch?.(() => {});
}

function tool(name, { label, letter, press, pressed, extra, content, ...rest }) {
  return button({
    class: `tool ${extra ? 'tool-extra' : ''}`,
    key: `tool/${name}`,
    label,
    'data-tip': letter ? `${label} (${letter})` : label,
    pressed,
    press,
    ...rest,
  }, content ?? icon(name));
}

function bearingWords(page) {
  const { view } = page.state.get();
  const bearing = Math.round((((view?.bearing ?? 0) % 360) + 360) % 360);
  return page.t('north_label', { bearing });
}

function toolButtons(page) {
  const { model, state, map, t } = page;
  const { view3d, drawer, measure, reaching } = state.get();
  const line = () => element('div', { class: 'tool-line' });
  const buttons = [
    tool('plus', { label: t('zoom_in'), letter: '+', press: () => map.zoomBy(1) }),
    tool('minus', { label: t('zoom_out'), letter: '−', press: () => map.zoomBy(-1) }),
    tool('north', { label: bearingWords(page), letter: 'N', press: () => map.northUp(), content: needle() }),
    tool('home', { label: t('home'), letter: 'H', press: () => map.home() }),
    line(),
    page.wallLayout() ? tool('layers', { label: t('layers'), letter: 'L', pressed: drawer === 'layers', press: () => toggleDrawer(page, 'layers') }) : null,
    model.meta.publication ? null : tool('cube', { label: t('switch_3d'), letter: 'B', pressed: view3d, extra: true, press: () => state.set({ view3d: !view3d }) }),
    tool('ruler', { label: t('measure'), letter: 'M', pressed: measure !== null, extra: true, press: () => toggleMeasure(page) }),
    model.meta.live ? tool('walk', { label: t('reach_from_point'), letter: 'R', pressed: reaching, extra: true, press: () => toggleReaching(page) }) : null,
    line(),
    tool('camera', { label: t('save_picture'), letter: 'S', extra: true, press: () => savePicture(page) }),
    tool('printer', { label: t('print'), letter: 'P', extra: true, press: () => printPage(page) }),
    document.fullscreenEnabled ? tool('expand', { label: t('full_screen'), letter: 'F', extra: true, press: toggleFull }) : null,
  ];
  return buttons.filter(Boolean);
}

/** The tool stack and the scale bar; without a map both are absent. */
export function mountTools(host, page) {
  const { state, map } = page;
  host.hidden = !map;
  if (!map) return;
  const turn = () => {
    const { view } = state.get();
    const compass = host.querySelector('[data-key="tool/north"]');
    if (!view || !compass) return;
    compass.querySelector('.icon').style.transform = `rotate(${-view.bearing}deg) scaleY(${Math.cos((view.pitch * Math.PI) / 180).toFixed(3)})`;
    compass.setAttribute('aria-label', bearingWords(page));
    compass.dataset.tip = `${bearingWords(page)} (N)`;
  };
  page.watch(host, ['language', 'view3d', 'drawer', 'measure', 'reaching', 'loaded'], () => {
    redraw(host, toolButtons(page));
    turn();
  });
  page.onLayout(() => { redraw(host, toolButtons(page)); turn(); });
  state.subscribe(['view'], turn);
}

/** The scale bar, true at the middle of the free part of the map. */
export function mountScale(host, page) {
  const { state, map, say } = page;
  host.hidden = !map;
  if (!map) return;
  const text = element('div', {});
  const line = element('div', { class: 'scale-line' });
  const reading = element('div', { class: 'reading', role: 'status' });
  host.append(reading, text, line);
  page.watch(host, ['progress', 'loaded', 'language'], () => {
    const { progress } = state.get();
    reading.textContent = progress ? page.t('reading', { done: progress.done, all: progress.count }) : '';
  });
  const draw = () => {
    const ratio = map.metresPerPixel();
    if (!Number.isFinite(ratio) || ratio <= 0) return;
    const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const { metres, pixels } = scaleLength(ratio, 9 * size);
    text.textContent = metres >= 10000 ? say.metres(metres) : page.t('amount_metres', { number: say.plain(metres) });
    line.style.width = `${pixels}px`;
  };
  page.watch(host, ['view', 'language', 'loaded'], draw);
  page.onLayout(draw);
}
