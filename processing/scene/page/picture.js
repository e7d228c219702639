// 截图: the map as drawn, with title, legend, scale, north, date and privacy line, as a PNG file.
import { buildingClasses, legendTitle } from './legend.js';
import { privacyWords } from './why.js';
import { subtitleParts } from './header.js';
import { scaleLength } from './scale.js';
import { announce } from './actions.js';
import { paintPublication } from './publication.js';

const HIGH = 2;

function colourOf(name) {
  const value = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return value || '#888';
}

function legendEntries(page) {
  const { model } = page;
  if (!model.measures.present || !model.counts.buildings) return [];
  return buildingClasses(page).map(({ colour, name }) => [colour.slice('var('.length, -1), name]);
}

function paint(canvas, page) {
  const { model, map, t, say } = page;
  const { width, height } = canvas;
  const context = canvas.getContext('2d');
  const unit = Math.max(12, Math.min(width / 1920, height / 1080) * 16);
  const family = getComputedStyle(document.documentElement).fontFamily;
  const write = (words, x, y, size, colour = '--text-1', weight = 400, align = 'left') => {
    Object.assign(context, { font: `${weight} ${size * unit}px ${family}`, fillStyle: colourOf(colour), textAlign: align, textBaseline: 'alphabetic' });
    context.fillText(words, x, y, width - 2 * unit);
  };
  context.fillStyle = colourOf('--panel-solid');
  context.fillRect(0, 0, width, 4.6 * unit);
  context.fillRect(0, height - 2.2 * unit, width, 2.2 * unit);
  write(model.meta.title, 1.2 * unit, 2.3 * unit, 1.7, '--text-1', 700);
  write(subtitleParts(page).join(' · '), 1.2 * unit, 3.9 * unit, 1, '--text-2');
  write(privacyWords(page), 1.2 * unit, height - 0.75 * unit, 0.9, '--text-3');
  const entries = legendEntries(page);
  if (entries.length) {
    const top = height - (entries.length * 1.6 + 5.2) * unit;
    context.fillStyle = colourOf('--panel-solid');
    context.fillRect(unit, top, 15 * unit, (entries.length * 1.6 + 2.4) * unit);
    write(legendTitle(page), 1.6 * unit, top + 1.5 * unit, 0.95, '--text-2');
    entries.forEach(([name, words], i) => {
      const y = top + (2.2 + i * 1.6) * unit;
      context.fillStyle = colourOf(name);
      context.fillRect(1.6 * unit, y, 1.4 * unit, unit);
      write(words, 3.6 * unit, y + 0.9 * unit, 0.95);
    });
  }
  const { metres, pixels } = scaleLength(map.metresPerPixel() / (width / window.innerWidth), 12 * unit);
  const right = width - 1.5 * unit;
  const base = height - 3.4 * unit;
  context.fillStyle = colourOf('--text-1');
  context.fillRect(right - pixels, base, pixels, Math.max(2, unit / 8));
  write(say.metres(metres), right - pixels / 2, base - 0.5 * unit, 1, '--text-1', 400, 'center');
  paintPublication(context, page, unit, family);
  arrow(context, right - unit, base - 4.5 * unit, unit, -map.bearing());
  write(t('north_letter'), right - unit, base - 6.2 * unit, 0.95, '--text-1', 700, 'center');
  return canvas;
}

function arrow(context, x, y, unit, degrees) {
  context.save();
  context.translate(x, y);
  context.rotate((degrees * Math.PI) / 180);
  context.beginPath();
  context.moveTo(0, -1.3 * unit);
  context.lineTo(0.7 * unit, 1.1 * unit);
  context.lineTo(0, 0.6 * unit);
  context.lineTo(-0.7 * unit, 1.1 * unit);
  context.closePath();
  context.fillStyle = colourOf('--text-1');
  context.fill();
  context.restore();
}

/** A canvas of the map with its title, legend and notes. */
export async function composePicture(page, scale = HIGH) {
  const source = await page.map.picture(scale);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: source.width, height: source.height });
  const context = canvas.getContext('2d');
  context.fillStyle = colourOf('--page');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0);
  return paint(canvas, page);
}

/** The file's name: what it shows and the date of the data, without signs that file systems refuse. */
export function pictureName({ model, t }) {
  return [t('picture_name'), model.meta.title, model.meta.date].filter(Boolean).join('_').replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').slice(0, 120) + '.png';
}

/** Save the picture through a link to a blob; nothing leaves the page. */
export async function savePicture(page) {
  if (!page.map) return;
  const canvas = await composePicture(page);
  canvas.toBlob((blob) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = pictureName(page);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    announce(page.t('picture_saved'));
  }, 'image/png');
}
