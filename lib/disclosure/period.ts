/** Fixed periods: what is shared covers months, quarters or years that everyone uses, never a window cut to a child. */
import type { Period, View } from '@/lib/view/view';

/** Months since year 0 of a `YYYY-MM`; null when it is not one. */
function monthNumber(month: string): number | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : null;
}

/** `from` to `to` inclusive is one month, whole calendar quarters within a year, or whole financial years. */
function isFixed(from: number, to: number): boolean {
  const length = to - from + 1;
  if (length === 1) return true;
  // Month 3 of a calendar year is April, where financial years and their quarters begin.
  const start = (((from - 3) % 12) + 12) % 12;
  if (length % 12 === 0) return start === 0;
  return length < 12 && length % 3 === 0 && start % 3 === 0 && start + length <= 12;
}

/**
 * Whether a view's period may leave in the sharing view: everything, the last 3, 6, 12 or 24 months, a month,
 * quarters of one financial year, or financial years. Two such windows never differ by a few days.
 */
export function allowedPeriod(view: Pick<View, 'period'>): boolean {
  const { period } = view;
  if (period.kind !== 'months') return true;
  const [from, to] = [monthNumber(period.from), monthNumber(period.to)];
  return from !== null && to !== null && from <= to && isFixed(from, to);
}

/** The smallest allowed period around one that is not: the quarters, else the financial years, it touches. */
export function nearestAllowed(period: Period): Period {
  if (allowedPeriod({ period }) || period.kind !== 'months') return period;
  const [first, last] = [monthNumber(period.from), monthNumber(period.to)];
  if (first === null || last === null) return { kind: 'all' };
  const [from, to] = [Math.min(first, last), Math.max(first, last)];
  for (const step of [3, 12]) {
    const start = from - ((((from - 3) % step) + step) % step);
    const end = start + Math.ceil((to - start + 1) / step) * step - 1;
    if (isFixed(start, end)) return { kind: 'months', from: monthText(start), to: monthText(end) };
  }
  return { kind: 'all' };
}

function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
