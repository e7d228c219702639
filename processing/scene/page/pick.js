// What lies under the pointer: signs first, then doorplates, buildings, areas; a second click on the spot goes one level up.

import { layerShown } from './state.js';

const STILL_PX = 4;
const TOUCH_RADIUS = 10;
const MOUSE_RADIUS = 4;

// Whether the point lies inside closed rings of flat metres: odd number of crossings over all rings.
export function insideRings(rings, [x, y]) {
  let inside = false;
  for (const ring of rings) {
    for (let k = 0; k + 3 < ring.length; k += 2) {
      const [x0, y0, x1, y1] = [ring[k], ring[k + 1], ring[k + 2], ring[k + 3]];
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    }
  }
  return inside;
}

// The smallest drawn area that holds the point, or null. areaRings: per area a list of parts, each its rings.
export function areaAt(model, areaRings, record, point) {
  const drawn = ['grid', 'community', 'subdistrict', 'district'].filter((level) => level !== 'grid' || layerShown(record, 'walls.grid'));
  for (const level of drawn) {
    for (const i of model.areas.ofLevel(level)) {
      const [west, south, east, north] = model.areas.bbox(i);
      const near = point[0] >= west && point[0] <= east && point[1] >= south && point[1] <= north;
      if (near && areaRings[i].some((rings) => insideRings(rings, point))) return i;
    }
  }
  return null;
}

// The building whose footprint holds the point, or null: for flat drawing, where no roof hides the ground.
export function buildingAt(model, point, tiles) {
  for (const tile of tiles) {
    const [from, to] = model.buildings.tileRange(tile);
    for (let i = from; i < to; i += 1) {
      const [cx, cy] = model.buildings.centre(i);
      if (Math.abs(cx - point[0]) > 400 || Math.abs(cy - point[1]) > 400) continue;
      if ((model.buildings.footprint(i) || []).some((rings) => insideRings(rings, point))) return i;
    }
  }
  return null;
}

// Building → grid → community → subdistrict → nothing.
export function oneLevelUp(model, selection) {
  if (selection.kind === 'area') {
    const parent = model.areas.parent(selection.index);
    return parent === null || model.areas.level(parent) === 'district' ? null : { kind: 'area', index: parent };
  }
  if (selection.kind === 'facility' || selection.kind === 'event') return null;
  const table = selection.kind === 'building' ? model.buildings : model.doorplates;
  if (selection.kind === 'doorplate' && table.building(selection.index) !== null) return { kind: 'building', index: table.building(selection.index) };
  const level = [...model.levels].reverse().find((one) => table.areaOf(selection.index, one.id) >= 0);
  return level ? { kind: 'area', index: table.areaOf(selection.index, level.id) } : null;
}

export function sameObject(a, b) {
  return Boolean(a && b && a.kind === b.kind && a.index === b.index);
}

// Calls back for clicks that were no drag: onClick({x, y, radius}), onDouble; px on the container. Returns the function that ends it.
export function watchClicks(container, { onClick, onDouble, onRest, onLeave }) {
  let down = null;
  let rest = 0;
  const at = (event) => {
    const box = container.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top, radius: event.pointerType === 'touch' ? TOUCH_RADIUS : MOUSE_RADIUS };
  };
  const listeners = {
    pointerdown(event) {
      clearTimeout(rest);
      down = event.isPrimary && event.button === 0 ? { ...at(event), id: event.pointerId } : null;
    },
    pointerup(event) {
      const here = at(event);
      const still = down && down.id === event.pointerId && Math.hypot(here.x - down.x, here.y - down.y) < STILL_PX;
      down = null;
      if (still) onClick(here);
    },
    pointermove(event) {
      clearTimeout(rest);
      if (event.buttons || !onRest) return;
      const here = at(event);
      rest = setTimeout(() => onRest(here), 80);
    },
    pointerleave() {
      clearTimeout(rest);
      if (onLeave) onLeave();
    },
    dblclick: (event) => onDouble && onDouble(at(event)),
  };
  for (const [type, listener] of Object.entries(listeners)) container.addEventListener(type, listener);
  return () => {
    for (const [type, listener] of Object.entries(listeners)) container.removeEventListener(type, listener);
  };
}
