import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOver, shareBand, shareBandOf } from '@/lib/method/distance-share';

test('a distance known exactly is over or it is not; at 20.0 it is not', () => {
  expect(chanceOver(20, 0)).toBe(0);
  expect(chanceOver(20.1, 0)).toBe(1);
});

test('a distance one standard error over the line is over it in 84 % of cases', () => {
  expect(chanceOver(22, 2)).toBeCloseTo(0.841345, 6);
  expect(chanceOver(20, 2)).toBe(0.5);
});

test('four placements at chance a half are 50 %, give or take 49 points', () => {
  const band = shareBandOf([{ p: 0.5, count: 4 }]);
  expect(band?.share).toBe(0.5);
  expect(band?.lower).toBeCloseTo(0.5 - (1.959964 * 1) / 4, 6);
});

test('no placements, no band; certain placements, no width', () => {
  expect(shareBand(0, 0, 0)).toBeNull();
  expect(shareBandOf([{ p: 1 }, { p: 0 }])).toEqual({ share: 0.5, lower: 0.5, upper: 0.5 });
});

test('the share is the mean of the chances and the band surrounds it', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (ps) => {
      const band = shareBandOf(ps.map((p) => ({ p })));
      expect(band?.share).toBeCloseTo(ps.reduce((a, b) => a + b, 0) / ps.length, 9);
      expect(band?.lower).toBeLessThanOrEqual(band?.share ?? Number.NaN);
      expect(band?.upper).toBeGreaterThanOrEqual(band?.share ?? Number.NaN);
    }),
  );
});
