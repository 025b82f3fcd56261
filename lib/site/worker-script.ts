import path from 'node:path';
import { build } from 'esbuild';

/** Each worker is one script of our own: the page's policy lets a worker import nothing else. */
const scripts = {
  'intake-worker': 'lib/intake/worker.ts',
  'driver-worker': 'lib/measure/cost/driver/worker.ts',
};

export async function bundleWorkers(outdir: string): Promise<void> {
  for (const [name, entry] of Object.entries(scripts)) {
    await build({
      entryPoints: [entry],
      outfile: path.join(outdir, `${name}.js`),
      bundle: true,
      format: 'iife',
      minify: true,
      target: 'es2022',
      logLevel: 'error',
    });
  }
}
