import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeForLikeAuthorities } from '@/lib/measure/cost/standard/like-for-like';
import { likeForLikeProviders } from '@/lib/measure/cost/standard/like-for-like-providers';
import { likeForLikeTypes } from '@/lib/measure/cost/standard/like-for-like-types';
import type { PoolRow } from '../pool-row';
import { mean, priced, rows, standard } from './row-by-row';
import { costPool, rowWhere, runMeasure, usable } from './support';

test('by type of home: each compared among its own, and what is above expected adds up to the authority’s', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (list) => {
      const pool = await costPool(list);
      const costed = usable(pool.rows);
      const { draft, headline } = await runMeasure(likeForLikeTypes, pool);
      expect(draft.n).toBe(costed.length);
      for (const shown of draft.table.rows) {
        const own = costed.filter((one) => one.la_code === shown.la_code && one.secured === shown.secured);
        expect(shown.n).toBe(own.length);
        if (own.length < 20) {
          expect(shown.excess).toMatchObject({ symbol: 'u' });
          continue;
        }
        const { ratio, gap } = standard(own, costed);
        expect(shown.adjusted).toBeCloseTo(ratio, 8);
        expect(shown.excess).toBeCloseTo(gap * own.length, 2);
        expect(shown.raw).toBeCloseTo(mean(own) / mean(costed.filter((one) => one.secured === shown.secured)), 8);
      }
      const all = await runMeasure(likeForLikeAuthorities, pool);
      for (const whole of all.draft.table.rows) {
        const parts = draft.table.rows.filter(({ la_code }) => la_code === whole.la_code).map(({ excess }) => excess);
        if (typeof whole.excess !== 'number' || !parts.every((one) => typeof one === 'number')) continue;
        expect(parts.reduce((sum, one) => sum + Number(one), 0)).toBeCloseTo(whole.excess, 2);
      }
      expect(headline).not.toMatch(/NaN|undefined|null|over-?charg/i);
    }),
    { numRuns: 12 },
  );
});

test('by type of home: where the pounds above expected lie is named, most first', async () => {
  const of = (placementType: PoolRow['placementType'], list: PoolRow[]) =>
    list.map((one) => ({ ...one, placementType }));
  const list = [
    ...of('Residential', [...priced('E06000066', 30, 6000), ...priced('E06000023', 30, 5000)]),
    ...of('Foster', [...priced('E06000066', 30, 600), ...priced('E06000023', 30, 800), ...priced('E06000024', 3, 700)]),
  ];
  const noisy = list.map((one, at) => ({ ...one, totalWeeklyCost: Number(one.totalWeeklyCost) + (at % 5) }));
  const { draft, headline } = await runMeasure(likeForLikeTypes, await costPool(noisy));
  expect(headline).toMatch(
    /^Most above expected: Somerset, residential care \(£15,000 a week for its 30 placements of the period together\) and Bristol, City of, foster care \(£3,0\d\d\)$/,
  );
  expect(draft.table.rows.at(-1)).toMatchObject({ la_code: 'E06000024', adjusted: { symbol: 'u' } });
});

test('a provider is named as dear only where both methods say so, and never by what may not be shown', async () => {
  const with_ = (providerURN: string, list: PoolRow[]) =>
    list.map((one) => ({ ...one, other: { registration: 'Registered', providerURN } }));
  const two = (count: number, cost: number) => [
    ...priced('E06000066', count, cost),
    ...priced('E06000023', count, cost),
  ];
  const residential = (own: PoolRow[]) => own.map((one): PoolRow => ({ ...one, placementType: 'Residential' }));
  const list = [
    ...with_('SC900001', two(300, 930)),
    // A few very dear placements raise the mean; the typical one is cheaper.
    ...with_('SC900002', [...two(204, 600), ...two(36, 3200)]),
    ...with_('SC900003', two(800, 800)),
    // Of its foster placements half are each authority's, of all of them nearly all are one's.
    ...with_('SC900004', [...two(10, 720), ...residential(priced('E06000066', 300, 5000))]),
    ...with_('SC900005', residential(two(100, 5000))),
  ].map((one, at) => ({ ...one, totalWeeklyCost: Number(one.totalWeeklyCost) + (at % 5) }));
  const { draft, headline } = await runMeasure(likeForLikeProviders, await costPool(list));
  const foster = (provider: string) => rowWhere(draft.table.rows, { provider, secured: 'Foster' });
  const [skewed, dear] = [foster('SC900002'), foster('SC900001')];
  expect(skewed).toMatchObject({ verdict: 'more', check: 'Disagree' });
  expect(dear).toMatchObject({ verdict: 'more', check: 'Agree: more' });
  expect(Number(skewed?.adjusted)).toBeGreaterThan(Number(dear?.adjusted));
  expect(foster('SC900004')).toMatchObject({ effect: { symbol: 'c' }, check: { symbol: 'c' } });
  expect(headline).toMatch(/^For foster care, placements with SC900001 cost \d+% /);
  expect(headline).not.toContain('SC900002');
});

test('by type of home: one that a second method says paid less in all is left out, and counted', async () => {
  const dear = (list: PoolRow[]) => list.map((one): PoolRow => ({ ...one, placementType: 'Residential' }));
  const list = [
    // Dear in residential care, cheap in all the rest.
    ...dear([...priced('E06000066', 40, 7000), ...priced('E06000023', 40, 5000), ...priced('E06000024', 40, 6000)]),
    ...priced('E06000066', 400, 500),
    ...priced('E06000023', 200, 900),
    ...priced('E06000024', 200, 850),
  ].map((one, at) => ({ ...one, totalWeeklyCost: Number(one.totalWeeklyCost) + (at % 5) }));
  const { draft, headline } = await runMeasure(likeForLikeTypes, await costPool(list));
  const own = rowWhere(draft.table.rows, { la_code: 'E06000066', secured: 'Residential' });
  expect(own).toMatchObject({ verdict: 'more', check: 'less' });
  expect(headline).toMatch(/^Most above expected: \S/);
  expect(headline).not.toContain('Somerset, residential');
  expect(headline).toMatch(/; left out: one that a second method says paid less over all its types$/);
});
