/** Whether the hidden cells of a table leave its small ones wide enough a range. */
import { Flow, type Network } from './network';

export interface CountTable {
  readonly network: Network;
  /** True counts by cell index. */
  readonly values: Float64Array;
  readonly threshold: number;
  /** Cells of 1 to threshold − 1. */
  readonly small: readonly number[];
}

export function flowOf(table: CountTable, hidden: Iterable<number>): Flow {
  const flow = new Flow(table.network);
  for (const index of hidden) hide(flow, table, index);
  return flow;
}

export function hide(flow: Flow, table: CountTable, index: number): void {
  flow.set(index, { up: Number.POSITIVE_INFINITY, down: (table.values[index] as number) - 1 });
}

export function show(flow: Flow, index: number): void {
  flow.set(index, { up: 0, down: 0 });
}

/** The width of a cell's range, counted no further than the threshold; the cells it leans on stay in `flow.touched`. */
export function widthOf(flow: Flow, cell: number, threshold: number): number {
  const up = flow.reach(cell, 'up', threshold);
  if (up >= threshold) return up;
  const used = flow.touched;
  const down = flow.reach(cell, 'down', threshold - up);
  flow.touch(used);
  return up + down;
}

export function isWide(flow: Flow, cell: number, threshold: number): boolean {
  return widthOf(flow, cell, threshold) >= threshold;
}

export function isSafe(flow: Flow, table: CountTable): boolean {
  return table.small.every((cell) => isWide(flow, cell, table.threshold));
}
