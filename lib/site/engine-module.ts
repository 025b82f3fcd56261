/**
 * The engine's module with only the names that are used. DuckDB-WASM exports all of its functions and constants, 75,000,
 * so that extensions can be linked with it as it runs; this site allows none. Its start went through that list again and
 * again: without it the engine starts in half the time, and a fifth less is downloaded.
 *
 * Binaryen could drop them too, but reads and writes all code anew; here every other byte stays as its makers built it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { exportSection, exportsOf, importNames, importSection, moduleOf, sectionsOf, withExports } from './wasm';

/** An export with 64-bit numbers has a twin for JavaScript under the plain name; this marks the one for the engine itself. */
const original = /^orig\$/;

/**
 * `module` less the exports that neither its own imports nor the engine's `script` name. Throws where what is left would not
 * start.
 */
export function withNamesUsed(module: Uint8Array<ArrayBuffer>, script: string): Uint8Array<ArrayBuffer> {
  const sections = sectionsOf(module);
  const words = new Set(script.match(/[\w$]+/g));
  // In JavaScript the engine's functions begin with an underscore.
  const inScript = (name: string) => words.has(name) || words.has(`_${name}`);
  const imported = new Set(sections.flatMap((one) => (one.id === importSection ? [...importNames(one)] : [])));
  // Made up by the script from a function's signature.
  const isUsed = (name: string) => imported.has(name) || inScript(name) || name.startsWith('dynCall_');

  const used = moduleOf(
    sections.map((one) =>
      one.id === exportSection
        ? withExports(exportsOf(one).filter(({ name }) => isUsed(name.replace(original, ''))))
        : one,
    ),
  );
  if (!WebAssembly.validate(used)) throw new Error('The engine’s module cannot do without the names left out.');
  return used;
}

const engine = '@duckdb/duckdb-wasm/dist/duckdb';

/** Writes the module that the site's engine is started from, `engine.wasm`. */
export async function writeEngineModule(folder: string): Promise<void> {
  const { resolve } = createRequire(path.resolve('package.json'));
  const module = new Uint8Array(await readFile(resolve(`${engine}-eh.wasm`)));
  const script = await readFile(resolve(`${engine}-browser-eh.worker.js`), 'utf8');
  await writeFile(path.join(folder, 'engine.wasm'), withNamesUsed(module, script));
}
