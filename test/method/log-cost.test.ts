import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitLogCost, type GroupSums } from '@/lib/method/log-cost';

interface Observation {
  group: string;
  x: number[];
  y: number;
}

function sums(rows: readonly Observation[]): GroupSums[] {
  return [...new Set(rows.map((row) => row.group))].map((group) => {
    const own = rows.filter((row) => row.group === group);
    const size = own[0]?.x.length ?? 0;
    const total = (value: (row: Observation) => number) => own.reduce((sum, row) => sum + value(row), 0);
    const at = (row: Observation, i: number) => row.x[i] ?? 0;
    const columns = Array.from({ length: size }, (_, i) => i);
    return {
      group,
      n: own.length,
      sumY: total((row) => row.y),
      sumYY: total((row) => row.y ** 2),
      sumX: columns.map((i) => total((row) => at(row, i))),
      sumXY: columns.map((i) => total((row) => at(row, i) * row.y)),
      sumXX: columns.flatMap((i) => columns.slice(i).map((j) => total((row) => at(row, i) * at(row, j)))),
    };
  });
}

/** Dense least squares by Gauss–Jordan on a design with sum-to-zero group columns: another road to the same numbers. */
function dense(rows: readonly Observation[], groups: readonly string[]) {
  const last = groups.at(-1);
  const design = rows.map((row) => [
    1,
    ...row.x,
    ...groups.slice(0, -1).map((group) => (row.group === group ? 1 : row.group === last ? -1 : 0)),
  ]);
  const size = design[0]?.length ?? 0;
  const at = (matrix: readonly number[][], i: number, j: number) => matrix[i]?.[j] ?? 0;
  const matrix = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (__, j) => design.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)),
    ...Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)),
    design.reduce((sum, row, r) => sum + (row[i] ?? 0) * (rows[r]?.y ?? 0), 0),
  ]);
  for (let k = 0; k < size; k += 1) {
    const best = Array.from({ length: size - k }, (_, i) => k + i).sort(
      (a, b) => Math.abs(at(matrix, b, k)) - Math.abs(at(matrix, a, k)),
    )[0] as number;
    [matrix[k], matrix[best]] = [matrix[best] as number[], matrix[k] as number[]];
    const pivot = at(matrix, k, k);
    matrix[k] = (matrix[k] ?? []).map((value) => value / pivot);
    for (let i = 0; i < size; i += 1) {
      const factor = at(matrix, i, k);
      if (i !== k) matrix[i] = (matrix[i] ?? []).map((value, j) => value - factor * at(matrix, k, j));
    }
  }
  const beta = matrix.map((row) => row.at(-1) ?? 0);
  const residual = design.reduce(
    (sum, row, r) => sum + ((rows[r]?.y ?? 0) - row.reduce((fit, x, i) => fit + x * (beta[i] ?? 0), 0)) ** 2,
    0,
  );
  const sigma = residual / (rows.length - size);
  return { beta, sigma, se: beta.map((_, i) => Math.sqrt(sigma * at(matrix, i, size + i))) };
}

function random(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

function pool(seed: number, n = 120): Observation[] {
  const next = random(seed);
  return Array.from({ length: n }, (_, i) => {
    const residential = next() < 0.3 ? 1 : 0;
    const risks = Math.floor(next() * 6);
    const group = ['A', 'B', 'C', 'D'][i % 4] as string;
    const noise = next() + next() - 1;
    const y =
      6.4 + 1.9 * residential + 0.05 * risks + 0.08 * risks * residential + (group === 'B' ? 0.2 : 0) + noise * 0.3;
    return { group, x: [residential, risks, risks * residential], y };
  });
}

const columns = ['Residential', 'Each risk', 'Each risk, residential'];

test('coefficients, group effects and their errors equal dense least squares with sum-to-zero groups', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const rows = pool(seed);
      const model = fitLogCost(columns, sums(rows));
      const reference = dense(rows, ['A', 'B', 'C', 'D']);
      expect(model?.residualVariance).toBeCloseTo(reference.sigma, 8);
      model?.effects.forEach((effect, i) => {
        expect(effect.coefficient).toBeCloseTo(reference.beta[i + 1] ?? Number.NaN, 7);
        expect(effect.se).toBeCloseTo(reference.se[i + 1] ?? Number.NaN, 7);
      });
      model?.groups.slice(0, 3).forEach((effect, i) => {
        expect(effect.coefficient).toBeCloseTo(reference.beta[i + 4] ?? Number.NaN, 7);
        expect(effect.se).toBeCloseTo(reference.se[i + 4] ?? Number.NaN, 7);
      });
      expect(model?.groups.reduce((sum, effect) => sum + effect.coefficient, 0)).toBeCloseTo(0, 9);
    }),
    { numRuns: 20 },
  );
});

test('without noise the truth comes back: 20 % more in one of two groups, double in residential', () => {
  const rows: Observation[] = [0, 1].flatMap((group) =>
    [0, 1, 0, 1].map((x) => ({ group: String(group), x: [x], y: 6 + Math.log(2) * x + Math.log(1.2) * group })),
  );
  const model = fitLogCost(['Residential'], sums(rows));
  expect(model?.effects[0]?.percent).toBeCloseTo(100, 8);
  expect(model?.groups[1]?.percent).toBeCloseTo(100 * (Math.sqrt(1.2) - 1), 8);
  expect(model?.explained).toBeCloseTo(1, 9);
});

test('a column that repeats another, never varies, or varies only between groups is dropped and named', () => {
  const rows = pool(7).map((row) => ({
    ...row,
    x: [...row.x, (row.x[0] ?? 0) * 2, 3, row.group === 'A' ? 1 : 0],
  }));
  const model = fitLogCost([...columns, 'twice', 'always', 'only A'], sums(rows));
  expect(model?.dropped).toEqual(['twice', 'always', 'only A']);
  const plain = fitLogCost(columns, sums(pool(7)));
  expect(model?.effects.map((effect) => effect.coefficient)).toEqual(
    plain?.effects.map((effect) => expect.closeTo(effect.coefficient, 8)),
  );
});

test('one group has no effect against itself; too few placements give no model', () => {
  const rows = pool(3).map((row) => ({ ...row, group: 'A' }));
  expect(fitLogCost(columns, sums(rows))?.groups[0]).toMatchObject({ coefficient: 0, se: 0, percent: 0 });
  expect(fitLogCost(columns, [])).toBeNull();
  expect(fitLogCost(columns, sums(pool(3, 4)))).toBeNull();
});

test('sums of products may stand in one group for all: only their totals matter', () => {
  const rows = Array.from({ length: 40 }, (_, at) => ({
    group: 'abc'[at % 3] ?? 'a',
    x: [at % 2, (at * 7) % 5],
    y: 6 + (at % 2) * 0.4 + ((at * 7) % 5) * 0.1 + ((at * 13) % 7) / 20,
  }));
  const each = sums(rows);
  const totals = (of: 'sumXY' | 'sumXX') =>
    each[0]?.[of].map((_, i) => each.reduce((sum, group) => sum + (group[of][i] ?? 0), 0)) ?? [];
  const together = each.map((group, at) => ({
    ...group,
    sumXY: at === 0 ? totals('sumXY') : [],
    sumXX: at === 0 ? totals('sumXX') : [],
  }));
  const [one, other] = [fitLogCost(['a', 'b'], each), fitLogCost(['a', 'b'], together)];
  expect(one?.effects.length).toBe(2);
  one?.coefficients.forEach((value, i) => {
    expect(other?.coefficients[i]).toBeCloseTo(value, 12);
  });
  expect(other?.residualVariance).toBeCloseTo(one?.residualVariance ?? Number.NaN, 12);
});
