/** The whole financial years, quarters and months that touch a pool's months: latest first, months in order. */
import {
  financialYear,
  financialYearLabel,
  financialYearOf,
  type MonthRange,
  monthLabel,
  monthText,
  quarter,
  quarterOf,
} from '@/lib/view/month';
import type { Period } from '@/lib/view/view';

export interface PeriodOption {
  readonly period: Period;
  readonly label: string;
}

export interface MonthOption {
  /** `2025-04`. */
  readonly value: string;
  readonly label: string;
}

/** Presets count back from the pool's last month. */
export const presetPeriods: readonly Period[] = [
  { kind: 'all' },
  { kind: 'last', months: 24 },
  { kind: 'last', months: 12 },
  { kind: 'last', months: 6 },
  { kind: 'last', months: 3 },
  { kind: 'latest', unit: 'year' },
  { kind: 'latest', unit: 'quarter' },
  { kind: 'latest', unit: 'month' },
];

export function financialYearsIn(pool: MonthRange): readonly PeriodOption[] {
  const first = financialYearOf(pool.from);
  return countDown(financialYearOf(pool.to), first).map((start) => ({
    period: chosen(financialYear(start)),
    label: financialYearLabel(start),
  }));
}

export function quartersIn(pool: MonthRange): readonly PeriodOption[] {
  return countDown(Math.floor(pool.to / 3), Math.floor(pool.from / 3)).map((index) => {
    const month = index * 3;
    const [year, part] = [financialYearOf(month), quarterOf(month)];
    return { period: chosen(quarter(year, part)), label: `${financialYearLabel(year)} Q${part}` };
  });
}

export function monthsIn(pool: MonthRange): readonly MonthOption[] {
  return countDown(pool.to, pool.from)
    .reverse()
    .map((index) => ({ value: monthText(index), label: monthLabel(index) }));
}

function chosen(range: MonthRange): Period {
  return { kind: 'months', from: monthText(range.from), to: monthText(range.to) };
}

function countDown(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => from - index);
}
