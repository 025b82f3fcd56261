import AxeSource from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeBrowser, newContext, settled } from '../support/browser';

let context: BrowserContext;
beforeEach(async () => {
  context = await newContext();
});
afterEach(() => context.close());
afterAll(closeBrowser);

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09'];
const rows = Array.from(
  { length: 40 },
  (_, at) => `${at},Today,Foster,${500 + at},2025-${months[at % 9]}-01,TA${(at % 9) + 1}`,
);
const heading =
  'child_ID,when_placement_is_needed_by,placement_type,cost_total_weekly,Date_entry_referral,placement_location';
const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});
const somerset = csv('somerset.csv', [heading, ...rows]);
const picture = {
  name: 'photo.png',
  mimeType: 'image/png',
  buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
};

async function open(path = '/data/'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  await settled(page);
  return page;
}

async function untilRows(page: Page, wanted: number): Promise<void> {
  await page.waitForFunction(
    (n) =>
      document.documentElement.dataset.poolRows === String(n) &&
      document.documentElement.dataset.poolState !== 'loading',
    wanted,
    { timeout: 60_000 },
  );
  // What belongs to the pool before is dimmed until its successor is read.
  await page.waitForFunction(() => document.querySelectorAll('[data-stale="true"]').length === 0);
}

/** All that this site has stored in the browser. */
function stored(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const files: string[] = [];
    for await (const name of folder.keys()) files.push(name);
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name),
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      caches: await caches.keys(),
      files,
    };
  });
}

const nothing = { databases: [], local: [], session: [], caches: [], files: [] };

async function faults(page: Page): Promise<unknown> {
  await page.evaluate(AxeSource.source);
  const found = await page.evaluate(() =>
    (window as unknown as { axe: typeof AxeSource }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

describe('the data page', () => {
  test('accounts for every row of a file, asks whose it is, and says what is wrong with one it cannot read', async () => {
    const page = await open();
    await page
      .getByLabel('Add files')
      .setInputFiles([
        csv('somerset.csv', [heading, ...rows, ',Today,Foster,3,,']),
        csv('new.csv', [heading, rows[0] ?? '']),
        picture,
      ]);
    await untilRows(page, 40);
    const said = page.locator('.arrivals');
    await expect.poll(() => said.textContent()).toContain('41 rows in = 40 loaded + 1 set aside');
    expect(await said.textContent()).toContain('This is a picture.');
    await page.getByLabel('Whose placements are these?').selectOption({ label: 'Devon' });
    await page.getByRole('button', { name: 'Add these placements' }).click();
    await untilRows(page, 41);
    await expect.poll(() => page.getByRole('region', { name: 'Loaded files' }).textContent()).toContain('Devon');
    expect(await faults(page)).toEqual([]);
  });

  test('asks once about a heading that is close, and reads the file again with the answer', async () => {
    const page = await open();
    const odd = csv('somerset.csv', [heading.replace('needed_by', 'needed_bye'), ...rows]);
    await page.getByLabel('Add files').setInputFiles([odd]);
    await untilRows(page, 40);
    await page.getByRole('checkbox', { name: /needed_bye/ }).check();
    await page.getByRole('button', { name: 'Read the file again with these' }).click();
    await expect.poll(() => page.getByRole('checkbox', { name: /needed_bye/ }).count()).toBe(0);
    await untilRows(page, 40);
    await expect.poll(() => page.locator('.mapping-file summary').textContent()).toContain('1 in use');
  });

  test('gives the pool away as one normalised CSV, and only when there is one', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Start an empty pool' }).click();
    await untilRows(page, 0);
    await expect.poll(() => page.getByRole('button', { name: 'Download pool' }).isDisabled()).toBe(true);
    await page.getByLabel('Add files').setInputFiles([somerset]);
    await untilRows(page, 40);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download pool' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('sufficiency-pool.csv');
    await page.getByRole('button', { name: 'Return to the sample' }).click();
    await page.waitForFunction(() => Number(document.documentElement.dataset.poolRows) > 1000);
  });

  test('shows no fault to axe with the sample, and neither does the page on quality', async () => {
    const page = await open();
    await page.getByRole('heading', { name: 'What to fix first' }).waitFor();
    expect(await faults(page)).toEqual([]);
    const quality = await open('/data/quality/');
    await quality.getByRole('heading', { name: 'Violations' }).waitFor();
    expect(await faults(quality)).toEqual([]);
  });
});

describe('two files that overlap', () => {
  test('say which is used, and change places by keyboard with the list of what changed', async () => {
    const page = await open();
    const change = (line: string) => line.replace(/^(.*?),Today,Foster,/, '$1,Today,Residential,');
    await page.getByRole('button', { name: 'Start an empty pool' }).click();
    await untilRows(page, 0);
    const second = csv('somerset-again.csv', [heading, ...rows.slice(0, 10).map(change)]);
    await page.getByLabel('Add files').setInputFiles([somerset, second]);
    await untilRows(page, 40);
    await page.getByLabel('Working view').check();
    const part = page.locator('.overlaps');
    await expect.poll(() => part.textContent()).toContain('Placements it is used for: 10 over somerset.csv');
    await part.getByText('What changed', { exact: true }).click();
    await expect.poll(() => part.textContent()).toContain('Foster became Residential in 10 rows');
    await part.getByRole('button', { name: 'Move later somerset.csv' }).focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => part.getByRole('status').textContent())
      .toContain('somerset.csv now counts as later than somerset-again.csv');
    await expect.poll(() => part.textContent()).toContain('Placements it is used for: 10 over somerset-again.csv');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Move later somerset.csv');
    await part.getByText('What changed', { exact: true }).click();
    await expect.poll(() => part.textContent()).toContain('Residential became Foster in 10 rows');
    expect(await faults(page)).toEqual([]);
  });
});

describe('a column that the standard does not have', () => {
  test('splits the match rate on the page of needs, and the link keeps the choice', async () => {
    const page = await open();
    const own = rows.map((row, at) => `${row},Preferred,${at % 2 === 0 ? 'Joint' : 'Council, alone'}`);
    const quoted = own.map((row) => row.replace('Council, alone', '"Council, alone"'));
    const named = csv('somerset.csv', [`${heading},foster_care_suitability,Funding stream`, ...quoted]);
    await page.getByLabel('Add files').setInputFiles([named]);
    await untilRows(page, 40);
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Needs', exact: true }).click();
    await settled(page);
    await page.getByLabel('Bespoke column').selectOption('Funding stream');
    const figure = page.locator('[data-figure="match-rate-by-bespoke"][data-state="ready"]');
    await figure.waitFor({ timeout: 60_000 });
    await figure.getByRole('button', { name: 'Table' }).click();
    expect(await figure.textContent()).toMatch(/Council, alone.*Joint/);
    expect(page.url()).toContain('split=Funding');
    // From the top: what the fixed bar half covers would be too small a target.
    await page.evaluate(() => scrollTo(0, 0));
    expect(await faults(page)).toEqual([]);
  });
});

describe('the page on quality', () => {
  test('writes a feedback pack for one authority', async () => {
    const page = await open('/data/quality/');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Feedback for Torbay' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^INTERNAL feedback Torbay .*\.xlsx$/);
  });
});

describe('a pool kept on this computer', () => {
  test('is not kept unless asked for', async () => {
    const page = await open();
    await page.getByLabel('Add files').setInputFiles([somerset]);
    await untilRows(page, 40);
    expect(await stored(page)).toEqual(nothing);
  });

  test('is there again after a reload with its settings, and “Forget everything” leaves nothing', async () => {
    const page = await open();
    await page.getByLabel('Add files').setInputFiles([somerset]);
    await untilRows(page, 40);
    await page.getByLabel('Keep this pool on this computer').check();
    await page.getByText('Kept: 40 placements').waitFor();
    await page.getByLabel('Education column of somerset.csv').selectOption('continued');
    await expect.poll(() => page.locator('.keep-pool [role=status]').textContent()).toContain('Kept: 40 placements');
    await page.waitForTimeout(1500);
    await page.reload();
    await untilRows(page, 40);
    await expect.poll(() => page.getByLabel('Education column of somerset.csv').inputValue()).toBe('continued');
    await expect.poll(() => page.getByLabel('Keep this pool on this computer').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Forget everything' }).click();
    await page.waitForFunction(() => Number(document.documentElement.dataset.poolRows) > 1000);
    expect(await stored(page)).toEqual(nothing);
    await page.reload();
    await page.waitForFunction(() => Number(document.documentElement.dataset.poolRows) > 1000);
    expect(await stored(page)).toEqual(nothing);
  });

  test('is the last tab’s, and the other is told; forgotten in one, neither keeps on', async () => {
    const first = await open();
    await first.getByLabel('Add files').setInputFiles([somerset]);
    await untilRows(first, 40);
    await first.getByLabel('Keep this pool on this computer').check();
    await first.getByText('Kept: 40 placements').waitFor();
    const second = await open();
    await untilRows(second, 40);
    await second.getByLabel('Add files').setInputFiles([csv('devon.csv', [heading, ...rows.slice(0, 10)])]);
    await untilRows(second, 50);
    await first.getByText('The last tab to change its pool wins').waitFor();
    await first.getByText('Kept: 50 placements').waitFor();
    await second.getByRole('button', { name: 'Forget everything' }).click();
    await first.getByText('Another tab forgot what was kept').waitFor();
    await expect.poll(() => first.getByLabel('Keep this pool on this computer').isChecked()).toBe(false);
    await first.getByLabel('Education column of somerset.csv').selectOption('continued');
    await untilRows(first, 40);
    await first.waitForTimeout(1000);
    expect(await stored(first)).toEqual(nothing);
  });

  test('can be handed on as a file that opens as the same pool', async () => {
    const page = await open();
    await page.getByLabel('Add files').setInputFiles([somerset]);
    await untilRows(page, 40);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save pool to a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('sufficiency-pool.zip');
    const path = await download.path();
    const other = await open();
    await other.getByLabel('Add files').setInputFiles(path);
    await untilRows(other, 40);
    await expect
      .poll(() => other.locator('.arrivals').textContent())
      .toContain('A saved pool of 1 file and 40 placements');
  });
});
