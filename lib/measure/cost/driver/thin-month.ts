/** Promises a warning where the first or last month compared looks as if it were not whole: returns begin and end within months. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import { checked, count } from '@/lib/measure/check';
import type { Context } from '@/lib/measure/context';
import { inEitherPeriod } from '@/lib/measure/cost/driver/draw';
import { driverPeriods } from '@/lib/measure/cost/driver/period';
import { monthColumn } from '@/lib/measure/kept';
import type { RowsByQuery } from '@/lib/measure/measure';
import { quantiles } from '@/lib/method/quantile';
import { type MonthRange, monthCount, rangeLabel } from '@/lib/view/month';

/** Usable costs by month of the two periods. */
export function monthQuery(context: Context): Query {
  const periods = driverPeriods(context);
  if (periods === null) return { sql: 'SELECT 0 AS month, 0 AS n WHERE false', parameters: [] };
  const month = monthColumn(context);
  const where = inEitherPeriod(context, periods);
  return {
    sql: `SELECT ${month}::INTEGER AS month, count(*)::DOUBLE AS n FROM pool WHERE ${where.sql} GROUP BY ALL`,
    parameters: where.parameters,
  };
}

/** Below four fifths of a usual month, and by more than chance makes of counts (three standard deviations). */
function isThin(n: number, usual: number): boolean {
  return n < 0.8 * usual && n < usual - 3 * Math.sqrt(usual);
}

function monthsOf(range: MonthRange): readonly number[] {
  return Array.from({ length: monthCount(range) }, (_, index) => range.from + index);
}

/** In words alone: how many there were is not said. */
export function thinMonths(rows: RowsByQuery, context: Context): readonly string[] {
  const periods = driverPeriods(context);
  if (periods === null) return [];
  const sizes = new Map(checked(rows, 'months', { month: v.number(), n: count }).map(({ month, n }) => [month, n]));
  const [first, last] = [periods.before.from, periods.after.to];
  const between = [...monthsOf(periods.before), ...monthsOf(periods.after)].slice(1, -1);
  const [usual] = quantiles(
    between.map((month) => sizes.get(month) ?? 0),
    [0.5],
  );
  const warn = (month: number, direction: 'more' | 'fewer') =>
    isThin(sizes.get(month) ?? 0, usual ?? 0)
      ? [
          `${rangeLabel({ from: month, to: month })} has far fewer placements than a usual month: it may not be whole, and ${direction} children placed may be partly that.`,
        ]
      : [];
  return [...warn(first, 'more'), ...warn(last, 'fewer')];
}
