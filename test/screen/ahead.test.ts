import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeBrowser, newContext, settled } from '../support/browser';

let context: Awaited<ReturnType<typeof newContext>>;

beforeAll(async () => {
  context = await newContext();
  await context.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    const counted = window as unknown as { sent: number };
    counted.sent = 0;
    Worker.prototype.postMessage = function (this: Worker, ...message: Parameters<typeof post>) {
      counted.sent += 1;
      return post.apply(this, message);
    } as typeof post;
  });
});
afterAll(async () => {
  await context.close();
  await closeBrowser();
});

/** Messages sent to the engine. */
function sent(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { sent: number }).sent);
}

/** Once no more have been sent for a third of a second. */
async function atRest(page: Page): Promise<number> {
  for (let before = await sent(page); ; ) {
    await page.waitForTimeout(330);
    const now = await sent(page);
    if (now === before) return now;
    before = now;
  }
}

/** The page with its filter of types open, and the messages sent until then. */
async function openSought(): Promise<{ readonly page: Page; readonly before: number }> {
  const page = await context.newPage();
  await page.goto('/needs/');
  await settled(page);
  await page.getByRole('button', { name: /^Sought/ }).click();
  return { page, before: await atRest(page) };
}

function numbers(page: Page): Promise<readonly string[]> {
  return page
    .locator('[data-figure] :is(.figure-headline, .figure-subtitle, td)')
    .evaluateAll((found) => found.map((one) => one.textContent ?? ''));
}

test('a view worked out while the pointer rests on its choice asks the engine nothing when chosen, and is what its link shows', async () => {
  const { page, before } = await openSought();
  const all = await numbers(page);
  await page.locator('.filter-choice', { hasText: 'Residential' }).first().hover();
  await expect.poll(() => sent(page), { timeout: 10_000 }).toBeGreaterThan(before);
  const ready = await atRest(page);
  // Nothing on the page or in its address says so.
  expect(await page.locator('[data-figure][data-state="loading"]').count()).toBe(0);
  expect(await numbers(page)).toEqual(all);
  expect(new URL(page.url()).search).toBe('');
  await page.getByRole('checkbox', { name: 'Residential', exact: true }).check();
  await settled(page);
  await expect.poll(() => new URL(page.url()).search).toBe('?sought=residential');
  expect(await sent(page)).toBe(ready);
  const chosen = await numbers(page);
  expect(chosen).not.toEqual(all);
  const other = await context.newPage();
  await other.goto('/needs/?sought=residential');
  await settled(other);
  expect(await numbers(other)).toEqual(chosen);
  await other.close();
  await page.close();
});

test('a press begins the work before it is let go', async () => {
  const { page, before } = await openSought();
  const box = await page.locator('.filter-choice', { hasText: 'Residential' }).first().boundingBox();
  if (box === null) throw new Error('no such choice');
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.mouse.down();
  await expect.poll(() => sent(page), { timeout: 10_000 }).toBeGreaterThan(before);
  expect(new URL(page.url()).search).toBe('');
  const ready = await atRest(page);
  await page.mouse.up();
  await settled(page);
  await expect.poll(() => new URL(page.url()).search).toBe('?sought=residential');
  expect(await sent(page)).toBe(ready);
  await page.close();
});

test('the keyboard’s next choice is worked out too, and another one chosen instead is shown as it is', async () => {
  const { page, before } = await openSought();
  await page.getByRole('checkbox', { name: 'Foster', exact: true }).focus();
  await expect.poll(() => sent(page), { timeout: 10_000 }).toBeGreaterThan(before);
  await page.getByRole('checkbox', { name: 'Supported accommodation', exact: true }).check();
  await settled(page);
  const chosen = await numbers(page);
  const other = await context.newPage();
  await other.goto('/needs/?sought=supported');
  await settled(other);
  expect(new URL(page.url()).search).toBe(new URL(other.url()).search);
  expect(await numbers(other)).toEqual(chosen);
  await other.close();
  await page.close();
});
