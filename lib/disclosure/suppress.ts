/**
 * Hides the small cells of a two-way table and as few others as will keep every small cell's possible
 * range at least the threshold wide, or says that the table cannot be published.
 */
import { assertAdditive, type Position } from './attack';
import { cheapestCycle } from './cycle';
import { type Flow, type Grid, tableNetwork } from './network';
import { lostBy, search, unhide } from './unhide';
import { type CountTable, flowOf, hide, isWide, show, widthOf } from './width';

export type Suppression =
  | { readonly kind: 'published'; readonly hidden: readonly Position[]; readonly primary: readonly Position[] }
  /** Nothing left to hide would protect a small cell (too many zeros around it). */
  | { readonly kind: 'withheld' };

/** Beyond this many small cells one ordering is tried, not several: the gain no longer pays for the time. */
const thorough = 12;
/** Trials of the closing search. Tables up to about 4 × 4 are solved exactly within it. */
const trials = 160;
const searchable = 16;

export interface SuppressOptions {
  /** Cells that must be hidden for other reasons. */
  readonly also?: readonly Position[];
  /** Cells a reader knows from elsewhere: hiding them would protect nothing. */
  readonly known?: readonly Position[];
}

/**
 * `grid`: whole counts ≥ 0, totals as last row and column (RangeError when they do not add up).
 * Information lost, which is kept low, is the sum of the counts hidden beyond those that had to be.
 */
export function suppress(grid: Grid, threshold: number, { also = [], known = [] }: SuppressOptions = {}): Suppression {
  assertAdditive(grid);
  const columns = grid[0]?.length ?? 0;
  const values = Float64Array.from(grid.flat());
  const small: number[] = [];
  values.forEach((value, index) => {
    if (value > 0 && value < threshold) small.push(index);
  });
  const indexOf = ([row, column]: Position): number => row * columns + column;
  // A known cell carries nothing, exactly as a zero.
  for (const cell of known) if (!small.includes(indexOf(cell))) values[indexOf(cell)] = 0;
  const table: CountTable = { network: tableNetwork(grid.length, columns), values, threshold, small };
  const forced = new Set([...small, ...also.map(indexOf).filter((index) => values[index] !== 0)]);
  const pattern = cheapest(table, forced);
  if (!pattern) return { kind: 'withheld' };
  const position = (index: number): Position => [Math.floor(index / columns), index % columns];
  const hidden = [...pattern].sort((a, b) => a - b).map(position);
  return { kind: 'published', hidden, primary: small.map(position) };
}

function cheapest(table: CountTable, forced: ReadonlySet<number>): ReadonlySet<number> | null {
  let best: ReadonlySet<number> | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const order of orders(table)) {
    // The second price adds a flat charge a cell: fewer, larger cells sometimes lose less in the end.
    for (const flat of table.small.length > thorough ? [0] : [0, averageOf(table.values) / 4]) {
      const greedy = protectAll(table, forced, order, flat);
      if (!greedy) return null;
      const hidden = unhide(table, greedy, forced);
      const lost = lostBy(table, hidden, forced);
      if (lost < least) {
        best = hidden;
        least = lost;
      }
    }
  }
  if (!best || least === 0) return best;
  const shown = table.values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) - forced.size;
  if (shown <= searchable) return search(table, best, forced, trials);
  return table.small.length > thorough ? best : without(table, best, forced);
}

/** Tries again without each hidden cell in turn, as long as that loses less. */
function without(table: CountTable, pattern: ReadonlySet<number>, forced: ReadonlySet<number>): ReadonlySet<number> {
  let best = pattern;
  let least = lostBy(table, pattern, forced);
  for (const index of [...pattern].sort((a, b) => a - b)) {
    if (forced.has(index)) continue;
    for (const order of orders(table)) {
      const greedy = protectAll(table, forced, order, 0, index);
      const hidden = greedy && unhide(table, greedy, forced);
      const lost = hidden ? lostBy(table, hidden, forced) : least;
      if (hidden && lost < least) {
        best = hidden;
        least = lost;
      }
    }
  }
  return best;
}

function orders({ small, values }: CountTable): readonly (readonly number[])[] {
  const ascending = [...small].sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  return small.length > thorough ? [ascending] : [ascending, [...ascending].reverse(), small, [...small].reverse()];
}

function averageOf(values: Float64Array): number {
  const shown = values.filter((value) => value > 0);
  return shown.length ? shown.reduce((sum, value) => sum + value, 0) / shown.length : 0;
}

function protectAll(
  table: CountTable,
  forced: ReadonlySet<number>,
  order: readonly number[],
  flat: number,
  avoid = -1,
) {
  const hidden = new Set(forced);
  const cost = table.values.map((value, index) => (hidden.has(index) ? 0 : value + flat + 1e-3));
  if (avoid >= 0) cost[avoid] = (cost[avoid] ?? 0) + 1e6;
  const flow = flowOf(table, hidden);
  for (const cell of order) {
    while (!isWide(flow, cell, table.threshold)) {
      const cells = nextCells(table, cost, cell) ?? anyCells(table, cost, cell, flow);
      if (!cells) return null;
      for (const index of cells) {
        hidden.add(index);
        cost[index] = 0;
        hide(flow, table, index);
      }
    }
  }
  return hidden;
}

/** The cheapest loop that suffices on its own; else the widest loop that adds something. */
function nextCells(table: CountTable, cost: Float64Array, cell: number): readonly number[] | null {
  const { network, values, threshold } = table;
  const own = (values[cell] as number) - 1;
  for (let width = threshold; width > 0; width--) {
    let best: { readonly cells: readonly number[]; readonly cost: number } | null = null;
    for (let fall = Math.min(own, width); fall >= 0; fall--) {
      const cycle = cheapestCycle({ network, values, cost }, cell, width - fall, fall);
      if (cycle && cycle.cost > 0 && (!best || cycle.cost < best.cost)) best = cycle;
    }
    if (best) return best.cells;
  }
  return null;
}

/** Last resort, when no single loop helps: whatever a flow through every cell would use. */
function anyCells(table: CountTable, cost: Float64Array, cell: number, flow: Flow): readonly number[] | null {
  const width = widthOf(flow, cell, table.threshold);
  const shown = [...cost.keys()].filter((index) => (cost[index] as number) > 0 && table.values[index] !== 0);
  for (const index of shown) hide(flow, table, index);
  const possible = widthOf(flow, cell, table.threshold) > width;
  const used = flow.touched.filter((index) => (cost[index] as number) > 0);
  for (const index of shown) show(flow, index);
  return possible && used.length > 0 ? used : null;
}
