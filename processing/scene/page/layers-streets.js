// Streets: as bands of their width where that can be seen, from afar as thin lines; many streets in cells, drawn where the view is.

import { readLines } from './decode.js';
import { withAlpha } from './colours.js';
import { boundsOfPicture, linePixels, widened } from './raster.js';
import { linePieces } from './pieces.js';
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
  const arterials = many ? plain.filter((street) => street.arterial) : [];
  const bridges = streets.filter((street) => street.bridge);
  return {
    many,
    cells: cellsOf(plain, many),
    arterials,
    bridges,
    ...(many ? farForms(plain.filter((street) => !street.arterial && !street.minor), [...arterials, ...bridges]) : {}),
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
function farForms(streets, broad) {
  const lines = streets.map((street) => thinnedLine(street.path, FAR_TOLERANCE_M));
  const forms = { far: null, picture: null, broad: null };
  return {
    crowd: lines.length,
    far() {
      forms.far ??= linePieces(lines).data;
      return forms.far;
    },
    picture() {
      forms.picture ??= pictureOf(linePixels(lines, PICTURE_PX));
      return forms.picture;
    },
    // The arterials and bridges piece by piece: {data, of(piece) → street}.
    broad() {
      forms.broad ??= broadPieces(broad);
      return forms.broad;
    },
  };
}

function broadPieces(streets) {
  const { data, lineOf } = linePieces(streets.map((street) => street.path));
  return { data, of: (piece) => streets[lineOf[piece]] };
}

function pictureOf({ data, width, height, box }) {
  return { image: new ImageData(data, width, height), box };
}

function farPicture({ make, picture: { image, box }, colour, seen }) {
  return make('streets-picture', 'picture', { image, bounds: boundsOfPicture(box), tintColor: colour, visible: seen });
}

// From afar: the common streets as thin lines or a picture, above them the arterials and the bridges in their width.
function farLayers({ make, record, colours, streets, context, seen, bands }) {
  const { surfaces } = colours;
  const thin = record.lightMode && streets.crowd > 0
    ? farPicture({ make, picture: streets.picture(), colour: surfaces.road, seen })
    : make('streets-far', 'lines', { data: streets.far(), getWidth: 1.2, getColor: withAlpha(surfaces.road, 255), visible: seen, updateTriggers: { getColor: colours.theme } });
  if (!record.lightMode) return [thin, bands('streets-arterials', 'streets', streets.arterials, context), bands('streets-bridges', 'bridges', streets.bridges, context)];
  const { data, of } = streets.broad();
  return [thin, make('streets-broad', 'lines', {
    data,
    visible: context,
    widthUnits: 'meters',
    widthMinPixels: 1,
    getWidth: (_, { index }) => of(index).width,
    getColor: (_, { index }) => withAlpha(of(index).arterial ? surfaces.arterial : surfaces.road, 255),
    updateTriggers: { getColor: colours.theme },
  })];
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
  if (streets.many && zoom < FAR_ZOOM) {
    return farLayers({ make, record, colours, streets, context, seen: context && zoom >= CROWDED_ZOOM, bands });
  }
  const near = streets.many ? streets.cells.filter((cell) => seesBox(cell.box)) : streets.cells;
  return [
    ...near.map((cell) => bands(`streets-minor-${cell.key}`, 'streets', cell.minor, context && zoom >= MINOR_ZOOM)),
    ...near.map((cell) => bands(`streets-major-${cell.key}`, 'streets', cell.major, context)),
    bands('streets-bridges', 'bridges', streets.bridges, context),
  ];
}
