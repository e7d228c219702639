// Buildings from afar as one picture, where there is no graphics hardware: drawing 100,000 blocks anew takes such a machine half
// a second a frame, drawing their picture a fraction of it. Near by, where fewer are in view, they are blocks as everywhere.

import { buildingColours, buildingTrigger } from './colours.js';
import { MANY_BUILDINGS } from './layers-tall.js';
import { boundsOfPicture, createRaster, pixelGrid } from './raster.js';

const SIZES_PX = Object.freeze([512, 724, 1024, 1448, 2048]);
const COARSEST = 1.1; // pixels of the screen to one of the picture
const MARGIN_M = 150; // tile boxes hold the buildings' middles

function boxOf(boxes) {
  const axis = (k, choose) => boxes.reduce((found, box) => choose(found, box[k]), boxes[0][k]);
  return [axis(0, Math.min) - MARGIN_M, axis(1, Math.min) - MARGIN_M, axis(2, Math.max) + MARGIN_M, axis(3, Math.max) + MARGIN_M];
}

export function createFarBlocks(model) {
  const boxes = model.head.tiles.bbox;
  const grids = model.buildings.count > MANY_BUILDINGS && boxes.length ? SIZES_PX.map((size) => pixelGrid(boxOf(boxes), size)) : [];
  let raster = null;
  let painted = 0;
  let paintedAs = '';
  let image = null;

  // The picture whose pixels are about the screen's: a finer one would lose buildings between its pixels, a coarser one blur.
  const gridFor = (metresPerPixel) => grids.find(({ step }) => step <= metresPerPixel * COARSEST);

  function paintTile(tile, colour) {
    const [from, to] = model.buildings.tileRange(tile);
    for (let i = from; i < to; i += 1) {
      for (const rings of model.buildings.footprint(i) || []) raster.fill(rings, colour(i));
    }
  }

  // Paints the tiles that came since the last time, or all where colours or pixels changed.
  function paint(record, colours, tiles, metresPerPixel) {
    const grid = gridFor(metresPerPixel);
    const wanted = JSON.stringify([grid.width, grid.height, ...buildingTrigger(record, colours)]);
    if (wanted !== paintedAs) {
      raster = createRaster(grid);
      [painted, paintedAs] = [0, wanted];
    }
    if (painted === tiles.length) return;
    const colour = buildingColours(model, record, colours);
    for (; painted < tiles.length; painted += 1) paintTile(tiles[painted], colour);
    // A new object: deck.gl sends a picture only once.
    image = { pixels: new ImageData(raster.data, grid.width, grid.height), bounds: boundsOfPicture(grid.box) };
  }

  return Object.freeze({
    suits: (record, metresPerPixel) => record.lightMode && !record.view3d && gridFor(metresPerPixel) !== undefined,
    paint,
    layer: (make, visible) => make('buildings-picture', 'premultiplied_picture', { image: image?.pixels ?? null, bounds: image?.bounds ?? [0, 0, 0, 0], visible: visible && image !== null }),
  });
}
