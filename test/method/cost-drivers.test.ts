import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decompose, drivers, driverWhiskers } from '@/lib/method/cost-drivers';
import { driverBands, driverCell, driverSoughts, driverTypes, emptyTally } from '@/lib/method/driver-factors';

type Line = readonly [period: number, band: string, sought: string, secured: string, cost: number, count: number];

function tallies(lines: readonly Line[]) {
  const pair = [emptyTally(), emptyTally()] as const;
  for (const [period, band, sought, secured, cost, count] of lines) {
    const cell = driverCell(
      (driverBands as readonly string[]).indexOf(band),
      (driverSoughts as readonly string[]).indexOf(sought),
      (driverTypes as readonly string[]).indexOf(secured),
    );
    const tally = period === 0 ? pair[0] : pair[1];
    tally.n[cell] = (tally.n[cell] ?? 0) + count;
    tally.cost[cell] = (tally.cost[cell] ?? 0) + cost * count;
  }
  return pair;
}

const worked: Line[] = [
  [0, 'Lower', 'Foster', 'Foster', 600, 8],
  [0, 'Lower', 'Foster', 'Residential', 5000, 2],
  [1, 'Lower', 'Foster', 'Foster', 650, 9],
  [1, 'Lower', 'Foster', 'Residential', 5400, 6],
  [1, 'Lower', 'Foster', 'Supported Accommodation', 1400, 1],
];

test('the worked example: +£24,850 is volume 11,816.25, displacement 11,066.875 and price 1,966.875', () => {
  const result = decompose(...tallies(worked));
  expect(result.change).toBe(24850);
  const expected = { volume: 11816.25, needMix: 0, soughtMix: 0, displacement: 11066.875, price: 1966.875 };
  drivers.forEach((driver, i) => {
    expect(result.components[i]).toBeCloseTo(expected[driver], 8);
  });
  expect(result.imputedPrices).toBe(13);
  expect(result.borrowedPrices).toBe(1);
});

const line: fc.Arbitrary<Line> = fc.tuple(
  fc.integer({ min: 0, max: 1 }),
  fc.constantFrom(...driverBands),
  fc.constantFrom(...driverSoughts),
  fc.constantFrom(...driverTypes),
  fc.integer({ min: 100, max: 20000 }),
  fc.integer({ min: 1, max: 60 }),
);
const lines = fc.array(line, { maxLength: 60 });

test('the five add exactly to the change on any pool, empty periods included', () => {
  fc.assert(
    fc.property(lines, (pool) => {
      const result = decompose(...tallies(pool));
      const sum = result.components.reduce((total, amount) => total + amount, 0);
      expect(result.components.every(Number.isFinite)).toBe(true);
      expect(Math.abs(sum - result.change)).toBeLessThan(1e-6);
    }),
    { numRuns: 400 },
  );
});

test('turning the periods round turns every sign', () => {
  fc.assert(
    fc.property(lines, (pool) => {
      const [before, after] = tallies(pool);
      const there = decompose(before, after).components;
      const back = decompose(after, before).components;
      there.forEach((amount, i) => {
        expect(back[i]).toBeCloseTo(-amount, 4);
      });
    }),
  );
});

test('the same period twice moves nothing; doubling it is volume alone', () => {
  fc.assert(
    fc.property(lines, (pool) => {
      const [period] = tallies(pool);
      for (const amount of decompose(period, period).components) expect(amount).toBeCloseTo(0, 6);
      const double = { n: period.n.map((n) => n * 2), cost: period.cost.map((cost) => cost * 2) };
      const [volume, ...rest] = decompose(period, double).components;
      expect(volume).toBeCloseTo(
        period.cost.reduce((sum, cost) => sum + cost, 0),
        4,
      );
      for (const amount of rest) expect(amount).toBeCloseTo(0, 4);
    }),
  );
});

/** Shapley by its other definition: the average over all 120 orders of changing one factor after another. */
function byOrders(pool: readonly Line[]): number[] {
  const of = (period: number) => pool.filter((row) => row[0] === period);
  const count = (rows: readonly Line[]) => rows.reduce((sum, row) => sum + row[5], 0);
  const cost = (rows: readonly Line[]) => rows.reduce((sum, row) => sum + row[4] * row[5], 0);
  const share = (part: (row: Line) => boolean, whole: (row: Line) => boolean, period: number): number => {
    const rows = of(period).filter(whole);
    const from = rows.length > 0 ? rows : of(1 - period).filter(whole);
    return from.length > 0 ? count(from.filter(part)) / count(from) : 0;
  };
  const price = (band: string, type: string, period: number): number => {
    const rows = (p: number) => of(p).filter((row) => row[3] === type);
    const own = rows(period).filter((row) => row[1] === band);
    if (own.length > 0) return cost(own) / count(own);
    const other = rows(1 - period).filter((row) => row[1] === band);
    if (other.length === 0) return 0;
    const mean = (p: number) => cost(rows(p)) / count(rows(p));
    return (cost(other) / count(other)) * (rows(period).length > 0 ? mean(period) / mean(1 - period) : 1);
  };
  const value = (when: readonly number[]): number => {
    const [volume = 0, need = 0, sought = 0, secured = 0, priced = 0] = when;
    let mean = 0;
    for (const b of driverBands) {
      for (const r of driverSoughts) {
        for (const t of driverTypes) {
          mean +=
            share(
              (row) => row[1] === b,
              () => true,
              need,
            ) *
            share(
              (row) => row[2] === r,
              (row) => row[1] === b,
              sought,
            ) *
            share(
              (row) => row[3] === t,
              (row) => row[1] === b && row[2] === r,
              secured,
            ) *
            price(b, t, priced);
        }
      }
    }
    return count(of(volume)) * mean;
  };
  const memory = new Map<string, number>();
  const cached = (when: readonly number[]): number => {
    const key = when.join('');
    const found = memory.get(key) ?? value(when);
    memory.set(key, found);
    return found;
  };
  const orders = (items: readonly number[]): number[][] =>
    items.length === 0
      ? [[]]
      : items.flatMap((item) => orders(items.filter((i) => i !== item)).map((rest) => [item, ...rest]));
  const totals = drivers.map(() => 0);
  const all = orders([0, 1, 2, 3, 4]);
  for (const order of all) {
    const when = [0, 0, 0, 0, 0];
    for (const factor of order) {
      const was = cached(when);
      when[factor] = 1;
      totals[factor] = (totals[factor] ?? 0) + (cached(when) - was) / all.length;
    }
  }
  return totals;
}

test('the components equal the average over all orders, computed from the rows', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 15 }), (pool) => {
      const { components } = decompose(...tallies(pool));
      byOrders(pool).forEach((amount, i) => {
        expect(components[i]).toBeCloseTo(amount, 4);
      });
    }),
    { numRuns: 25 },
  );
});

test('whiskers run from the 5th to the 95th of the draws', () => {
  const draw = decompose(...tallies(worked));
  const draws = Array.from({ length: 101 }, (_, i) => ({ ...draw, change: i, components: [i, 0, 0, -i, 1] }));
  const { components, change } = driverWhiskers(draws);
  expect(change).toEqual({ lower: 5, upper: 95 });
  expect(components[3]).toEqual({ lower: -95, upper: -5 });
  expect(driverWhiskers([]).change).toBeNull();
});

interface Vector {
  rows_period_band_sought_secured_cost_count: Line[];
  result: { change: number; components: Record<string, number>; imputedPriceCells: number };
}

const vectors = resolve('../shared/reference/vectors/decomposition-toys.json');
test.skipIf(!existsSync(vectors))(
  'the published vectors match to a hundredth of a penny, imputed cells included',
  () => {
    const toys = JSON.parse(readFileSync(vectors, 'utf8')) as Record<string, Vector>;
    expect(Object.keys(toys).length).toBeGreaterThan(0);
    for (const toy of Object.values(toys)) {
      const result = decompose(...tallies(toy.rows_period_band_sought_secured_cost_count));
      expect(result.change).toBe(toy.result.change);
      expect(result.imputedPrices).toBe(toy.result.imputedPriceCells);
      drivers.forEach((driver, i) => {
        expect(result.components[i]).toBeCloseTo(toy.result.components[driver] ?? Number.NaN, 4);
      });
    }
  },
);
