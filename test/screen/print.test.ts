import { afterAll, expect, test } from 'vitest';
import { closeBrowser, newContext, settled } from '../support/browser';

afterAll(closeBrowser);

test('a page printed before the code of its charts has come prints their tables, not empty frames', async () => {
  const context = await newContext();
  const page = await context.newPage();
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const response = await route.fetch();
    // The charts' own code never comes.
    if (!(await response.text()).includes('recharts-surface')) await route.fulfill({ response });
  });
  // The browser may ask for that code before it calls the page loaded, which then it never does.
  await page.goto('/needs/', { waitUntil: 'commit' });
  const trend = page.locator('[data-figure="referrals-trend"][data-state="ready"]');
  await trend.waitFor({ timeout: 60_000 });
  expect(await trend.locator('table').count()).toBe(0);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await trend.locator('.chart table').count()).toBe(1);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await trend.locator('.chart table').count()).toBe(0);
  await context.close();
});

/** The width of A4 between the margins of print.css, in CSS pixels. */
const sheetWidth = Math.round((182 / 25.4) * 96);

test.each([
  '/needs/',
  '/cost/',
  '/cost/like-for-like/',
  '/cost/drivers/',
  '/distance/',
  '/pack/?la=somerset&period=2025-26',
])(
  '%s is no wider than a sheet: the browser would print all of it smaller, and a pack’s contents would be wrong',
  async (path) => {
    const context = await newContext();
    const page = await context.newPage();
    await page.goto(path);
    await settled(page);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: sheetWidth, height: 1000 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { timeout: 10_000 })
      .toBeLessThanOrEqual(sheetWidth);
    await context.close();
  },
);
