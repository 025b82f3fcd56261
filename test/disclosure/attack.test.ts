import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attackRanges, type Position, withTotals } from '@/lib/disclosure/attack';
import type { Grid } from '@/lib/disclosure/network';

const folder = resolve(process.cwd(), '../shared/reference/vectors');
const read = <T>(name: string): T => JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as T;

interface Case {
  readonly tableWithTotals: Grid;
  readonly suppressed: readonly Position[];
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
}

function expectRanges(grid: Grid, hidden: readonly Position[], expected: Case['ranges']): void {
  const found = attackRanges(grid, hidden);
  hidden.forEach(([row, column], i) => {
    expect([found[i]?.low, found[i]?.high]).toEqual(expected[`${row},${column}`]);
  });
}

describe.skipIf(!existsSync(folder))('attack on the reference tables', () => {
  it('finds every published range exactly', () => {
    const { cases } = read<{ cases: readonly Case[] }>('attack-range-cases.json');
    expect(cases.length).toBeGreaterThan(50);
    for (const item of cases) expectRanges(item.tableWithTotals, item.suppressed, item.ranges);
  });

  it('finds the ranges of the suppression examples, primary alone and with the reference pattern', () => {
    type Example = Readonly<Record<string, unknown>> & { readonly tableWithTotals: Grid };
    const file = read<{ tables: Record<string, Example>; patternsForChecker: readonly Example[] }>('suppression.json');
    for (const table of Object.values(file.tables)) {
      const pairs = [
        ['primary', 'primaryOnly_attackRanges'],
        ['referenceSafePattern', 'referencePattern_attackRanges'],
      ] as const;
      for (const [cells, ranges] of pairs) {
        expectRanges(table.tableWithTotals, table[cells] as Position[], table[ranges] as Case['ranges']);
      }
    }
    for (const pattern of file.patternsForChecker) {
      expectRanges(pattern.tableWithTotals, pattern.suppressed as Position[], pattern.attackRanges as Case['ranges']);
    }
  });
});

describe('attack', () => {
  it('finds no upper bound when a cell and all its totals are hidden', () => {
    const grid = withTotals([
      [3, 10],
      [10, 10],
    ]);
    const [range] = attackRanges(grid, [
      [0, 0],
      [0, 2],
      [2, 0],
      [2, 2],
    ]);
    expect(range).toEqual({ low: 1, high: Number.POSITIVE_INFINITY });
  });

  it('refuses a table that does not add up', () => {
    expect(() => attackRanges([[1, 2]], [[0, 0]])).toThrow(RangeError);
  });
});
