import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { closeBrowser, newContext, settled } from '../support/browser';

afterAll(closeBrowser);

const focused = (page: Page) =>
  page.evaluate(() => ({
    tag: document.activeElement?.tagName,
    words: document.activeElement?.textContent?.trim() ?? '',
  }));

test('what takes itself away when pressed leaves the keyboard beside it, not at the top of the page', async () => {
  const context = await newContext();
  const page = await context.newPage();
  await page.goto('/data/');
  await settled(page);
  const remove = page.getByRole('button', { name: /^Remove/ }).first();
  await remove.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toMatchObject({ words: expect.stringMatching(/^Remove/) });
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Keep' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatchObject({ words: expect.stringMatching(/^Remove/) });

  const sample = page.getByRole('button', { name: 'Return to the sample' });
  await sample.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page), { timeout: 15_000 }).toMatchObject({ words: 'Return to the sample' });

  await page.goto('/needs/?zzz=1');
  await settled(page);
  await page.getByRole('button', { name: 'Carry on with this view' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await focused(page)).tag).not.toBe('BODY');

  // It lies over what follows, so it goes when the keyboard does.
  const note = page.locator('.definition-note summary').first();
  await note.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await page.locator('.definition-note[open]').count()).toBe(0);
  await page.keyboard.press('Enter');
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('Tab');
  expect(await page.locator('.definition-note[open]').count()).toBe(0);
  await context.close();
});

test('a page is no wider than the narrowest screen there is', async () => {
  const context = await newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  for (const path of ['/', '/needs/', '/cost/', '/distance/', '/providers/', '/data/', '/data/quality/', '/pack/']) {
    await page.goto(path);
    await settled(page);
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 320]);
  }
  await context.close();
});

test('how many providers a search finds is said, none too', async () => {
  const context = await newContext();
  const page = await context.newPage();
  await page.goto('/providers/');
  await settled(page);
  await page.getByLabel('Find a provider').fill('zzzz');
  await page.getByRole('status').getByText('No provider matches.').waitFor();
  await page.getByLabel('Find a provider').fill('SC');
  await page
    .getByRole('status')
    .getByText(/^\d+ of \d+ providers$/)
    .waitFor();
  // Its panel is where the keyboard goes, in sight.
  await page.locator('.grid tbody button').last().focus();
  await page.keyboard.press('Enter');
  const heading = page.locator('.provider-panel h2');
  await heading.waitFor();
  await expect.poll(async () => (await heading.boundingBox())?.y ?? -1).toBeGreaterThan(0);
  await context.close();
});
