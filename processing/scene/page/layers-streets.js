// Streets: as bands of their width where that can be seen, from afar as thin lines; many streets in cells, drawn where the view is.

import { readLines } from './decode.js';
import { withAlpha } from './colours.js';
import { unfoldedStreets } from './unfold-streets.js';

const STREET_WIDTHS = [5, 11, 24];
const MINOR_ZOOM = 12.5;
const MANY_STREETS = 20000;
const FAR_ZOOM = 13.5;
const CROWDED_ZOOM = 11;
const CELL_M = 2000;
const FAR_TOLERANCE_M = 6;
const PICTURE_PX = 2048;
const EVERYWHERE = Object.freeze([-Infinity, -Infinity, Infinity, Infinity]);

// Streets of a prefix; those of the network that stand among the others have no width there.
function streetsOf(columns, prefix) {
  const widths = columns[`${prefix}.width`];
  if (!widths) return [];
  const bridges = columns[`${prefix}.bridge`] ?? [];
  return readLines(columns, prefix).flatMap((path, i) => (widths[i] in STREET_WIDTHS ? { path, width: STREET_WIDTHS[widths[i]], arterial: widths[i] === 2, minor: widths[i] === 0, bridge: Boolean(bridges[i]) } : []));
}

/** The streets of the head's columns: cells of minor and major ones, bridges, and what is drawn from afar. */
export function createStreets(columns) {
  const streets = [...streetsOf(columns, 's'), ...streetsOf(unfoldedStreets(columns), 'n')];
  const plain = streets.filter((street) => !street.bridge);
  const many = streets.length > MANY_STREETS;
  return {
    many,
    cells: cellsOf(plain, many),
    arterials: many ? plain.filter((street) => street.arterial) : [],
    ...(many ? farForms(plain.filter((street) => !street.arterial && !street.minor)) : {}),
    bridges: streets.filter((street) => street.bridge),
  };
}

// Streets by the cell of their first point, each with the box of what it holds.
function cellsOf(streets, many) {
  const cells = new Map();
  for (const street of streets) {
    const key = many ? `${Math.floor(street.path[0] / CELL_M)}.${Math.floor(street.path[1] / CELL_M)}` : 'all';
    const cell = cells.get(key) ?? { key, box: many ? [Infinity, Infinity, -Infinity, -Infinity] : EVERYWHERE, minor: [], major: [] };
    cells.set(key, cell);
    (street.minor ? cell.minor : cell.major).push(street);
    if (many) cell.box = widened(cell.box, street.path);
  }
  // Broad streets last, so that they run through at crossings.
  for (const cell of cells.values()) cell.major.sort((a, b) => a.width - b.width);
  return [...cells.values()];
}

function widened([west, south, east, north], path) {
  const box = [west, south, east, north];
  for (let k = 0; k < path.length; k += 2) {
    box[0] = Math.min(box[0], path[k]);
    box[1] = Math.min(box[1], path[k + 1]);
    box[2] = Math.max(box[2], path[k]);
    box[3] = Math.max(box[3], path[k + 1]);
  }
  return box;
}

/** The points of a line without those that lie near the straight way on to its end. */
export function thinnedLine(path, tolerance) {
  const last = path.length - 2;
  const kept = [path[0], path[1]];
  for (let k = 2; k < last; k += 2) {
    const [x, y] = kept.slice(-2);
    const [dx, dy] = [path[last] - x, path[last + 1] - y];
    const aside = Math.abs((path[k] - x) * dy - (path[k + 1] - y) * dx) / (Math.hypot(dx, dy) || 1);
    if (aside > tolerance) kept.push(path[k], path[k + 1]);
  }
  return [...kept, path[last], path[last + 1]];
}

// What is drawn from afar, made in the form that the machine needs: lines, or where there is no graphics hardware a picture.
function farForms(streets) {
  const lines = streets.map((street) => thinnedLine(street.path, FAR_TOLERANCE_M));
  const forms = { far: null, picture: null };
  return {
    crowd: lines.length,
    far() {
      forms.far ??= farLines(lines);
      return forms.far;
    },
    picture() {
      forms.picture ??= pictureOf(linePixels(lines, PICTURE_PX));
      return forms.picture;
    },
  };
}

/** The lines in white with their cover as alpha, the first row in the north, and the box in metres. */
export function linePixels(lines, most) {
  const box = lines.reduce(widened, [Infinity, Infinity, -Infinity, -Infinity]);
  const [west, south, east, north] = box;
  const step = Math.max(east - west, north - south, 1) / (most - 2);
  const [width, height] = [east - west, north - south].map((metres) => Math.ceil(metres / step) + 2);
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let k = 3; k < data.length; k += 4) data[k] = 0;
  const cover = (x, y, share) => { data[4 * (y * width + x) + 3] += 255 * share; };
  for (const line of lines) {
    for (let k = 0; k + 3 < line.length; k += 2) drawnPiece([(line[k] - west) / step, (north - line[k + 1]) / step], [(line[k + 2] - west) / step, (north - line[k + 3]) / step], cover);
  }
  return { data, width, height, box: [west, north - height * step, west + width * step, north] };
}

function pictureOf({ data, width, height, box }) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  canvas.getContext('2d', { willReadFrequently: true }).putImageData(new ImageData(data, width, height), 0, 0);
  return { image: canvas, box };
}

// One pixel a step along the longer side, its cover shared with the neighbour across.
function drawnPiece([x0, y0], [x1, y1], cover) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))));
  const isFlat = Math.abs(dx) >= Math.abs(dy);
  for (let k = 0; k < steps; k += 1) {
    const [x, y] = [x0 + (dx * k) / steps, y0 + (dy * k) / steps];
    const [along, across] = isFlat ? [Math.floor(x), y] : [Math.floor(y), x];
    const low = Math.floor(across);
    const share = across - low;
    if (isFlat) {
      cover(along, low, 1 - share);
      cover(along, low + 1, share);
    } else {
      cover(low, along, 1 - share);
      cover(low + 1, along, share);
    }
  }
}

// All pieces as typed arrays of their ends.
function farLines(lines) {
  const length = lines.reduce((sum, line) => sum + line.length / 2 - 1, 0);
  const [source, target] = [new Float32Array(3 * length), new Float32Array(3 * length)];
  let at = 0;
  for (const line of lines) {
    for (let k = 0; k + 3 < line.length; k += 2, at += 3) {
      source.set([line[k], line[k + 1]], at);
      target.set([line[k + 2], line[k + 3]], at);
    }
  }
  return { length, attributes: { getSourcePosition: { value: source, size: 3 }, getTargetPosition: { value: target, size: 3 } } };
}

function farPicture({ make, picture: { image, box: [west, south, east, north] }, colour, seen }) {
  return make('streets-picture', 'streets_picture', { image, bounds: [[west, south], [west, north], [east, north], [east, south]], tintColor: colour, visible: seen });
}

/** The layers of the streets at a zoom. */
export function streetLayers({ make, record, colours, streets, context, zoom, seesBox }) {
  const { surfaces } = colours;
  const bands = (id, template, list, visible) => make(id, template, {
    data: list,
    getPath: (street) => street.path,
    positionFormat: 'XY',
    _pathType: 'open',
    visible,
    getWidth: (street) => street.width,
    getColor: (street) => withAlpha(street.arterial ? surfaces.arterial : surfaces.road, 255),
    updateTriggers: { getColor: colours.theme },
  });
  const bridges = bands('streets-bridges', 'bridges', streets.bridges, context);
  if (streets.many && zoom < FAR_ZOOM) {
    const seen = context && zoom >= CROWDED_ZOOM;
    const drawn = record.lightMode && streets.crowd > 0;
    const far = drawn ? farPicture({ make, picture: streets.picture(), colour: surfaces.road, seen }) : make('streets-far', 'streets_far', { data: streets.far(), getColor: withAlpha(surfaces.road, 255), visible: seen, updateTriggers: { getColor: colours.theme } });
    return [far, bands('streets-arterials', 'streets', streets.arterials, context), bridges];
  }
  const near = streets.many ? streets.cells.filter((cell) => seesBox(cell.box)) : streets.cells;
  return [
    ...near.map((cell) => bands(`streets-minor-${cell.key}`, 'streets', cell.minor, context && zoom >= MINOR_ZOOM)),
    ...near.map((cell) => bands(`streets-major-${cell.key}`, 'streets', cell.major, context)),
    bridges,
  ];
}
