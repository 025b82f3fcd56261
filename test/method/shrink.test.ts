import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betweenVariance, shrink, shrinkAll } from '@/lib/method/shrink';

test('three groups by hand: weights 100, 100 and 25', () => {
  const estimates = [
    { value: 1.3, se: 0.1 },
    { value: 0.9, se: 0.1 },
    { value: 1.0, se: 0.2 },
  ];
  // Mean 245/225; Q = 100(.0445679…) + 100(.0356790…) + 25(.0079012…) = 8.2222…; scale 225 − 20625/225.
  const mean = 245 / 225;
  const scatter = 100 * (1.3 - mean) ** 2 + 100 * (0.9 - mean) ** 2 + 25 * (1 - mean) ** 2;
  const tau = (scatter - 2) / (225 - 20625 / 225);
  expect(betweenVariance(estimates)).toBeCloseTo(tau, 12);
  const kept = tau / (tau + 0.01);
  const [first] = shrinkAll(estimates);
  expect(first?.value).toBeCloseTo(1 + kept * 0.3, 12);
  expect(first?.upper).toBeCloseTo(1 + kept * 0.3 + 1.96 * Math.sqrt(kept) * 0.1, 12);
});

const estimates = fc.array(
  fc.record({
    value: fc.double({ min: 0.2, max: 4, noNaN: true }),
    se: fc.double({ min: 0, max: 2, noNaN: true }),
  }),
  { maxLength: 30 },
);

test('a shrunk value lies between the raw one and 1, inside its interval, and is never NaN', () => {
  fc.assert(
    fc.property(estimates, (family) => {
      shrinkAll(family).forEach((shrunk, i) => {
        const raw = family[i]?.value ?? Number.NaN;
        expect(shrunk.value).toBeGreaterThanOrEqual(Math.min(raw, 1) - 1e-12);
        expect(shrunk.value).toBeLessThanOrEqual(Math.max(raw, 1) + 1e-12);
        expect(shrunk.lower).toBeLessThanOrEqual(shrunk.value);
        expect(shrunk.upper).toBeGreaterThanOrEqual(shrunk.value);
        if (shrunk.differs) expect(shrunk.lower > 1 || shrunk.upper < 1).toBe(true);
      });
    }),
  );
});

test('a surer estimate keeps more of its difference', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (a, b) => {
        const [surer, looser] = [
          shrink({ value: 1.5, se: Math.min(a, b) }, 0.04),
          shrink({ value: 1.5, se: Math.max(a, b) }, 0.04),
        ];
        expect(surer.value).toBeGreaterThanOrEqual(looser.value);
      },
    ),
  );
});

test('one group, no group, or groups that agree leave nothing beyond chance', () => {
  expect(betweenVariance([])).toBe(0);
  expect(betweenVariance([{ value: 1.4, se: 0.1 }])).toBe(0);
  expect(shrinkAll([{ value: 1.4, se: 0.1 }])[0]).toMatchObject({ value: 1, differs: false });
  expect(
    betweenVariance([
      { value: 1, se: 0.1 },
      { value: 1, se: 0.3 },
    ]),
  ).toBe(0);
});

test('a group without any variance is neither NaN nor different', () => {
  expect(
    shrinkAll([
      { value: 1, se: 0 },
      { value: 1.2, se: 0.1 },
      { value: 0.8, se: 0.05 },
    ])[0],
  ).toMatchObject({
    value: 1,
    differs: false,
  });
});
