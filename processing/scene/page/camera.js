// Where the camera stands: places in degrees and metres, fitting boxes into the free part of the map, keeping near the district.

import { knownOrNull } from './model-values.js';

export const HOME_PITCH = 46;
export const MAX_PITCH = 65;
export const MAX_ZOOM = 19.5;
const ZOOM_OUT = 1.5;
const SLACK = 0.2;
const DEGREE = 3;
const CLOSE_ZOOM = 17;
const PLACE_M = 900; // about as far as a quarter of an hour leads
const SERVICES_ZOOM = 15.4;

function polynomial(terms, a, b) {
  let sum = 0;
  let k = 0;
  for (let degree = 0; degree <= DEGREE; degree += 1) {
    for (let j = 0; j <= degree; j += 1) {
      sum += (terms[k] ?? 0) * a ** (degree - j) * b ** j;
      k += 1;
    }
  }
  return sum;
}

// [longitude, latitude] of scene metres, as the data's coordinate system says.
export function lonLatOf(meta, [x, y]) {
  return [0, 1].map((axis) => meta.origin[axis] + polynomial(meta.toLonLat[axis], x, y));
}

// Scene metres of [longitude, latitude].
export function metresOf(meta, [longitude, latitude]) {
  const [a, b] = [longitude - meta.origin[0], latitude - meta.origin[1]];
  return [0, 1].map((axis) => polynomial(meta.fromLonLat[axis], a, b));
}

// The map draws metres from its origin on a plane, straight; this is that drawing's own longitude and latitude.
export function createPlane(meta, WebMercatorViewport) {
  const [longitude, latitude] = meta.origin;
  const base = new WebMercatorViewport({ longitude, latitude, zoom: 1, width: 1, height: 1 });
  return Object.freeze({
    toDegrees: ([x, y]) => base.addMetersToLngLat([longitude, latitude], [x, y]),
    toMetres([lng, lat]) {
      // Newton from the plane at the origin; two steps reach the millimetre.
      const scale = base.distanceScales.metersPerUnit;
      const [u0, v0] = base.projectFlat([longitude, latitude]);
      const [u, v] = base.projectFlat([lng, lat]);
      let [x, y] = [(u - u0) * scale[0], (v - v0) * scale[1]];
      for (let step = 0; step < 2; step += 1) {
        const [pu, pv] = base.projectFlat(base.addMetersToLngLat([longitude, latitude], [x, y]));
        x += (u - pu) * scale[0];
        y += (v - pv) * scale[1];
      }
      return [x, y];
    },
  });
}

// The free part of the map: {left, top, width, height} inside the panels.
export function freeBox({ width, height }, padding) {
  return {
    left: padding.left,
    top: padding.top,
    width: Math.max(50, width - padding.left - padding.right),
    height: Math.max(50, height - padding.top - padding.bottom),
  };
}

// The view that shows all points (degrees, with height in metres) inside the free part; bearing and pitch stay.
export function fitView(WebMercatorViewport, points, { size, padding, bearing, pitch, start, margin = 0.04, maxZoom = MAX_ZOOM }) {
  let view = { ...start, bearing, pitch };
  const free = freeBox(size, padding);
  // Perspective makes the fit uneven: move and scale a few times.
  for (let round = 0; round < 12; round += 1) {
    const viewport = new WebMercatorViewport({ ...view, ...size, padding });
    const seen = points.map((point) => viewport.project(point));
    const [west, east] = [Math.min(...seen.map((p) => p[0])), Math.max(...seen.map((p) => p[0]))];
    const [north, south] = [Math.min(...seen.map((p) => p[1])), Math.max(...seen.map((p) => p[1]))];
    const fill = Math.max((east - west) / (free.width * (1 - 2 * margin)), (south - north) / (free.height * (1 - 2 * margin)));
    const middle = viewport.unproject([(west + east) / 2, (north + south) / 2]);
    const zoom = Math.min(maxZoom, view.zoom - Math.log2(Math.max(fill, 1e-6)));
    const shift = Math.abs(zoom - view.zoom) + Math.abs(middle[0] - view.longitude) + Math.abs(middle[1] - view.latitude);
    view = { ...view, longitude: middle[0], latitude: middle[1], zoom };
    if (shift < 1e-5) break;
  }
  return view;
}

// The view kept near the district: centre in its box + 20 %, pitch and zoom in their limits.
export function keptView(view, { box, homeZoom }) {
  const [west, south, east, north] = box;
  const [dx, dy] = [(east - west) * SLACK, (north - south) * SLACK];
  const between = (value, low, high) => Math.min(high, Math.max(low, value));
  return {
    ...view,
    longitude: between(view.longitude, west - dx, east + dx),
    latitude: between(view.latitude, south - dy, north + dy),
    zoom: between(view.zoom, homeZoom - ZOOM_OUT, MAX_ZOOM),
    pitch: between(view.pitch, 0, MAX_PITCH),
  };
}

// Degrees by which the home view is turned: on a wall, for a livelier picture.
export function bearingAtHome() {
  return document.documentElement.dataset.layout === 'wall' ? -14 : 0;
}

// The corners of a box of metres, at a height.
export function boxCorners([west, south, east, north], height = 0) {
  return [[west, south, height], [west, north, height], [east, north, height], [east, south, height]];
}

// What a target for flying shows: {points: [[x, y, z] …], zoom} in metres; zoom null = fit the points.
export function targetPoints(model, target) {
  if (target.bounds) return { points: boxCorners(target.bounds), zoom: null };
  const { kind, index } = target;
  if (kind === 'area') return { points: boxCorners(model.areas.bbox(index)), zoom: null };
  if (kind === 'place') return { points: boxCorners([target.x - PLACE_M, target.y - PLACE_M, target.x + PLACE_M, target.y + PLACE_M]), zoom: null };
  const place = { building: () => model.buildings.centre(index), doorplate: () => model.doorplates.xy(index), facility: () => model.facilities.xy(index), event: () => model.events.xy(index) }[kind];
  const xy = place ? place() : [target.x, target.y];
  return { points: [[...xy, 0]], zoom: knownOrNull(target.zoom) ?? CLOSE_ZOOM };
}

// Where a place and its nearest facilities are seen together, as near as that allows, the place itself never out of sight.
export function servicesView(fitted, place) {
  if (fitted.zoom < SERVICES_ZOOM) return { ...fitted, longitude: place[0], latitude: place[1], zoom: SERVICES_ZOOM };
  return { ...fitted, zoom: Math.min(fitted.zoom, CLOSE_ZOOM) };
}
