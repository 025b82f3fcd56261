import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeBrowser, newContext, settled, startEmpty } from '../support/browser';
import { figureRecords, saved } from '../support/download';
import { type KnownRow, knownRows, labelCsv, templateCsv } from '../support/returns';

const somerset = knownRows(140, 'E06000066');
const devon = knownRows(95, 'Devon', 500);
const rows: readonly KnownRow[] = [...somerset, ...devon];
const placed = rows.filter(({ secured }) => secured !== '');

let context: Awaited<ReturnType<typeof newContext>>;
let page: Page;

async function visit(screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen, exact: true }).click();
  await page.waitForURL((url) => url.pathname.startsWith(`/${screen.toLowerCase()}`));
  await settled(page);
}

beforeAll(async () => {
  context = await newContext({ acceptDownloads: true });
  page = await context.newPage();
  await page.goto('/data/');
  await settled(page);
  await startEmpty(page);
  await page.getByLabel('Add files').setInputFiles([
    { name: 'one.csv', mimeType: 'text/csv', buffer: Buffer.from(templateCsv(somerset)) },
    { name: 'two.csv', mimeType: 'text/csv', buffer: Buffer.from(labelCsv(devon)) },
  ]);
  await page.waitForFunction((n) => document.documentElement.dataset.poolRows === String(n), rows.length, {
    timeout: 60_000,
  });
  await settled(page);
  await page.getByLabel('Working view').check();
});
afterAll(async () => {
  await context.close();
  await closeBrowser();
});

describe('own returns in two vocabularies', () => {
  test('give the matrix, exactly, in the working view', async () => {
    await visit('Needs');
    const cells = await figureRecords(page, 'sought-secured');
    for (const cell of cells) {
      const secured = cell.secured === 'No placement recorded' ? '' : cell.secured;
      const own = rows.filter((row) => row.sought === cell.sought && row.secured === secured);
      expect(Number(cell.n), `${cell.sought} ${cell.secured}`).toBe(own.length);
    }
    expect(cells.reduce((sum, cell) => sum + Number(cell.n), 0)).toBe(rows.length);
  });

  test('give the match rate as one row of k and n', async () => {
    const [row, ...rest] = await figureRecords(page, 'match-rate');
    expect(rest).toEqual([]);
    const k = placed.filter((one) => one.secured === one.sought).length;
    expect([Number(row?.k), Number(row?.n)]).toEqual([k, placed.length]);
    expect(Number(row?.rate)).toBeCloseTo(k / placed.length, 12);
    expect(row?.status).toBe('ok');
  });

  test('give costs by type as an independent count does', async () => {
    await visit('Cost');
    for (const row of await figureRecords(page, 'cost-by-type')) {
      const costs = placed
        .filter(({ secured }) => secured === row.secured)
        .map(({ cost }) => cost)
        .sort((a, b) => a - b);
      const at = (costs.length - 1) / 2;
      const median = ((costs[Math.floor(at)] ?? 0) + (costs[Math.ceil(at)] ?? 0)) / 2;
      expect(Number(row.n)).toBe(costs.length);
      expect(Number(row.median)).toBeCloseTo(median, 6);
      expect(Number(row.mean)).toBeCloseTo(costs.reduce((sum, cost) => sum + cost, 0) / costs.length, 6);
    }
  });

  test('hide small numbers as soon as the working view is left', async () => {
    await visit('Needs');
    await page.getByLabel('Working view').uncheck();
    await settled(page);
    const cells = await figureRecords(page, 'sought-secured');
    const shown = cells.flatMap((cell) => (cell.n === '' || cell.n === '0' ? [] : [Number(cell.n)]));
    expect(Math.min(...shown)).toBeGreaterThanOrEqual(5);
    await page.getByLabel('Working view').check();
    await settled(page);
  });

  test('leave as one pool of canonical names that loads again as it was', async () => {
    await visit('Data');
    const { name, text } = await saved(page, page.getByRole('button', { name: 'Download pool' }));
    expect(name).toMatch(/\.csv$/);
    expect(text.split(/\r?\n/)[0]).toMatch(/^\uFEFF?la_code,childId,/);
    expect(text).toContain('E10000008');
    expect(text).toContain('2025-03-10');
    await startEmpty(page);
    await page
      .getByLabel('Add files')
      .setInputFiles({ name: 'pool.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.waitForFunction((n) => document.documentElement.dataset.poolRows === String(n), rows.length, {
      timeout: 60_000,
    });
    await settled(page);
    const again = await saved(page, page.getByRole('button', { name: 'Download pool' }));
    expect(again.text).toBe(text);
  });

  test.each([
    ['nothing.csv', Buffer.alloc(0), /empty/i],
    ['photo.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), /picture/i],
    ['header.csv', Buffer.from('la_code,child_ID,placement_type\n'), /no rows/i],
    ['letter.txt', Buffer.from('Dear colleague,\nplease find attached.\n'), /heading/i],
  ])('are as they were after %s, which cannot be read', async (name, buffer, words) => {
    const before = await page.evaluate(() => document.documentElement.dataset.poolRows);
    await page.getByLabel('Add files').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await page.getByText(words).first().waitFor();
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.dataset.poolRows)).toBe(before);
  });
});
