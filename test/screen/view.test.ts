import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeBrowser, newContext, settled } from '../support/browser';

let context: Awaited<ReturnType<typeof newContext>>;

beforeAll(async () => {
  context = await newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
});
afterAll(async () => {
  await context.close();
  await closeBrowser();
});

function figures(page: Page): Promise<readonly string[]> {
  return page
    .locator('[data-figure]')
    .evaluateAll((found) =>
      found.map((one) => `${(one as HTMLElement).dataset.figure}: ${one.querySelector('h2,h3,p')?.textContent}`),
    );
}

async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  await settled(page);
  return page;
}

describe('a view', () => {
  test('chosen in the filters is written to the URL, and its link shows the same figures in another browser', async () => {
    const page = await open('/needs/');
    const all = await figures(page);
    await page.getByRole('button', { name: /^Sought/ }).click();
    await page.getByRole('checkbox', { name: 'Foster', exact: true }).check();
    await settled(page);
    await page.keyboard.press('Escape');
    expect(new URL(page.url()).search).toContain('sought=foster');
    const filtered = await figures(page);
    expect(filtered).not.toEqual(all);
    await page.getByRole('button', { name: 'Copy link' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const elsewhere = await newContext();
    const other = await elsewhere.newPage();
    await other.goto(link);
    await settled(other);
    expect(await figures(other)).toEqual(filtered);
    await elsewhere.close();
    await page.goBack();
    await settled(page);
    expect(await figures(page)).toEqual(all);
    await page.goForward();
    await settled(page);
    expect(await figures(page)).toEqual(filtered);
    await page.reload();
    await settled(page);
    expect(await figures(page)).toEqual(filtered);
    await page.close();
  });

  test('is carried from screen to screen', async () => {
    const page = await open('/needs/?sought=foster');
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Overview' }).click();
    await settled(page);
    expect(new URL(page.url()).search).toContain('sought=foster');
    await page.close();
  });

  test('stands in the address before its figures stand on the page, also where they were shown before', async () => {
    const page = await open('/needs/');
    await page.getByRole('button', { name: /^Sought/ }).click();
    const foster = page.getByRole('checkbox', { name: 'Foster', exact: true });
    const addressWhenReady = () =>
      foster.evaluate(
        (box) =>
          new Promise<string>((resolve) => {
            const figure = document.querySelector('[data-figure="match-rate"]');
            if (figure === null) throw new Error('No such figure');
            new MutationObserver(() => {
              if (figure.getAttribute('data-state') === 'ready') resolve(location.search);
            }).observe(figure, { attributeFilter: ['data-state'] });
            (box as HTMLInputElement).click();
          }),
      );
    expect(await addressWhenReady()).toBe('?sought=foster');
    expect(await addressWhenReady()).toBe('');
    expect(await addressWhenReady()).toBe('?sought=foster');
    await page.close();
  });

  test('goes along where a link is followed in the same moment, and back leads to where it was chosen', async () => {
    const page = await open('/needs/');
    await page.getByRole('button', { name: /^Sought/ }).click();
    const link = page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Cost' });
    const follow = await link.elementHandle();
    await page.getByRole('checkbox', { name: 'Foster', exact: true }).evaluate((box, next) => {
      (box as HTMLInputElement).click();
      (next as HTMLElement | null)?.click();
    }, follow);
    await page.waitForURL('**/cost/?sought=foster');
    await settled(page);
    await page.waitForTimeout(300);
    await page.goBack();
    await page.waitForURL('**/needs/**');
    await settled(page);
    await page.close();
  });

  test('keeps every choice of several in one moment', async () => {
    const page = await open('/needs/');
    await page.getByRole('button', { name: /^Sought/ }).click();
    await page.evaluate(() => {
      const boxes = [...document.querySelectorAll<HTMLInputElement>('#filter-sought-panel input[type=checkbox]')];
      for (const box of boxes.slice(0, 2)) box.click();
    });
    await settled(page);
    await expect.poll(() => new URL(page.url()).search).toBe('?sought=foster,residential');
    await page.goBack();
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/needs/');
    await page.close();
  });

  test('from a broken link lands somewhere sane and says so', async () => {
    const page = await open('/needs/?sought=castle&colour=blue&period=yesterday');
    const notices = page.getByRole('region', { name: 'About the link you opened' });
    await expect.poll(() => notices.textContent()).toContain('castle');
    expect(await notices.textContent()).toContain('colour');
    await expect.poll(() => page.locator('[data-figure="sought-secured"]').getAttribute('data-state')).toBe('ready');
    await page.close();
  });

  test('made over another pool says so', async () => {
    const page = await open('/?pool=north-west.9.2023-04.2024-03.0abcdef');
    await expect
      .poll(() => page.getByRole('region', { name: 'About the link you opened' }).textContent())
      .toContain('another pool');
    await page.close();
  });

  test('that keeps nothing says why and which filter to take away', async () => {
    const page = await open('/needs/?la=isles-of-scilly&sought=supported&secured=residential&notice=today');
    const figure = page.locator('[data-figure="sought-secured"]');
    await expect.poll(() => figure.getAttribute('data-state')).toBe('empty');
    // Rounded, or fewer than the threshold: an exact count here would be told apart from the rounded ones.
    await expect.poll(() => figure.textContent()).toMatch(/Without “.+” there are ([\d,]*[05]|fewer than 5)\./);
    await figure.getByRole('button', { name: /^Remove/ }).click();
    await settled(page);
    await expect.poll(() => figure.getAttribute('data-state')).toBe('ready');
    await page.close();
  });

  test('is narrowed by a click on a cell of the matrix, and by the keyboard from the table', async () => {
    const page = await open('/needs/');
    await page.getByRole('button', { name: /Foster sought, Residential secured/ }).click();
    await settled(page);
    expect(new URL(page.url()).search).toMatch(/sought=foster.*secured=residential/);
    await page.getByRole('button', { name: 'Reset' }).click();
    await settled(page);
    const figure = page.locator('[data-figure="match-rate-by-la"]');
    await figure.getByRole('button', { name: 'Table' }).focus();
    await page.keyboard.press('Enter');
    await figure.getByRole('button', { name: /^Devon/ }).focus();
    await page.keyboard.press('Enter');
    await settled(page);
    expect(new URL(page.url()).search).toContain('la=devon');
    await page.close();
  });
});

test('where the engine cannot be fetched the page says so and does not wait for ever', async () => {
  const offline = await newContext();
  await offline.route('**/engine.*.wasm', (route) => route.abort());
  const page = await offline.newPage();
  await page.goto('/needs/');
  await expect.poll(() => page.locator('html').getAttribute('data-pool-state')).toBe('error');
  expect(await page.getByRole('alert').filter({ hasText: 'engine' }).textContent()).toContain('could not start');
  await offline.close();
});

test('a view that holds no placement still gives each figure’s file, with its headings', async () => {
  const page = await open('/needs/?la=isles-of-scilly&sought=supported&secured=residential&notice=today&band=higher');
  const empty = page.locator('[data-figure][data-state="empty"]').first();
  await empty.waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    empty.getByRole('button', { name: /^Download CSV/ }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${await empty.getAttribute('data-figure')}.csv`);
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/status/);
  await page.close();
});
