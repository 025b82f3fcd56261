/** How a period is written in a link: `last-12-months`, `latest-quarter`, `2025-26`, `2025-26-q1`, `2025-06`, `2025-04..2025-08`. */
import {
  financialYear,
  financialYearLabel,
  financialYearOf,
  type MonthRange,
  monthIndex,
  monthText,
  quarter,
  quarterOf,
  sameRange,
} from '@/lib/view/month';
import { resolvePeriod } from '@/lib/view/period';
import type { Period } from '@/lib/view/view';

const yearPattern = /^((?:19|20)\d{2})-(\d{2})(?:-q([1-4]))?$/;

/** Null where the text is no period: the caller says so. */
export function parsePeriod(value: string): Period | null {
  const text = value.trim().toLowerCase();
  if (text === 'all') return { kind: 'all' };
  const last = /^last-(3|6|12|24)-months$/.exec(text);
  if (last) return { kind: 'last', months: Number(last[1]) as 3 | 6 | 12 | 24 };
  const unit = /^latest-(month|quarter|year)$/.exec(text);
  if (unit) return { kind: 'latest', unit: unit[1] as 'month' | 'quarter' | 'year' };
  const [from, to, ...rest] = text.split('..');
  if (from !== undefined && rest.length === 0) {
    const start = monthIndex(from);
    const end = to === undefined ? start : monthIndex(to);
    if (start !== null && end !== null) return months(Math.min(start, end), Math.max(start, end));
  }
  return parseYear(text);
}

/** Tried after months: `2009-10` is October 2009, and the financial year is then written as its months. */
function parseYear(text: string): Period | null {
  const match = yearPattern.exec(text);
  if (!match) return null;
  const start = Number(match[1]);
  if (Number(match[2]) !== (start + 1) % 100) return null;
  const range = match[3] === undefined ? financialYear(start) : quarter(start, Number(match[3]));
  return months(range.from, range.to);
}

/** Null for all periods: a default is never written. */
export function writePeriod(period: Period): string | null {
  switch (period.kind) {
    case 'all':
      return null;
    case 'last':
      return `last-${period.months}-months`;
    case 'latest':
      return `latest-${period.unit}`;
    case 'months':
      return writeMonths(period);
  }
}

function writeMonths(period: Period): string | null {
  const range = resolvePeriod(period, null);
  if (range === null) return null;
  if (range.from === range.to) return monthText(range.from);
  const year = financialYearOf(range.from);
  const part = quarterOf(range.from);
  const name = financialYearLabel(year);
  if (sameRange(range, financialYear(year)) && reads(name, range)) return name;
  if (sameRange(range, quarter(year, part)) && reads(`${name}-q${part}`, range)) return `${name}-q${part}`;
  return `${monthText(range.from)}..${monthText(range.to)}`;
}

/** A short name serves only where it is read back as the same months. */
function reads(name: string, range: MonthRange): boolean {
  const period = parsePeriod(name);
  const read = period === null ? null : resolvePeriod(period, null);
  return read !== null && sameRange(read, range);
}

function months(from: number, to: number): Period {
  return { kind: 'months', from: monthText(from), to: monthText(to) };
}
