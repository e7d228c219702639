// A scene's file opened outside a browser: its model with all tiles, and its walks.
import { readFile } from 'node:fs/promises';
import { bytesOfPrintable, inflate, readPart } from '../../processing/scene/page/decode.js';
import { createModel } from '../../processing/scene/page/model.js';
import { createWalks } from '../../processing/scene/page/walks.js';

export async function openScene(path) {
  const page = await readFile(path, 'utf8');
  const textOf = (id) => new RegExp(`id="${id}">([^<]*)<`).exec(page)[1];
  const { parts } = JSON.parse(textOf('parts'));
  const part = async ({ name, bytes }) => readPart(await inflate(bytesOfPrintable(textOf(`part-${name}`)).subarray(0, bytes)));
  const model = createModel(await part(parts[0]));
  for (const one of parts.filter(({ name }) => name.startsWith('tile.'))) model.addTile(Number(one.name.slice('tile.'.length)), await part(one));
  const walks = createWalks(await part(parts.find(({ name }) => name === 'walks')), model);
  if (walks.works) model.doorplates.workOut(walks.works);
  return { model, walks };
}
