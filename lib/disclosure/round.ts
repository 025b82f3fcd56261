/** Rounding for publication: what is shown, and what a reader who knows the rule can infer from it. */
import type { Cell } from '@/lib/figure/figure';
import { hiddenCount, type Limits, roundsToZero } from './settings';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** To the nearest multiple of `base`, halves up in size: 2 → 0, 3 → 5, 12 → 10 (NHS HES, 2018). */
export function roundTo(value: number, base: number): number {
  const rounded = Math.floor(Math.abs(value) / base + 0.5) * base;
  return value < 0 && rounded > 0 ? -rounded : rounded;
}

/** A count that may not be shown even rounded: 1 to threshold − 1, or one whose rounded form would look so. */
export function isSmall(value: number, { threshold, base }: Limits): boolean {
  const size = Math.abs(value);
  return size > 0 && (size < threshold || roundTo(size, base) < threshold);
}

/** A count of a sparse table as published: rounded, `c` when small, 0 as 0. */
export function roundedCount(value: number, limits: Limits): Cell {
  return isSmall(value, limits) ? hiddenCount(limits.threshold) : roundTo(value, limits.base);
}

/** The whole counts that are published as `roundTo(value)`. */
export function roundedBounds(value: number, limits: Limits): Bounds {
  if (value === 0) return { low: 0, high: 0 };
  const shown = roundTo(value, limits.base);
  const half = Math.floor(limits.base / 2);
  let low = shown - half;
  while (isSmall(low, limits) || low <= 0) low += 1;
  return { low, high: shown + (limits.base % 2 === 0 ? half - 1 : half) };
}

/** A share of one from rounded counts, to the whole percent; `low` when it would read 0 without being 0. */
export function roundedShare(k: number, n: number, limits: Limits): Cell {
  if (n === 0) return roundsToZero;
  return wholePercent(roundTo(k, limits.base) / Math.max(limits.base, roundTo(n, limits.base)));
}

/** A share of one to the whole percent. */
export function wholePercent(share: number): Cell {
  const rounded = Math.round(share * 100) / 100;
  return rounded === 0 && share !== 0 ? roundsToZero : rounded;
}

/** £ to £10 under £1,000, else to £50. */
export function roundedPounds(value: number): number {
  return roundTo(value, Math.abs(value) < 1000 ? 10 : 50);
}

/** To `digits` decimals, without binary dust. */
export function decimals(value: number, digits: number): number {
  const scale = 10 ** digits;
  const scaled = value * scale;
  // Only near a half may the two ways of rounding differ; the plain one is many times as fast.
  const nearHalf = Math.abs(Math.abs(scaled - Math.trunc(scaled)) - 0.5) < 1e-6;
  if (nearHalf || Math.abs(scaled) > 1e12) return Number(value.toFixed(digits));
  return Math.round(scaled) / scale + 0;
}
