/** `npx tsx data/generate/write.ts` writes `data/sample`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sampleFiles, sampleManifest } from './sample';

const folder = fileURLToPath(new URL('../sample/', import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const files = sampleFiles();
for (const { name, bytes } of files) writeFileSync(`${folder}${name}`, bytes);
const manifest = sampleManifest(files);
writeFileSync(`${folder}manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`${manifest.rows} rows in ${files.length} files`);
