import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochberg } from '@/lib/method/benjamini-hochberg';

test('six p values agree with the reference (scipy false_discovery_control)', () => {
  const expected = [0.03, 0.06, 0.06, 0.03, 0.24, 0.9];
  benjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.2, 0.9]).forEach((q, i) => {
    expect(q).toBeCloseTo(expected[i] ?? Number.NaN, 12);
  });
});

test('an empty family has no q values, a family of one keeps its p', () => {
  expect(benjaminiHochberg([])).toEqual([]);
  expect(benjaminiHochberg([0.03])).toEqual([0.03]);
});

const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });

test('q rises with p, is at least p and at most 1', () => {
  fc.assert(
    fc.property(family, (ps) => {
      const qs = benjaminiHochberg(ps);
      ps.forEach((p, i) => {
        expect(qs[i]).toBeGreaterThanOrEqual(p);
        expect(qs[i]).toBeLessThanOrEqual(1);
        ps.forEach((other, j) => {
          if (p <= other) expect(qs[i]).toBeLessThanOrEqual(qs[j] ?? Number.NaN);
        });
      });
    }),
  );
});

test('each q is the least share of false discoveries among thresholds that would name it', () => {
  fc.assert(
    fc.property(family, (ps) => {
      const naive = ps.map((p) =>
        Math.min(1, ...ps.filter((t) => t >= p).map((t) => (t * ps.length) / ps.filter((x) => x <= t).length)),
      );
      benjaminiHochberg(ps).forEach((q, i) => {
        expect(q).toBeCloseTo(naive[i] ?? Number.NaN, 12);
      });
    }),
  );
});
