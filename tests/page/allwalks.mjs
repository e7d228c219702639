// Draws every walk of a scene: node allwalks.mjs scene.html prints how many the ledger tells, those that stay without a line, and
// for categories with one facility the households within its reach, and the answers of every doorplate and category.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { bytesOfPrintable, readPart } from '../../processing/scene/page/decode.js';
import { createModel } from '../../processing/scene/page/model.js';
import { createWalks } from '../../processing/scene/page/walks.js';
import { reachOf } from '../../processing/scene/page/walkreach.js';

const html = readFileSync(process.argv[2], 'utf8');

const directory = JSON.parse(html.match(/id="parts">([^<]*)</)[1]).parts;

function part(name) {
  const start = html.indexOf('>', html.indexOf(`id="part-${name}"`)) + 1;
  const { bytes } = directory.find((one) => one.name === name);
  return readPart(new Uint8Array(gunzipSync(bytesOfPrintable(html.slice(start, html.indexOf('<', start))).subarray(0, bytes))));
}

const model = createModel(part('core'));
for (let tile = 0; tile < model.buildings.tiles; tile += 1) model.addTile(tile, part(`tile.${tile}`));
const walks = createWalks(part('walks'), model);
if (walks.works) model.doorplates.workOut(walks.works);
const missing = [];
const answers = [];
let told = 0;
for (let i = 0; i < model.doorplates.count; i += 1) {
  for (const { id } of model.categories) {
    const service = model.doorplates.service(i, id);
    answers.push([service.facility, service.metres, service.minutes]);
    if (service.metres !== null && service.facility !== null) {
      told += 1;
      if (!walks.walk(i, id, service)) missing.push([i, id, service.metres]);
    }
  }
}
const reached = {};
for (const { id, unit, limit } of model.categories) {
  const own = model.facilities.ofCategory(id);
  if (own.length === 1) reached[id] = reachOf(walks.net, model, own[0], { unit, limits: [limit] })[0].households;
}
process.stdout.write(JSON.stringify({ told, missing, reached, answers }));
