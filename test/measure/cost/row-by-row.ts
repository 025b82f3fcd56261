/** Costs like for like, worked out row by row as methods §2 words them. */
import * as fc from 'fast-check';
import { financialYearOf } from '@/lib/view/month';
import type { DerivedRow, PoolRow } from '../pool-row';
import { pricedRow } from './support';

export type Costed = DerivedRow & { readonly totalWeeklyCost: number };

/** Mostly two authorities of one region, with providers, so that there is enough to compare. */
const row: fc.Arbitrary<PoolRow> = fc
  .tuple(pricedRow, fc.constantFrom('E06000066', 'E06000023'), fc.constantFrom('SC100001', 'SC100002', '1234567'))
  .map(([one, la_code, providerURN]) => ({
    ...one,
    la_code,
    other: { ...one.other, providerURN, registration: 'Registered' },
  }));
export const rows = fc.array(row, { minLength: 60, maxLength: 200, size: 'max' });

export const band = (one: DerivedRow) =>
  one.riskCount >= 4 || one.needs.deprivationOfLiberty === true ? 'Higher' : one.riskCount >= 2 ? 'Medium' : 'Lower';
export const year = (one: DerivedRow) => (one.placementMonth === null ? 0 : financialYearOf(one.placementMonth));

export function peers(pool: readonly Costed[], one: Costed): readonly Costed[] {
  const sameType = pool.filter((other) => other.secured === one.secured);
  const sameBand = sameType.filter((other) => band(other) === band(one));
  // Without a date there is no year to be compared within.
  const sameYear = year(one) === 0 ? [] : sameBand.filter((other) => year(other) === year(one));
  return [sameYear, sameBand].find((group) => group.length >= 10) ?? sameType;
}

export const mean = (group: readonly Costed[]) =>
  group.reduce((sum, one) => sum + one.totalWeeklyCost, 0) / group.length;

function variance(group: readonly Costed[]): number {
  const centre = mean(group);
  if (group.length < 2) return 0;
  return group.reduce((sum, one) => sum + (one.totalWeeklyCost - centre) ** 2, 0) / (group.length - 1);
}

export function standard(own: readonly Costed[], pool: readonly Costed[]) {
  const expected = own.reduce((sum, one) => sum + mean(peers(pool, one)), 0);
  const observed = own.reduce((sum, one) => sum + one.totalWeeklyCost, 0);
  const spread = own.reduce((sum, one) => sum + variance(peers(pool, one)), 0);
  return { ratio: observed / expected, se: Math.sqrt(spread) / expected, gap: (observed - expected) / own.length };
}

/** So many placements of an authority at one price. */
export function priced(la_code: string, count: number, totalWeeklyCost: number): PoolRow[] {
  const row: PoolRow = { la_code, placementType: 'Foster', placementDate: '2024-06-03', totalWeeklyCost };
  return Array.from({ length: count }, () => row);
}
