import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  financialYearOf,
  type MonthRange,
  monthCount,
  monthIndex,
  monthLabel,
  monthText,
  quarterOf,
  rangeLabel,
  rangeName,
} from '@/lib/view/month';
import { comparedRanges, periodLabel, periodName, previousRange, resolvePeriod } from '@/lib/view/period';
import { parsePeriod, writePeriod } from '@/lib/view/period-text';
import { arbitraryPeriod } from './arbitrary';

function at(text: string): number {
  const index = monthIndex(text);
  if (index === null) throw new Error(`${text} is not a month`);
  return index;
}

function range(from: string, to: string): MonthRange {
  return { from: at(from), to: at(to) };
}

const pool = range('2024-04', '2026-03');

describe('months', () => {
  test('are year × 12 + month − 1, as in the pool', () => {
    expect(at('2025-04')).toBe(2025 * 12 + 3);
    expect(monthText(2025 * 12 + 11)).toBe('2025-12');
    expect(monthLabel(at('2026-01'))).toBe('January 2026');
  });

  test.each(['2025-13', '2025-00', '25-04', '2025-4', '2025-04-01', '1066-10', ''])('%j is not one', (text) => {
    expect(monthIndex(text)).toBeNull();
  });

  test('belong to the financial year and quarter that hold them', () => {
    expect(financialYearOf(at('2026-03'))).toBe(2025);
    expect(financialYearOf(at('2026-04'))).toBe(2026);
    expect(['2025-04', '2025-07', '2025-12', '2026-01'].map((month) => quarterOf(at(month)))).toEqual([1, 2, 3, 4]);
  });

  test('are named as shortly as is plain', () => {
    expect(rangeName(range('2025-04', '2026-03'))).toBe('2025-26');
    expect(rangeName(range('2025-04', '2025-06'))).toBe('2025-26 Q1');
    expect(rangeName(range('2025-06', '2025-06'))).toBe('June 2025');
    expect(rangeName(range('2025-05', '2026-04'))).toBe('May 2025 – April 2026');
    expect(rangeLabel(range('2025-04', '2026-03'))).toBe('April 2025 – March 2026');
  });
});

describe('a period over a pool', () => {
  test('counts back from the pool’s last month', () => {
    expect(resolvePeriod({ kind: 'last', months: 12 }, pool)).toEqual(range('2025-04', '2026-03'));
    expect(resolvePeriod({ kind: 'latest', unit: 'month' }, pool)).toEqual(range('2026-03', '2026-03'));
    expect(resolvePeriod({ kind: 'all' }, pool)).toEqual(pool);
  });

  test('takes the latest quarter and year that are over', () => {
    expect(resolvePeriod({ kind: 'latest', unit: 'quarter' }, pool)).toEqual(range('2026-01', '2026-03'));
    expect(resolvePeriod({ kind: 'latest', unit: 'year' }, pool)).toEqual(range('2025-04', '2026-03'));
    const february = { from: pool.from, to: at('2026-02') };
    expect(resolvePeriod({ kind: 'latest', unit: 'quarter' }, february)).toEqual(range('2025-10', '2025-12'));
    expect(resolvePeriod({ kind: 'latest', unit: 'year' }, february)).toEqual(range('2024-04', '2025-03'));
  });

  test('falls back on the quarter under way where none is over', () => {
    const young = range('2026-01', '2026-02');
    expect(resolvePeriod({ kind: 'latest', unit: 'quarter' }, young)).toEqual(range('2026-01', '2026-03'));
  });

  test('without months has none, unless they were chosen', () => {
    expect(resolvePeriod({ kind: 'last', months: 3 }, null)).toBeNull();
    expect(resolvePeriod({ kind: 'months', from: '2025-04', to: '2025-06' }, null)).toEqual(
      range('2025-04', '2025-06'),
    );
  });

  test('is compared with as many months just before', () => {
    fc.assert(
      fc.property(arbitraryPeriod, (period) => {
        const compared = comparedRanges(period, pool);
        if (compared === null) throw new Error('a pool with months always has a comparison');
        expect(monthCount(compared.before)).toBe(monthCount(compared.after));
        expect(compared.before.to).toBe(compared.after.from - 1);
      }),
    );
  });

  test('of all periods is compared as the last 12 months with the 12 before', () => {
    expect(comparedRanges({ kind: 'all' }, pool)).toEqual({
      after: range('2025-04', '2026-03'),
      before: range('2024-04', '2025-03'),
    });
    expect(previousRange(range('2025-04', '2025-06'))).toEqual(range('2025-01', '2025-03'));
  });
});

describe('a period in words', () => {
  test('says its choice and its months', () => {
    expect(periodLabel({ kind: 'last', months: 12 }, pool)).toBe('Last 12 months (April 2025 – March 2026)');
    expect(periodLabel({ kind: 'all' }, pool)).toBe('All periods (April 2024 – March 2026)');
    expect(periodLabel({ kind: 'months', from: '2025-05', to: '2025-09' }, pool)).toBe('May 2025 – September 2025');
    expect(periodLabel({ kind: 'latest', unit: 'quarter' }, pool)).toBe('Latest quarter (2025-26 Q4)');
    expect(periodLabel({ kind: 'all' }, null)).toBe('All periods');
    expect(periodName({ kind: 'latest', unit: 'year' })).toBe('Latest financial year');
  });
});

describe('a period in a link', () => {
  test('comes back covering the same months', () => {
    fc.assert(
      fc.property(arbitraryPeriod, (period) => {
        const text = writePeriod(period);
        const read = text === null ? { kind: 'all' as const } : parsePeriod(text);
        if (read === null) throw new Error(`${text} is not read back`);
        expect(resolvePeriod(read, pool)).toEqual(resolvePeriod(period, pool));
        expect(writePeriod(read)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  test('reads 2009-10 as October, and writes that financial year as its months', () => {
    expect(parsePeriod('2009-10')).toEqual({ kind: 'months', from: '2009-10', to: '2009-10' });
    expect(writePeriod({ kind: 'months', from: '2009-04', to: '2010-03' })).toBe('2009-04..2010-03');
  });
});
