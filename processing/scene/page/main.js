// The start of the page: check and unpack the file, show the figures, then the map, then its tiles.

import { bytesOfPrintable, crc32, inflate, readPart } from './decode.js';
import { createMap } from './map.js';
import { createModel } from './model.js';
import { createState } from './state.js';
import { createPhrases } from './phrases.js';
import { createWords } from './i18n.js';
import { isSoftwareRenderer, rendererName } from './renderer.js';
import { keepHash, parseHash, stateOfHash } from './hash.js';
import { mountInterface } from './interface.js';
import { createWalks } from './walks.js';
import { reachOf } from './walkreach.js';
import { keepLive } from './live.js';
import { sliderStops } from './actions.js';
import { reachShapes } from './layers-ground.js';
import { boxCorners } from './camera.js';
import { showFirstPicture } from './firstpicture.js';

const FORMAT_VERSION = 1;
const WARM_MS = 50;
const UNSEEN_MS = 2000;
const TOLD_MS = 300;

const textOf = (id) => document.getElementById(id)?.textContent ?? '';
const jsonOf = (id) => JSON.parse(textOf(id));
const pause = () => new Promise((resolve) => { setTimeout(resolve, 0); });
const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
// Until what was drawn is on the screen; a page in the background has no frames.
const shownOnScreen = () => (document.hidden ? pause() : Promise.race([frame().then(frame), new Promise((resolve) => { setTimeout(resolve, UNSEEN_MS); })]));

// Bytes of a part after its length and checksum were tested.
async function partBytes({ name, bytes, crc }) {
  const read = bytesOfPrintable(textOf(`part-${name}`));
  // The last group of bits may hold one more byte.
  if (read.length !== bytes && read.length !== bytes + 1) throw new PageProblem('damaged', { expected: bytes, found: read.length });
  const packed = read.subarray(0, bytes);
  if (crc32(packed) !== crc) throw new PageProblem('damaged_part', { name });
  return inflate(packed);
}

// Something a reader must be told, by the key of its words.
export class PageProblem extends Error {
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

// The deck.gl bundle: unpacked while the first picture is drawn.
async function unpackBundle({ bytes }) {
  const packed = bytesOfPrintable(textOf('bundle')).subarray(0, bytes);
  document.getElementById('bundle').remove();
  return inflate(packed);
}

// It runs as a script of the page: the strict policy admits inline scripts only.
async function startBundle(unpacked) {
  const script = document.createElement('script');
  script.textContent = new TextDecoder().decode(await unpacked);
  // A reader of 3D tiles in it tries WebAssembly at once and does without: Firefox would tell of the refused trial as of an error.
  const assembly = Object.getOwnPropertyDescriptor(window, 'WebAssembly');
  delete window.WebAssembly;
  document.head.append(script);
  if (assembly) Object.defineProperty(window, 'WebAssembly', assembly);
}

async function readCore(parts) {
  const core = readPart(await partBytes(parts.find((part) => part.name === 'core')));
  if (core.json.version > FORMAT_VERSION) throw new PageProblem('newer_format', { version: core.json.version });
  return core;
}

async function addTiles(parts, model, state, map) {
  const tiles = parts.filter((part) => part.name.startsWith('tile.'));
  // One tile at a time, with a breath between, so that the page answers and shows how far it is.
  let told = -Infinity;
  for (const [k, part] of tiles.entries()) {
    // Each word of it is a new picture of the page.
    if (performance.now() - told > TOLD_MS) {
      state.set({ progress: { done: k, count: tiles.length }, loaded: k / tiles.length });
      told = performance.now();
    }
    const tile = Number(part.name.slice('tile.'.length));
    model.addTile(tile, readPart(await partBytes(part)));
    await pause();
    if (map) map.addTile(tile);
    await pause();
  }
  state.set({ progress: null, loaded: 1 });
}

// Bands are unpacked when their category is chosen for the first time.
function keepReach(parts, model, state, map) {
  const cache = new Map();
  async function follow() {
    const { category } = state.get();
    const part = parts.find((one) => one.name === `reach.${category}`);
    if (part && !cache.has(category)) cache.set(category, reachShapes(category, readPart(await partBytes(part)), model.meta.stops));
    if (state.get().category === category) map.setReach(cache.get(category) ?? null);
  }
  state.subscribe('category', follow);
  follow();
}

// The box of the streets within reach at a stop of the slider.
function boundsOf(bands, minutes) {
  const points = bands.filter((band) => band.limit <= minutes).flatMap((band) => band.paths.flat());
  const axis = (k) => points.map((point) => point[k]);
  const least = (values) => values.reduce((low, value) => Math.min(low, value), Infinity);
  const most = (values) => values.reduce((high, value) => Math.max(high, value), -Infinity);
  return [least(axis(0)), least(axis(1)), most(axis(0)), most(axis(1))];
}

// Walks are unpacked once: in large scenes with the tiles, for all metres follow from them; else when they are first asked for.
function createWalkSource(parts, model) {
  const part = parts.find((one) => one.name === 'walks');
  let walks = null;
  return {
    part,
    async unpacked() {
      walks ??= partBytes(part).then((bytes) => createWalks(readPart(bytes), model));
      return walks;
    },
  };
}

// One category after the other in idle moments, so that the first click need not wait.
async function workOut(source, model) {
  if (!model.meta.worksOut) return;
  const { works } = await source.unpacked();
  model.doorplates.workOut(works);
  const warm = (index) => setTimeout(() => {
    works.warm(index);
    if (index + 1 < model.categories.length) warm(index + 1);
  }, WARM_MS);
  warm(0);
}

// A place that has walks is selected, or one facility's reach is asked for.
function keepWalks({ part, unpacked }, model, state, map) {
  async function followSelection() {
    const kind = state.get().selection?.kind;
    if (part && (kind === 'building' || kind === 'doorplate')) map.setWalks(await unpacked());
  }
  async function followOrigin(changed) {
    const { origin, category } = state.get();
    if (!part || origin === null) {
      map.setOrigin(null);
      return;
    }
    const { net } = await unpacked();
    const bands = reachOf(net, model, origin, { unit: model.category(category)?.unit ?? model.meta.unit, limits: sliderStops(model, category, origin) });
    if (state.get().origin !== origin) return;
    map.setOrigin(bands);
    if (changed.has('origin')) map.flyTo({ bounds: boundsOf(bands, state.get().minutes) });
    state.set({ reached: bands.map(({ limit, households }) => ({ limit, households })) });
  }
  state.subscribe('selection', followSelection);
  state.subscribe(['origin', 'category', 'loaded'], (record, changed) => { if (record.loaded >= 1 || changed.has('origin')) followOrigin(changed); });
  followSelection();
}

function openingState(model, wanted) {
  const root = document.documentElement;
  const renderer = rendererName();
  const light = isSoftwareRenderer(renderer) && !('3d' in parseHash(window.location.hash));
  return {
    renderer,
    record: {
      theme: root.dataset.theme,
      language: root.lang.startsWith('zh') ? 'zh' : 'en',
      lightMode: light,
      // Without heights there is nothing to raise.
      view3d: !light && !model.meta.publication,
      ...wanted,
    },
  };
}

// What can be seen without deck.gl: before it is there, and while the graphics hardware is lost.
function createFirst(model, state, map, { padding, occupied }) {
  const corners = map.outline();
  const points = corners.length ? corners : boxCorners(model.meta.bounds);
  const root = document.documentElement;
  let remove = null;
  return {
    show() {
      remove?.();
      remove = showFirstPicture(document.getElementById('map'), model, state, { palette: jsonOf('palette'), padding: padding(), occupied: occupied(), points });
      root.dataset.plainmap = 'true';
    },
    hide() {
      remove?.();
      remove = null;
      delete root.dataset.plainmap;
    },
  };
}

// Graphics hardware that is lost is asked for again: meanwhile the plain picture stands. A map that never came is replaced.
function tellMapProblem(kind, shown, first, failure = null) {
  if (kind === 'failed') {
    first?.hide();
    shown?.fail('failed');
    if (failure) window.reportError?.(failure);
    return;
  }
  if (kind === 'context-lost') first?.show();
  shown?.notice(kind);
}

async function showMap(page, parts, bundle, source) {
  const { model, state, map } = page;
  const deck = jsonOf('deck');
  await startBundle(bundle);
  map.start(deck);
  keepReach(parts, model, state, map);
  keepWalks(source, model, state, map);
}

async function open() {
  const { parts } = jsonOf('parts');
  const model = createModel(await readCore(parts));
  const words = jsonOf('words');
  const { renderer, record } = openingState(model, stateOfHash(model, window.location.hash, Object.keys(words)));
  const state = createState(record);
  // Before all others: what they then read is of the right ledger.
  state.subscribe(['compare'], ({ compare }) => model.showBefore(compare === 'before'));
  model.showBefore(record.compare === 'before');
  const language = () => state.get().language;
  const phrases = createPhrases({ t: createWords(words, language), language, suppressBelow: model.meta.suppressBelow, rounded: model.meta.worksOut });
  let shown = null;
  let first = null;
  const map = renderer === null ? null : createMap(document.getElementById('map'), model, state, {
    palette: jsonOf('palette'),
    metresWords: (metres) => phrases.walked(metres),
    hovers: !isSoftwareRenderer(renderer),
    onProblem: (kind) => tellMapProblem(kind, shown, first),
    onReady: () => {
      first?.hide();
      if (document.documentElement.dataset.ready !== 'whole') document.documentElement.dataset.ready = 'map';
    },
  });
  shown = mountInterface({ model, state, map, words, problem: renderer === null ? 'no-webgl' : null, about: jsonOf('parts') });
  const keptKeys = ['3d'].filter((key) => key in parseHash(window.location.hash));
  keepHash(model, state, keptKeys);
  await pause();
  const bundle = map && unpackBundle(jsonOf('parts').bundle);
  // Whoever awaits it hears of a failure.
  bundle?.catch(() => {});
  if (map) {
    first = createFirst(model, state, map, shown);
    first.show();
    await shownOnScreen();
    document.documentElement.dataset.ready = 'picture';
  }
  const source = createWalkSource(parts, model);
  if (map) await showMap({ model, state, map }, parts, bundle, source).catch((failure) => tellMapProblem('failed', shown, first, failure));
  keepLive(source, model, state, map);
  await addTiles(parts, model, state, map);
  // For tests and for whoever looks behind the page.
  window.community3d = Object.freeze({ model, state, map });
  if (map?.started() && !record.lightMode && !keptKeys.includes('3d')) await map.measureFrames();
  // The last tile is on the screen after the next frame.
  await shownOnScreen();
  document.documentElement.dataset.ready = 'whole';
  await workOut(source, model);
  state.set({ calm: true });
}

// Says in plain text why the page cannot be shown; the flat picture of the plain page stands below it.
function tellProblem(problem) {
  const t = createWords(jsonOf('words'), () => (document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'));
  const known = problem instanceof PageProblem;
  const plain = document.getElementById('plain');
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.textContent = known ? t(problem.key, problem.values) : String(problem);
  plain.querySelectorAll('p').forEach((node) => node.remove());
  plain.prepend(line);
  plain.hidden = false;
  document.getElementById('app').hidden = true;
  document.documentElement.dataset.ready = 'problem';
  if (!known) throw problem;
}

open().catch(tellProblem);
