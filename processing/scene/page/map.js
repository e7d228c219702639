// The map: deck.gl layers over the model, watched through the state.
//
// createMap(container, model, state, options) → map, at once; it draws after start(spec). options:
//   palette   the colours (styles/palette.json)
//   metresWords  a length in metres as the page says it
//   hovers    the machine is fast enough to look what lies under a resting pointer
//   onPick    (selection | null, {x, y, position}) after a click; without it the map sets state.selection itself
//   onReady   after the first picture
//   onProblem (kind): 'context-lost' | 'context-restored' | 'failed' (no first picture can be drawn)
//
// map has:
//   start(spec)            the deck as pydeck built it (views, initialViewState, layers by id); window.deck must be there
//   measureFrames()        after loading: chooses how much is drawn by how long a frame takes
//   addTile(tile)          the model holds that tile now: draw it
//   setReach(reach)        bands of the chosen category (layers-ground.js: reachShapes), or null
//   setOrigin(bands)       the streets within reach of one facility (walkreach.js), or null
//   setLive(bands, point)  the streets within reach of a point (live.js), or null
//   setWalks(walks)        the walks behind the ledger (walks.js), drawn from a selected place
//   flyTo(target)          target = selection {kind, index} | {bounds: [x0, y0, x1, y1]} | {x, y, zoom} | {longitude, latitude, zoom}
//   started()              the deck is there
//   outline()              corners of the district's shape in metres, [x, y, 0]
//   home()                 the whole district inside the padding; the selection is kept
//   zoomBy(levels)         + nearer, − farther
//   panBy(dx, dy)          px
//   turnBy(bearing, pitch) degrees
//   northUp()              first call: bearing 0; second call: pitch 0
//   setPadding(padding)    {left, right, top, bottom} in px: the centre of the map is the centre of what the panels leave free
//   resize()
//   picture(scale)         → Promise of a canvas with what is drawn
//   project([x, y, z])     → [px, py] in page pixels;   unproject([px, py]) → [x, y] on the ground
//   lonLat([x, y])         → [longitude, latitude];     metres([longitude, latitude]) → [x, y]
//   metresPerPixel()       at the centre of the free part of the map
//   pickAt([px, py])       → selection or null
//   occupied(boxes)        page boxes [x, y, width, height] that labels must leave free
//   bearing(), pitch(), zoom()
//   redraw(), destroy()

import { areaOutlineLayers } from './layers-outline.js';
import { createAtlas } from './atlas.js';
import { createFarBlocks } from './farblocks.js';
import { createStage } from './stage.js';
import { createThinning } from './thinning.js';
import { groundShapes, boundaryLayers, groundLayers, liveLayers, originLayers, reachLayers } from './layers-ground.js';
import { MANY_BUILDINGS, buildingLayers, doorplateLayers, createBlocks, selectedLayers, wallLayers } from './layers-tall.js';
import { eventLayers, facilityLayers, labelLayers, measureLayers, routeLayers } from './layers-top.js';
import { layerShown } from './state.js';
import { lonLatOf, metresOf } from './camera.js';
import { readPolygons } from './decode.js';
import { createPicker } from './picking.js';
import { linkedFacilities, routesOf } from './routes.js';
import { themeColours } from './colours.js';

const OUTLINE_CORNERS = 200;
const TILE_DRAW_MS = 300;

// Corners of the district's outline, thinned to so many.
function outlineCorners(model) {
  const corners = readPolygons(model.columns, 'o').flat().flatMap(([ring]) => Array.from({ length: ring.length / 2 }, (_, k) => [ring[2 * k], ring[2 * k + 1], 0]));
  const step = Math.max(1, Math.ceil(corners.length / OUTLINE_CORNERS));
  return corners.filter((_, k) => k % step === 0);
}

const DRAWN_KEYS = ['theme', 'category', 'minutes', 'compare', 'weight', 'failingOnly', 'dimmedClass', 'whyFilter', 'areaFilter', 'selection', 'layers', 'view3d', 'lightMode', 'measure', 'emphasis'];

export function createMap(container, model, state, options) {
  const outline = outlineCorners(model);
  const shapes = groundShapes(model);
  const areaRings = readPolygons(model.columns, 'a');
  const blocksOf = createBlocks(model);
  const farBlocks = createFarBlocks(model);
  const tiles = [];
  const made = new Set();
  let reach = null;
  let walks = null;
  let origin = null;
  let live = null;
  let colours = themeColours(options.palette, state.get().theme);
  let atlas = null;
  let placed = [];
  let placedWord = '[]';
  let tileDrawn = 0;
  let lit = null;

  const stage = createStage(container, model, state, { outline, onMoved: () => { draw(); thinning.soon(); }, onProblem: options.onProblem, onReady: options.onReady, onRestarted: () => { lit = null; draw(); thinning.now(); } });
  const thinning = createThinning({ model, state, stage, linked: () => linkedFacilities(model, state.get().selection, options.metresWords), onPlaced: place });
  const picker = createPicker({ container, model, state, stage, areaRings, tiles, placed: () => placed, onPick: options.onPick, hovers: options.hovers && model.counts.buildings <= MANY_BUILDINGS });

  // Names and signs that stay where they were need no new picture.
  function place(next) {
    const word = JSON.stringify(next);
    if (word === placedWord) return;
    [placed, placedWord] = [next, word];
    draw();
  }

  function layers() {
    const record = state.get();
    const common = { make: stage.make, model, record, colours, shapes, zoom: stage.zoom(), slow: stage.slow(), inView: stage.inView, seesBox: stage.seesBox, tiles };
    return [
      ...groundLayers(common),
      ...(live ? liveLayers({ ...common, ...live }) : origin ? originLayers({ ...common, bands: origin }) : reachLayers({ ...common, reach })),
      // Below the boundaries: from afar buildings would break their lines.
      ...farBuildings(common),
      ...boundaryLayers(common),
      ...areaOutlineLayers(common),
      ...routeLayers({ ...common, routes: routesOf(model, record, walks) }),
      ...buildingLayers({ ...common, blocks: blocks(record) }),
      ...selectedLayers(common),
      ...doorplateLayers(common),
      ...wallLayers(common),
      ...facilityLayers({ ...common, placed, atlas, categories: model.categories }),
      ...eventLayers(common),
      ...labelLayers({ ...common, placed }),
      ...measureLayers({ ...common, measure: record.measure }),
    ];
  }

  // Where a frame takes long, buildings are drawn once, when all are there.
  function waits() {
    return state.get().lightMode && model.tilesReady() < model.buildings.tiles;
  }

  const isFar = (record) => farBlocks.suits(record, stage.metresPerPixel());

  function farBuildings({ make, record }) {
    if (waits() || !isFar(record)) return [];
    farBlocks.paint(record, colours, tiles, stage.metresPerPixel());
    return [farBlocks.layer(make, layerShown(record, 'buildings'))];
  }

  function blocks(record) {
    return waits() || isFar(record) ? [] : blocksOf(tiles, record.view3d, stage.inView);
  }

  // A layer is made when it first has something to show: every kind of layer has its own program to compile.
  function isNeeded({ id, props: { visible, data, image } }) {
    if (visible && (image || data.length)) made.add(id);
    return made.has(id);
  }

  function draw() {
    if (!stage.started()) return;
    // New light is a new picture: only where the theme changed.
    if (lit !== colours) stage.setMaterial(colours);
    lit = colours;
    atlas ??= createAtlas(model.categories, colours);
    stage.show(layers().filter(isNeeded));
  }

  const endWatching = state.subscribe(DRAWN_KEYS, (record, changed) => {
    if (changed.has('theme')) {
      colours = themeColours(options.palette, record.theme);
      atlas = null;
    }
    if (changed.has('view3d') || changed.has('lightMode')) stage.follow3d();
    draw();
    thinning.soon();
  });

  return Object.freeze({
    start(spec) {
      stage.start(spec);
      draw();
      thinning.now();
    },
    measureFrames: stage.measureFrames,
    addTile(tile) {
      tiles.push(tile);
      // While it waits the tile is made ready all the same, so that the last frame need not make all.
      if (isFar(state.get())) farBlocks.paint(state.get(), colours, tiles, stage.metresPerPixel());
      else blocksOf([tile], state.get().view3d, stage.inView);
      // Each picture costs a frame: not every tile gets its own.
      const now = performance.now();
      if (waits() || (now - tileDrawn < TILE_DRAW_MS && tiles.length < model.buildings.tiles)) return;
      tileDrawn = now;
      draw();
    },
    outline: () => outline,
    started: stage.started,
    setReach(next) {
      if (reach === next) return;
      reach = next;
      draw();
    },
    setOrigin(next) {
      if (origin === next) return;
      origin = next;
      draw();
    },
    setLive(bands, point) {
      if (!bands && !live) return;
      live = bands ? { bands, point } : null;
      draw();
    },
    setWalks(next) {
      walks = next;
      draw();
    },
    flyTo: stage.flyTo,
    home: stage.home,
    zoomBy: stage.zoomBy,
    panBy: stage.panBy,
    turnBy: stage.turnBy,
    northUp: stage.northUp,
    setPadding: stage.setPadding,
    setView: stage.setView,
    resize: stage.resize,
    picture: stage.picture,
    project: stage.project,
    unproject: stage.unproject,
    lonLat: (xy) => lonLatOf(model.meta, xy),
    metres: (lonLat) => metresOf(model.meta, lonLat),
    metresPerPixel: stage.metresPerPixel,
    pickAt: picker.pickAt,
    occupied: thinning.occupied,
    bearing: stage.bearing,
    pitch: stage.pitch,
    zoom: stage.zoom,
    redraw: draw,
    // What the map shows at this moment, for tests: shown labels and icons with their boxes.
    shown: () => placed,
    routes: () => routesOf(model, state.get(), walks),
    destroy() {
      endWatching();
      picker.end();
      thinning.end();
      stage.end();
    },
  });
}
