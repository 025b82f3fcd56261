/**
 * What a careful reader can work out about the hidden cells of a published two-way table: the exact
 * lowest and highest value each can have, given every published cell, additivity and, because zeros are
 * published, at least 1 in every hidden cell.
 */
import { Flow, type Freedom, type Grid, tableNetwork } from './network';

export interface Range {
  readonly low: number;
  /** Infinity when nothing published bounds it. */
  readonly high: number;
}

export type Position = readonly [row: number, column: number];

/**
 * Exact ranges of the hidden cells, in the order given. `grid` holds the true counts, totals last.
 * Throws RangeError when the grid does not add up: its ranges would be fiction.
 */
export function attackRanges(grid: Grid, hidden: readonly Position[]): readonly Range[] {
  const freedom = new Map<number, Freedom>();
  const columns = grid[0]?.length ?? 0;
  for (const [row, column] of hidden) {
    freedom.set(row * columns + column, { up: Number.POSITIVE_INFINITY, down: (grid[row]?.[column] ?? 0) - 1 });
  }
  return attackWithin(grid, hidden, freedom);
}

/** As `attackRanges`, where any cell may be known only within bounds (rounded cells): freedom by cell index. */
export function attackWithin(
  grid: Grid,
  cells: readonly Position[],
  freedom: ReadonlyMap<number, Freedom>,
): readonly Range[] {
  assertAdditive(grid);
  const columns = grid[0]?.length ?? 0;
  const flow = new Flow(tableNetwork(grid.length, columns));
  for (const [index, free] of freedom) flow.set(index, free);
  return cells.map(([row, column]) => {
    const value = grid[row]?.[column] ?? 0;
    const index = row * columns + column;
    return {
      low: value - flow.reach(index, 'down', Number.POSITIVE_INFINITY),
      high: value + flow.reach(index, 'up', Number.POSITIVE_INFINITY),
    };
  });
}

/** Adds the totals' row and column to a core table. */
export function withTotals(core: Grid): Grid {
  const rows = core.map((row) => [...row, row.reduce((sum, value) => sum + value, 0)]);
  const width = rows[0]?.length ?? 1;
  return [
    ...rows,
    Array.from({ length: width }, (_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)),
  ];
}

export function assertAdditive(grid: Grid): void {
  const again = withTotals(grid.slice(0, -1).map((row) => row.slice(0, -1)));
  const same = again.every((row, i) => row.every((value, j) => value === grid[i]?.[j]));
  if (!same) throw new RangeError('The table does not add up to its totals.');
}
