import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { complementCells, knownRange, needsProtection, tells } from '@/lib/disclosure/differencing';
import { allowedPeriod, nearestAllowed } from '@/lib/disclosure/period';
import { roundTo } from '@/lib/disclosure/round';
import type { Period } from '@/lib/view/view';

const limits = { threshold: 5, base: 5 };
const vectors = resolve(process.cwd(), '../shared/reference/vectors/suppression.json');

describe.skipIf(!existsSync(vectors))('reference differencing', () => {
  const file = existsSync(vectors) ? JSON.parse(readFileSync(vectors, 'utf8')) : {};
  type Nested = Record<string, Record<string, number>>;
  const flat = (table: Nested) =>
    new Map(Object.entries(table).flatMap(([type, row]) => Object.entries(row).map(([la, n]) => [`${type}|${la}`, n])));

  it('protects exactly the cells whose complement is 1 to 4', () => {
    const { viewAll, viewFilter_dolExcluded, blockedCellsInFilteredView } = file.differencing;
    const cells = complementCells(flat(viewFilter_dolExcluded), flat(viewAll), limits);
    expect([...cells].sort()).toEqual(blockedCellsInFilteredView.map((pair: string[]) => pair.join('|')).sort());
    expect(needsProtection(flat(viewFilter_dolExcluded), [flat(viewAll)], limits)).toBe(true);
  });

  it('rounds as the reference does', () => {
    for (const [value, rounded] of file.rounding5.cases as [number, number][]) expect(roundTo(value, 5)).toBe(rounded);
  });
});

describe('differencing', () => {
  it('takes two publications of one multiple for silence, except where the threshold narrows them', () => {
    const rounded = (value: number) => knownRange(value, 'rounded', limits);
    expect(tells(rounded(61), rounded(60), limits)).toBe(false);
    expect(tells(rounded(23), rounded(19), limits)).toBe(false);
    expect(tells(rounded(7), rounded(5), limits)).toBe(true);
    expect(tells(knownRange(61, 'exact', limits), knownRange(60, 'exact', limits), limits)).toBe(true);
    expect(tells(knownRange(61, 'exact', limits), knownRange(60, 'hidden', limits), limits)).toBe(false);
  });
});

describe('fixed periods', () => {
  const months = (from: string, to: string): Period => ({ kind: 'months', from, to });

  it.each([
    ['2025-04', '2025-04', true],
    ['2025-04', '2025-06', true],
    ['2025-10', '2026-03', true],
    ['2025-04', '2026-03', true],
    ['2023-04', '2025-03', true],
    ['2025-05', '2025-07', false],
    ['2025-04', '2025-05', false],
    ['2025-01', '2025-12', false],
    ['2025-01', '2025-06', false],
    ['2025-06', '2025-04', false],
    ['2025-13', '2025-13', false],
  ])('%s to %s: %s', (from, to, allowed) => {
    expect(allowedPeriod({ period: months(from, to) })).toBe(allowed);
  });

  it('offers the quarters or years around a period that is not allowed', () => {
    expect(nearestAllowed(months('2025-05', '2025-07'))).toEqual(months('2025-04', '2025-09'));
    expect(nearestAllowed(months('2025-01', '2025-12'))).toEqual(months('2024-04', '2026-03'));
    expect(nearestAllowed(months('2025-04', '2025-04'))).toEqual(months('2025-04', '2025-04'));
    expect(allowedPeriod({ period: { kind: 'last', months: 6 } })).toBe(true);
  });
});
