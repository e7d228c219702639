// From a click to the selection: signs and labels by their boxes, doorplates and roofs by deck.gl, areas by position.

import { eventAt } from './eventpanel.js';
import { walkFrom } from './actions.js';
import { areaAt, buildingAt, oneLevelUp, sameObject, watchClicks } from './pick.js';

const SAME_SPOT_PX = 6;

export function createPicker({ container, model, state, stage, areaRings, tiles, placed, onPick, hovers }) {
  let lastSpot = null;

  function signAt(x, y) {
    const hit = placed().find(({ box, selection }) => selection && x >= box[0] && x <= box[0] + box[2] && y >= box[1] && y <= box[1] + box[3]);
    return hit ? hit.selection : null;
  }

  function solidAt(x, y, radius) {
    const found = stage.pick({ x, y, radius });
    if (!found || found.index < 0) return null;
    const [kind, tile] = [found.layer.id.split('-')[0], Number(/-(\d+)(?:-flat)?$/.exec(found.layer.id)?.[1])];
    if (kind === 'doorplates') return { kind: 'doorplate', index: model.doorplates.tileRange(tile)[0] + found.index };
    return kind === 'buildings' ? { kind: 'building', index: found.layer.props.buildingOf(found.index) } : null;
  }

  function pick({ x, y, radius = 4 }) {
    if (!stage.started()) return null;
    const sign = signAt(x, y);
    if (sign) return sign;
    const point = stage.ground({ x, y });
    const record = state.get();
    const event = eventAt(model, record, stage.onCanvas, [x, y]);
    if (event !== null) return { kind: 'event', index: event };
    if (record.view3d || stage.zoom() >= 16) {
      const solid = solidAt(x, y, radius);
      if (solid) return solid;
    } else {
      const building = buildingAt(model, point, tiles);
      if (building !== null) return { kind: 'building', index: building };
    }
    const area = areaAt(model, areaRings, record, point);
    return area === null || model.areas.level(area) === 'district' ? null : { kind: 'area', index: area };
  }

  // A second click on the same spot goes one level up instead of picking the same again.
  function select(found, at) {
    const { selection } = state.get();
    const again = lastSpot && Math.hypot(at.x - lastSpot.x, at.y - lastSpot.y) < SAME_SPOT_PX && selection && (sameObject(found, lastSpot.first));
    if (!again) lastSpot = { x: at.x, y: at.y, first: found };
    const next = again ? oneLevelUp(model, selection) : found;
    if (onPick) onPick(next, { ...at, position: stage.ground(at) });
    else state.set({ selection: next });
  }

  function measure(at) {
    const { measure: line } = state.get();
    const points = line.done ? [] : line.points;
    state.set({ measure: { points: [...points, stage.ground(at)], done: false } });
  }

  const end = watchClicks(container, {
    onClick(at) {
      if (state.get().measure) measure(at);
      else if (state.get().reaching) walkFrom({ state }, stage.ground(at));
      else select(pick(at), at);
    },
    onDouble() {
      const line = state.get().measure;
      // The second click of a double click has set the last point twice.
      if (line) state.set({ measure: { points: line.points.slice(0, -1), done: true } });
    },
    onRest: hovers ? (at) => {
      const box = container.getBoundingClientRect();
      state.set({ pointer: state.get().measure || state.get().reaching ? null : pick(at), pointerAt: [at.x + box.left, at.y + box.top] });
    } : null,
    onLeave: () => state.set({ pointer: null }),
  });

  return Object.freeze({
    pickAt([px, py]) {
      const box = container.getBoundingClientRect();
      return pick({ x: px - box.left, y: py - box.top });
    },
    end,
  });
}
