/** Builds the site once and serves it for every browser test of a run, as `npm start` does. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { TestProject } from 'vitest/node';
import { chromiumPath } from './chromium';

declare module 'vitest' {
  export interface ProvidedContext {
    siteUrl: string;
    chromium: string;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port on this machine');
  return address.port;
}

export default async function setup(project: TestProject): Promise<() => void> {
  const path = chromiumPath();
  // SITE_BUILT=1 reuses out/ while working on tests.
  if (!(process.env.SITE_BUILT && existsSync('out/index.html'))) {
    execFileSync('npm', ['run', '--silent', 'build'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
  }
  const port = await freePort();
  const server = spawn(process.execPath, ['--import', 'tsx', 'lib/site/serve.ts'], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (text: Buffer) => text.toString().includes('ready') && resolve());
    server.on('exit', (code) => reject(new Error(`The site's server stopped with ${code}`)));
  });
  project.provide('siteUrl', `http://127.0.0.1:${port}`);
  project.provide('chromium', path);
  return () => {
    server.kill();
  };
}
