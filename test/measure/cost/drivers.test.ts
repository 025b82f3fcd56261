import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DatabaseCancelled, type Row } from '@/lib/database/database';
import { contextFor } from '@/lib/measure/context';
import { costDrivers } from '@/lib/measure/cost/driver/cost-drivers';
import { costDriversByAuthority } from '@/lib/measure/cost/driver/cost-drivers-by-la';
import { chunks, driverQueries } from '@/lib/measure/cost/driver/draw';
import { explain } from '@/lib/measure/cost/driver/explain';
import { drawChunk, drawnCells } from '@/lib/measure/cost/driver/tally';
import { runPage } from '@/lib/measure/run';
import { defaultView } from '@/lib/view/view';
import type { PoolRow, Type } from '../pool-row';
import { settings } from '../support';
import { costPool, pricedRows, runMeasure, usable } from './support';

function placements(count: number, month: string, type: Type, totalWeeklyCost: number): PoolRow[] {
  return Array.from({ length: count }, (_, day) => ({
    fosterCareSuitability: 'Preferred',
    placementType: type,
    totalWeeklyCost,
    placementDate: `${month}-${String((day % 28) + 1).padStart(2, '0')}`,
  }));
}

/** The worked example of the method, ten times over so that there is enough of it. */
const worked: readonly PoolRow[] = [
  ...placements(80, '2024-06', 'Foster', 600),
  ...placements(20, '2024-06', 'Residential', 5000),
  ...placements(90, '2025-06', 'Foster', 650),
  ...placements(60, '2025-06', 'Residential', 5400),
  ...placements(10, '2025-06', 'Supported Accommodation', 1400),
];

test('the worked example from placements to headline', async () => {
  const { draft, headline, sentences } = await runMeasure(costDrivers, await costPool(worked));
  const value = Object.fromEntries(draft.table.rows.map((row) => [row.driver, row.value]));
  const expected = { volume: 118162.5, needMix: 0, soughtMix: 0, displacement: 110668.75, price: 19668.75 };
  for (const [driver, amount] of Object.entries(expected)) expect(value[driver]).toBeCloseTo(amount, 6);
  expect(draft.extra?.total?.table.rows[0]).toMatchObject({
    beforeN: 100,
    afterN: 160,
    before: 148000,
    after: 396500,
    change: 248500,
    imputed: 13,
    borrowed: 1,
  });
  for (const row of draft.table.rows) {
    expect(Number(row.lower)).toBeLessThanOrEqual(Number(row.value));
    expect(Number(row.upper)).toBeGreaterThanOrEqual(Number(row.value));
  }
  expect(headline).toBe(
    'The weekly fees of placements agreed in July 2024 – June 2025 add up to £396,500 a week, £248,500 more than those of July 2023 – June 2024: more children placed (£118,163), homes asked for not found (£110,669) and higher prices (£19,669)',
  );
  // What chance could have made is said: here the means are those of few prices, but of many placements.
  expect(sentences).toHaveLength(5);
  expect(sentences[0]).toMatch(
    /^More children placed: £118,163 more a week, likely between £[\d,]+ more and £[\d,]+ more$/,
  );
  expect(sentences[1]).toBe(
    'Higher needs: no change a week, likely between no change and no change: chance alone could have made it',
  );
});

test('each authority’s change is said with its largest cause, what rose most first', async () => {
  const other = worked.map((row) => ({ ...row, la_code: 'E06000023' }));
  const { draft, headline, sentences } = await runMeasure(
    costDriversByAuthority,
    await costPool([...worked.slice(0, 100), ...placements(40, '2025-06', 'Foster', 500), ...other]),
  );
  expect(draft.table.rows.map(({ la_code }) => la_code)).toEqual(['E06000023', 'E06000066']);
  expect(headline).toMatch(/^Newly agreed cost rose in 1 of 2 authorities; it changed most in /);
  expect(sentences[0]).toMatch(
    /: £248,500 more a week \(168%\), the largest cause: more children placed \(£118,163\)$/,
  );
  expect(sentences[1]).toMatch(/: £128,000 less a week \(86%\), the largest cause: /);
  // The other authority found every home it asked for.
  expect(sentences.slice(2)).toEqual([
    'Homes asked for and not found added most in Bristol, City of (£110,669 a week)',
  ]);
});

test('under 30 placements in a period is too few, and is said to be', async () => {
  const { draft, headline } = await runMeasure(costDrivers, await costPool(worked.slice(71)));
  expect(draft.table.rows[0]?.value).toMatchObject({ symbol: 'u' });
  expect(draft.warnings[0]).toMatch(/too few/);
  expect(headline).toMatch(/^Too few/);
});

test('on any pool the cells are its placements in the two periods, and the causes add to the change', async () => {
  await fc.assert(
    fc.asyncProperty(pricedRows, async (rows) => {
      const pool = await costPool(rows);
      const { draft } = await runMeasure(costDrivers, pool);
      const last = Math.max(...pool.rows.map((row) => row.placementMonth ?? 0));
      const within = (from: number, to: number) =>
        usable(pool.rows).filter(
          (row) => row.placementMonth !== null && row.placementMonth >= from && row.placementMonth <= to,
        );
      const [after, before] = [within(last - 11, last), within(last - 23, last - 12)];
      const total = draft.extra?.total?.table.rows[0];
      if (before.length + after.length > 0)
        expect(total).toMatchObject({ beforeN: before.length, afterN: after.length });
      if (Math.min(before.length, after.length) < 30) return;
      const cost = (list: typeof after) => list.reduce((sum, row) => sum + row.totalWeeklyCost, 0);
      expect(total?.change).toBeCloseTo(cost(after) - cost(before), 3);
      const causes = draft.table.rows.reduce((sum, row) => sum + Number(row.value), 0);
      expect(causes).toBeCloseTo(cost(after) - cost(before), 4);
      const { draft: byAuthority } = await runMeasure(costDriversByAuthority, pool);
      for (const row of byAuthority.table.rows) {
        const own = (list: typeof after) => list.filter((one) => one.la_code === row.la_code).length;
        expect([row.beforeN, row.afterN]).toEqual([own(before), own(after)]);
      }
    }),
    { numRuns: 8 },
  );
});

async function driverRows(pool: Awaited<ReturnType<typeof costPool>>) {
  const rows: Record<string, readonly Row[]> = {};
  for (const [name, query] of Object.entries(driverQueries(contextFor(defaultView, pool.pool, 'placement'))))
    rows[name] = await pool.database.run(query);
  return rows;
}

test('200 draws weigh each placement by Poisson(1), the same each time', async () => {
  const pool = await costPool(worked);
  const rows = await driverRows(pool);
  const drawnSizes = (found: typeof rows) => {
    const { cells, placeOf } = drawnCells(found, ['']);
    return Array.from({ length: chunks }, (_, index) => drawChunk(found, index, placeOf)).flatMap((chunk) =>
      chunk.n.map((n) => n.reduce((sum, size, at) => sum + (cells.period[chunk.cells[at] ?? 0] === 0 ? size : 0), 0)),
    );
  };
  const sizes = drawnSizes(rows);
  expect(sizes).toHaveLength(200);
  expect(drawnSizes(await driverRows(pool))).toEqual(sizes);
  const mean = sizes.reduce((sum, n) => sum + n, 0) / sizes.length;
  const variance = sizes.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (sizes.length - 1);
  // Sums of 100 Poisson(1): mean 100, variance 100.
  expect(mean).toBeGreaterThan(97);
  expect(mean).toBeLessThan(103);
  expect(variance).toBeGreaterThan(65);
  expect(variance).toBeLessThan(145);
  expect(new Set(sizes).size).toBeGreaterThan(20);
});

test('worked out in slices they say how far they are, and come to the same', async () => {
  const pool = await costPool(worked);
  const context = contextFor(defaultView, pool.pool, 'placement');
  const seen: number[] = [];
  const page = await runPage(
    pool.database,
    [costDrivers],
    { view: defaultView, pool: pool.pool },
    { mode: 'working', settings, onProgress: (share) => seen.push(share) },
  );
  expect(seen.length).toBeGreaterThan(10);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(Math.max(...seen)).toBeLessThanOrEqual(1);
  const found = page.figures['cost-drivers'];
  if (found?.state !== 'ready') throw new Error('not ready');
  const sliced = explain(await driverRows(pool), context).explained.find(({ area }) => area === '');
  expect(found.figure.table.rows.map((row) => row.lower)).toEqual(
    sliced?.whiskers?.components.map((whisker) => whisker?.lower),
  );
});

test('a run that is cancelled between draws stops', async () => {
  const pool = await costPool(worked);
  const stop = new AbortController();
  const run = runPage(
    pool.database,
    [costDrivers],
    { view: defaultView, pool: pool.pool },
    { mode: 'working', settings, signal: stop.signal, onProgress: (share) => share >= 0.7 && stop.abort() },
  );
  await expect(run).rejects.toThrow(DatabaseCancelled);
});

test('a first or last month that is not whole is named, an ordinary one is not', async () => {
  const month = (index: number) => `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  const months = (sizes: readonly number[]) =>
    costPool(sizes.flatMap((size, index) => placements(size, month(index), 'Foster', 700 + index)));
  const usual = Array.from({ length: 24 }, (_, index) => 60 + (index % 5));
  const { draft: whole } = await runMeasure(costDrivers, await months(usual));
  expect(whole.warnings).toEqual([]);
  const { draft: first } = await runMeasure(costDrivers, await months(usual.with(0, 20)));
  expect(first.warnings).toEqual([
    'January 2023 has far fewer placements than a usual month: it may not be whole, and more children placed may be partly that.',
  ]);
  const { draft: last } = await runMeasure(costDrivers, await months(usual.with(23, 25)));
  expect(last.warnings).toEqual([
    'December 2024 has far fewer placements than a usual month: it may not be whole, and fewer children placed may be partly that.',
  ]);
});
