/** Finds a Chromium for the browser tests, or obtains one the way the machine allows, or says precisely what to do. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const usual = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Sandboxless because test machines often run as root; the rest keeps the browser off every network. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function installed(): string | undefined {
  const own = chromium.executablePath();
  return [...usual, own].find((file) => file !== '' && existsSync(file));
}

function install(): void {
  const root = process.getuid?.() === 0;
  if (root && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('No Chromium found: installing the system package chromium (once).');
    execFileSync('apt-get', ['update'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'ignore' });
    return;
  }
  console.log('No Chromium found: downloading one for the tests (once).');
  spawnSync('npx', ['playwright-core', 'install', 'chromium-headless-shell', 'chromium'], { stdio: 'inherit' });
}

/** Path of a Chromium. Throws with instructions where none can be had. */
export function chromiumPath(): string {
  const found = installed();
  if (found) return found;
  try {
    install();
  } catch {
    // The message below says what to do; what the package manager printed is no help without it.
  }
  const obtained = installed();
  if (obtained) return obtained;
  throw new Error(
    'The browser tests need Chromium or Chrome and none could be installed. Install one (Debian or Ubuntu: sudo apt-get install chromium; macOS: brew install --cask chromium) or set CHROMIUM_PATH to its executable, then run npm test again.',
  );
}
