import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextFor } from '@/lib/measure/context';
import { overviewFigures } from '@/lib/measure/figures';
import { matchRate } from '@/lib/measure/needs/match-rate';
import { authorities, authoritiesPlaced } from '@/lib/measure/overview/authorities';
import { whatChanged } from '@/lib/measure/overview/changes';
import { lede } from '@/lib/measure/overview/lede';
import { overviewPlacements } from '@/lib/measure/overview/placements-found';
import { asBeside } from '@/lib/measure/overview/sparkline';
import { overviewDistance, overviewMatch } from '@/lib/measure/overview/strip-rate';
import { overviewCost } from '@/lib/measure/overview/weekly-cost';
import { runPage } from '@/lib/measure/run';
import { defaultView, type View } from '@/lib/view/view';
import { type PoolRow, poolRows } from '../pool-row';
import { read, rowOf } from '../read';
import { settings, testPool } from '../support';

const quarter: View = { ...defaultView, period: { kind: 'last', months: 3 } };

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

describe('the strip', () => {
  it('says the same of a rate as the needs screen, with two years of months whatever the period', async () => {
    await fc.assert(
      fc.asyncProperty(poolRows, fc.constantFrom(defaultView, quarter), async (rows, view) => {
        const test = await testPool(rows);
        const strip = await read(overviewMatch, test, view);
        const own = await read(matchRate, test, view);
        expect(strip.table.rows).toEqual(own.extra.total?.rows);
        expect(strip.headline).toBe(own.headline);
        const months = test.pool.months.referral;
        // A pool of one month is told apart below.
        if (months === null || months.from === months.to) return;
        const found = strip.extra.sparkline?.rows ?? [];
        expect(found).toHaveLength(Math.min(24, months.to - months.from + 1));
        for (const row of found) {
          const members = test.rows.filter(
            ({ referralMonth: month, placed, preferred }) =>
              month !== null &&
              `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}` === row.month &&
              placed &&
              preferred.length > 0,
          );
          expect([row.k, row.n]).toEqual([members.filter(({ matched }) => matched).length, members.length]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('has no number of its own for a month that is the view: hidden beside the line, it is not drawn on it', async () => {
    const row: PoolRow = { referralDate: '2026-03-04', placementType: 'Foster', fosterCareSuitability: 'Preferred' };
    const test = await testPool([...Array.from({ length: 9 }, () => row), { ...row, referralDate: '2026-02-04' }]);
    const march: View = { ...defaultView, period: { kind: 'months', from: '2026-03', to: '2026-03' } };
    const rates = (await read(overviewMatch, test, march)).extra.sparkline?.rows.map(({ month, rate }) => [
      month,
      rate,
    ]);
    expect(rates).toEqual([
      ['2026-02', 1],
      ['2026-03', asBeside],
    ]);
    const all = (await read(overviewMatch, test, defaultView)).extra.sparkline?.rows.map(({ rate }) => rate);
    expect(all).toEqual([1, 1]);
  });

  it('says under a number only what it has changed by, as its headline does', async () => {
    const found = (month: string, n: number, cost: number): readonly PoolRow[] =>
      Array.from({ length: n }, () => ({
        referralDate: `${month}-04`,
        placementDate: `${month}-09`,
        fosterCareSuitability: 'Preferred' as const,
        placementType: 'Foster' as const,
        totalWeeklyCost: cost,
      }));
    const months = Array.from(
      { length: 24 },
      (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    );
    const rows = months.flatMap((month, at) => found(month, at < 12 ? 5 : 10, at < 12 ? 500 : 550));
    const test = await testPool(rows);
    const placements = await read(overviewPlacements, test);
    expect(placements.headline).toBe(
      '180 placements were found; 120 in the last 12 months, 60 more than the year before',
    );
    expect(placements.sentences).toEqual(['120 in the last 12 months, 60 more than the year before']);
    expect((await read(overviewMatch, test)).sentences).toEqual([
      '100% in the last 12 months, the same as the year before',
    ]);
    expect((await read(overviewCost, test)).sentences).toEqual([
      'Foster care +10% in the last 12 months, on the year before',
    ]);
    const alone: View = { ...defaultView, compare: { kind: 'none' } };
    expect((await read(overviewMatch, test, alone)).sentences).toEqual([]);
  });

  it('counts placements, distances and costs by placement date as by hand', async () => {
    await fc.assert(
      fc.asyncProperty(poolRows, async (rows) => {
        const test = await testPool(rows);
        const placed = test.rows.filter((row) => row.placed);
        expect((await read(overviewPlacements, test)).n).toBe(placed.length);
        const [far] = (await read(overviewDistance, test)).table.rows;
        const known = placed.filter((row) => row.distanceMiles !== null);
        expect([far?.k, far?.n]).toEqual([known.filter((row) => (row.distanceMiles ?? 0) > 20).length, known.length]);
        const cost = await read(overviewCost, test, quarter);
        const end = test.pool.months.placement?.to ?? 0;
        for (const row of cost.table.rows) {
          const within = (from: number, to: number) =>
            test.rows
              .filter(({ secured, costOK }) => secured === row.secured && costOK)
              .filter(({ placementMonth: month }) => month !== null && month >= from && month <= to)
              .map(({ totalWeeklyCost }) => totalWeeklyCost ?? 0);
          const now = within(end - 2, end);
          expect(row.n).toBe(now.length);
          if (now.length >= 5) expect(row.median).toBeCloseTo(median(now), 6);
          else expect(row.median).toMatchObject({ symbol: 'u' });
          const before = within(end - 5, end - 3);
          if (row.comparisonN !== undefined) expect(row.comparisonN).toBe(before.length);
          if (typeof row.comparisonMedian === 'number') expect(row.comparisonMedian).toBeCloseTo(median(before), 6);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('sets authorities side by side, one row each, by both dates', async () => {
    const row: PoolRow = {
      fosterCareSuitability: 'Preferred',
      placementType: 'Foster',
      isLocationPreferred: true,
      distanceMiles: 30,
    };
    const test = await testPool([
      row,
      row,
      { ...row, la_code: 'E10000008', placementType: 'Residential', distanceMiles: null },
    ]);
    const { table } = await read(authorities, test);
    expect(rowOf(table.rows, { la_code: 'E06000066' })).toMatchObject({ matchK: 2, matchN: 2, locationK: 2 });
    expect(rowOf(table.rows, { la_code: 'E10000008' })).toMatchObject({ la: 'Devon', matchK: 0, matchN: 1 });
    const far = await read(authoritiesPlaced, test);
    expect(rowOf(far.table.rows, { la_code: 'E06000066' })).toMatchObject({ over20K: 2, over20N: 2 });
  });
});

describe('what changed most', () => {
  const many = (n: number, row: PoolRow) => Array.from({ length: n }, () => row);
  const year = (referralDate: string, matched: number, far: number, cost: number): PoolRow[] => [
    ...many(matched, {
      fosterCareSuitability: 'Preferred',
      placementType: 'Foster',
      referralDate,
      distanceMiles: 3,
      totalWeeklyCost: cost,
    }),
    ...many(100 - matched, {
      fosterCareSuitability: 'Preferred',
      placementType: 'Residential',
      referralDate,
      distanceMiles: 3,
    }),
    ...many(far, { placementType: 'Foster', referralDate, distanceMiles: 40, totalWeeklyCost: cost + 10 }),
  ];

  it('names only what chance would seldom do, the clearest first, with where to read on', async () => {
    const test = await testPool([...year('2024-04-10', 80, 20, 700), ...year('2025-05-10', 55, 21, 700)]);
    const view: View = { ...defaultView, period: { kind: 'months', from: '2025-04', to: '2026-03' } };
    const { figures } = await runPage(test.database, overviewFigures, { ...test, view }, { mode: 'working', settings });
    const { sides } = contextFor(view, test.pool, 'referral');
    const changes = whatChanged(figures, sides);
    expect(changes[0]).toMatchObject({
      sentence: '55% got the type of home that was asked for, 25 points fewer than the year before',
      figure: 'match-rate',
      page: 'needs',
    });
    expect(changes.map(({ figure }) => figure)).not.toContain('distance-bands');
    // Placed in another type is the other side of the same thing.
    expect(changes.map(({ figure }) => figure)).not.toContain('displacement');
    expect(lede(figures)[0]).toBe('121 placements were found, 1 more than the year before.');
    expect(whatChanged(figures, { ...sides, kind: 'none' })).toEqual([]);
  });

  it('says nothing of small numbers when shared', async () => {
    const test = await testPool([
      ...year('2024-05-10', 3, 2, 700).slice(95),
      ...year('2025-05-10', 4, 0, 700).slice(94),
    ]);
    const { figures } = await runPage(
      test.database,
      overviewFigures,
      { ...test, view: defaultView },
      { mode: 'sharing', settings },
    );
    const text = [
      ...whatChanged(figures, contextFor(defaultView, test.pool, 'referral').sides).map(({ sentence }) => sentence),
      ...lede(figures),
    ];
    for (const sentence of text) expect(sentence).not.toMatch(/\b[1-4] (placement|more|fewer)/);
  });
});
