import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextFor } from '@/lib/measure/context';
import { keptQuery } from '@/lib/measure/kept';
import { needFlags } from '@/lib/standard/needs';
import { monthIndex } from '@/lib/view/month';
import { defaultView, type View } from '@/lib/view/view';
import { type DerivedRow, type PoolRow, poolRows } from './pool-row';
import { type TestPool, testPool } from './support';

async function slices(test: TestPool, view: View, history = 0): Promise<Map<number, number>> {
  const context = contextFor(view, test.pool, 'referral');
  await test.database.run(keptQuery(context, ['rowId', 'needBand'], history));
  const rows = await test.database.run({ sql: 'SELECT rowId, slice FROM kept', parameters: [] });
  return new Map(rows.map((row) => [Number(row.rowId), Number(row.slice)]));
}

const home: PoolRow = { la_code: 'E06000066', fosterCareSuitability: 'Preferred', placementType: 'Foster' };
const monthly = ['2024-04', '2024-12', '2025-03', '2025-04', '2025-12', '2026-03'].map(
  (month): PoolRow => ({ ...home, referralDate: `${month}-15` }),
);

describe('the kept rows', () => {
  it('marks the last 12 months and the 12 before when all periods are chosen', async () => {
    const test = await testPool([...monthly, { ...home, referralDate: null }]);
    expect([...(await slices(test, defaultView)).values()]).toEqual([2, 2, 2, 1, 1, 1, 0]);
  });

  it('keeps the months before a chosen period for comparison only', async () => {
    const test = await testPool(monthly);
    const view: View = { ...defaultView, period: { kind: 'months', from: '2025-04', to: '2025-12' } };
    const kept = await slices(test, view);
    expect([...kept]).toEqual([
      [2, 3],
      [3, 3],
      [4, 1],
      [5, 1],
    ]);
    expect([...(await slices(test, view, 24))]).toEqual([[1, 4], ...kept]);
  });

  it('sets an authority against the rest, and against another', async () => {
    const test = await testPool([home, { ...home, la_code: 'E06000023' }, { ...home, la_code: 'E10000008' }]);
    const view: View = { ...defaultView, authorities: ['E06000066'], compare: { kind: 'rest' } };
    expect([...(await slices(test, view)).values()]).toEqual([1, 3, 3]);
    const other: View = { ...view, compare: { kind: 'authority', code: 'E10000008' } };
    expect([...(await slices(test, other))]).toEqual([
      [1, 1],
      [3, 3],
    ]);
    expect([...(await slices(test, { ...other, authorities: [] })).values()]).toEqual([1, 1, 2]);
  });

  it('binds what a user chose, however hostile', async () => {
    const test = await testPool([{ ...home, other: { bespoke: `{"it's"="x'; DROP TABLE pool; --"}` } }, home]);
    const hostile = "x'; DROP TABLE pool; --";
    expect((await slices(test, { ...defaultView, bespoke: { "it's": [hostile] } })).size).toBe(1);
    expect((await slices(test, { ...defaultView, authorities: [hostile] })).size).toBe(0);
    expect((await slices(test, { ...defaultView, authorities: [hostile, 'E06000066'] })).size).toBe(2);
    expect((await slices(test, { ...defaultView, home: [hostile], placed: [hostile] })).size).toBe(0);
  });

  it('filters as the same view read in JavaScript, for any pool and view', async () => {
    await fc.assert(
      fc.asyncProperty(poolRows, views, async (rows, view) => {
        const test = await testPool(rows);
        const kept = await slices(test, view);
        const inView = [...kept].filter(([, slice]) => slice <= 2).map(([rowId]) => rowId);
        const expected = test.rows.filter((row) => includes(row, view)).map((row) => row.rowId);
        expect(inView.sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});

const some = <T>(...values: T[]) => fc.subarray(values);
const views: fc.Arbitrary<View> = fc.record({
  authorities: some('E06000066', 'E06000023', 'E10000008'),
  regions: fc.constant([]),
  period: fc.constantFrom<View['period']>({ kind: 'all' }, { kind: 'months', from: '2025-01', to: '2025-09' }),
  basis: fc.constantFrom('auto', 'placement'),
  sought: some('Foster', 'Residential', 'Several preferred', 'Not stated'),
  secured: some('Foster', 'No placement recorded'),
  needs: fc.subarray(
    needFlags.map(({ name }) => name),
    { maxLength: 3 },
  ),
  needsMatch: fc.constantFrom('any', 'all'),
  notice: some('Today', '< 5 days'),
  siblingGroup: fc.constantFrom(null, null, 'yes', 'no'),
  locationPreferred: fc.constantFrom(null, null, 'yes', 'no'),
  band: some('Lower', 'Medium', 'Higher'),
  distance: some('Up to 5 miles', 'More than 10 to 20 miles', 'More than 50 miles', 'Distance not known'),
  locality: fc.constant(null),
  home: fc.constant([]),
  placed: fc.constant([]),
  bespoke: fc.constant({}),
  compare: fc.constantFrom<View['compare']>({ kind: 'none' }, { kind: 'previous' }, { kind: 'rest' }),
  cuts: fc.constantFrom([2, 4] as const, [3, 6] as const),
});

function band(row: DerivedRow, [medium, higher]: View['cuts']): 'Lower' | 'Medium' | 'Higher' {
  if (row.needs.deprivationOfLiberty === true || row.riskCount >= higher) return 'Higher';
  return row.riskCount >= medium ? 'Medium' : 'Lower';
}

function distanceBand(miles: number | null): string {
  if (miles === null) return 'Distance not known';
  if (miles <= 5) return 'Up to 5 miles';
  if (miles <= 10) return 'More than 5 to 10 miles';
  if (miles <= 20) return 'More than 10 to 20 miles';
  return miles <= 50 ? 'More than 20 to 50 miles' : 'More than 50 miles';
}

function includes(row: DerivedRow, view: View): boolean {
  const among = (values: readonly string[], value: string | null) =>
    values.length === 0 || values.includes(value ?? '');
  const yesNo = (asked: 'yes' | 'no' | null, value: boolean | null) => asked === null || value === (asked === 'yes');
  const month = view.basis === 'placement' ? row.placementMonth : row.referralMonth;
  const period = view.period;
  const dated =
    period.kind !== 'months' ||
    (month !== null && month >= (monthIndex(period.from) ?? 0) && month <= (monthIndex(period.to) ?? 0));
  const flags = view.needs.map((name) => row.needs[name] === true);
  const needs = flags.length === 0 || (view.needsMatch === 'all' ? flags.every(Boolean) : flags.some(Boolean));
  return (
    dated &&
    needs &&
    among(view.authorities, row.la_code) &&
    among(view.sought, row.sought) &&
    among(view.secured, row.secured) &&
    among(view.notice, row.neededBy) &&
    yesNo(view.siblingGroup, row.needs.siblingGroup) &&
    yesNo(view.locationPreferred, row.isLocationPreferred) &&
    among(view.band, band(row, view.cuts)) &&
    among(view.distance, distanceBand(row.distanceMiles))
  );
}
