import { afterAll, expect, test } from 'vitest';
import { closeBrowser, newContext } from '../support/browser';

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
