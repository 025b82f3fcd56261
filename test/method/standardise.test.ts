import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standardisedMean, standardisedRate } from '@/lib/method/standardise';

test('a group is judged at the standard mix: 50 % of 10 and 90 % of 90, standard half and half, is 70 %', () => {
  const result = standardisedRate([
    { k: 5, n: 10, weight: 500 },
    { k: 81, n: 90, weight: 500 },
  ]);
  expect(result?.value).toBeCloseTo(0.7, 12);
  expect(result?.covered).toBe(1);
});

test('strata without rows are left out and the share left out is said', () => {
  const result = standardisedRate([
    { k: 5, n: 10, weight: 300 },
    { k: 0, n: 0, weight: 100 },
  ]);
  expect(result?.value).toBe(0.5);
  expect(result?.covered).toBe(0.75);
  expect(standardisedRate([{ k: 0, n: 0, weight: 4 }])).toBeNull();
  expect(standardisedRate([])).toBeNull();
});

test('weights equal to its own mix give back the crude rate', () => {
  const strata = fc.array(
    fc.integer({ min: 1, max: 500 }).chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) })),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(strata, (cells) => {
      const k = cells.reduce((sum, cell) => sum + cell.k, 0);
      const n = cells.reduce((sum, cell) => sum + cell.n, 0);
      const result = standardisedRate(cells.map((cell) => ({ ...cell, weight: cell.n })));
      expect(result?.value).toBeCloseTo(k / n, 9);
      expect(result?.lower).toBeLessThanOrEqual((result?.value ?? 0) + 1e-12);
      expect(result?.upper).toBeGreaterThanOrEqual((result?.value ?? 1) - 1e-12);
      expect(result?.lower).toBeGreaterThanOrEqual(0);
      expect(result?.upper).toBeLessThanOrEqual(1);
    }),
  );
});

test('a standardised mean mixes the strata means', () => {
  const result = standardisedMean([
    { n: 10, mean: 600, variance: 100, weight: 3 },
    { n: 5, mean: 5000, variance: 0, weight: 1 },
  ]);
  expect(result?.value).toBe(1700);
  expect((result?.upper ?? 0) - 1700).toBeCloseTo(1.959964 * Math.sqrt((0.75 ** 2 * 100) / 10), 4);
});
