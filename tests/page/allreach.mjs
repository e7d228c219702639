// What tool R finds from points, for the tests of the exporter: node allreach.mjs scene.html points.json
import { readFile } from 'node:fs/promises';
import { createLive } from '../../processing/scene/page/live.js';
import { openScene } from './openscene.mjs';

const [, , path, asked] = process.argv;
const { model, walks } = await openScene(path);
const live = createLive(walks.net, model);
const out = [];
for (const point of JSON.parse(await readFile(asked, 'utf8'))) {
  const before = performance.now();
  const { leg, bands, services, areas } = live.from(point);
  const ms = performance.now() - before;
  out.push({ leg, services, areas, ms, bands: bands.map(({ limit, paths, households }) => ({ limit, paths, households })) });
}
process.stdout.write(JSON.stringify(out));
