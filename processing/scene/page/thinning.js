// When labels are placed anew: after each rest of the camera, at most ten times a second while it moves.

import { createOccupancy, thinned } from './labels.js';
import { facilitySpots, labelCandidates, labelSizes } from './candidates.js';

const MOVING_MS = 100;
const REST_MS = 130;
const MOST_BEHIND = 60;

export function createThinning({ model, state, stage, linked, onPlaced }) {
  const spots = facilitySpots(model);
  let boxes = [];
  let shown = new Set();
  let last = 0;
  let timer = 0;

  function unit() {
    return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  }

  // Where a candidate stands on the page and how much perspective shrinks it, null outside.
  function placer(viewport, { width, height }) {
    const matrix = viewport.viewProjectionMatrix;
    const depth = ([x, y, z]) => matrix[3] * x + matrix[7] * y + matrix[11] * z + matrix[15];
    const middle = depth(viewport.projectPosition([viewport.longitude, viewport.latitude, 0]));
    return ({ position }) => {
      const place = stage.degrees(position);
      const [x, y] = viewport.project(place);
      const distance = depth(viewport.projectPosition(place));
      if (distance <= 0 || x < -MOST_BEHIND || y < -MOST_BEHIND || x > width + MOST_BEHIND || y > height + MOST_BEHIND) return null;
      return { x, y, scale: Math.min(1.6, middle / distance) };
    };
  }

  function place() {
    clearTimeout(timer);
    last = performance.now();
    if (!stage.started()) return;
    const record = state.get();
    const size = stage.size();
    const wall = document.documentElement.dataset.layout === 'wall';
    const sizes = labelSizes(wall, unit());
    const occupancy = createOccupancy(size.width, size.height);
    boxes.forEach((box) => occupancy.take(box));
    const [west, south, east, north] = stage.seenBox();
    const inBox = ([x, y]) => x > west && x < east && y > south && y < north;
    const candidates = labelCandidates({
      model,
      record,
      sizes,
      zoom: stage.zoom(),
      lift: record.view3d ? 1 : 0,
      spots: spots.filter((spot) => inBox([spot.x, spot.y])),
      iconSize: (record.category === null ? 21 : 26) * (wall ? unit() / 16 : unit() / 14),
      linked: linked(),
      inBox,
    });
    const placed = thinned(candidates, { place: placer(stage.viewport(), size), occupancy, shown });
    shown = new Set(placed.map((one) => one.id));
    onPlaced(placed);
  }

  // Now if the last time is long ago, and once more when all is at rest.
  function soon() {
    clearTimeout(timer);
    if (performance.now() - last > MOVING_MS && !stage.slow()) place();
    timer = setTimeout(place, REST_MS);
  }

  return Object.freeze({
    now: place,
    soon,
    occupied(next) {
      boxes = next;
      soon();
    },
    end: () => clearTimeout(timer),
  });
}
