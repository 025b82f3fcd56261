/** The built site in a real browser: a first visit, filter changes by hand, and a large file while the page is watched. */
import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { firstScripts, placeData } from './bytes';
import { median } from './clock';
import { nationalCsv } from './pools';
import { heading, print } from './report';
import { openSite, type Site, siteFolder } from './site';
import { watch } from './watch';

const paths = ['', 'needs', 'cost', 'distance', 'providers'];
const visits = 5;

async function freshPage({ browser, url }: Site): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  return page;
}

interface Visit {
  readonly firstPaint: number;
  readonly firstFigures: number;
  readonly allFigures: number;
  readonly engineReady: number;
  readonly longest: number;
  readonly processor: number;
}

async function visit(site: Site): Promise<Visit> {
  const page = await freshPage(site);
  const before = await site.processor();
  await page.goto('/');
  await page.waitForFunction(() => window.bench.engineReady !== null, undefined, { timeout: 120_000 });
  const seen = await page.evaluate(() => ({
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    firstFigures: window.bench.firstFigures ?? Number.NaN,
    allFigures: window.bench.allFigures ?? Number.NaN,
    engineReady: window.bench.engineReady ?? Number.NaN,
    longest: Math.max(0, ...window.bench.longTasks.map(({ duration }) => duration)),
  }));
  const processor = (await site.processor()) - before;
  await page.context().close();
  return { ...seen, processor };
}

async function settled(page: Page): Promise<void> {
  const options = { timeout: 600_000 };
  await page.waitForFunction(() => document.documentElement.dataset.poolState === 'ready', undefined, options);
  await page.waitForFunction(
    () =>
      document.querySelector('[data-figure]') !== null &&
      document.querySelector('[data-figure][data-state="loading"]') === null,
    undefined,
    options,
  );
}

export interface Changes {
  readonly path: string;
  readonly first: number;
  readonly median: number;
  readonly slowest: number;
  /** Median of going back to views shown before. */
  readonly back: number;
  /** Median of new views chosen as a hand does: the pointer rests on the choice, then presses it. */
  readonly byHand: number;
  readonly byHandSlowest: number;
  readonly longestTask: number;
  /** Milliseconds of processor of the whole browser a change. */
  readonly processor: number;
}

/** Ticks of what was sought, each to a view not shown before; then back over the last of them. */
const forward = [
  ...['Residential', 'Foster', 'Residential', 'Supported accommodation'],
  ...['Residential', 'Foster', 'Residential', 'Several preferred'],
];
const back = ['Several preferred', 'Residential', 'Foster', 'Residential'];
const byHand = ['Not stated', 'Residential', 'Foster', 'Supported accommodation', 'Several preferred', 'Foster'];
/** Milliseconds from coming to a choice to pressing it, and to letting go: a quick hand’s. */
const [restsFor, pressesFor] = [150, 80];

/** Chooses with the pointer; from the click until everything is drawn. */
async function pointAt(page: Page, name: string): Promise<number> {
  const box = await page.locator('.filter-choice', { hasText: name }).first().boundingBox();
  if (box === null) throw new Error(`No choice is called ${name}.`);
  await page.mouse.move(box.x + 20, box.y + box.height / 2, { steps: 4 });
  await page.waitForTimeout(restsFor);
  await page.mouse.down();
  await page.waitForTimeout(pressesFor);
  // The page waits for the click before it comes.
  const [took] = await Promise.all([page.evaluate(() => window.bench.change()), page.mouse.up()]);
  return took;
}

/** Ticks what was sought on and off, each change until everything is drawn. */
async function changesOn(site: Site, page: Page, path: string): Promise<Changes> {
  await page
    .getByRole('button', { name: /^Sought/ })
    .first()
    .click();
  await page.evaluate(() => window.bench.longTasks.splice(0));
  const before = await site.processor();
  const tick = async (name: string) => {
    const box = page.getByRole('checkbox', { name, exact: false }).first();
    return box.evaluate((element) => window.bench.change(() => (element as HTMLInputElement).click()));
  };
  const took: number[] = [];
  for (const name of forward) took.push(await tick(name));
  const processor = ((await site.processor()) - before) / took.length;
  const longestTask = await page.evaluate(() => Math.max(0, ...window.bench.longTasks.map(({ duration }) => duration)));
  const again: number[] = [];
  for (const name of back) again.push(await tick(name));
  const pointed: number[] = [];
  for (const name of byHand) pointed.push(await pointAt(page, name));
  await page.keyboard.press('Escape');
  return {
    path: `/${path}`,
    first: took[0] ?? Number.NaN,
    median: median(took),
    slowest: Math.max(...took),
    back: median(again),
    byHand: median(pointed),
    byHandSlowest: Math.max(...pointed),
    longestTask,
    processor,
  };
}

/** Loads a file on the data page, then goes from screen to screen without leaving the tab. */
async function withPool(
  site: Site,
  rows: number,
): Promise<{ load: Readonly<Record<string, number>>; changes: Changes[] }> {
  const page = await freshPage(site);
  await page.goto('/data/');
  await page.waitForFunction(() => document.documentElement.dataset.poolState === 'ready', undefined, {
    timeout: 120_000,
  });
  await page.evaluate(() => window.bench.longTasks.splice(0));
  const before = await site.processor();
  const start = performance.now();
  await page.locator('#add-files').setInputFiles(nationalCsv(rows));
  await page.waitForFunction((n) => Number(document.documentElement.dataset.poolRows) === n, rows, {
    timeout: 900_000,
  });
  const load = {
    milliseconds: performance.now() - start,
    processor: (await site.processor()) - before,
    longestTask: await page.evaluate(() => Math.max(0, ...window.bench.longTasks.map(({ duration }) => duration))),
  };
  const changes: Changes[] = [];
  const names = ['Overview', 'Needs', 'Cost', 'Distance', 'Providers'];
  for (const [at, path] of paths.entries()) {
    if (path !== '' && !existsSync(`${siteFolder()}/${path}/index.html`)) continue;
    await page
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('link', { name: names[at] ?? '' })
      .first()
      .click();
    await page.waitForURL(`**/${path}${path === '' ? '' : '/'}*`);
    await settled(page);
    changes.push(await changesOn(site, page, path));
  }
  await page.context().close();
  return { load, changes };
}

export async function screen(sizes: readonly number[]): Promise<unknown> {
  heading('The built site in a browser (milliseconds)');
  const scripts = firstScripts();
  const brotli = scripts.reduce((sum, one) => sum + one.brotli, 0);
  print({ 'scripts of a first visit, kB brotli (bar 300)': (brotli / 1000).toFixed(1), files: scripts.length });
  print({ 'places, kB brotli (bar 150)': (placeData().reduce((sum, one) => sum + one.brotli, 0) / 1000).toFixed(1) });
  const site = await openSite();
  try {
    const seen: Visit[] = [];
    for (let turn = 0; turn < visits; turn += 1) seen.push(await visit(site));
    const middle = (of: (visit: Visit) => number) => median(seen.map(of)).toFixed(0);
    print({
      'first paint': middle(({ firstPaint }) => firstPaint),
      'first true figures (bar 500)': middle(({ firstFigures }) => firstFigures),
      'all overview figures (bar 2,000)': middle(({ allFigures }) => allFigures),
      'engine ready behind them': middle(({ engineReady }) => engineReady),
      'longest task': middle(({ longest }) => longest),
      'processor, whole browser': middle(({ processor }) => processor),
    });
    const pools: Record<string, unknown> = {};
    for (const rows of sizes) {
      const result = await withPool(site, rows);
      pools[rows] = result;
      print({
        [`${rows.toLocaleString('en-GB')} rows`]: '',
        ...Object.fromEntries(Object.entries(result.load).map(([name, value]) => [name, value.toFixed(0)])),
      });
      for (const { path, ...one } of result.changes)
        print({
          page: path,
          ...Object.fromEntries(Object.entries(one).map(([name, value]) => [name, value.toFixed(0)])),
        });
    }
    return { scripts, places: placeData(), visits: seen, pools };
  } finally {
    await site.close();
  }
}
