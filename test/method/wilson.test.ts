import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z95 } from '@/lib/method/normal';
import { wilson } from '@/lib/method/wilson';

const counts = fc
  .integer({ min: 1, max: 100_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

test('3 of 10 is 11–60 %', () => {
  const { lower, upper } = wilson(3, 10);
  expect(lower).toBeCloseTo(0.107791, 6);
  expect(upper).toBeCloseTo(0.603222, 6);
});

test('of nothing, nothing is known', () => {
  expect(wilson(0, 0)).toEqual({ lower: 0, upper: 1 });
});

test('the interval lies within 0 and 1 and contains the observed share', () => {
  fc.assert(
    fc.property(counts, ([k, n]) => {
      const { lower, upper } = wilson(k, n);
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(k / n);
      expect(upper).toBeGreaterThanOrEqual(k / n);
    }),
  );
});

test('each inner end solves the score equation it is defined by', () => {
  fc.assert(
    fc.property(counts, ([k, n]) => {
      const { lower, upper } = wilson(k, n);
      for (const end of [lower, upper]) {
        if (end === 0 || end === 1) continue;
        expect(Math.abs(k / n - end) / Math.sqrt((end * (1 - end)) / n)).toBeCloseTo(z95, 4);
      }
    }),
  );
});

test('counting the others gives the mirror image', () => {
  fc.assert(
    fc.property(counts, ([k, n]) => {
      expect(wilson(k, n).lower).toBeCloseTo(1 - wilson(n - k, n).upper, 12);
    }),
  );
});

const vectors = resolve('../shared/reference/vectors/small-unit-tests.json');
test.skipIf(!existsSync(vectors))('the published vectors match', () => {
  const { wilson95 } = JSON.parse(readFileSync(vectors, 'utf8')) as {
    wilson95: { k: number; n: number; ci: [number, number] }[];
  };
  expect(wilson95.length).toBeGreaterThan(0);
  for (const { k, n, ci } of wilson95) {
    expect(wilson(k, n).lower).toBeCloseTo(ci[0], 12);
    expect(wilson(k, n).upper).toBeCloseTo(ci[1], 12);
  }
});
