import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mantelHaenszel, type RiskStratum } from '@/lib/method/mantel-haenszel';

const stratum = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 })).chain(([n1, n0]) =>
  fc.record({
    n1: fc.constant(n1),
    n0: fc.constant(n0),
    events1: fc.integer({ min: 0, max: n1 }),
    events0: fc.integer({ min: 0, max: n0 }),
  }),
);

test('with one stratum it is the crude risk ratio and its usual standard error', () => {
  fc.assert(
    fc.property(stratum, (one) => {
      const result = mantelHaenszel([one]);
      if (one.events1 === 0 || one.events0 === 0) {
        expect(result).toBeNull();
        return;
      }
      const crude = one.events1 / one.n1 / (one.events0 / one.n0);
      expect(result?.ratio).toBeCloseTo(crude, 9);
      const variance = 1 / one.events1 - 1 / one.n1 + 1 / one.events0 - 1 / one.n0;
      expect(result?.se).toBeCloseTo(Math.sqrt(Math.max(0, variance)), 6);
    }),
  );
});

test('a worked table of two strata: 10 of 20 against 20 of 80, and 30 of 40 against 6 of 12', () => {
  const strata: RiskStratum[] = [
    { events1: 10, n1: 20, events0: 20, n0: 80 },
    { events1: 30, n1: 40, events0: 6, n0: 12 },
  ];
  // R = 10·80/100 + 30·12/52, S = 20·20/100 + 6·40/52
  const result = mantelHaenszel(strata);
  expect(result?.ratio).toBeCloseTo((8 + 360 / 52) / (4 + 240 / 52), 12);
  const spread = (30 * 20 * 80 - 10 * 20 * 100) / 100 ** 2 + (36 * 40 * 12 - 30 * 6 * 52) / 52 ** 2;
  expect(result?.se).toBeCloseTo(Math.sqrt(spread / ((8 + 360 / 52) * (4 + 240 / 52))), 12);
  expect(result?.n1).toBe(60);
});

test('a mix of strata alone makes no ratio: equal risks in each stratum give 1', () => {
  // Crude risks differ (0.42 against 0.18) because the mix does.
  const result = mantelHaenszel([
    { events1: 5, n1: 50, events0: 30, n0: 300 },
    { events1: 50, n1: 100, events0: 50, n0: 100 },
  ]);
  expect(result?.ratio).toBeCloseTo(1, 12);
  expect(result?.p).toBeCloseTo(1, 12);
});

test('the interval contains the ratio, p lies in 0 to 1, and nothing is ever NaN', () => {
  fc.assert(
    fc.property(fc.array(stratum, { maxLength: 6 }), (strata) => {
      const result = mantelHaenszel(strata);
      if (!result) return;
      expect(Object.values(result).every(Number.isFinite)).toBe(true);
      expect(result.lower).toBeLessThanOrEqual(result.ratio * (1 + 1e-12));
      expect(result.upper).toBeGreaterThanOrEqual(result.ratio * (1 - 1e-12));
      expect(result.p).toBeGreaterThanOrEqual(0);
      expect(result.p).toBeLessThanOrEqual(1);
    }),
  );
});

test('swapping the arms turns the ratio over', () => {
  fc.assert(
    fc.property(fc.array(stratum, { minLength: 1, maxLength: 5 }), (strata) => {
      const result = mantelHaenszel(strata);
      const swapped = mantelHaenszel(
        strata.map((s) => ({ events1: s.events0, n1: s.n0, events0: s.events1, n0: s.n1 })),
      );
      if (result) expect(swapped?.ratio).toBeCloseTo(1 / result.ratio, 9);
      else expect(swapped).toBeNull();
    }),
  );
});

test('strata with one arm only, or none at all, estimate nothing', () => {
  expect(mantelHaenszel([])).toBeNull();
  expect(mantelHaenszel([{ events1: 3, n1: 10, events0: 0, n0: 0 }])).toBeNull();
});
