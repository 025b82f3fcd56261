import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjustedSentence } from '@/lib/measure/cost/standard/adjusted';
import { likeForLikeAuthorities, likeForLikeUnchecked } from '@/lib/measure/cost/standard/like-for-like';
import { likeForLikeCheck } from '@/lib/measure/cost/standard/like-for-like-check';
import { likeForLikeProviders } from '@/lib/measure/cost/standard/like-for-like-providers';
import { likeForLikeStrata } from '@/lib/measure/cost/standard/like-for-like-strata';
import { defaultView, type View } from '@/lib/view/view';
import type { PoolRow } from '../pool-row';
import { band, type Costed, mean, peers, priced, rows, standard, year } from './row-by-row';
import { costPool, rowWhere, runMeasure, usable } from './support';

test('authorities: ratio, interval and gap equal the row-by-row definition, whichever one the view looks at', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.boolean(), async (list, narrowed) => {
      const pool = await costPool(list);
      const costed = usable(pool.rows);
      const view: View = narrowed ? { ...defaultView, authorities: ['E06000066'] } : defaultView;
      const { draft, headline } = await runMeasure(likeForLikeAuthorities, pool, view);
      expect(draft.n).toBe(costed.length);
      for (const shown of draft.table.rows) {
        const own = costed.filter((one) => one.la_code === shown.la_code);
        expect(shown.n).toBe(own.length);
        if (own.length < 20) {
          expect(shown.adjusted).toMatchObject({ symbol: 'u' });
          continue;
        }
        const { ratio, se, gap } = standard(own, costed);
        expect(shown.adjusted).toBeCloseTo(ratio, 8);
        expect(shown.lower).toBeCloseTo(ratio - 1.96 * se, 6);
        expect(shown.gap).toBeCloseTo(gap, 4);
        expect(shown.raw).toBeCloseTo(mean(own) / mean(costed), 8);
        const [low, high] = [Math.min(ratio, 1), Math.max(ratio, 1)];
        expect(shown.shrunk).toBeGreaterThanOrEqual(low - 1e-9);
        expect(shown.shrunk).toBeLessThanOrEqual(high + 1e-9);
      }
      expect(headline).not.toMatch(/NaN|undefined|null|over-?charg/i);
    }),
    { numRuns: 12 },
  );
});

test('providers: within a type, ten placements or more, with who uses them', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (list) => {
      const pool = await costPool(list);
      const costed = usable(pool.rows);
      const { draft, headline } = await runMeasure(likeForLikeProviders, pool);
      const groups = new Map<string, Costed[]>();
      for (const one of costed) {
        const key = `${one.providerURN}|${one.secured}`;
        groups.set(key, [...(groups.get(key) ?? []), one]);
      }
      const large = [...groups.values()].filter((own) => own.length >= 10);
      expect(draft.table.rows).toHaveLength(large.length);
      for (const own of large) {
        const [first] = own;
        const shown = rowWhere(draft.table.rows, {
          provider: String(first?.providerURN),
          secured: String(first?.secured),
        });
        const { ratio, se } = standard(own, costed);
        expect(shown?.n).toBe(own.length);
        expect(shown?.adjusted).toBeCloseTo(ratio, 8);
        expect(shown?.upper).toBeCloseTo(ratio + 1.96 * se, 6);
        const here = own.filter((one) => one.la_code === 'E06000066').length;
        expect(shown?.authorities).toBe(here > 0 && here < own.length ? 2 : 1);
        expect(shown?.largestShare).toBeCloseTo(Math.max(here, own.length - here) / own.length, 9);
      }
      expect(draft.exclusions[0]?.n ?? 0).toBe(costed.length - large.flat().length);
      expect(headline).not.toMatch(/NaN|undefined|null/);
    }),
    { numRuns: 8 },
  );
});

test('strata: every placement of the region is in one, with the mean it is compared with', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (list) => {
      const pool = await costPool(list);
      const costed = usable(pool.rows);
      const { draft } = await runMeasure(likeForLikeStrata, pool);
      expect(draft.table.rows.reduce((sum, shown) => sum + Number(shown.n), 0)).toBe(costed.length);
      for (const one of costed.slice(0, 20)) {
        const shown = draft.table.rows.find(
          (stratum) =>
            stratum.la_code === one.la_code &&
            stratum.secured === one.secured &&
            stratum.needBand === band(one) &&
            (year(one) === 0
              ? stratum.financialYear === 'No date'
              : String(stratum.financialYear).startsWith(String(year(one)))),
        );
        expect(shown?.regionN).toBe(peers(costed, one).length);
        expect(shown?.regionMean).toBeCloseTo(mean(peers(costed, one)), 6);
      }
    }),
    { numRuns: 6 },
  );
});

function random(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

test('the second opinion recovers what the test put in: 20 % more in one authority, 15 % more with one provider', async () => {
  const next = random(11);
  const list = Array.from({ length: 800 }, (_, i): PoolRow => {
    const residential = next() < 0.4;
    const risks = Math.floor(next() * 4);
    const dol = next() < 0.15;
    const first = i % 2 === 0;
    const dear = next() < 0.25;
    const log =
      Math.log(600) +
      (residential ? Math.log(7) : 0) +
      0.04 * risks +
      (dol ? 0.2 : 0) +
      (first ? Math.log(1.2) : 0) +
      (dear ? Math.log(1.15) : 0) +
      (next() - 0.5) * 0.1;
    return {
      la_code: first ? 'E06000066' : 'E06000023',
      placementType: residential ? 'Residential' : 'Foster',
      totalWeeklyCost: Math.exp(log),
      placementDate: `202${next() < 0.5 ? 4 : 5}-06-0${1 + (i % 9)}`,
      needs: { riskSelfHarm: risks > 0, riskMissing: risks > 1, riskDrugAlcohol: risks > 2, deprivationOfLiberty: dol },
      other: { registration: 'Registered', providerURN: dear ? 'SC900001' : `SC90000${2 + (i % 3)}` },
    };
  });
  const { draft, headline } = await runMeasure(likeForLikeCheck, await costPool(list));
  const dearer = rowWhere(draft.table.rows, { la_code: 'E06000066' });
  // Sum to zero over two: half of ln 1.2 each way.
  expect(dearer?.effect).toBeCloseTo(100 * (Math.sqrt(1.2) - 1), 0);
  expect(dearer?.agreement).toBe('Agree: more');
  const factors = draft.extra?.factors?.table.rows ?? [];
  const effect = (factor: string) => Number(rowWhere(factors, { factor })?.effect);
  expect(effect('Residential rather than foster')).toBeGreaterThan(580);
  expect(effect('Residential rather than foster')).toBeLessThan(620);
  expect(effect('Each risk present')).toBeCloseTo(4.1, 0);
  expect(effect('Deprivation of liberty')).toBeGreaterThan(17);
  expect(rowWhere(factors, { factor: 'Home adaptation required' })?.effect).toMatchObject({ symbol: 'x' });
  const providers = draft.extra?.providers?.table.rows ?? [];
  expect(providers[0]?.provider).toBe('SC900001');
  // A quarter of placements: three quarters of ln 1.15 above the mean of all.
  expect(Number(providers[0]?.effect)).toBeCloseTo(100 * (1.15 ** 0.75 - 1), 0);
  expect(headline).toBe('Two methods say the same of 2 of 2 authorities; of none they say the opposite');
});

test('an authority the second method says the opposite of is not named as paying more', async () => {
  // A few very dear placements raise the mean; the typical placement is cheaper.
  const skewed = [
    ...priced('E06000066', 850, 600),
    ...priced('E06000066', 150, 4500),
    ...priced('E06000023', 1000, 1000),
  ];
  const { draft, headline, sentences } = await runMeasure(likeForLikeAuthorities, await costPool(skewed));
  const own = rowWhere(draft.table.rows, { la_code: 'E06000066' });
  expect(own).toMatchObject({ verdict: 'more', check: 'Disagree', agreed: 'no' });
  expect(headline).toBe(
    'No authority clearly paid more or less than the region for the same type and level of need; of 2 two methods do not say the same',
  );
  expect(sentences[0]).toMatch(/^Somerset paid 8% .* more than the region paid .*; a second method says the opposite$/);
  const alone = await runMeasure(likeForLikeUnchecked, await costPool(skewed));
  expect(alone.headline).toBe(
    '1 authority paid clearly more and 1 authority paid clearly less than the region for the same type and level of need; “Like for like” says for whom a second method agrees',
  );
  expect(alone.draft.table.columns.map(({ name }) => name)).not.toContain('check');
  const plain = [...priced('E06000066', 300, 600), ...priced('E06000023', 300, 660), ...priced('E06000023', 300, 640)];
  const { headline: agreed } = await runMeasure(likeForLikeAuthorities, await costPool(plain));
  expect(agreed).toMatch(
    /^\S.* paid more and \S.* paid less than the region paid for the same type and level of need$/,
  );
});

test('a sentence says more or less, never blame, and about the same where that is all that is known', () => {
  const cells = { adjusted: 1.114, lower: 1.06, upper: 1.17, gap: 276.2, verdict: 'more' };
  expect(adjustedSentence('Devon', cells, 'the region')).toBe(
    'Devon paid 11% (6–17%) more than the region paid for the same type and level of need: £276 a week per placement',
  );
  const less = { adjusted: 0.9, lower: 0.85, upper: 0.95, gap: -100, verdict: 'less' };
  expect(adjustedSentence('Devon', less, 'the region')).toContain('10% (5–15%) less than the region paid');
  const unclear = { adjusted: 1.02, lower: 0.97, upper: 1.07, gap: 9, verdict: 'no clear difference' };
  expect(adjustedSentence('Devon', unclear, 'the region')).toContain('about what the region paid');
  expect(adjustedSentence('Devon', { adjusted: { symbol: 'u', reason: '' } }, 'the region')).toBe('');
});

test('an empty region compares nothing and says so', async () => {
  const pool = await costPool([]);
  for (const measure of [likeForLikeAuthorities, likeForLikeProviders, likeForLikeStrata, likeForLikeCheck]) {
    const { draft, headline } = await runMeasure(measure, pool);
    expect(draft.n).toBe(0);
    expect(headline).not.toMatch(/NaN|undefined|null/);
  }
});

test('every authority and provider compared has a sentence, one too small none', async () => {
  const list = Array.from({ length: 63 }, (_, at): PoolRow => {
    const small = at >= 60;
    return {
      la_code: small ? 'E06000024' : at % 2 === 0 ? 'E06000066' : 'E06000023',
      placementType: 'Foster',
      totalWeeklyCost: at % 2 === 0 ? 900 + at : 700 + at,
      placementDate: '2025-06-01',
      other: { registration: 'Registered', providerURN: small ? 'SC900009' : 'SC900001' },
    };
  });
  const pool = await costPool(list);
  for (const [measure, expected] of [
    [likeForLikeAuthorities, 2],
    [likeForLikeProviders, 1],
  ] as const) {
    const { draft, context } = await runMeasure(measure, pool);
    const said = measure.sentences?.({ table: draft.table, extra: {}, n: draft.n }, context) ?? [];
    expect(said).toHaveLength(expected);
    for (const sentence of said) expect(sentence).toMatch(/the same type and level of need/);
  }
});

test('placements without a date have no year: they are compared within type and need, however many they are', async () => {
  const list = [
    ...priced('E06000066', 12, 600).map((one): PoolRow => ({ ...one, placementDate: null })),
    ...priced('E06000023', 30, 900),
  ];
  const { draft } = await runMeasure(likeForLikeStrata, await costPool(list));
  const undated = rowWhere(draft.table.rows, { la_code: 'E06000066' });
  expect(undated).toMatchObject({ financialYear: 'No date', level: 'type and need', regionN: 42 });
});
