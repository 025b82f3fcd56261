import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bootstrapInterval, quantiles } from '@/lib/method/quantile';

test('1, 2, 3, 4 have quartiles 1.75 and 3.25 (R type 7)', () => {
  expect(quantiles([4, 1, 3, 2], [0, 0.25, 0.5, 0.75, 1])).toEqual([1, 1.75, 2.5, 3.25, 4]);
});

test('of nothing there is no quantile, of one value every quantile is it', () => {
  expect(quantiles([], [0.5])).toEqual([null]);
  expect(quantiles([7], [0, 0.3, 1])).toEqual([7, 7, 7]);
  expect(bootstrapInterval([])).toBeNull();
});

test('quantiles lie between the ends, rise with the share, and move with the values', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 50 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, share) => {
        const [low, middle, high] = quantiles(values, [share / 2, share, 1]);
        expect(low).toBeLessThanOrEqual(middle ?? Number.NaN);
        expect(high).toBe(Math.max(...values));
        expect(
          quantiles(
            values.map((v) => v + 10),
            [share],
          )[0],
        ).toBeCloseTo((middle ?? Number.NaN) + 10, 9);
      },
    ),
  );
});

test('the bootstrap interval of 0 to 100 is 5 to 95', () => {
  expect(bootstrapInterval(Array.from({ length: 101 }, (_, i) => 100 - i))).toEqual({ lower: 5, upper: 95 });
});
