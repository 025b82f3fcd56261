/** Gives back what a first pattern of suppression hid without need. */
import { type CountTable, flowOf, hide, isSafe, isWide, show, widthOf } from './width';

/** Shows again, dearest first, whatever the small cells do not need. Only small cells that leaned on a cell are asked. */
export function unhide(table: CountTable, pattern: ReadonlySet<number>, forced: ReadonlySet<number>): Set<number> {
  const hidden = new Set(pattern);
  const flow = flowOf(table, hidden);
  const support = new Map<number, ReadonlySet<number>>();
  for (const cell of table.small) {
    widthOf(flow, cell, table.threshold);
    support.set(cell, new Set(flow.touched));
  }
  for (const index of dearestFirst(table, hidden, forced)) {
    show(flow, index);
    const renewed = new Map<number, ReadonlySet<number>>();
    const free = table.small.every((cell) => {
      if (!support.get(cell)?.has(index)) return true;
      const wide = isWide(flow, cell, table.threshold);
      renewed.set(cell, new Set(flow.touched));
      return wide;
    });
    if (free) {
      hidden.delete(index);
      for (const [cell, cells] of renewed) support.set(cell, cells);
    } else hide(flow, table, index);
  }
  return hidden;
}

/**
 * The cheapest pattern by dropping cells dearest first with backtracking, within `budget` trials: exact on
 * small tables, no worse than `pattern` on any. Counted in trials, not time, so the same table always gives the same answer.
 */
export function search(
  table: CountTable,
  pattern: ReadonlySet<number>,
  forced: ReadonlySet<number>,
  budget: number,
): ReadonlySet<number> {
  const all = [...table.values.keys()].filter((index) => table.values[index] !== 0);
  const candidates = dearestFirst(table, all, forced);
  const flow = flowOf(table, all);
  let best = lostBy(table, pattern, forced);
  let found = pattern;
  let left = budget;
  const visit = (at: number, kept: readonly number[], cost: number): void => {
    if (cost >= best || left <= 0) return;
    const index = candidates[at];
    if (index === undefined) {
      best = cost;
      found = new Set([...forced, ...kept]);
      return;
    }
    left -= 1;
    show(flow, index);
    if (isSafe(flow, table)) visit(at + 1, kept, cost);
    hide(flow, table, index);
    visit(at + 1, [...kept, index], cost + (table.values[index] as number));
  };
  visit(0, [], 0);
  return found;
}

/** Information lost: the counts hidden beyond those that had to be. */
export function lostBy(table: CountTable, hidden: Iterable<number>, forced: ReadonlySet<number>): number {
  let lost = 0;
  for (const index of hidden) if (!forced.has(index)) lost += table.values[index] as number;
  return lost;
}

function dearestFirst(table: CountTable, hidden: Iterable<number>, forced: ReadonlySet<number>): number[] {
  const { values } = table;
  const extra = [...hidden].filter((index) => !forced.has(index));
  return extra.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
}
