/**
 * Before `next build`: the files in `data/sample` become one ready pool, read by the same code as a user's own files, so
 * that a visitor sees figures at once. A file that cannot be read fails the build: a hub must not publish half a pool.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { openNodeDatabase } from '@/lib/database/node';
import { pageProtector } from '@/lib/disclosure/protect';
import { defaultSettings } from '@/lib/disclosure/settings';
import { overviewFigures } from '@/lib/measure/figures';
import { runPage } from '@/lib/measure/run';
import { makePool } from '@/lib/pool/change';
import { writeSnapshot } from '@/lib/pool/snapshot';
import { readPool } from '@/lib/pool/state';
import { loadFiles } from '@/lib/session/load';
import { defaultView } from '@/lib/view/view';
import { writeEngineModule } from './engine-module';
import { storeOf } from './store';
import { bundleWorkers } from './worker-script';

const folder = path.resolve('data', 'sample');
const output = path.resolve('.generated');

const manifest = v.object({
  name: v.string(),
  synthetic: v.optional(v.boolean(), true),
  files: v.array(v.object({ name: v.string(), laCode: v.optional(v.string()) })),
});

const shipped = v.parse(manifest, JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')));
const files = await Promise.all(
  shipped.files.map(async ({ name, laCode }) => ({
    name,
    authority: laCode,
    content: new Blob([new Uint8Array(await readFile(path.join(folder, name)))]),
  })),
);

const database = await openNodeDatabase();
await makePool(database);
const arrivals = await loadFiles(database, files);
for (const arrival of arrivals) {
  if (arrival.status !== 'loaded')
    throw new Error(`${arrival.name} could not be read: ${JSON.stringify({ ...arrival, file: undefined })}`);
}
await mkdir(output, { recursive: true });
await bundleWorkers(output);
await writeEngineModule(output);

const snapshot = await writeSnapshot(database, { name: shipped.name, synthetic: shipped.synthetic });
const state = await readPool(database, shipped.name);
const { facts } = state;
await writeFile(path.join(output, 'pool.store'), gzipSync(await storeOf(snapshot)));
await writeFile(
  path.join(output, 'pool.json'),
  JSON.stringify({ name: shipped.name, synthetic: shipped.synthetic, state }),
);
const { figures, kept } = await runPage(
  database,
  overviewFigures,
  { view: defaultView, pool: facts },
  { mode: 'sharing', settings: defaultSettings, protect: pageProtector() },
);
// What the build publishes is what anyone may see: sharing view, protected like any other.
const failed = Object.values(figures).filter(({ state }) => state === 'error');
if (failed.length > 0) throw new Error(`Figures of the overview failed: ${JSON.stringify(failed)}`);
const shown = kept >= defaultSettings.threshold ? Math.round(kept / defaultSettings.base) * defaultSettings.base : 0;
await writeFile(path.join(output, 'overview.json'), JSON.stringify({ figures, kept: shown, facts }));
const rows = arrivals.reduce((sum, arrival) => sum + (arrival.status === 'loaded' ? arrival.loaded : 0), 0);
console.log(`${shipped.name}: ${rows} placements of ${files.length} files made ready.`);
await database.close();
