/**
 * Turns a chosen period into months of this pool. "Last" and "latest" are counted back from the
 * pool's own last month, never from today, so a view means the same however late it is opened.
 */
import {
  financialYear,
  financialYearOf,
  type MonthRange,
  monthCount,
  monthIndex,
  quarter,
  quarterOf,
  rangeLabel,
  rangeName,
} from '@/lib/view/month';
import type { Period } from '@/lib/view/view';

/**
 * The months a period covers. A chosen range is kept as chosen even where the pool does not reach, so
 * that comparisons stay of equal length. Null only where there are no months to count from: an empty pool.
 */
export function resolvePeriod(period: Period, pool: MonthRange | null): MonthRange | null {
  if (period.kind === 'months') {
    const from = monthIndex(period.from);
    const to = monthIndex(period.to);
    return from === null || to === null ? pool : { from: Math.min(from, to), to: Math.max(from, to) };
  }
  if (pool === null) return null;
  switch (period.kind) {
    case 'all':
      return pool;
    case 'last':
      return { from: pool.to - period.months + 1, to: pool.to };
    case 'latest':
      return latest(period.unit, pool);
  }
}

/** The latest that is over by the pool's last month; where none is over inside the pool, the one under way. */
function latest(unit: 'month' | 'quarter' | 'year', pool: MonthRange): MonthRange {
  if (unit === 'month') return { from: pool.to, to: pool.to };
  const year = financialYearOf(pool.to);
  const current = unit === 'year' ? financialYear(year) : quarter(year, quarterOf(pool.to));
  if (current.to <= pool.to) return current;
  const before = previousRange(current);
  return before.from >= pool.from ? before : current;
}

/** The same number of months, ending the month before. */
export function previousRange(range: MonthRange): MonthRange {
  const months = monthCount(range);
  return { from: range.from - months, to: range.from - 1 };
}

export interface ComparedRanges {
  readonly after: MonthRange;
  readonly before: MonthRange;
}

/**
 * The two periods of "compare with the previous period". With all periods chosen, there is no
 * "before": the last 12 months are set against the 12 before them.
 */
export function comparedRanges(period: Period, pool: MonthRange | null): ComparedRanges | null {
  const after = resolvePeriod(period.kind === 'all' ? { kind: 'last', months: 12 } : period, pool);
  return after === null ? null : { after, before: previousRange(after) };
}

/** The choice in words: `Last 12 months`, `All periods`, `2025-26 Q1`. */
export function periodName(period: Period): string {
  switch (period.kind) {
    case 'all':
      return 'All periods';
    case 'last':
      return `Last ${period.months} months`;
    case 'latest':
      return `Latest ${period.unit === 'year' ? 'financial year' : period.unit}`;
    case 'months': {
      const range = resolvePeriod(period, null);
      return range === null ? 'All periods' : rangeName(range);
    }
  }
}

/** The choice with its months: `Last 12 months (April 2025 – March 2026)`, `Latest quarter (2025-26 Q4)`. */
export function periodLabel(period: Period, pool: MonthRange | null): string {
  const name = periodName(period);
  const range = resolvePeriod(period, pool);
  if (range === null) return name;
  const months = period.kind === 'latest' ? rangeName(range) : rangeLabel(range);
  return months === name ? name : `${name} (${months})`;
}
