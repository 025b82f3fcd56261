import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TableRow } from '@/lib/figure/figure';
import type { Context } from '@/lib/measure/context';
import { costByBand } from '@/lib/measure/cost/cost-by-band';
import { costByDol, costBySolo } from '@/lib/measure/cost/cost-by-flag';
import { costByAuthority } from '@/lib/measure/cost/cost-by-la';
import { costByMatch } from '@/lib/measure/cost/cost-by-match';
import { costByNeed } from '@/lib/measure/cost/cost-by-need';
import { costByNotice } from '@/lib/measure/cost/cost-by-notice';
import { costByRegistration } from '@/lib/measure/cost/cost-by-registration';
import { costByType } from '@/lib/measure/cost/cost-by-type';
import { costTrend, costTrendQuarterly } from '@/lib/measure/cost/cost-trend';
import { quantiles } from '@/lib/method/quantile';
import { type NeedFlag, needFlags } from '@/lib/standard/needs';
import { financialYearLabel, financialYearOf, monthText, quarterOf } from '@/lib/view/month';
import { defaultView, type View } from '@/lib/view/view';
import type { DerivedRow } from '../pool-row';
import { costPool, pricedRows, rowWhere, runMeasure, usable } from './support';

const types = ['Foster', 'Residential', 'Supported Accommodation'];

/** The cells of a distribution straight from its values. */
function expectCells(row: TableRow | undefined, values: readonly number[], name = (plain: string) => plain) {
  const withheld = (fewest: number) => ({ symbol: 'u', reason: `Fewer than ${fewest} placements` });
  const [p10, q1, median, q3, p90] = quantiles(values, [0.1, 0.25, 0.5, 0.75, 0.9]);
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const expected: [string, number, number | null | undefined][] = [
    ['median', 5, median],
    ['q1', 10, q1],
    ['q3', 10, q3],
    ['p10', 20, p10],
    ['p90', 20, p90],
  ];
  expect(row?.[name('n')]).toBe(values.length);
  if (values.length === 0) expect(row?.[name('mean')]).toMatchObject({ symbol: 'z' });
  else expect(row?.[name('mean')]).toBeCloseTo(mean, 6);
  for (const [cell, fewest, value] of expected) {
    if (values.length < fewest) expect(row?.[name(cell)]).toEqual(withheld(fewest));
    else expect(row?.[name(cell)]).toBeCloseTo(value ?? Number.NaN, 6);
  }
}

const band = (row: DerivedRow) =>
  row.riskCount >= 4 || row.needs.deprivationOfLiberty === true ? 'Higher' : row.riskCount >= 2 ? 'Medium' : 'Lower';
const yesNo = (value: boolean | null | undefined) => (value === null ? 'Not recorded' : value ? 'Yes' : 'No');
const match = { true: 'A type that was asked for', false: 'Another type (displaced)', null: 'No preference recorded' };

const levelled = [
  { measure: costByBand, column: 'needBand', of: band },
  { measure: costByNotice, column: 'neededBy', of: (row: DerivedRow) => row.neededBy ?? 'Not recorded' },
  { measure: costByMatch, column: 'match', of: (row: DerivedRow) => match[String(row.matched) as 'true'] },
  { measure: costByRegistration, column: 'registration', of: (row: DerivedRow) => String(row.registration) },
  {
    measure: costByDol,
    column: 'deprivationOfLiberty',
    of: (row: DerivedRow) => yesNo(row.needs.deprivationOfLiberty),
  },
  { measure: costBySolo, column: 'soloPlacement', of: (row: DerivedRow) => yesNo(row.needs.soloPlacement) },
  { measure: costByAuthority, column: 'la_code', of: (row: DerivedRow) => row.la_code },
];

test('every row of every "cost by" is the distribution of exactly its placements', async () => {
  await fc.assert(
    fc.asyncProperty(pricedRows, async (rows) => {
      const pool = await costPool(rows);
      const costed = usable(pool.rows);
      for (const { measure, column, of } of levelled) {
        const { draft } = await runMeasure(measure, pool);
        expect(draft.n).toBe(costed.length);
        for (const row of draft.table.rows) {
          const own = costed.filter((one) => one.secured === row.secured && of(one) === row[column]);
          expectCells(
            row,
            own.map((one) => one.totalWeeklyCost),
          );
        }
        const shown = draft.table.rows.reduce((sum, row) => sum + Number(row.n), 0);
        expect(shown).toBe(costed.length);
      }
    }),
    { numRuns: 12 },
  );
});

test('by type: the view’s distribution, its shape, and the last 12 months beside the 12 before', async () => {
  await fc.assert(
    fc.asyncProperty(pricedRows, async (rows) => {
      const pool = await costPool(rows);
      const costed = usable(pool.rows);
      const { draft, context, headline } = await runMeasure(costByType, pool);
      for (const type of types) {
        const own = costed.filter((row) => row.secured === type);
        expectCells(
          rowWhere(draft.table.rows, { secured: type }),
          own.map((row) => row.totalWeeklyCost),
        );
        const shape = draft.extra?.shape?.table.rows.filter((row) => row.secured === type) ?? [];
        expect(shape.reduce((sum, row) => sum + Number(row.n), 0)).toBe(own.length < 20 ? 0 : own.length);
        const recent = rowWhere(draft.extra?.recent?.table.rows ?? [], { secured: type });
        const { afterRange, beforeRange } = context.sides;
        if (!recent || !afterRange || !beforeRange) continue;
        const inside = (range: typeof afterRange) =>
          own
            .filter(
              (row) =>
                row.placementMonth !== null && row.placementMonth >= range.from && row.placementMonth <= range.to,
            )
            .map((row) => row.totalWeeklyCost);
        expectCells(recent, inside(afterRange));
        expect(recent.comparisonN).toBe(inside(beforeRange).length);
        const then = quantiles(inside(beforeRange), [0.5])[0];
        if (inside(beforeRange).length >= 5) expect(recent.comparisonMedian).toBeCloseTo(then ?? Number.NaN, 6);
      }
      expect(headline).not.toMatch(/NaN|undefined|null/);
    }),
    { numRuns: 12 },
  );
});

test('by need: with, without and not recorded part every type’s placements, and the difference is of the medians', async () => {
  await fc.assert(
    fc.asyncProperty(pricedRows, async (rows) => {
      const pool = await costPool(rows);
      const costed = usable(pool.rows);
      const { draft, headline } = await runMeasure(costByNeed, pool);
      expect(draft.table.rows).toHaveLength(69);
      for (const type of types) {
        for (const flag of needFlags) {
          const own = costed.filter((row) => row.secured === type);
          const arm = (value: boolean | null) =>
            own.filter((row) => row.needs[flag.name] === value).map((row) => row.totalWeeklyCost);
          const row = rowWhere(draft.table.rows, { secured: type, need: flag.name });
          const named = (prefix: string) => (plain: string) => prefix + plain[0]?.toUpperCase() + plain.slice(1);
          expectCells(row, arm(true), named('with'));
          expectCells(row, arm(false), named('without'));
          expect(row?.unknownN).toBe(arm(null).length);
          if (arm(true).length >= 5 && arm(false).length >= 5)
            expect(row?.difference).toBeCloseTo(Number(row?.withMedian) - Number(row?.withoutMedian), 9);
          else expect(row?.difference).toMatchObject({ symbol: 'u' });
        }
      }
      expect(headline).not.toMatch(/NaN|undefined|null/);
    }),
    { numRuns: 8 },
  );
});

const comparing: readonly View[] = [
  { ...defaultView, period: { kind: 'last', months: 12 } },
  { ...defaultView, period: { kind: 'last', months: 6 }, authorities: ['E06000066'], compare: { kind: 'rest' } },
  { ...defaultView, period: { kind: 'last', months: 12 }, compare: { kind: 'authority', code: 'E10000008' } },
];

/** The other side's placements and how many months later each stands beside the view's. */
function otherSide(costed: readonly ReturnType<typeof usable>[number][], { sides, view }: Context) {
  const { beforeRange, afterRange, kind } = sides;
  if (!beforeRange || !afterRange) return { own: [], later: 0 };
  const during = costed.filter(
    ({ placementMonth: month }) => month !== null && month >= beforeRange.from && month <= beforeRange.to,
  );
  if (kind === 'previous') return { own: during, later: afterRange.from - beforeRange.from };
  const other = view.compare.kind === 'authority' ? view.compare.code : null;
  const own = during.filter((row) => (other ? row.la_code === other : !view.authorities.includes(row.la_code)));
  return { own, later: 0 };
}

test('by need and over time: the other side of the comparison, for the same need or the month beside it', async () => {
  await fc.assert(
    fc.asyncProperty(pricedRows, fc.constantFrom(...comparing), async (rows, view) => {
      const pool = await costPool(rows);
      const byNeed = await runMeasure(costByNeed, pool, view);
      const { own, later } = otherSide(usable(pool.rows), byNeed.context);
      const expectSide = (row: TableRow, n: string, median: string, values: readonly number[]) => {
        expect(row[n]).toBe(values.length);
        if (values.length < 5) expect(row[median]).toMatchObject({ symbol: 'u' });
        else expect(row[median]).toBeCloseTo(quantiles(values, [0.5])[0] ?? Number.NaN, 6);
      };
      const compares = byNeed.context.sides.kind !== 'none';
      const columns = byNeed.draft.table.columns.map(({ name }) => name);
      expect(columns.includes('withComparisonMedian')).toBe(compares);
      if (!compares) return;
      for (const row of byNeed.draft.table.rows) {
        const arm = (value: boolean) =>
          own.flatMap((one) =>
            one.secured === row.secured && one.needs[row.need as NeedFlag] === value ? [one.totalWeeklyCost] : [],
          );
        expectSide(row, 'withComparisonN', 'withComparisonMedian', arm(true));
        expectSide(row, 'withoutComparisonN', 'withoutComparisonMedian', arm(false));
      }
      const { draft } = await runMeasure(costTrend, pool, view);
      for (const row of draft.table.rows) {
        const beside = own.filter(
          ({ secured, placementMonth }) =>
            secured === row.secured && monthText(Number(placementMonth) + later) === row.month,
        );
        const costs = beside.map(({ totalWeeklyCost }) => totalWeeklyCost);
        expectSide(row, 'comparisonN', 'comparisonMedian', costs);
      }
    }),
    { numRuns: 15 },
  );
});

test('with all periods in view nothing is compared by need or over time', async () => {
  const pool = await costPool(fc.sample(pricedRows, { numRuns: 1, seed: 7 })[0] ?? []);
  for (const measure of [costByNeed, costTrend, costTrendQuarterly]) {
    const { draft } = await runMeasure(measure, pool);
    expect(draft.table.columns.filter(({ name }) => /comparison/i.test(name))).toEqual([]);
  }
});

test('over time: each month’s and each quarter’s placements, none without a date', async () => {
  await fc.assert(
    fc.asyncProperty(pricedRows, async (rows) => {
      const pool = await costPool(rows);
      const costed = usable(pool.rows);
      const name = {
        month: (month: number) => monthText(month),
        quarter: (month: number) => `${financialYearLabel(financialYearOf(month))} Q${quarterOf(month)}`,
      };
      for (const [unit, measure] of [
        ['month', costTrend],
        ['quarter', costTrendQuarterly],
      ] as const) {
        const { draft, headline } = await runMeasure(measure, pool);
        for (const row of draft.table.rows) {
          const own = costed.filter(
            (one) =>
              one.secured === row.secured &&
              one.placementMonth !== null &&
              name[unit](one.placementMonth) === row[unit],
          );
          expectCells(
            row,
            own.map((one) => one.totalWeeklyCost),
          );
        }
        expect(headline).not.toMatch(/NaN|undefined|null/);
      }
    }),
    { numRuns: 8 },
  );
});
