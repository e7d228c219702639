// The signs of the categories, drawn at run time with the viewer's own font: shape, glyph, colour.

const CELL = 96;
const FONT = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif';
const BADGES = 9; // more signs than that are '9+'
const MARKS = Object.freeze({ new: ['+', 'good'], gone: ['−', 'bad'], moved: ['→', 'amber'] }); // what happened to a facility since the earlier ledger

// Draws the outline of a shape that fills a square of side 1 around the origin.
const SHAPES = Object.freeze({
  circle(pen) { pen.arc(0, 0, 0.44, 0, 2 * Math.PI); },
  square(pen) { roundedSquare(pen, 0.41, 0.09); },
  diamond(pen) { polygonPath(pen, 4, 0.5, -Math.PI / 2); },
  hexagon(pen) { polygonPath(pen, 6, 0.48, -Math.PI / 2); },
});

function polygonPath(pen, corners, radius, turn) {
  for (let k = 0; k < corners; k += 1) {
    const angle = turn + (k * 2 * Math.PI) / corners;
    pen.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
  }
  pen.closePath();
}

function roundedSquare(pen, half, corner) {
  pen.moveTo(-half + corner, -half);
  for (const [x, y, nx, ny] of [[half, -half, half, half], [half, half, -half, half], [-half, half, -half, -half], [-half, -half, half, -half]]) pen.arcTo(x, y, nx, ny, corner);
  pen.closePath();
}

function drawSign(pen, category, colours, row, column) {
  pen.save();
  pen.translate((column + 0.5) * CELL, (row + 0.5) * CELL);
  pen.scale(CELL, CELL);
  pen.beginPath();
  (SHAPES[category.shape] || SHAPES.circle)(pen);
  pen.fillStyle = category.colour[colours.theme];
  pen.fill();
  pen.lineWidth = 0.045;
  pen.strokeStyle = colours.theme === 'dark' ? 'rgba(4,10,20,.75)' : 'rgba(255,255,255,.95)';
  pen.stroke();
  pen.restore();
  const size = (category.shape === 'diamond' ? 0.44 : 0.56) * (category.glyph.length > 1 ? 0.7 : 1);
  drawInMiddle(pen, category.glyph, { size: size * CELL, ink: colours.surfaces.icon_ink, row, column });
}

// The middle of the ink: what browsers take for the middle of a line differs from one to the next.
function drawInMiddle(pen, text, { size, ink, row, column }) {
  pen.font = `700 ${size}px ${FONT}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  pen.fillStyle = `rgb(${ink.join(',')})`;
  const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } = pen.measureText(text);
  pen.fillText(text, (column + 0.5) * CELL, (row + 0.5) * CELL + (above - below) / 2);
}

function drawMark(pen, mark, colours, row, column) {
  const [sign, token] = MARKS[mark];
  drawDisc(pen, sign, [colours.surfaces[token], colours.surfaces.page], row, column);
}

function drawBadge(pen, number, colours, row, column) {
  drawDisc(pen, number > BADGES ? '9+' : String(number), [colours.surfaces.text_1, colours.surfaces.ground], row, column);
}

function drawDisc(pen, text, [disc, ink], row, column) {
  pen.beginPath();
  pen.arc((column + 0.5) * CELL, (row + 0.5) * CELL, CELL * 0.48, 0, 2 * Math.PI);
  pen.fillStyle = `rgb(${disc.join(',')})`;
  pen.fill();
  drawInMiddle(pen, text, { size: CELL * (text.length > 1 ? 0.6 : 0.78), ink, row, column });
}

// {canvas, mapping}: one cell per category, then count badges 'badge-5' … for crowded spots.
export function createAtlas(categories, colours) {
  const cells = [...categories.map((category) => category.id), ...Array.from({ length: BADGES + 2 }, (_, k) => `badge-${k}`), ...Object.keys(MARKS).map(markName)];
  const columns = Math.ceil(Math.sqrt(cells.length));
  const canvas = document.createElement('canvas');
  canvas.width = columns * CELL;
  canvas.height = Math.ceil(cells.length / columns) * CELL;
  const pen = canvas.getContext('2d');
  const mapping = {};
  cells.forEach((name, k) => {
    const [row, column] = [Math.floor(k / columns), k % columns];
    if (k < categories.length) drawSign(pen, categories[k], colours, row, column);
    else if (k < categories.length + BADGES + 2) drawBadge(pen, k - categories.length, colours, row, column);
    else drawMark(pen, Object.keys(MARKS)[k - categories.length - BADGES - 2], colours, row, column);
    mapping[name] = { x: column * CELL, y: row * CELL, width: CELL, height: CELL, anchorY: CELL / 2 };
  });
  return { canvas, mapping };
}

export function markName(mark) {
  return `mark-${mark}`;
}

export function badgeName(number) {
  return `badge-${Math.min(BADGES + 1, number)}`;
}
