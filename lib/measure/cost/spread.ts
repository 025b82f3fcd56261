/** Promises that a distribution is shown only as far as its size supports, and says why where it is not. */
import type { Cell, Column, TableRow, Withheld } from '@/lib/figure/figure';
import type { Context } from '@/lib/measure/context';
import { fewest } from '@/lib/measure/cost/caveat';
import { type TypeCosts, trait } from '@/lib/measure/cost/packed-costs';
import { capitalised, comparesView } from '@/lib/measure/needs/rate';
import { groupedSpread, noGroup, plainGrouping, type Spread } from '@/lib/method/grouped-spread';

export const emptySpread: Spread = { n: 0, sum: 0, quantiles: [] };

const none: Withheld = { symbol: 'z', reason: 'No placements' };

function unreliable(minimum: number): Withheld {
  return { symbol: 'u', reason: `Fewer than ${minimum} placements` };
}

/** A statistic of `n` placements, or why it is not shown. */
export function steady(n: number, minimum: number, value: number | undefined): Cell {
  return n >= minimum && value !== undefined ? value : unreliable(minimum);
}

/** `n, mean, median, q1, q3, p10, p90` in £ a week. */
export function spreadCells({ n, sum, quantiles }: Spread): TableRow {
  const [p10, q1, median, q3, p90] = quantiles;
  return {
    n,
    // No minimum of its own (methods §2); what is shared hides it below the same number as a median.
    mean: n > 0 ? sum / n : none,
    median: steady(n, fewest.median, median),
    q1: steady(n, fewest.quartiles, q1),
    q3: steady(n, fewest.quartiles, q3),
    p10: steady(n, fewest.tails, p10),
    p90: steady(n, fewest.tails, p90),
  };
}

export function medianOf({ n, quantiles }: Spread): Cell {
  return steady(n, fewest.median, quantiles[2]);
}

export const spreadColumns: readonly Column[] = [
  { name: 'n', label: 'Placements', kind: 'count' },
  { name: 'mean', label: 'Mean', kind: 'pounds' },
  { name: 'median', label: 'Median', kind: 'pounds' },
  { name: 'q1', label: 'Lower quartile', kind: 'pounds' },
  { name: 'q3', label: 'Upper quartile', kind: 'pounds' },
  { name: 'p10', label: '10th percentile', kind: 'pounds' },
  { name: 'p90', label: '90th percentile', kind: 'pounds' },
];

/** The columns of `spreadCells`, and of the comparison where the whole view is one side of it. */
export function costColumns({ sides }: Context): readonly Column[] {
  return comparesView(sides) ? [...spreadColumns, ...comparisonColumns(sides.beforeWords)] : spreadColumns;
}

export function comparisonColumns(against: string): readonly Column[] {
  const name = capitalised(against);
  return [
    { name: 'comparisonN', label: `${name}: placements`, kind: 'count', hidden: true },
    { name: 'comparisonMedian', label: `${name}: median`, kind: 'pounds' },
  ];
}

export function comparisonCells(before: Spread): TableRow {
  return { comparisonN: before.n, comparisonMedian: medianOf(before) };
}

/** One row's cells from the view's spread and the other side's. */
export function costCells(view: Spread, before: Spread | undefined, { sides }: Context): TableRow {
  const own = spreadCells(view);
  return comparesView(sides) ? { ...own, ...comparisonCells(before ?? emptySpread) } : own;
}

/** Each placement's group in some slices, `noGroup` for the rest. */
export function groupCodes(
  costs: TypeCosts,
  slices: readonly number[],
  groupOf: (traits: number) => number,
): Uint16Array {
  const among = Array.from({ length: 8 }, (_, slice) => slices.includes(slice));
  const codes = new Uint16Array(costs.cost.length);
  for (let i = 0; i < codes.length; i += 1) {
    const traits = costs.traits[i] ?? 0;
    codes[i] = among[trait.slice(traits)] ? groupOf(traits) : noGroup;
  }
  return codes;
}

/** The spread of one type's costs in each of `groups`. */
export function spreadsBy(
  costs: TypeCosts | undefined,
  slices: readonly number[],
  groups: number,
  groupOf: (traits: number) => number,
): readonly Spread[] {
  if (costs === undefined || slices.length === 0) return Array.from({ length: groups }, () => emptySpread);
  return groupedSpread(costs.cost, groupCodes(costs, slices, groupOf), plainGrouping(groups));
}
