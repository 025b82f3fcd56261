import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CostCell, likeForLike, regionalCosts } from '@/lib/method/like-for-like';

interface Placement {
  group: string;
  type: string;
  band: string;
  year: number;
  cost: number;
}

function cells(rows: readonly Placement[]): CostCell[] {
  return rows.map(({ type, band, year, cost }) => ({ type, band, year, n: 1, sum: cost, sumSquares: cost * cost }));
}

const placement: fc.Arbitrary<Placement> = fc.record({
  group: fc.constantFrom('A', 'B', 'C'),
  type: fc.constantFrom('Foster', 'Residential'),
  band: fc.constantFrom('Lower', 'Higher'),
  year: fc.constantFrom(2024, 2025),
  cost: fc.integer({ min: 100, max: 9000 }),
});

/** The definition, row by row: the rows of the region that stand beside this one. */
function peers(pool: readonly Placement[], row: Placement): number[] {
  const tests = [
    (p: Placement) => p.type === row.type && p.band === row.band && p.year === row.year,
    (p: Placement) => p.type === row.type && p.band === row.band,
  ];
  for (const like of tests) {
    const found = pool.filter(like);
    if (found.length >= 10) return found.map((p) => p.cost);
  }
  return pool.filter((p) => p.type === row.type).map((p) => p.cost);
}

const mean = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0) / xs.length;
const variance = (xs: readonly number[]) =>
  xs.length > 1 ? xs.reduce((sum, x) => sum + (x - mean(xs)) ** 2, 0) / (xs.length - 1) : 0;

test('ratio, standard error and gap equal the row-by-row definition', () => {
  fc.assert(
    fc.property(fc.array(placement, { minLength: 1, maxLength: 80 }), (pool) => {
      const regional = regionalCosts(cells(pool));
      for (const group of ['A', 'B', 'C']) {
        const own = pool.filter((p) => p.group === group);
        const result = likeForLike(cells(own), regional);
        if (own.length === 0) {
          expect(result).toBeNull();
          continue;
        }
        const expected = own.reduce((sum, p) => sum + mean(peers(pool, p)), 0);
        const observed = own.reduce((sum, p) => sum + p.cost, 0);
        const spread = own.reduce((sum, p) => sum + variance(peers(pool, p)), 0);
        expect(result?.ratio).toBeCloseTo(observed / expected, 9);
        expect(result?.se).toBeCloseTo(Math.sqrt(spread) / expected, 5);
        expect(result?.gap).toBeCloseTo((observed - expected) / own.length, 6);
      }
    }),
  );
});

test('the region as a whole paid exactly what the region paid', () => {
  fc.assert(
    fc.property(fc.array(placement, { minLength: 1, maxLength: 60 }), (pool) => {
      // Wider strata break the identity, so every row is put in one stratum.
      const level = pool.map((p) => ({ ...p, band: 'Lower', year: 2025 }));
      expect(likeForLike(cells(level), regionalCosts(cells(level)))?.ratio).toBeCloseTo(1, 9);
    }),
  );
});

test('ten in a stratum are enough for it, nine borrow from the wider one', () => {
  const stratum = { type: 'Foster', band: 'Lower', year: 2025 };
  const filler: CostCell = { type: 'Foster', band: 'Lower', year: 2024, n: 11, sum: 11 * 900, sumSquares: 11 * 810000 };
  const own = (n: number): CostCell => ({ ...stratum, n, sum: n * 600, sumSquares: n * 360000 });
  expect(regionalCosts([own(10), filler])(stratum)).toMatchObject({ mean: 600, n: 10, level: 'type, need and year' });
  expect(regionalCosts([own(9), filler])(stratum)).toMatchObject({ mean: 765, n: 20, level: 'type and need' });
  expect(regionalCosts([own(9)])(stratum)).toMatchObject({ mean: 600, n: 9, level: 'type' });
});

test('a type the region never paid for compares with nothing', () => {
  expect(regionalCosts([])({ type: 'Foster', band: 'Lower', year: 2025 })).toBeNull();
  expect(likeForLike([], regionalCosts([]))).toBeNull();
});

test('one placement alone in its type is itself: ratio 1, no width', () => {
  const one: CostCell = { type: 'Foster', band: 'Lower', year: 2025, n: 1, sum: 700, sumSquares: 490000 };
  expect(likeForLike([one], regionalCosts([one]))).toMatchObject({ ratio: 1, se: 0, gap: 0, n: 1 });
});
