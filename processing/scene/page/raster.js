// Lines and polygons drawn into pixels with soft edges: what is shown from afar where there is no graphics hardware.

const LEAST_COVER = 1 / 256;

/** The pixels over a box of metres, `most` along its longer side: {step, width, height, box}. The first row is the north. */
export function pixelGrid([west, south, east, north], most) {
  const step = Math.max(east - west, north - south, 1) / (most - 2);
  const [width, height] = [east - west, north - south].map((metres) => Math.ceil(metres / step) + 2);
  return { step, width, height, box: [west, north - height * step, west + width * step, north] };
}

/** The four corners of a box as deck.gl's BitmapLayer takes them. */
export function boundsOfPicture([west, south, east, north]) {
  return [[west, south], [west, north], [east, north], [east, south]];
}

export function widened([west, south, east, north], path) {
  const box = [west, south, east, north];
  for (let k = 0; k < path.length; k += 2) {
    box[0] = Math.min(box[0], path[k]);
    box[1] = Math.min(box[1], path[k + 1]);
    box[2] = Math.max(box[2], path[k]);
    box[3] = Math.max(box[3], path[k + 1]);
  }
  return box;
}

/** The lines in white with their cover as alpha, and the box in metres. */
export function linePixels(lines, most) {
  const { step, width, height, box } = pixelGrid(lines.reduce(widened, [Infinity, Infinity, -Infinity, -Infinity]), most);
  const [west, , , north] = box;
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let k = 3; k < data.length; k += 4) data[k] = 0;
  const cover = (x, y, share) => { data[4 * (y * width + x) + 3] += 255 * share; };
  for (const line of lines) {
    for (let k = 0; k + 3 < line.length; k += 2) drawnPiece([(line[k] - west) / step, (north - line[k + 1]) / step], [(line[k + 2] - west) / step, (north - line[k + 3]) / step], cover);
  }
  return { data, width, height, box };
}

// One pixel a step along the longer side, its cover shared with the neighbour across.
function drawnPiece([x0, y0], [x1, y1], cover) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))));
  const isFlat = Math.abs(dx) >= Math.abs(dy);
  for (let k = 0; k < steps; k += 1) {
    const [x, y] = [x0 + (dx * k) / steps, y0 + (dy * k) / steps];
    const [along, across] = isFlat ? [Math.floor(x), y] : [Math.floor(y), x];
    const low = Math.floor(across);
    const share = across - low;
    if (isFlat) {
      cover(along, low, 1 - share);
      cover(along, low + 1, share);
    } else {
      cover(low, along, 1 - share);
      cover(low + 1, along, share);
    }
  }
}

/** Polygons drawn over each other: data is RGBA with the colours already multiplied by alpha, so that averages stay true. */
export function createRaster(grid) {
  const { step, width, height, box: [west, , , north] } = grid;
  const data = new Uint8ClampedArray(4 * width * height);
  let areas = new Float32Array(1024);

  // Where the rings lie, in whole pixels.
  function frameOf([outline]) {
    const [low, bottom, high, top] = widened([Infinity, Infinity, -Infinity, -Infinity], outline);
    return [Math.floor((low - west) / step), Math.floor((north - top) / step), Math.ceil((high - west) / step), Math.ceil((north - bottom) / step)];
  }

  // rings: closed, flat metres, the outline first; colour [r, g, b].
  function fill(rings, colour) {
    const [x0, y0, x1, y1] = frameOf(rings);
    const [columns, rows] = [x1 - x0 + 2, y1 - y0 + 1];
    if (areas.length < columns * rows) areas = new Float32Array(2 * columns * rows);
    rings.forEach((ring, k) => coverOfRing(areas, columns, { ring, sign: (k ? -1 : 1) * turnOf(ring), west: west + x0 * step, north: north - y0 * step, step }));
    for (let y = 0; y < rows; y += 1) {
      let cover = 0;
      for (let x = 0; x < columns; x += 1) {
        cover += areas[y * columns + x];
        areas[y * columns + x] = 0;
        if (cover > LEAST_COVER && x0 + x >= 0 && x0 + x < width && y0 + y >= 0 && y0 + y < height) blend(4 * ((y0 + y) * width + x0 + x), Math.sqrt(Math.min(1, cover)), colour);
      }
    }
  }

  function blend(at, cover, colour) {
    const rest = 1 - cover;
    for (let k = 0; k < 3; k += 1) data[at + k] = colour[k] * cover + data[at + k] * rest;
    data[at + 3] = 255 * cover + data[at + 3] * rest;
  }

  return Object.freeze({ data, fill });
}

// 1 for a ring against the clock, -1 with it, seen with the north above.
function turnOf(ring) {
  let twice = 0;
  for (let k = 0; k + 3 < ring.length; k += 2) twice += ring[k] * ring[k + 3] - ring[k + 2] * ring[k + 1];
  return twice < 0 ? -1 : 1;
}

// Adds what each side of the ring covers to its right, as the change from pixel to pixel along a row: summed up it is the cover.
function coverOfRing(areas, columns, { ring, sign, west, north, step }) {
  for (let k = 0; k + 3 < ring.length; k += 2) {
    const [xa, ya, xb, yb] = [(ring[k] - west) / step, (north - ring[k + 1]) / step, (ring[k + 2] - west) / step, (north - ring[k + 3]) / step];
    if (ya < yb) coverOfSide(areas, columns, xa, ya, xb, yb, sign);
    else if (yb < ya) coverOfSide(areas, columns, xb, yb, xa, ya, -sign);
  }
}

// A side that runs down from (x0, y0) to (x1, y1), row by row.
function coverOfSide(areas, columns, x0, y0, x1, y1, sign) {
  const slope = (x1 - x0) / (y1 - y0);
  const last = Math.ceil(y1);
  let x = x0;
  for (let y = Math.floor(y0); y < last; y += 1) {
    const down = Math.min(y + 1, y1) - Math.max(y, y0);
    const next = x + slope * down;
    coverOfRow(areas, y * columns, Math.min(x, next), Math.max(x, next), sign * down);
    x = next;
  }
}

// Within a row: from the pixel of low on, the share of each pixel that lies to the right of a side from low to high.
function coverOfRow(areas, row, low, high, amount) {
  let before = 0;
  const last = Math.floor(high);
  for (let x = Math.floor(low); x <= last; x += 1) {
    const share = rightShare(x + 1, low, high);
    areas[row + x] += amount * (share - before);
    before = share;
  }
  areas[row + last + 1] += amount * (1 - before);
}

// The mean over a side from low to high of how much of the pixel that ends at x lies to its right.
function rightShare(x, low, high) {
  if (high - low < 1e-9) return Math.min(1, Math.max(0, x - low));
  const upTo = (at) => (at <= low ? 0 : at >= high ? at - (low + high) / 2 : (at - low) ** 2 / (2 * (high - low)));
  return upTo(x) - upTo(x - 1);
}
