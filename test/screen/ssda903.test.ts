import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeBrowser, newContext, settled, startEmpty } from '../support/browser';
import { figureRecords } from '../support/download';
import { knownRows, templateCsv } from '../support/returns';

/** Placements are made on the 10th; every one of them in TA1. */
const rows = knownRows(60, 'E06000066');
const placed = rows.filter(({ secured }) => secured !== '');
const start = (month: number, day: number) => `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/2025`;

/** Of the placed: the first in no return, the second ambiguous, the third too far in time, the others joined. */
const [stranger, ambiguous, late, ...others] = placed;
const lines = [
  ...(ambiguous
    ? ([
        [ambiguous, 8, 'TA2 6AB'],
        [ambiguous, 12, 'EX4 4QJ'],
      ] as const)
    : []),
  ...(late ? ([[late, 28, 'TA2 6AB']] as const) : []),
  ...others.map((row) => [row, 11, 'EX4 4QJ'] as const),
];
const episodes = [
  'CHILD,DECOM,RNE,LS,PLACE,HOME_POST,PL_POST',
  ...lines.map(([row, day, home]) => `${row.childId},${start(row.month, day)},S,C2,U4,${home},TA1 1AA`),
].join('\r\n');

let context: Awaited<ReturnType<typeof newContext>>;
let page: Page;

async function loaded(): Promise<void> {
  await page.waitForFunction((n) => document.documentElement.dataset.poolRows === String(n), rows.length, {
    timeout: 60_000,
  });
  await settled(page);
}

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function visit(screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen, exact: true }).click();
  await page.waitForURL((url) => url.pathname.startsWith(`/${screen.toLowerCase()}`));
  await settled(page);
}

async function fromReturn(): Promise<number> {
  const records = await figureRecords(page, 'distance-sources');
  return Number(records.find((record) => Object.values(record).some((cell) => cell.includes('SSDA903')))?.k ?? 0);
}

beforeAll(async () => {
  context = await newContext({ acceptDownloads: true });
  page = await context.newPage();
  await page.goto('/data/');
  await settled(page);
  await startEmpty(page);
  await page.getByLabel('Add files').setInputFiles([csv('somerset.csv', templateCsv(rows))]);
  await loaded();
  await page.getByLabel('Working view').check();
  await visit('Distance');
});
afterAll(async () => {
  await context.close();
  await closeBrowser();
});

describe('an SSDA903 return with known answers', () => {
  const form = () => page.getByRole('region', { name: 'Link an SSDA903 return' });

  test('that is another file of the return is refused, saying which', async () => {
    await form()
      .getByLabel(/^SSDA903 files/)
      .setInputFiles([csv('reviews.csv', 'CHILD,REVIEW\r\n1,01/01/2025')]);
    await form().getByRole('button', { name: 'Link the return' }).click();
    await form()
      .getByText(/was not linked/)
      .waitFor();
    await expect.poll(() => form().textContent()).toMatch(/no DECOM column.*Reviews/);
    expect(stranger && ambiguous && late).toBeTruthy();
  });

  test('gives the placements their distances, and says what did not join and why', async () => {
    await form()
      .getByLabel(/^SSDA903 files/)
      .setInputFiles([csv('episodes.csv', episodes)]);
    await form().getByRole('button', { name: 'Link the return' }).click();
    await form()
      .getByText(/of dated placements joined/)
      .waitFor();
    await settled(page);
    const said = ((await form().locator('.link-report').textContent()) ?? '').replaceAll('\n', ' ');
    expect(said).toContain(`${placed.length} placements of this authority`);
    expect(said).toContain(`${others.length} joined to an episode`);
    expect(said).toContain('1 with two episodes equally near');
    expect(said).toContain('1 with no episode near enough in time');
    expect(said).toContain('1 of children not in the return');
    await expect.poll(fromReturn).toBe(others.length);
  });

  test('is joined again when the placements are read again', async () => {
    await visit('Data');
    await page
      .getByLabel('Add files')
      .setInputFiles([csv('somerset.csv', templateCsv(rows).replaceAll('TA1,', 'TA1 ,'))]);
    await loaded();
    await visit('Distance');
    await form().getByText('Joined again, because placements were read since.').waitFor();
    await settled(page);
    await expect.poll(fromReturn).toBe(others.length);
  });

  test('is forgotten with the pool it belongs to', async () => {
    await visit('Data');
    await startEmpty(page);
    await page.getByLabel('Add files').setInputFiles([csv('somerset.csv', templateCsv(rows))]);
    await loaded();
    await visit('Distance');
    await expect.poll(() => form().locator('.link-report').count()).toBe(0);
    await expect.poll(fromReturn).toBe(0);
  });
});
