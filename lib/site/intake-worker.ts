import { build } from 'esbuild';

/** One script of our own that opens spreadsheets in a worker: the page's policy lets a worker import nothing else. */
export async function bundleIntake(outfile: string): Promise<void> {
  await build({
    entryPoints: ['lib/intake/worker.ts'],
    outfile,
    bundle: true,
    format: 'iife',
    minify: true,
    target: 'es2022',
    logLevel: 'error',
  });
}
