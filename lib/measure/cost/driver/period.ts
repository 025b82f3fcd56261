/** Promises the two periods of equal length between which a change in cost is explained. */
import type { Context } from '@/lib/measure/context';
import { type MonthRange, rangeLabel } from '@/lib/view/month';
import { comparedRanges } from '@/lib/view/period';

export interface DriverPeriods {
  readonly before: MonthRange;
  readonly after: MonthRange;
}

/** The view's period against the one before it; with all periods, the last 12 months against the 12 before. */
export function driverPeriods({ view, pool, basis }: Context): DriverPeriods | null {
  return comparedRanges(view.period, pool.months[basis]);
}

/** `April 2025 – March 2026 against April 2024 – March 2025`. */
export function periodWords(periods: DriverPeriods | null): string {
  return periods === null ? '' : `${rangeLabel(periods.after)} against ${rangeLabel(periods.before)}`;
}
