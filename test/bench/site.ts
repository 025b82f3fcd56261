/** The built site served as `npm start` serves it, and a browser of its own to look at it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../support/chromium';

export interface Site {
  readonly url: string;
  readonly browser: Browser;
  /** Milliseconds of processor of all the browser's processes since it was started. */
  processor(): Promise<number>;
  close(): Promise<void>;
}

/** Folder of the built site: `out`, or where `SITE` says. Throws where there is none. */
export function siteFolder(): string {
  const folder = path.resolve(process.env.SITE ?? 'out');
  if (!existsSync(path.join(folder, 'index.html'))) throw new Error('Build the site first: npm run build');
  return folder;
}

export async function openSite(): Promise<Site> {
  const port = 4600 + (process.pid % 300);
  const server = spawn(process.execPath, ['--import', 'tsx', 'lib/site/serve.ts', siteFolder()], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (text: Buffer) => text.toString().includes('ready') && resolve());
    server.on('exit', (code) => reject(new Error(`The site’s server stopped with ${code}`)));
  });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
  const session = await browser.newBrowserCDPSession();
  return {
    url: `http://127.0.0.1:${port}`,
    browser,
    processor: async () => {
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
    },
    close: async () => {
      await browser.close();
      server.kill();
    },
  };
}
