import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { costBreakdown } from '@/lib/measure/cost/cost-breakdown';
import { costCommitment } from '@/lib/measure/cost/cost-commitment';
import { costSetAside } from '@/lib/measure/cost/set-aside';
import { monthText } from '@/lib/view/month';
import type { PoolRow } from '../pool-row';
import { costPool, pricedRows, rowWhere, runMeasure, usable } from './support';

const foster: PoolRow = { placementType: 'Foster', totalWeeklyCost: 650 };

test('implausible costs are counted by reason and never used', async () => {
  const costs = [0, -5, 45, 250_000, null, null, 100, 100_000];
  const pool = await costPool(
    [...costs.map((totalWeeklyCost) => ({ ...foster, totalWeeklyCost })), { totalWeeklyCost: 500 }],
    [5],
  );
  const { draft, headline } = await runMeasure(costSetAside, pool);
  expect(Object.fromEntries(draft.table.rows.map((row) => [row.reason, row.k]))).toEqual({
    'No cost recorded': 1,
    'Cost could not be read as an amount': 1,
    'Cost below £0': 1,
    'Cost of £0': 1,
    'Cost under £100 a week': 1,
    'Cost over £100,000 a week': 1,
  });
  expect(draft.n).toBe(8);
  expect(draft.exclusions).toEqual([{ label: 'No placement recorded', n: 1 }]);
  expect(headline).toContain('6 placements have a cost that cannot be used');
});

test('what is used and what is set aside are all the placements there are', async () => {
  await fc.assert(
    fc.asyncProperty(pricedRows, async (rows) => {
      const pool = await costPool(rows);
      const { draft } = await runMeasure(costSetAside, pool);
      const placed = pool.rows.filter((row) => row.placed).length;
      expect(draft.n).toBe(placed);
      const aside = draft.table.rows.reduce((sum, row) => sum + Number(row.k), 0);
      expect(placed - aside).toBe(usable(pool.rows).length);
    }),
    { numRuns: 10 },
  );
});

test('each month’s commitment is the sum of its placements’ weekly costs', async () => {
  await fc.assert(
    fc.asyncProperty(pricedRows, async (rows) => {
      const pool = await costPool(rows);
      const { draft, headline } = await runMeasure(costCommitment, pool);
      for (const row of draft.extra?.total?.table.rows ?? []) {
        const own = usable(pool.rows).filter(
          (one) => one.placementMonth !== null && monthText(one.placementMonth) === row.month,
        );
        expect(row.n).toBe(own.length);
        expect(row.total).toBeCloseTo(
          own.reduce((sum, one) => sum + one.totalWeeklyCost, 0),
          4,
        );
        const parts = draft.table.rows.filter((part) => part.month === row.month);
        expect(parts.reduce((sum, part) => sum + Number(part.total), 0)).toBeCloseTo(Number(row.total), 4);
      }
      expect(headline).not.toMatch(/NaN|undefined|null/);
    }),
    { numRuns: 10 },
  );
});

test('a breakdown counts only rows that have one, and says who has none and what does not add up', async () => {
  const parts = (core: number | null, support: number | null) => ({
    coreWeeklyCost: core,
    additionalSupportWeeklyCost: support,
  });
  const residential: PoolRow = { placementType: 'Residential', totalWeeklyCost: 5000, la_code: 'E06000023' };
  const pool = await costPool([
    ...Array.from({ length: 5 }, (): PoolRow => ({ ...foster, other: parts(600, 50) })),
    { ...foster, other: parts(500, null) },
    { ...foster, other: parts(null, null) },
    residential,
  ]);
  const { draft, headline } = await runMeasure(costBreakdown, pool);
  const core = rowWhere(draft.table.rows, { secured: 'Foster', part: 'Core' });
  expect(core).toMatchObject({
    ...{ n: 6, mean: 3500 / 6, median: 600, q1: { symbol: 'u' } },
    ...{ breakdownN: 6, breakdownMean: 3500 / 6, share: 3500 / 3750 },
  });
  expect(rowWhere(draft.table.rows, { secured: 'Foster', part: 'Additional support' })).toMatchObject({
    n: 5,
    mean: 50,
    median: 50,
    breakdownN: 6,
    breakdownMean: 250 / 6,
  });
  expect(rowWhere(draft.table.rows, { secured: 'Residential', part: 'Core' })?.breakdownMean).toMatchObject({
    symbol: 'x',
  });
  expect(rowWhere(draft.extra?.coverage?.table.rows ?? [], { secured: 'Foster' })).toMatchObject({
    k: 6,
    n: 7,
    apart: 1,
  });
  expect(draft.warnings[0]).toMatch(/recorded no breakdown/);
  expect(draft.exclusions).toContainEqual({ label: 'No breakdown recorded', n: 2 });
  expect(headline).toBe(
    'The core fee is 93% of the cost of foster care, on average £583 a week (recorded for 86% of placements)',
  );
});

test('a part below £0 is no amount: it is left out, and said to be', async () => {
  const whole = { placementType: 'Foster', totalWeeklyCost: 1000, placementDate: '2025-06-01' } as const;
  const pool = await costPool([
    ...Array.from({ length: 6 }, () => ({ ...whole, other: { coreWeeklyCost: 900 } })),
    { ...whole, other: { coreWeeklyCost: -5, otherWeeklyCost: 100 } },
    { ...whole, other: { coreWeeklyCost: -5 } },
  ]);
  const { draft } = await runMeasure(costBreakdown, pool);
  expect(rowWhere(draft.table.rows, { secured: 'Foster', part: 'Core' })).toMatchObject({
    n: 6,
    mean: 900,
    breakdownN: 7,
  });
  expect(draft.exclusions).toContainEqual({ label: 'No breakdown recorded', n: 1 });
  expect(draft.warnings).toContain('Parts below £0 are left out; which ones is in data quality.');
});
