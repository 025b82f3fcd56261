/** Rows of a distribution: each statistic needs enough placements behind it, and is rounded. */
import type { Cell, Column } from '@/lib/figure/figure';
import type { Basis } from './rate';
import { decimals, roundedPounds, roundTo } from './round';
import { hiddenMeasure, type Limits, neverShared, tooFew } from './settings';

/** Fewest placements behind a statistic of this name; null when it is never given: a minimum is one child's cost. */
export function fewestFor(name: string, { threshold }: Pick<Limits, 'threshold'>): number | null {
  if (/min(imum)?$|max(imum)?$/i.test(name)) return null;
  if (/p10$|p90$/i.test(name)) return Math.max(20, threshold);
  if (/q1$|q3$|quartile$/i.test(name)) return Math.max(10, threshold);
  return Math.max(5, threshold);
}

/** £ to £10 under £1,000, else £50; miles to the whole mile. `u` when too few, `x` for a minimum or maximum. */
export function protectCost(column: Column, value: number, { n }: Basis, limits: Limits): Cell {
  const fewest = fewestFor(column.name, limits);
  if (fewest === null) return neverShared;
  if (!n || n.state === 'hidden') return hiddenMeasure;
  if (n.value < fewest) return tooFew(fewest);
  return column.kind === 'pounds' ? roundedPounds(value) : decimals(roundTo(value, 1), 0);
}
