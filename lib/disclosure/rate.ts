/** Rows of k of n: both the part and the rest are protected, and every share is what rounded counts give. */
import type { Cell, Column } from '@/lib/figure/figure';
import { wilson } from '@/lib/method/wilson';
import { isSmall, roundedShare, roundTo, wholePercent } from './round';
import { fewForShare, hiddenMeasure, type Limits, tooFew } from './settings';
import { type Count, newCount, type Sum } from './sheet';

/** The counts a measure of one row rests on; `k` where it is a share of something counted. */
export interface Basis {
  readonly n: Count | undefined;
  readonly k: Count | undefined;
}

/**
 * Hides k where k or n − k is small ("all but two" says as much as "two"). A small rest is added as an inferable
 * count, so that no other figure gives it away.
 */
export function markRate({ k, n }: Basis, limits: Limits): { readonly rest: Count; readonly sum: Sum } | null {
  if (!k || !n || !isSmall(n.value - k.value, limits)) return null;
  k.state = 'hidden';
  const { row, side, group } = n;
  const rest = newCount({
    row,
    column: null,
    value: n.value - k.value,
    side,
    group: group.within(`rest=${k.column}`),
    state: 'hidden',
  });
  return { rest, sum: { parts: [k, rest], side, group, total: n.value } };
}

/**
 * A share of one to the whole percent. Interval ends (columns `…lower`, `…upper`) are Wilson's for the rounded k and n;
 * a share that is not k ÷ n (a standardised rate, say) keeps its own value to the whole percent.
 */
export function protectRate(column: Column, value: number, { k, n }: Basis, limits: Limits): Cell {
  if (n?.state === 'hidden' || k?.state === 'hidden') return hiddenMeasure;
  if (n && n.value < fewForShare) return tooFew(fewForShare);
  if (!k || !n) return wholePercent(value);
  const roundedK = roundTo(k.value, limits.base);
  const roundedN = roundTo(n.value, limits.base);
  const name = column.name.toLowerCase();
  if (name.endsWith('lower')) return wholePercent(wilson(roundedK, roundedN).lower);
  if (name.endsWith('upper')) return wholePercent(wilson(roundedK, roundedN).upper);
  const ownShare = n.value > 0 && Math.abs(value - k.value / n.value) < 1e-6;
  return ownShare ? roundedShare(k.value, n.value, limits) : wholePercent(value);
}
