// Line icons on a grid of 24, drawn by us; no icon file or font is loaded.
import { vector } from './dom.js';

const STROKES = {
  plus: ['M12 5v14', 'M5 12h14'],
  minus: ['M5 12h14'],
  home: ['M4 11.5 12 4.5l8 7', 'M6.5 10v9h11v-9'],
  cube: ['M12 3.5 19.5 7.7v8.6L12 20.5 4.5 16.3V7.7z', 'M4.5 7.7 12 12l7.5-4.3', 'M12 12v8.5'],
  ruler: ['M15.6 3.5 20.5 8.4 8.4 20.5 3.5 15.6z', 'M12.8 6.3l2 2', 'M9.9 9.2l2 2', 'M7 12.1l2 2'],
  camera: ['M4 8h3.2l1.6-2.5h6.4L16.8 8H20v11H4z', 'M12 16.4a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z'],
  printer: ['M7 9V4.5h10V9', 'M7 16.5H4.5V9h15v7.5H17', 'M7 14h10v5.5H7z'],
  expand: ['M9 4.5H4.5V9', 'M15 4.5h4.5V9', 'M9 19.5H4.5V15', 'M15 19.5h4.5V15'],
  layers: ['M12 4 20 8.5 12 13 4 8.5z', 'M4.5 12.4 12 16.6l7.5-4.2', 'M4.5 16.2 12 20.4l7.5-4.2'],
  legend: ['M4.5 5.5h4v4h-4z', 'M4.5 14.5h4v4h-4z', 'M12 7.5h7.5', 'M12 16.5h7.5'],
  figures: ['M6 19.5V12', 'M12 19.5v-15', 'M18 19.5V9'],
  ranking: ['M4.5 6h15', 'M4.5 12h10', 'M4.5 18h6'],
  info: ['M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17z', 'M12 11v5.5', 'M12 7.6v.2'],
  search: ['M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13z', 'M15.3 15.3 20 20'],
  close: ['M6 6l12 12', 'M18 6 6 18'],
  down: ['M6.5 9.5l5.5 5.5 5.5-5.5'],
  play: ['M8.5 6v12l9-6z'],
  pause: ['M8.5 6v12', 'M15.5 6v12'],
  tick: ['M5 12.5l4.5 4.5L19 7.5'],
  cross: ['M6.5 6.5l11 11', 'M17.5 6.5l-11 11'],
  fly: ['M12 20.5s-6-5.8-6-10.2a6 6 0 0 1 12 0c0 4.4-6 10.2-6 10.2z', 'M12 12.4a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z'],
  link: ['M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1', 'M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1'],
  up: ['M12 19.5V5', 'M5.5 11.5 12 5l6.5 6.5'],
  walk: ['M13 5.2a1.6 1.6 0 1 0 0-.1', 'M12.5 8.5 10 12l1 3.5L9 20', 'M12.5 8.5l1 5 3 2.5.5 4', 'M10.5 10.5 7 12', 'M13.5 10.5l3.5 1'],
  place: ['M5 19.5v-11l7-4 7 4v11', 'M10 19.5v-5h4v5'],
  plate: ['M4 8h16v8H4z', 'M8 12h8'],
  road: ['M8 4 5 20', 'M16 4l3 16', 'M12 5v3', 'M12 11v3', 'M12 17v3'],
  region: ['M5 7l6-3 8 4-2 8-7 4-6-5z'],
};

/** An icon by name, hidden from assistive technology: its button carries the name. */
export function icon(name) {
  return vector(
    'svg',
    { viewBox: '0 0 24 24', class: `icon icon-${name}`, 'aria-hidden': 'true', focusable: 'false' },
    STROKES[name].map((path) => vector('path', { d: path })),
  );
}

/** The compass needle; the page turns and tilts it. */
export function needle() {
  return vector(
    'svg',
    { viewBox: '0 0 24 24', class: 'icon icon-needle', 'aria-hidden': 'true', focusable: 'false' },
    vector('path', { d: 'M12 2.5 15.5 12h-7z', class: 'needle-north' }),
    vector('path', { d: 'M12 21.5 8.5 12h7z', class: 'needle-south' }),
  );
}

/** The mark of the plugin: three blocks in a hexagon. */
export function mark() {
  return vector(
    'svg',
    { viewBox: '0 0 40 44', class: 'mark', 'aria-hidden': 'true', focusable: 'false' },
    vector('path', { class: 'mark-frame', d: 'M20 2.5 37 12.2v19.6L20 41.5 3 31.8V12.2z' }),
    vector('path', { class: 'mark-blocks', d: 'M13 30.5v-9l4.5-3.5v12.5M17.5 30.5V15l5-3.5v19M22.5 18l4.5 3v9.5' }),
  );
}
