import { attackRanges, type Position, withTotals } from '@/lib/disclosure/attack';
import type { Grid } from '@/lib/disclosure/network';

/** A small deterministic generator (mulberry32), so a failure can be repeated. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Counts as placements fall: many small, a few large, `zeros` the share of empty cells. */
export function randomTable(next: () => number, rows: number, columns: number, zeros: number, scale: number): Grid {
  const core = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => (next() < zeros ? 0 : Math.floor(next() ** 2 * scale))),
  );
  return withTotals(core);
}

export function smallCells(grid: Grid, threshold: number): readonly Position[] {
  return grid.flatMap((row, i) =>
    row.flatMap((value, j): Position[] => (value > 0 && value < threshold ? [[i, j]] : [])),
  );
}

/** The narrowest range an attacker finds for any small cell; Infinity when there is none; −1 when one is published. */
export function narrowest(grid: Grid, hidden: readonly Position[], threshold: number): number {
  const keys = new Set(hidden.map(String));
  const small = smallCells(grid, threshold);
  if (small.some((cell) => !keys.has(String(cell)))) return -1;
  const ranges = attackRanges(grid, hidden);
  return hidden.reduce((least, cell, i) => {
    const range = ranges[i];
    const isSmall = (grid[cell[0]]?.[cell[1]] ?? 0) < threshold;
    return isSmall && range ? Math.min(least, range.high - range.low) : least;
  }, Number.POSITIVE_INFINITY);
}

export function sumOf(grid: Grid, cells: readonly Position[]): number {
  return cells.reduce((sum, [row, column]) => sum + (grid[row]?.[column] ?? 0), 0);
}

/**
 * The least that can be hidden (sum of counts beyond the small cells), by trying every set of cells, cheapest
 * branches first; null when no pattern is safe. For tables small enough.
 */
export function optimum(grid: Grid, threshold: number, bound: number): number | null {
  const primary = smallCells(grid, threshold);
  const keys = new Set(primary.map(String));
  const rest: Position[] = grid.flatMap((row, i) =>
    row.flatMap((value, j): Position[] => (value > 0 && !keys.has(String([i, j])) ? [[i, j]] : [])),
  );
  rest.sort((a, b) => sumOf(grid, [b]) - sumOf(grid, [a]));
  if (narrowest(grid, [...primary, ...rest], threshold) < threshold) return null;
  let best = bound;
  let found: number | null = null;
  const visit = (at: number, chosen: Position[], cost: number): void => {
    if (cost >= best) return;
    if (narrowest(grid, [...primary, ...chosen], threshold) >= threshold) {
      best = cost;
      found = cost;
      return;
    }
    const item = rest[at];
    if (!item) return;
    // Dropping this cell must leave enough behind it.
    if (narrowest(grid, [...primary, ...chosen, ...rest.slice(at + 1)], threshold) >= threshold) {
      visit(at + 1, chosen, cost);
    }
    visit(at + 1, [...chosen, item], cost + sumOf(grid, [item]));
  };
  visit(0, [], 0);
  return found ?? bound;
}
