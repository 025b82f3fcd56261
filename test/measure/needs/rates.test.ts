import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure } from '@/lib/measure/measure';
import { acceptableRate, acceptableRateByAuthority } from '@/lib/measure/needs/acceptable-rate';
import { displacement } from '@/lib/measure/needs/displacement';
import { locationMatch, locationMatchByAuthority, locationMatchTrend } from '@/lib/measure/needs/location-match';
import { matchRate, matchRateByAuthority, matchRateTrend } from '@/lib/measure/needs/match-rate';
import { netFlow } from '@/lib/measure/needs/net-flow';
import { placedRate } from '@/lib/measure/needs/placed-rate';
import { siblings, siblingsTrend } from '@/lib/measure/needs/siblings';
import { soughtSecured } from '@/lib/measure/needs/sought-secured';
import { strictMatch, strictMatchTrend } from '@/lib/measure/needs/strict-match';
import { unsuitableRate } from '@/lib/measure/needs/unsuitable-rate';
import { defaultView, type View } from '@/lib/view/view';
import { type DerivedRow, type PoolRow, poolRows } from '../pool-row';
import { read, rowOf } from '../read';
import { testPool } from '../support';

type In = (row: DerivedRow) => boolean;

/** Each rate again, straight from methods §1, one row at a time. */
const rates: readonly { readonly measures: readonly Measure[]; readonly n: In; readonly k: In }[] = [
  {
    measures: [matchRate, matchRateByAuthority, matchRateTrend],
    n: (row) => row.placed && row.preferred.length >= 1,
    k: (row) => row.preferred.some((type) => type === row.secured),
  },
  {
    measures: [strictMatch, strictMatchTrend],
    n: (row) => row.placed && row.preferred.length === 1,
    k: (row) => row.preferred[0] === row.secured,
  },
  {
    measures: [acceptableRate, acceptableRateByAuthority],
    n: (row) => row.securedSuitability !== null && row.securedSuitability !== 'Not specified',
    k: (row) => row.securedSuitability === 'Preferred' || row.securedSuitability === 'Suitable but not preferred',
  },
  {
    measures: [unsuitableRate],
    n: (row) => row.securedSuitability !== null && row.securedSuitability !== 'Not specified',
    k: (row) => row.securedSuitability === 'Unsuitable',
  },
  { measures: [placedRate], n: () => true, k: (row) => row.placed },
  {
    measures: [locationMatch, locationMatchByAuthority, locationMatchTrend],
    n: (row) => row.isLocationPreferred !== null,
    k: (row) => row.isLocationPreferred === true,
  },
  {
    measures: [siblings, siblingsTrend],
    n: (row) => row.placed && (row.siblingCount ?? 0) >= 1 && row.siblingsPlacedTogether !== null,
    k: (row) => (row.siblingsPlacedTogether ?? 0) >= (row.siblingCount ?? 0),
  },
  {
    measures: [displacement],
    n: (row) => row.placed && row.preferred.length === 1,
    k: (row) => row.preferred[0] !== row.secured,
  },
];

/** The keys a table may have, read from a row without SQL. */
const keys: Readonly<Record<string, (row: DerivedRow) => string>> = {
  sought: (row) => row.sought,
  la_code: (row) => row.la_code,
  local: ({ isPreferredLocationLocal: local }) => (local === null ? 'Not recorded' : local ? 'Local' : 'Not local'),
  month: ({ referralMonth: month }) =>
    month === null ? '' : `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
};

const count = (rows: readonly DerivedRow[], ...tests: In[]) =>
  rows.filter((row) => tests.every((test) => test(row))).length;

describe('rates', () => {
  it('count as one row at a time does, in total and by every key, for any pool', async () => {
    await fc.assert(
      fc.asyncProperty(poolRows, fc.boolean(), async (rows, packed) => {
        const test = await testPool(rows, { packed });
        for (const { measures, n, k } of rates)
          for (const measure of measures) {
            const figure = await read(measure, test);
            const [total] = figure.extra.total?.rows ?? [];
            expect([total?.k, total?.n], measure.id).toEqual([count(test.rows, n, k), count(test.rows, n)]);
            const [chart] = figure.charts;
            const split = chart?.kind === 'interval' && chart.table ? figure.extra[chart.table] : undefined;
            if (split) expect(figure.table.rows, measure.id).toEqual([total]);
            const table = split ?? figure.table;
            const key = Object.keys(keys).find((name) => table.columns.some((column) => column.name === name));
            if (key === undefined || measure === displacement) continue;
            for (const row of table.rows) {
              const own = test.rows.filter((one) => keys[key]?.(one) === row[key]);
              expect([row.k, row.n], `${measure.id} ${row[key]}`).toEqual([count(own, n, k), count(own, n)]);
            }
          }
      }),
      { numRuns: 12 },
    );
  });

  it('set the last 12 months beside the 12 before', async () => {
    await fc.assert(
      fc.asyncProperty(poolRows, async (rows) => {
        const test = await testPool(rows);
        const view: View = { ...defaultView, period: { kind: 'last', months: 12 } };
        const end = test.pool.months.referral?.to;
        const figure = await read(matchRate, test, view);
        const [total] = figure.extra.total?.rows ?? [];
        if (end === undefined || total?.comparisonN === undefined) return;
        const { n, k } = rates[0] ?? { n: () => false, k: () => false };
        const within = (from: number, to: number) =>
          test.rows.filter(({ referralMonth: month }) => month !== null && month >= from && month <= to);
        const after = within(end - 11, end);
        const before = within(end - 23, end - 12);
        expect([total.k, total.n]).toEqual([count(after, n, k), count(after, n)]);
        expect([total.comparisonK, total.comparisonN]).toEqual([count(before, n, k), count(before, n)]);
      }),
      { numRuns: 12 },
    );
  });

  it('say how many were left out and why', async () => {
    const foster: PoolRow = { fosterCareSuitability: 'Preferred' };
    const test = await testPool([{ ...foster, placementType: 'Foster' }, foster, { placementType: 'Residential' }]);
    const figure = await read(matchRate, test);
    expect(figure.exclusions).toEqual([
      { label: 'no preference recorded', n: 1 },
      { label: 'no placement recorded', n: 1 },
    ]);
  });
});

describe('the matrix of sought and secured', () => {
  it('counts every row once, plainly and in fractions, with totals that add up', async () => {
    await fc.assert(
      fc.asyncProperty(poolRows, async (rows) => {
        const test = await testPool(rows);
        const { table, extra, n } = await read(soughtSecured, test);
        expect(n).toBe(test.rows.length);
        for (const row of table.rows) {
          const own = test.rows.filter((one) => one.sought === row.sought && one.secured === row.secured);
          expect(row.n).toBe(own.length);
          const placed = test.rows.filter((one) => one.sought === row.sought && one.placed).length;
          if (typeof row.rowRate === 'number') expect(row.rowRate).toBeCloseTo(own.length / placed);
        }
        for (const row of extra.fractional?.rows ?? []) {
          const share = (one: DerivedRow) =>
            row.sought === 'Not stated'
              ? Number(one.preferred.length === 0)
              : one.preferred.some((type) => type === row.sought)
                ? 1 / one.preferred.length
                : 0;
          const own = test.rows.filter((one) => one.secured === row.secured);
          expect(Number(row.n)).toBeCloseTo(own.reduce((sum, one) => sum + share(one), 0));
        }
        expect(rowOf(extra.margins?.rows ?? [], { sought: 'All', secured: 'All' }).n).toBe(test.rows.length);
      }),
      { numRuns: 15 },
    );
  });

  it('says two numbers of the table where a share of them may not be said', () => {
    const hidden = { symbol: 'c', reason: 'Hidden' } as const;
    const table = {
      columns: [],
      rows: [
        { sought: 'Foster', secured: 'Foster', n: 335, rowRate: hidden },
        { sought: 'Foster', secured: 'Residential', n: hidden, rowRate: hidden },
        { sought: 'Residential', secured: 'Residential', n: 45, rowRate: hidden },
      ],
    };
    const margins = {
      columns: [],
      rows: [
        { sought: 'Foster', secured: 'All', n: 385 },
        { sought: 'Residential', secured: 'All', n: hidden },
        { sought: 'All', secured: 'All', n: hidden },
      ],
    };
    const context = {} as Parameters<typeof soughtSecured.headline>[1];
    expect(soughtSecured.headline({ table, extra: { margins }, n: hidden }, context)).toBe(
      'Of 385 referrals that asked for foster care, 335 got it',
    );
    expect(soughtSecured.headline({ table, extra: {}, n: hidden }, context)).toMatch(/^Not shown/);
  });

  it('gives displacements that are the matrix off its diagonal, and flows that sum to nothing', async () => {
    await fc.assert(
      fc.asyncProperty(poolRows, async (rows) => {
        const test = await testPool(rows);
        const matrix = await read(soughtSecured, test);
        const displaced = await read(displacement, test);
        for (const row of displaced.table.rows)
          expect(row.k).toBe(rowOf(matrix.table.rows, { sought: String(row.sought), secured: String(row.secured) }).n);
        const flows = (await read(netFlow, test)).table.rows;
        expect(flows.reduce((sum, row) => sum + Number(row.net), 0)).toBe(0);
      }),
      { numRuns: 10 },
    );
  });
});

describe('headlines', () => {
  const match: PoolRow = { fosterCareSuitability: 'Preferred', placementType: 'Foster' };
  const miss: PoolRow = { fosterCareSuitability: 'Preferred', placementType: 'Residential' };
  const many = (row: PoolRow, times: number, referralDate: string) =>
    Array.from({ length: times }, () => ({ ...row, referralDate }));

  it('say the rate and its change as a head of service would', async () => {
    const test = await testPool([
      ...many(match, 15, '2024-05-10'),
      ...many(miss, 5, '2024-04-10'),
      ...many(match, 14, '2026-03-10'),
      ...many(miss, 6, '2025-05-10'),
    ]);
    const view: View = { ...defaultView, period: { kind: 'last', months: 12 } };
    expect((await read(matchRate, test, view)).headline).toBe(
      '70% got the type of home that was asked for, 5 points fewer than the year before',
    );
    expect((await read(matchRate, test)).headline).toBe(
      '73% got the type of home that was asked for; 70% in the last 12 months, 5 points fewer than the year before',
    );
    expect((await read(displacement, test, view)).headline).toBe(
      '30% were placed in another type than the one asked for, 5 points more than the year before; the commonest: foster care was sought and residential care secured (6, 30% of those seeking foster care)',
    );
    expect((await read(netFlow, test, view)).headline).toBe(
      '6 more placements were made in residential care than were asked of it, and 6 fewer in foster care',
    );
  });

  it('never give a percentage of fewer than 10 placements', async () => {
    const test = await testPool(many(match, 9, '2025-05-10'));
    expect((await read(matchRate, test)).headline).toBe('Fewer than 10 placements: not shown as a percentage');
    expect((await read(matchRate, await testPool([]))).headline).toBe('No placements to show');
  });
});
