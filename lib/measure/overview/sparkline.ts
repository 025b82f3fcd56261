/** Two years of months, whatever the period chosen, for the small line beside a number. */
import type { TableRow, Withheld } from '@/lib/figure/figure';
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

/** The month a view is of, where it is one: its point is the number beside the line, shown or hidden as that is. */
export const asBeside: Withheld = { symbol: 'x', reason: 'The number beside the line' };

/** One row a month: `month` as YYYY-MM and its cells. */
export function sparklineRows(context: Context, cells: (month: number) => TableRow): readonly TableRow[] {
  const { period } = context;
  return sparklineRange(context).map((month) => {
    const own = cells(month);
    const only = period?.from === month && period.to === month;
    const shown = only
      ? Object.fromEntries(
          Object.entries(own).map(([name, cell]) => [name, typeof cell === 'string' ? cell : asBeside]),
        )
      : own;
    return { month: monthText(month), ...shown };
  });
}
