import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { chromiumFlags } from './chromium';

let browser: Promise<Browser> | undefined;

/** A fresh, private browser context on the served site. Close it when done. */
export async function newContext(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  browser ??= chromium.launch({ executablePath: inject('chromium'), args: chromiumFlags });
  return (await browser).newContext({ baseURL: inject('siteUrl'), viewport: { width: 1440, height: 900 }, ...options });
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** Waits until the pool is `ready` or `empty` and every figure on screen has come to rest. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => ['ready', 'empty'].includes(document.documentElement.dataset.poolState ?? ''),
    undefined,
    { timeout: 60_000 },
  );
  await page.waitForFunction(
    () => document.querySelectorAll('[data-figure][data-state="loading"]').length === 0,
    undefined,
    { timeout: 60_000 },
  );
}

/** On the data page: takes everything out of the pool and waits until it is. */
export async function startEmpty(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start an empty pool' }).click();
  await page.waitForFunction(() => document.documentElement.dataset.poolState === 'empty');
}
