/** Two years of months, whatever the period chosen, for the small line beside a number. */
import type { TableRow } from '@/lib/figure/figure';
import type { Context, Sides } from '@/lib/measure/context';
import { monthText } from '@/lib/view/month';

export const sparklineMonths = 24;

/** Slices that belong to the view's own authorities: the "before" rows do only when the comparison is in time. */
export function ownSlices({ kind }: Sides): readonly number[] {
  return kind === 'previous' ? [0, 1, 2, 3, 4] : [0, 1, 2, 4];
}

/** The 24 months up to the end of the view, no further back than the pool. */
export function sparklineRange({ period, pool, basis }: Context): readonly number[] {
  const months = pool.months[basis];
  if (period === null || months === null) return [];
  const to = Math.min(period.to, months.to);
  const from = Math.max(to - sparklineMonths + 1, months.from);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** One row a month: `month` as YYYY-MM and its cells. */
export function sparklineRows(context: Context, cells: (month: number) => TableRow): readonly TableRow[] {
  return sparklineRange(context).map((month) => ({ month: monthText(month), ...cells(month) }));
}
