import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attackRanges, type Position, withTotals } from '@/lib/disclosure/attack';
import type { Grid } from '@/lib/disclosure/network';
import { suppress } from '@/lib/disclosure/suppress';
import { narrowest, optimum, random, randomTable, smallCells, sumOf } from './support/table';

const vectors = resolve(process.cwd(), '../shared/reference/vectors/suppression.json');

function hiddenIn(grid: Grid, threshold = 5): readonly Position[] {
  const result = suppress(grid, threshold);
  if (result.kind === 'withheld') throw new Error('withheld');
  return result.hidden;
}

describe.skipIf(!existsSync(vectors))('suppression of the reference tables', () => {
  interface Example {
    readonly tableWithTotals: Grid;
    readonly primary: readonly Position[];
    readonly extraValueLost: number;
  }
  // Read even where the tests are skipped: the describing runs all the same.
  const text = existsSync(vectors) ? readFileSync(vectors, 'utf8') : '{"tables":{}}';
  const { tables } = JSON.parse(text) as { tables: Record<string, Example> };

  it.each(Object.entries(tables))('%s is safe and loses no more than the reference pattern', (_, example) => {
    const grid = example.tableWithTotals;
    const hidden = hiddenIn(grid);
    expect(narrowest(grid, hidden, 5)).toBeGreaterThanOrEqual(5);
    expect(sumOf(grid, hidden) - sumOf(grid, example.primary)).toBeLessThanOrEqual(example.extraValueLost);
  });
});

describe('suppression', () => {
  it('leaves no small cell with a range narrower than the threshold in 10,000 random tables', () => {
    const next = random(20261121);
    let withSmall = 0;
    let withheld = 0;
    for (let i = 0; i < 10_000; i++) {
      const threshold = [5, 5, 5, 6, 10][i % 5] as number;
      const grid = randomTable(
        next,
        2 + Math.floor(next() * 5),
        2 + Math.floor(next() * 5),
        next() * 0.5,
        10 + next() * 60,
      );
      const small = smallCells(grid, threshold);
      if (small.length > 0) withSmall++;
      const result = suppress(grid, threshold);
      if (result.kind === 'withheld') withheld++;
      else expect(narrowest(grid, result.hidden, threshold), JSON.stringify(grid)).toBeGreaterThanOrEqual(threshold);
    }
    expect(withSmall).toBeGreaterThan(8_000);
    expect(withheld).toBeLessThan(200);
  });

  it('loses at most 1.5 times what trying every pattern would, and on average hardly more', () => {
    const next = random(11);
    const ratios: number[] = [];
    while (ratios.length < 500) {
      const side = (): number => 2 + Math.floor(next() * 2.3);
      const grid = randomTable(next, side(), side(), 0.15, 20 + Math.floor(next() * 40));
      const small = smallCells(grid, 5);
      const result = suppress(grid, 5);
      if (small.length === 0) continue;
      if (result.kind === 'withheld') {
        expect(optimum(grid, 5, Number.POSITIVE_INFINITY)).toBeNull();
        continue;
      }
      const lost = sumOf(grid, result.hidden) - sumOf(grid, small);
      ratios.push(lost === 0 ? 1 : lost / (optimum(grid, 5, lost) ?? 0));
    }
    expect(Math.max(...ratios)).toBeLessThanOrEqual(1.5);
    expect(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length).toBeLessThan(1.02);
  });

  it('publishes zeros, hides nothing without small cells, and is the same every time', () => {
    const cell = fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 90 }), fc.integer({ min: 0, max: 20 }));
    const core = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(core, (cells) => {
        const grid = withTotals(cells);
        const result = suppress(grid, 5);
        expect(suppress(grid, 5)).toEqual(result);
        if (result.kind === 'withheld') return;
        expect(result.hidden.every(([row, column]) => (grid[row]?.[column] ?? 0) > 0)).toBe(true);
        if (smallCells(grid, 5).length === 0) expect(result.hidden).toEqual([]);
      }),
    );
  });

  it('never leans on a cell that is known from elsewhere', () => {
    const grid = withTotals([
      [12, 3, 20],
      [15, 18, 9],
      [8, 25, 31],
    ]);
    const known: Position[] = [
      [0, 0],
      [1, 1],
    ];
    const result = suppress(grid, 5, { known });
    if (result.kind === 'withheld') throw new Error('withheld');
    expect(result.hidden.map(String)).not.toContain('0,0');
    expect(narrowest(grid, result.hidden, 5)).toBeGreaterThanOrEqual(5);
  });

  it('hides a whole margin with its cells when the margin itself is small', () => {
    const grid = withTotals([
      [1, 2],
      [30, 40],
    ]);
    const hidden = hiddenIn(grid);
    const rowTotal = hidden.findIndex(([row, column]) => row === 0 && column === 2);
    expect(rowTotal).toBeGreaterThanOrEqual(0);
    const range = attackRanges(grid, hidden)[rowTotal];
    expect((range?.high ?? 0) - (range?.low ?? 0)).toBeGreaterThanOrEqual(5);
  });

  it('withholds a table in which nothing could protect a small cell', () => {
    const grid = withTotals([[3, 3]]);
    expect(suppress(grid, 5).kind).toBe('published');
    expect(suppress(grid, 5, { known: [[1, 2]] }).kind).toBe('withheld');
  });
});
