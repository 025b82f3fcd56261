import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TableRow } from '@/lib/figure/figure';
import { costByProvider } from '@/lib/measure/providers/cost-by-provider';
import { providers } from '@/lib/measure/providers/provider-table';
import { quantiles } from '@/lib/method/quantile';
import { costPool, pricedRow, runMeasure } from '../cost/support';
import type { DerivedRow, PoolRow } from '../pool-row';
import { placement, providerPool, times } from './support';

const urns = ['9900001', '9900002', 'SC123456', 'SC009423'];

const row: fc.Arbitrary<PoolRow> = fc
  .tuple(pricedRow, fc.constantFrom(...urns, null, 'Unregistered'), fc.constantFrom('E06000066', 'E10000008', null))
  .map(([own, providerURN, placement_la]) => {
    const registration =
      providerURN === null ? 'Not recorded' : providerURN === 'Unregistered' ? 'Unregistered' : 'Registered';
    return { ...own, other: { ...own.other, providerURN, registration, placement_la, providerSector: 'Private' } };
  });
const rows = fc.array(row, { minLength: 0, maxLength: 250, size: 'max' });

const types = ['Foster', 'Residential', 'Supported Accommodation'];

function of(found: readonly DerivedRow[], urn: string): readonly DerivedRow[] {
  return found.filter((one) => one.placed && one.providerURN === urn && one.registration === 'Registered');
}

function largest(found: readonly DerivedRow[]): { authorities: number; share: number } {
  const counts = new Map<string, number>();
  for (const { la_code } of found) counts.set(la_code, (counts.get(la_code) ?? 0) + 1);
  return { authorities: counts.size, share: Math.max(...counts.values()) / found.length };
}

function mainTypes(found: readonly DerivedRow[]): readonly string[] {
  const size = (type: string) => found.filter(({ secured }) => secured === type).length;
  const most = Math.max(...types.map(size));
  return types.filter((type) => size(type) === most);
}

function near(cell: unknown, value: number | null | undefined): void {
  if (value === null || value === undefined) expect(typeof cell).toBe('object');
  else expect(cell).toBeCloseTo(value, 6);
}

describe('the table of providers', () => {
  test('agrees with counting the rows one by one', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        const pool = await costPool(made);
        const { draft } = await runMeasure(providers, pool);
        const used = urns.filter((urn) => of(pool.rows, urn).length > 0);
        expect(new Set(draft.table.rows.map((one) => one.provider))).toEqual(new Set(used));
        const cells = new Map(draft.table.rows.map((one) => [one.provider, one]));
        for (const urn of used) {
          const own = of(pool.rows, urn);
          const found = cells.get(urn) as TableRow;
          const { authorities, share } = largest(own);
          expect([found.n, found.authorities]).toEqual([own.length, authorities]);
          near(found.largestShare, share);
          const asked = own.filter(({ matched }) => matched !== null);
          expect([found.matchK, found.matchN]).toEqual([asked.filter(({ matched }) => matched).length, asked.length]);
          const known = own.filter(({ distanceMiles }) => distanceMiles !== null);
          expect([found.farK, found.farN]).toEqual([
            known.filter(({ distanceMiles }) => Number(distanceMiles) > 20).length,
            known.length,
          ]);
          expect(mainTypes(own)).toContain(found.type);
          const miles = known.filter(({ secured }) => secured === found.type).map((one) => Number(one.distanceMiles));
          near(found.farMedian, quantiles(miles, [0.5])[0]);
        }
        const placed = pool.rows.filter((one) => one.placed);
        const counted = (value: string) => placed.filter(({ registration }) => registration === value).length;
        expect(draft.n).toBe(counted('Registered'));
        const left = Object.fromEntries(draft.exclusions.map(({ label, n }) => [label, n]));
        expect(left.Unregistered ?? 0).toBe(counted('Unregistered'));
        expect(left['Provider not recorded'] ?? 0).toBe(counted('Not recorded'));
        expect(left['No placement recorded'] ?? 0).toBe(pool.rows.length - placed.length);
      }),
      { numRuns: 25 },
    );
  });

  test('gives the cost of each type by quantiles worked out apart, from usable costs alone', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        const pool = await costPool(made);
        const { draft } = await runMeasure(costByProvider, pool);
        const expected = urns.flatMap((urn) =>
          types.flatMap((type) => {
            const own = of(pool.rows, urn).filter(({ secured, costOK }) => secured === type && costOK);
            return own.length === 0 ? [] : [{ urn, type, own }];
          }),
        );
        expect(draft.table.rows.length).toBe(expected.length);
        for (const { urn, type, own } of expected) {
          const found = draft.table.rows.find((one) => one.provider === urn && one.secured === type) as TableRow;
          const costs = own.map((one) => Number(one.totalWeeklyCost));
          const [p10, q1, median, q3, p90] = quantiles(costs, [0.1, 0.25, 0.5, 0.75, 0.9]);
          expect([found.n, found.authorities]).toEqual([own.length, largest(own).authorities]);
          near(found.median, own.length >= 5 ? median : null);
          near(found.mean, own.length >= 1 ? costs.reduce((sum, cost) => sum + cost, 0) / own.length : null);
          near(found.q1, own.length >= 10 ? q1 : null);
          near(found.q3, own.length >= 10 ? q3 : null);
          near(found.p10, own.length >= 20 ? p10 : null);
          near(found.p90, own.length >= 20 ? p90 : null);
        }
      }),
      { numRuns: 25 },
    );
  });
});

test('the headline says how much lies with the few most used, and how much is unregistered', async () => {
  const { headline } = await runMeasure(providers, await providerPool());
  expect(headline).toBe('4 registered providers were used; 9% of all placements were unregistered');
  const many = urns.flatMap((_, at) => times(12, placement(`99000${10 + at}`, 'E06000066')));
  const more = Array.from({ length: 8 }, (_, at) => placement(`99001${10 + at}`, 'E06000066'));
  const { headline: said } = await runMeasure(providers, await costPool([...many, ...more]));
  expect(said).toBe('The 10 most used of 12 registered providers took 96% of their placements');
});
