import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawingMarkup, workbookText } from '../support/attacker';
import { closeBrowser, newContext, settled } from '../support/browser';

let context: Awaited<ReturnType<typeof newContext>>;
let page: Page;

const slides = () => page.getByRole('button', { name: /^Download slides/ });

beforeAll(async () => {
  context = await newContext({ acceptDownloads: true });
  page = await context.newPage();
  await page.goto('/pack/?la=somerset');
  await settled(page);
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('button')].some(
        (one) => /^Download slides/.test(one.textContent ?? '') && !one.disabled,
      ),
    undefined,
    { timeout: 60_000 },
  );
});
afterAll(async () => {
  await context.close();
  await closeBrowser();
});

describe('the review pack', () => {
  test('is a document of the latest quarter with its contents, sentences, figures and notes, headings in order', async () => {
    const headings = await page
      .locator('.pack :is(h1, h2, h3)')
      .evaluateAll((found) => found.map((one) => [Number(one.tagName[1]), one.textContent ?? ''] as const));
    expect(headings[0]).toEqual([1, expect.stringMatching(/^Quarterly review: Somerset, /)]);
    const sections = headings.filter(([level]) => level === 2).map(([, words]) => words);
    expect(sections.slice(0, 3)).toEqual(['Contents', 'What these figures say', 'Headline measures']);
    expect(sections.at(-1)).toBe('Before you use these figures');
    headings.forEach(([level], at) => {
      expect(level - (headings[at - 1]?.[0] ?? 0)).toBeLessThanOrEqual(1);
    });
    expect(await page.locator('.pack [data-figure][data-state="ready"]').count()).toBeGreaterThan(12);
  });

  test('says in its contents, on paper, which sheet each thing is on', async () => {
    const sheets = () =>
      page.locator('.pack-sheet').evaluateAll((found) => found.map((one) => Number(one.textContent || 'NaN')));
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const printed = await sheets();
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    // The cover and the contents come first; six headline measures share a sheet, and no sheet holds more than three entries else.
    expect(printed[0]).toBe(3);
    expect(printed.slice(1, 8)).toEqual(Array.from({ length: 7 }, () => 4));
    expect(printed).toEqual([...printed].sort((a, b) => a - b));
    for (const sheet of new Set(printed.slice(8))) {
      expect(printed.filter((one) => one === sheet).length).toBeLessThanOrEqual(3);
    }
    expect(await sheets()).toEqual(printed.map(() => Number.NaN));
    expect((await page.locator('.pack').getAttribute('style')) ?? '').toBe('');
  });

  test('leaves as slides: a title each, the headline numbers on one, charts described, nothing small', async () => {
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 90_000 }), slides().click()]);
    expect(download.suggestedFilename()).toMatch(/^Quarterly review Somerset.*\.pptx$/);
    const parts = unzipSync(new Uint8Array(await readFile(await download.path())));
    const found = Object.entries(parts)
      .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
      .map(([, bytes]) => strFromU8(bytes));
    expect(found.length).toBeGreaterThan(15);
    for (const slide of found) expect(slide).toMatch(/<p:ph\s[^>]*type="title"/);
    expect(found.filter((slide) => slide.includes('Headline measures'))).toHaveLength(1);
    for (const [picture] of found.join('').matchAll(/<p:pic>.*?<\/p:pic>/gs))
      expect(picture).toMatch(/descr="[^"]{20,}/);
    const words = found.join('\n').replaceAll(/<[^>]*>/g, '\n');
    expect(words).not.toMatch(/(?<![\d,.£–-])[1-4] (?:children|placements?|referrals?)/);
  });

  test('prints on A4', async () => {
    await page.emulateMedia({ media: 'print' });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await page.emulateMedia({ media: 'screen' });
    const text = pdf.toString('latin1');
    expect(text).toMatch(/\/MediaBox\s*\[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/);
  });

  test('is made again for next month from its address alone', async () => {
    const address = page.url();
    expect(address).not.toMatch(/20\d\d-\d\d/);
    expect(await page.locator('.pack-cover a').getAttribute('href')).toMatch(/\/pack\/\?la=somerset/);
  });
});

describe('pictures and workbooks', () => {
  test('carry the key of their colours and how small numbers are protected', async () => {
    await page.goto('/distance/');
    await settled(page);
    const drawing = await drawingMarkup(page, 'distance-by-type');
    for (const words of ['Up to 5 miles', 'More than 50 miles']) expect(drawing).toContain(words);
    // The chart itself, not its table: a bar a band of at least two types.
    expect(drawing.match(/<path /g)?.length ?? 0).toBeGreaterThan(8);
    // A map is cut off at its edge, or the country would lie over the words.
    expect(await drawingMarkup(page, 'distance-flows')).toMatch(
      /<svg width="[\d.]+" height="[\d.]+" overflow="hidden">/,
    );
    expect(await workbookText(page, 'XLSX')).toContain(
      'Counts of 1 to 4 are hidden and others rounded to the nearest 5.',
    );
  });
});

describe('a page on paper', () => {
  test('gives figures of which nothing may be shown their words alone, not an empty frame each', async () => {
    await page.goto('/pack/?la=isles-of-scilly');
    await settled(page);
    await page.waitForFunction(() => document.querySelectorAll('.pack-figure').length > 5, undefined, {
      timeout: 60_000,
    });
    const bare = page.locator('.pack-figure-bare');
    expect(await bare.count()).toBeGreaterThan(3);
    expect(await bare.locator('.chart, table').count()).toBe(0);
    for (const words of await bare.locator('.figure-honesty').allTextContents()) expect(words).toMatch(/\[[cuz]\]/);
  });

  test('hatches what black and white would not tell apart, in the key as in the bars', async () => {
    await page.goto('/cost/');
    await settled(page);
    await page.waitForFunction(() => !document.querySelector('.chart > .chart-wait'), undefined, { timeout: 60_000 });
    const fills = () =>
      page
        .locator('[data-figure="cost-commitment"] .chart path[fill="#801650"]')
        .evaluateAll((marks) => [...new Set(marks.map((mark) => getComputedStyle(mark).fill))]);
    expect(await fills()).toEqual(['rgb(128, 22, 80)']);
    await page.emulateMedia({ media: 'print' });
    expect((await fills()).sort()).toEqual(['url("#hatch-rising")', 'url("#hatch-rising-key")']);
    expect(await page.locator('pattern#hatch-rising, pattern#hatch-rising-key').count()).toBe(2);
    await page.emulateMedia({ media: 'screen' });
  });

  test('has every chart on it at its own width, those never scrolled to as well', async () => {
    await page.goto('/needs/?la=somerset');
    await settled(page);
    await page.waitForFunction(() => !document.querySelector('.chart > .chart-wait'), undefined, { timeout: 60_000 });
    // Paper is laid out in the very turn of the event: what is not drawn by then is not printed.
    const { drawn, empty } = await page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
      const charts = [...document.querySelectorAll('.chart')].filter((one) => one.getClientRects().length > 0);
      const names = charts
        .filter((one) => one.querySelector(':scope > .chart-wait'))
        .map((one) => one.closest<HTMLElement>('[data-figure]')?.dataset.figure);
      window.dispatchEvent(new Event('afterprint'));
      return { drawn: charts.length, empty: names };
    });
    expect(drawn).toBeGreaterThan(5);
    expect(empty).toEqual([]);
  });
});
