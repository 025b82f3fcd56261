import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalBelow, normalBothTails, normalQuantile, z95 } from '@/lib/method/normal';

// Reference values: scipy.stats.norm.
test.each([
  [-8.5, 9.47953482220325e-18],
  [-5, 2.866515718791933e-7],
  [-2.3, 0.010724110021675807],
  [-1, 0.15865525393145707],
  [-0.1, 0.460172162722971],
  [0, 0.5],
  [0.5, 0.6914624612740131],
  [1.96, 0.9750021048517795],
  [6, 0.9999999990134123],
])('Φ(%d) agrees with the reference', (z, expected) => {
  expect(normalBelow(z)).toBeCloseTo(expected, 14);
  expect(normalBelow(z) / expected).toBeCloseTo(1, 7);
});

test.each([
  [1e-12, -7.034483825301131],
  [0.001, -3.090232306167813],
  [0.05, -1.6448536269514729],
  [0.3, -0.5244005127080409],
  [0.975, 1.959963984540054],
  [0.999999, 4.753424308817087],
])('the quantile at %d agrees with the reference', (p, expected) => {
  expect(normalQuantile(p)).toBeCloseTo(expected, 10);
});

test('the quantile undoes Φ', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-10, max: 1 - 1e-10, noNaN: true }), (p) => {
      expect(normalBelow(normalQuantile(p))).toBeCloseTo(p, 12);
    }),
  );
});

test('Φ rises, stays within 0 and 1 and is symmetric, however far out', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      const [low, high] = [normalBelow(Math.min(a, b)), normalBelow(Math.max(a, b))];
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(high + 1e-15);
      expect(normalBelow(a) + normalBelow(-a)).toBeCloseTo(1, 12);
    }),
  );
});

test('both tails at z95 are 5 %', () => {
  expect(normalBothTails(z95)).toBeCloseTo(0.05, 12);
  expect(normalBothTails(0)).toBe(1);
});
