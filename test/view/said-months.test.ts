import { describe, expect, test } from 'vitest';
import { monthIndex } from '@/lib/view/month';
import { periodLabel } from '@/lib/view/period';
import { saidMonths } from '@/lib/view/said-months';
import type { Period, View } from '@/lib/view/view';

const range = (from: string, to: string) => ({ from: monthIndex(from) ?? 0, to: monthIndex(to) ?? 0 });
/** The last homes were found two months after the last referral. */
const later = { referral: range('2024-02', '2026-07'), placement: range('2024-03', '2026-09') };
const same = { referral: range('2024-02', '2026-07'), placement: range('2024-03', '2026-07') };

const label = (period: Period, byDate: typeof later, basis: View['basis'] = 'auto') =>
  periodLabel(period, saidMonths({ period, basis }, byDate));

describe('the months said of a period beside figures of either date', () => {
  test('are left to each figure where demand and cost do not cover the same ones', () => {
    expect(label({ kind: 'last', months: 12 }, later)).toBe('Last 12 months');
    expect(label({ kind: 'latest', unit: 'quarter' }, later)).toBe('Latest quarter');
  });

  test('are said where they are the same, though one date begins before the other', () => {
    expect(label({ kind: 'last', months: 12 }, same)).toBe('Last 12 months (August 2025 – July 2026)');
  });

  test('are those of the date the reader chose', () => {
    expect(label({ kind: 'last', months: 3 }, later, 'placement')).toBe('Last 3 months (July 2026 – September 2026)');
    expect(label({ kind: 'last', months: 3 }, later, 'referral')).toBe('Last 3 months (May 2026 – July 2026)');
  });

  test('of all periods reach from the first of either date to the last', () => {
    expect(label({ kind: 'all' }, later)).toBe('All periods (February 2024 – September 2026)');
  });

  test('of a pool with one date or none are what there is', () => {
    expect(saidMonths({ period: { kind: 'all' }, basis: 'auto' }, { ...later, placement: null })).toBe(later.referral);
    expect(saidMonths({ period: { kind: 'all' }, basis: 'auto' }, { referral: null, placement: null })).toBeNull();
  });
});
