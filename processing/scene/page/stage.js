// The deck itself: camera, light, view, frames. Layers are made from the ones pydeck declared.

import { HOME_PITCH, bearingAtHome, boxCorners, createPlane, fitView, freeBox, keptView, servicesView, targetPoints } from './camera.js';
import { createLight } from './renderer.js';
import { nearestServices } from './routes.js';

const FLIGHT_MS = 900;
const STEP_MS = 200;
const REST_MS = 120;
const SLOW_FRAME_MS = 50;
const VERY_SLOW_FRAME_MS = 200;
const TIMED_FRAMES = 3;
const NO_PADDING = Object.freeze({ left: 0, right: 0, top: 0, bottom: 0 });
const WALL_TOP_M = 95;

// outline: corners of the district's own shape in metres, what the home view has to show.
export function createStage(container, model, state, { outline, onMoved, onProblem, onReady, onRestarted }) {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  let instance = null;
  let templates = new Map();
  let plane = null;
  let padding = NO_PADDING;
  let view = null;
  let homeView = null;
  let flown = false;
  let lastPitch = null;
  let resting = 0;
  let movedAt = 0;
  let slow = false;
  let box = null;
  let flying = null;
  let declared = null;

  const size = () => ({ width: container.clientWidth || 1, height: container.clientHeight || 1 });
  const viewport = () => new window.deck.WebMercatorViewport({ ...view, ...size(), padding });
  const degrees = ([x, y, z = 0]) => [...plane.toDegrees([x, y]), z];
  const homePitch = () => (state.get().view3d ? HOME_PITCH : 0);
  const homeBearing = () => bearingAtHome();

  function make(id, template, properties) {
    const Kind = templates.get(template).constructor;
    return new Kind({ ...templates.get(template).props, coordinateSystem: window.deck.COORDINATE_SYSTEM.METER_OFFSETS, coordinateOrigin: [...model.meta.origin, 0], ...properties, id });
  }

  function computeHome() {
    const corners = outline.length ? outline : boxCorners(model.meta.bounds);
    const raised = state.get().view3d ? corners.map(([x, y]) => [x, y, WALL_TOP_M]) : [];
    homeView = fitView(window.deck.WebMercatorViewport, [...corners, ...raised].map(degrees), { size: size(), padding, bearing: homeBearing(), pitch: homePitch(), start: { ...view, zoom: 13 }, maxZoom: 17 });
  }

  function kept(next) {
    const limited = keptView(next, { box, homeZoom: homeView ? homeView.zoom : 10 });
    return state.get().view3d ? limited : { ...limited, pitch: 0 };
  }

  function plainView({ longitude, latitude, zoom, pitch, bearing }) {
    return { longitude, latitude, zoom, pitch, bearing };
  }

  function moved(next) {
    const before = view;
    view = { ...view, ...plainView(next) };
    // deck.gl tells the first view too: nothing has moved, nothing is to be drawn again.
    if (Object.keys(view).every((key) => view[key] === before[key])) return;
    const now = performance.now();
    if (now - movedAt > 100) {
      movedAt = now;
      onMoved();
    }
    clearTimeout(resting);
    resting = setTimeout(() => {
      state.set({ view: plainView(view) });
      onMoved();
    }, REST_MS);
  }

  function go(next, milliseconds, curved = true) {
    const target = kept({ ...view, ...next });
    const duration = still.matches || slow || state.get().lightMode ? 0 : milliseconds;
    const turn = ((target.bearing - view.bearing + 540) % 360) - 180;
    const whole = { ...plainView(target), bearing: view.bearing + turn, maxPitch: 65, maxZoom: 19.5 };
    const transition = duration ? { transitionDuration: duration, transitionInterpolator: curved ? new window.deck.FlyToInterpolator() : new window.deck.LinearInterpolator(['longitude', 'latitude', 'zoom', 'pitch', 'bearing']) } : { transitionDuration: 0 };
    // A stamp: the same target asked for twice is still a new wish.
    instance.setProps({ initialViewState: { ...whole, ...transition, asked: performance.now() } });
    if (!duration) moved(whole);
  }

  function fitted(points, { pitch = view.pitch, bearing = view.bearing, maxZoom = 18 } = {}) {
    return fitView(window.deck.WebMercatorViewport, points, { size: size(), padding, bearing, pitch, start: view, maxZoom, margin: 0.1 });
  }

  function flyTo(target) {
    if (!instance) {
      flying = target;
      return;
    }
    flown = true;
    if (target.longitude !== undefined) {
      go({ longitude: target.longitude, latitude: target.latitude, zoom: target.zoom ?? 17 }, FLIGHT_MS);
      return;
    }
    const { points, zoom } = targetPoints(model, target);
    const all = points.map(degrees);
    const services = nearestServices(model, target).map((service) => degrees([...model.facilities.xy(service.facility), 0]));
    if (services.length) {
      go(servicesView(fitted([...all, ...services], { maxZoom: 17 }), all[0]), FLIGHT_MS);
      return;
    }
    go(zoom === null ? fitted(all) : { longitude: all[0][0], latitude: all[0][1], zoom }, FLIGHT_MS);
  }

  function home(milliseconds = FLIGHT_MS) {
    if (!instance) return;
    computeHome();
    flown = false;
    go(homeView, milliseconds);
  }

  function follow3d() {
    if (!instance) return;
    if (state.get().view3d) go({ pitch: lastPitch ?? 46 }, FLIGHT_MS / 2, false);
    else {
      lastPitch = view.pitch || lastPitch;
      go({ pitch: 0 }, FLIGHT_MS / 2, false);
    }
  }

  // As large as deck.gl will want it, before the graphics hardware has work: a change of size waits until all of that is done.
  function sizeCanvas() {
    const canvas = container.querySelector('canvas');
    [canvas.width, canvas.height] = [container.clientWidth, container.clientHeight].map((length) => Math.max(1, Math.round(length * window.devicePixelRatio)));
  }

  function watchContext() {
    const canvas = container.querySelector('canvas');
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      onProblem('context-lost');
    });
    canvas.addEventListener('webglcontextrestored', () => {
      restart();
      onProblem('context-restored');
    });
  }

  // How long a frame takes, by three of them in a row. Slow hardware gets fewer pixels, no walls from afar, doorplates
  // later; very slow hardware the flat view.
  async function measureFrames() {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
    const times = [];
    for (let k = 0; k <= TIMED_FRAMES; k += 1) {
      const before = performance.now();
      instance.redraw('timing');
      await frame();
      if (k) times.push(performance.now() - before);
    }
    const [middle] = times.sort((first, second) => first - second).slice(1);
    slow = middle > SLOW_FRAME_MS;
    if (slow) instance.setProps({ useDevicePixels: 1 });
    if (middle > VERY_SLOW_FRAME_MS) state.set({ lightMode: true, view3d: false });
    else if (slow) onMoved();
  }

  // Everything is drawn anew from the arrays; the view stays.
  function restart() {
    const last = { ...view };
    instance.finalize();
    container.replaceChildren();
    instance = null;
    state.set({ view: plainView(last) });
    start(declared);
    onRestarted();
  }

  function start(spec) {
    declared = spec;
    const [longitude, latitude] = model.meta.origin;
    plane = createPlane(model.meta, window.deck.WebMercatorViewport);
    const corners = boxCorners(model.meta.bounds).map(degrees);
    box = [Math.min(...corners.map((c) => c[0])), Math.min(...corners.map((c) => c[1])), Math.max(...corners.map((c) => c[0])), Math.max(...corners.map((c) => c[1]))];
    view = plainView({ longitude, latitude, zoom: spec.initialViewState.zoom, pitch: homePitch(), bearing: homeBearing() });
    computeHome();
    view = plainView(kept(state.get().view ?? homeView));
    flown = state.get().view !== null;
    instance = window.createDeck({ container, jsonInput: { ...spec, initialViewState: { ...spec.initialViewState, ...view } }, tooltip: false });
    sizeCanvas();
    templates = new Map(instance.props.layers.map((layer) => [layer.id, layer]));
    let first = true;
    // A browser that refuses the canvas at this moment says so only by a promise of deck.gl's own.
    const failed = () => { if (first) onProblem('failed'); };
    window.addEventListener('unhandledrejection', failed);
    instance.setProps({
      views: [instance.props.views[0].clone({ padding })],
      layers: [],
      getCursor: ({ isDragging }) => (isDragging ? 'grabbing' : state.get().measure || state.get().reaching ? 'crosshair' : state.get().pointer ? 'pointer' : 'grab'),
      onError: failed,
      onViewStateChange: ({ viewState }) => {
        const next = kept(viewState);
        moved(next);
        return { ...viewState, ...next };
      },
      onAfterRender: () => {
        if (!first) return;
        first = false;
        window.removeEventListener('unhandledrejection', failed);
        watchContext();
        if (onReady) onReady();
      },
      onInteractionStateChange: ({ isDragging, isZooming, isRotating }) => { if (isDragging || isZooming || isRotating) flown = true; },
    });
    if (flying) flyTo(flying);
  }

  function setMaterial(colours) {
    if (instance) instance.setProps({ effects: [createLight(colours)] });
  }

  function setPadding(next) {
    const same = ['left', 'right', 'top', 'bottom'].every((side) => Math.abs(next[side] - padding[side]) < 1);
    if (same) return;
    padding = { ...NO_PADDING, ...next };
    if (!instance) return;
    instance.setProps({ views: [instance.props.views[0].clone({ padding })] });
    computeHome();
    if (!flown) home(0);
    else onMoved();
  }

  // Tiles whose box, with room for tall buildings, meets what the view shows of the ground.
  function inView(tile) {
    return !model.head.tiles.bbox[tile] || seesBox(model.head.tiles.bbox[tile]);
  }

  function seesBox([west, south, east, north]) {
    if (!view) return true;
    const seen = seenBox();
    return west - 150 < seen[2] && east + 150 > seen[0] && south - 150 < seen[3] && north + 150 > seen[1];
  }

  let seenFor = null;
  let seenNow = null;
  function seenBox() {
    if (seenFor === view) return seenNow;
    seenFor = view;
    const { width, height } = size();
    const now = viewport();
    const corners = [[0, 0], [width, 0], [width, height], [0, height]].map((pixel) => plane.toMetres(now.unproject(pixel)));
    seenNow = [Math.min(...corners.map((c) => c[0])), Math.min(...corners.map((c) => c[1])), Math.max(...corners.map((c) => c[0])), Math.max(...corners.map((c) => c[1]))];
    return seenNow;
  }

  function pagePixel([px, py]) {
    const { left, top } = container.getBoundingClientRect();
    return [px - left, py - top];
  }

  async function picture(scale = 1) {
    const { width, height } = size();
    const canvas = document.createElement('canvas');
    const source = container.querySelector('canvas');
    if (!instance) return canvas;
    instance.setProps({ useDevicePixels: scale * Math.min(1, window.devicePixelRatio) });
    instance.redraw('picture');
    canvas.width = source.width;
    canvas.height = source.height;
    // Read in the same tick: the drawing buffer is gone afterwards.
    canvas.getContext('2d').drawImage(source, 0, 0);
    instance.setProps({ useDevicePixels: slow ? 1 : true });
    canvas.dataset.scale = String(source.width / width || height);
    return canvas;
  }

  return Object.freeze({
    started: () => instance !== null,
    measureFrames,
    start,
    make,
    setMaterial,
    show: (layers) => instance.setProps({ layers }),
    follow3d,
    flyTo,
    home,
    setView: (next) => instance && go(next, 0),
    zoomBy: (levels) => instance && go({ zoom: view.zoom + levels }, STEP_MS, false),
    panBy(dx, dy) {
      if (!instance) return;
      const { width, height } = size();
      const free = freeBox({ width, height }, padding);
      const [cx, cy] = [free.left + free.width / 2, free.top + free.height / 2];
      const [longitude, latitude] = viewport().unproject([cx + dx, cy + dy]);
      go({ longitude, latitude }, STEP_MS, false);
    },
    turnBy: (bearing, pitch) => instance && go({ bearing: view.bearing + bearing, pitch: view.pitch + pitch }, STEP_MS, false),
    northUp: () => instance && go(Math.abs(view.bearing % 360) > 0.1 ? { bearing: 0 } : { pitch: 0 }, STEP_MS, false),
    setPadding,
    resize() {
      if (instance && !flown) home(0);
    },
    picture,
    size,
    viewport,
    degrees,
    project(point) {
      if (!instance) return [0, 0];
      const { left, top } = container.getBoundingClientRect();
      const [x, y] = viewport().project(degrees(point));
      return [x + left, y + top];
    },
    // px on the map's own canvas.
    onCanvas: (point) => viewport().project(degrees(point)),
    unproject: (pixel) => (instance ? plane.toMetres(viewport().unproject(pagePixel(pixel))) : [0, 0]),
    ground: ({ x, y }) => plane.toMetres(viewport().unproject([x, y])),
    metresPerPixel() {
      if (!instance) return 1;
      return viewport().metersPerPixel / Math.max(0.01, 1);
    },
    pick: (options) => instance.pickObject(options),
    inView,
    seesBox,
    seenBox,
    slow: () => slow || state.get().lightMode,
    bearing: () => (view ? view.bearing : 0),
    pitch: () => (view ? view.pitch : 0),
    zoom: () => (view ? view.zoom : 13),
    end: () => instance && instance.finalize(),
  });
}
