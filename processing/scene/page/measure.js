// 测量: ground distances and areas between clicked points; never a walking length.
import { button, element, redraw } from './dom.js';
import { icon } from './icons.js';

/** Start measuring, or put the tool away. */
export function toggleMeasure({ state }) {
  state.set({ measure: state.get().measure ? null : { points: [], done: false }, reaching: false, selection: null });
}

/** End the line: later clicks begin a new one. */
export function endMeasure({ state }) {
  const { measure } = state.get();
  if (measure) state.set({ measure: { ...measure, done: true } });
}

/** Take the last point away. */
export function removeMeasured({ state }) {
  const { measure } = state.get();
  if (measure?.points.length) state.set({ measure: { points: measure.points.slice(0, -1), done: false } });
}

/** Length of a line in metres. */
export function lineLength(points) {
  return points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - points[i][0], y - points[i][1]), 0);
}

/** Area inside a closed line in square metres. */
export function ringArea(points) {
  const twice = points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** The line over the map that says what was measured. */
export function mountMeasure(host, page) {
  const { state, t, say } = page;
  const draw = () => {
    const { measure } = state.get();
    host.hidden = !measure;
    if (!measure) return;
    const { points, done } = measure;
    const first = points.length < 2 ? t('measure_hint') : t('measure_length', { metres: say.metres(lineLength(points)) });
    const words = points.length > 2 ? t('two_parts', { first, second: t('measure_area', { area: say.area(ringArea(points)) }) }) : first;
    redraw(
      host,
      element('span', { role: 'status' }, words),
      points.length && !done ? button({ class: 'control', key: 'measure-end', press: () => endMeasure(page) }, t('finish')) : null,
      button({ class: 'control', key: 'measure-close', label: t('close'), tip: `${t('close')} (Esc)`, press: () => state.set({ measure: null }) }, icon('close')),
    );
  };
  page.watch(host, ['measure', 'language'], draw);
}
