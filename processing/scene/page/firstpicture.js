// The first picture: ground, areas with their rates, boundaries and names on a plain canvas, from where the map will be seen;
// drawn before deck.gl is unpacked, and taken away when that has drawn.

import { filledLevel } from './layers-ground.js';
import { HOME_PITCH, bearingAtHome, freeBox, metresOf } from './camera.js';
import { createOccupancy, thinned } from './labels.js';
import { labelCandidates, labelSizes } from './candidates.js';
import { mixed, themeColours } from './colours.js';
import { readLines, readPolygons } from './decode.js';
import { layerShown } from './state.js';
import { shareClass } from './ramp.js';

const EARTH_M = 40075016.686;
const TILE_PX = 512;
const EYE = 1.5; // heights of the page between the eye and the ground in the middle, as deck.gl has it
const ROUNDS = 12;
const MARGIN = 0.04;
const NEAREST_ZOOM = 17;
const RIGHT_HAND = Math.PI / 180;
const BOUNDARY_PX = Object.freeze({ grid: 1, community: 1.8, subdistrict: 3.2 });
const FONTS = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif';

const css = ([red, green, blue, alpha = 255]) => `rgba(${red},${green},${blue},${alpha / 255})`;
const extent = (values) => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);

/** Metres to px and back for a camera {centre, scale (px a metre), bearing, pitch}: what deck.gl's viewport does with its own. */
export function createProjection({ centre, scale, bearing, pitch }, size, padding) {
  const free = freeBox(size, padding);
  const [cx, cy] = [free.left + free.width / 2, free.top + free.height / 2];
  const [turnX, turnY] = [Math.cos(bearing * RIGHT_HAND), Math.sin(bearing * RIGHT_HAND)];
  const [level, rise] = [Math.cos(pitch * RIGHT_HAND), Math.sin(pitch * RIGHT_HAND)];
  const eye = EYE * size.height;
  return {
    project([x, y, z = 0]) {
      const [dx, dy] = [(x - centre[0]) * scale, (y - centre[1]) * scale];
      const [across, along] = [dx * turnX - dy * turnY, dx * turnY + dy * turnX];
      const nearness = eye / Math.max(1, eye + along * rise - z * scale * level);
      return [cx + across * nearness, cy - (along * level + z * scale * rise) * nearness, nearness];
    },
    ground([px, py]) {
      const up = cy - py;
      const along = (up * eye) / Math.max(1, eye * level - up * rise);
      const across = ((px - cx) * (eye + along * rise)) / eye;
      return [centre[0] + (across * turnX + along * turnY) / scale, centre[1] + (along * turnX - across * turnY) / scale];
    },
  };
}

/** The camera that shows all points inside the free part, as fitView finds it for deck.gl. */
export function fittedCamera(points, { size, padding, bearing, pitch, largest }) {
  const free = freeBox(size, padding);
  const [[west, east], [south, north]] = [0, 1].map((axis) => extent(points.map((point) => point[axis])));
  let camera = { centre: [(west + east) / 2, (south + north) / 2], scale: free.width / Math.max(1, east - west, north - south), bearing, pitch };
  for (let round = 0; round < ROUNDS; round += 1) {
    const { project, ground } = createProjection(camera, size, padding);
    const seen = points.map(project);
    const [[left, right], [top, bottom]] = [0, 1].map((axis) => extent(seen.map((point) => point[axis])));
    const fill = Math.max((right - left) / (free.width * (1 - 2 * MARGIN)), (bottom - top) / (free.height * (1 - 2 * MARGIN)));
    camera = { ...camera, centre: ground([(left + right) / 2, (top + bottom) / 2]), scale: Math.min(largest, camera.scale / Math.max(fill, 1e-6)) };
  }
  return camera;
}

const pixelsAMetre = (zoom, latitude) => (TILE_PX * 2 ** zoom) / (EARTH_M * Math.cos(latitude * RIGHT_HAND));

function cameraOf(model, record, { size, padding, points }) {
  const [, latitude] = model.meta.origin;
  const { view } = record;
  if (view) return { centre: metresOf(model.meta, [view.longitude, view.latitude]), scale: pixelsAMetre(view.zoom, latitude), bearing: view.bearing, pitch: record.view3d ? view.pitch : 0 };
  return fittedCamera(points, { size, padding, bearing: bearingAtHome(), pitch: record.view3d ? HOME_PITCH : 0, largest: pixelsAMetre(NEAREST_ZOOM, latitude) });
}

function createPen(canvas, size, project) {
  const sharp = window.devicePixelRatio || 1;
  [canvas.width, canvas.height] = [size.width * sharp, size.height * sharp];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.scale(sharp, sharp);
  pen.lineJoin = 'round';
  const trace = (flat) => {
    for (let k = 0; k < flat.length; k += 2) {
      const [x, y] = project([flat[k], flat[k + 1]]);
      if (k) pen.lineTo(x, y);
      else pen.moveTo(x, y);
    }
  };
  return {
    pen,
    fill(polygon, colour) {
      pen.beginPath();
      polygon.forEach((rings) => rings.forEach(trace));
      pen.fillStyle = colour;
      pen.fill('evenodd');
    },
    stroke(lines, colour, width) {
      pen.beginPath();
      lines.forEach(trace);
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.stroke();
    },
  };
}

function drawGround({ fill, stroke }, model, record, colours, zoom) {
  const { surfaces } = colours;
  const { columns } = model;
  const level = filledLevel(model, record, zoom);
  readPolygons(columns, 'o').forEach((polygon) => fill(polygon, css(surfaces.ground)));
  const use = columns['l.use'] ?? [];
  const land = readPolygons(columns, 'l');
  if (layerShown(record, 'context')) land.forEach((polygon, k) => use[k] === 2 && fill(polygon, css(surfaces.green)));
  if (layerShown(record, 'areas') && model.measures.present) {
    const alpha = record.category === null ? colours.areaAlpha.all : colours.areaAlpha.category;
    readPolygons(columns, 'a').forEach((polygon, row) => {
      if (model.areas.level(row) !== level) return;
      const one = shareClass(model.measures.rate(row, record.category, record.weight));
      fill(polygon, css([...colours.ramp[one], one ? alpha : alpha / 3]));
    });
  }
  if (layerShown(record, 'context')) land.forEach((polygon, k) => use[k] === 4 && fill(polygon, css(surfaces.water)));
  for (const [name, width] of Object.entries(BOUNDARY_PX)) {
    if (layerShown(record, `walls.${name}`)) stroke(readLines(columns, `w.${name}`), css([...colours.boundaries[name], 235]), width);
  }
}

function drawLabel(pen, label, colours) {
  const [x, y] = [label.box[0] + label.box[2] / 2, label.box[1] + label.box[3] / 2];
  const { surfaces } = colours;
  pen.font = `700 ${label.size}px ${FONTS}`;
  if (label.look === 'pill') {
    pen.fillStyle = css([...(colours.theme === 'dark' ? surfaces.page : [255, 255, 255]), colours.pillAlpha]);
    pen.fillRect(...label.box);
    pen.lineWidth = 2;
    pen.strokeStyle = css(colours.ramp[label.one || 0]);
    pen.strokeRect(...label.box);
    pen.fillStyle = css(surfaces.text_1);
  } else {
    pen.lineWidth = 4;
    pen.strokeStyle = css(surfaces.page);
    pen.strokeText(label.text, x, y);
    pen.fillStyle = css(label.group === 'subdistrict' ? colours.boundaries.subdistrict : mixed(surfaces.text_1, surfaces.text_2, 0.5));
  }
  pen.fillText(label.text, x, y);
}

function drawLabels(pen, model, record, colours, { project, zoom, size, occupied }) {
  if (!layerShown(record, 'names')) return;
  const wall = document.documentElement.dataset.layout === 'wall';
  const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const occupancy = createOccupancy(size.width, size.height);
  occupied.forEach((box) => occupancy.take(box));
  const candidates = labelCandidates({ model, record: { ...record, selection: null }, sizes: labelSizes(wall, unit), zoom, lift: record.view3d ? 1 : 0, spots: [], iconSize: 0, linked: [], inBox: () => true });
  const place = ({ position }) => {
    const [x, y] = project(position);
    return { x, y, scale: 1 };
  };
  [pen.textAlign, pen.textBaseline] = ['center', 'middle'];
  thinned(candidates, { place, occupancy }).forEach((label) => drawLabel(pen, label, colours));
}

/** Draw behind the map's box; gives a function that takes the picture away. */
export function showFirstPicture(host, model, state, { palette, padding, occupied, points }) {
  const size = { width: host.clientWidth || 1, height: host.clientHeight || 1 };
  const record = state.get();
  const colours = themeColours(palette, record.theme);
  const camera = cameraOf(model, record, { size, padding, points });
  const zoom = Math.log2((camera.scale * EARTH_M * Math.cos(model.meta.origin[1] * RIGHT_HAND)) / TILE_PX);
  const { project } = createProjection(camera, size, padding);
  const canvas = document.createElement('canvas');
  canvas.className = 'first-picture';
  canvas.setAttribute('aria-hidden', 'true');
  const drawing = createPen(canvas, size, project);
  drawGround(drawing, model, record, colours, zoom);
  drawLabels(drawing.pen, model, record, colours, { project, zoom, size, occupied });
  host.before(canvas);
  return () => canvas.remove();
}
