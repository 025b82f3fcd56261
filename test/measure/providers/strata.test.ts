import { expect, test } from 'vitest';
import { protect } from '@/lib/disclosure/protect';
import type { TableRow } from '@/lib/figure/figure';
import { likeForLikeProviders } from '@/lib/measure/cost/standard/like-for-like-providers';
import { providerStrata } from '@/lib/measure/providers/panel-strata';
import { costPool, runMeasure } from '../cost/support';
import type { PoolRow } from '../pool-row';
import { settings } from '../support';
import { placement, times } from './support';

const [somerset, devon] = ['E06000066', 'E10000008'];
const urn = '9900001';

/** Lower need unless more is said, placed in 2025-26. */
const of = (la: string, cost: number, more: Partial<PoolRow> = {}): PoolRow => ({
  ...placement(urn, la, cost),
  placementDate: '2025-06-11',
  ...more,
});
const higher = { needs: { deprivationOfLiberty: true } };
const homes = { placementType: 'Residential' as const };
const others = { other: { providerURN: '9900002', registration: 'Registered' } };

const rows: PoolRow[] = [
  // Bought by two: both strata may be shared.
  ...times(8, of(somerset, 700)),
  ...times(8, of(devon, 800)),
  ...times(7, of(somerset, 900, higher)),
  ...times(5, of(devon, 1000, higher)),
  // Bought by two, but one stratum is one authority's alone.
  ...times(12, of(somerset, 4000, { ...homes, ...higher })),
  ...times(3, of(somerset, 5000, homes)),
  ...times(9, of(devon, 5000, homes)),
  // The region besides.
  ...times(20, of(devon, 600, others)),
  ...times(20, of(devon, 3000, { ...homes, ...others })),
];

const keyed = (found: readonly TableRow[]) =>
  new Map(found.map((row) => [`${String(row.secured)} ${String(row.needBand)}`, row]));

test('a provider’s strata are all its placements, with who bought them and what the region paid, and add up to its comparison', async () => {
  const pool = await costPool(rows);
  const { draft, headline } = await runMeasure(providerStrata(urn), pool);
  const exact = protect(draft, 'working', settings);
  expect(exact.n).toBe(52);
  const found = keyed(exact.table.rows);
  expect(found.size).toBe(4);
  expect(found.get('Foster Lower')).toMatchObject({ n: 16, authorities: 2, largestShare: 0.5, mean: 750 });
  expect(found.get('Foster Lower')).toMatchObject({ regionN: 36, regionMean: (16 * 750 + 20 * 600) / 36 });
  expect(found.get('Residential Higher')).toMatchObject({ n: 12, authorities: 1, largestShare: 1, mean: 4000 });
  const compared = (await runMeasure(likeForLikeProviders, pool)).draft.table.rows;
  for (const type of ['Foster', 'Residential']) {
    const own = exact.table.rows.filter(({ secured }) => secured === type);
    const sum = (of: (row: TableRow) => number) => own.reduce((total, row) => total + of(row), 0);
    const row = compared.find(({ provider, secured }) => provider === urn && secured === type);
    const [paid, expected] = [sum((r) => Number(r.n) * Number(r.mean)), sum((r) => Number(r.n) * Number(r.regionMean))];
    expect(row?.n).toBe(sum((r) => Number(r.n)));
    expect(row?.adjusted).toBeCloseTo(paid / expected, 9);
  }
  expect(headline).toContain('2 groups of the same type, level of need and year: foster care');
});

test('in the sharing view a stratum is given only where the rule of providers allows it and what is left of its type', async () => {
  const { draft } = await runMeasure(providerStrata(urn), await costPool(rows));
  const shared = protect(draft, 'sharing', settings);
  expect(shared.table.columns.map(({ name }) => name)).not.toContain('authorities');
  // Residential care at lower need would give away, with the type's mean, what one authority pays at higher need.
  expect(shared.table.rows.map(({ secured, needBand, n, mean }) => [secured, needBand, n, mean])).toEqual([
    ['Foster', 'Lower', 15, 750],
    ['Foster', 'Higher', 10, 940],
  ]);
  expect(shared.n).toBe(30);
  expect(shared.exclusions).toMatchObject([{ n: 25 }]);
});

test('nothing of a type that is nearly all one authority’s is shared, however its strata were bought', async () => {
  const narrow = [
    ...times(5, of(somerset, 700)),
    ...times(5, of(devon, 800)),
    ...times(60, of(somerset, 900, higher)),
    ...times(20, of(devon, 600, others)),
  ];
  const { draft } = await runMeasure(providerStrata(urn), await costPool(narrow));
  const shared = protect(draft, 'sharing', settings);
  expect(shared.table.rows).toEqual([]);
  expect(shared.n).toBe(0);
  expect(protect(draft, 'working', settings)).toMatchObject({ n: 70 });
});
