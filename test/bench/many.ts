/** Sixty returns, a million rows in all, dropped at once on the data page of the built site; and a second load cancelled midway. */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { nationalCsv } from './pools';
import { heading, print } from './report';
import { openSite } from './site';
import { watch } from './watch';

const fileCount = 60;
const patience = { timeout: 1_800_000 };

/** The national pool cut into files, written once. */
function returns(rows: number): readonly string[] {
  const folder = path.resolve('.generated', 'bench', `returns-${rows}`);
  const names = Array.from({ length: fileCount }, (_, at) => path.join(folder, `return-${at + 1}.csv`));
  if (existsSync(folder)) return names;
  const text = readFileSync(nationalCsv(rows));
  mkdirSync(`${folder}.part`, { recursive: true });
  const body = text.indexOf(10) + 1;
  let from = body;
  for (const [at, name] of names.entries()) {
    const cut = text.indexOf(10, body + Math.floor(((text.length - body) * (at + 1)) / fileCount) - 1);
    const to = cut < 0 || at === fileCount - 1 ? text.length : cut + 1;
    const file = openSync(path.join(`${folder}.part`, path.basename(name)), 'w');
    writeSync(file, text, 0, body);
    writeSync(file, text, from, to - from);
    closeSync(file);
    from = to;
  }
  renameSync(`${folder}.part`, folder);
  return names;
}

export async function manyFiles(rows: number): Promise<unknown> {
  const files = returns(rows);
  heading(`${fileCount} files, ${rows.toLocaleString('en-GB')} rows, in a browser (milliseconds)`);
  const site = await openSite();
  try {
    const page = await (await site.browser.newContext({ baseURL: site.url })).newPage();
    await page.addInitScript(watch);
    await page.goto('/data/');
    await page.waitForFunction(() => document.documentElement.dataset.poolState === 'ready', undefined, patience);
    await page.getByRole('button', { name: 'Start an empty pool' }).click();
    await page.waitForFunction(() => document.documentElement.dataset.poolState === 'empty', undefined, patience);
    await page.evaluate(() => window.bench.longTasks.splice(0));
    const before = await site.processor();
    const start = performance.now();
    await page.locator('#add-files').setInputFiles([...files]);
    const shown = new Set<string>();
    const finished = page.waitForFunction(
      (n) => Number(document.documentElement.dataset.poolRows) === n,
      rows,
      patience,
    );
    let done = false;
    void finished.then(() => {
      done = true;
    });
    while (!done) {
      const shares = await page.locator('.load-progress li').allTextContents();
      if (shares.length > 0) shown.add(shares.join('|'));
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    const total = performance.now() - start;
    const tasks = async () =>
      page.evaluate(() =>
        window.bench.longTasks
          .splice(0)
          .reduce(
            (found, { duration }) => ({ longest: Math.max(found.longest, duration), sum: found.sum + duration }),
            { longest: 0, sum: 0 },
          ),
      );
    const load = {
      total,
      processor: (await site.processor()) - before,
      ...(await tasks()),
      'states of progress shown': shown.size,
    };
    print(load);
    await page.waitForTimeout(15_000);
    const after = await tasks();
    print({ 'longest task in the 15 s after': after.longest });
    // Under names of their own, so that they are other files; the first is read, and then the reader changes their mind.
    await page.locator('#add-files').setInputFiles([...files].reverse());
    await page.locator('.load-progress li').first().waitFor(patience);
    await page.waitForTimeout(5_000);
    const asked = performance.now();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.waitForFunction(() => document.documentElement.dataset.poolState !== 'loading', undefined, patience);
    const cancelled = performance.now() - asked;
    const held = await page.evaluate(() => Number(document.documentElement.dataset.poolRows));
    print({ 'cancel to rest': cancelled, 'rows held after it': held, ...(await tasks()) });
    return { load, after, cancelled, held };
  } finally {
    await site.close();
  }
}
