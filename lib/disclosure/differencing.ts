/**
 * Two views that differ by one filter differ by the children the filter removes. A count is protected when the
 * difference of two shown counts would say how many, where that is 1 to threshold − 1.
 */
import { roundedBounds } from './round';
import type { Limits } from './settings';

/** A count's place in a figure, the same whatever the view: `sought-secured|sought=Foster|n`. */
export type CellKey = string;
export type Counts = ReadonlyMap<CellKey, number>;

/**
 * The complement rule. `view`: counts of the view; `without`: the same cells with one filter taken away. Returns the
 * cells of the view to hide: those where taking the filter away adds 1 to threshold − 1 children.
 * A cell missing from either is 0.
 */
export function complementCells(
  view: Counts,
  without: Counts,
  { threshold }: Pick<Limits, 'threshold'>,
): ReadonlySet<CellKey> {
  const cells = new Set<CellKey>();
  for (const key of new Set([...view.keys(), ...without.keys()])) {
    const difference = Math.abs((without.get(key) ?? 0) - (view.get(key) ?? 0));
    if (difference > 0 && difference < threshold) cells.add(key);
  }
  return cells;
}

/** Whether a view needs protecting against any of its complements (one a filter). */
export function needsProtection(
  view: Counts,
  complements: readonly Counts[],
  limits: Pick<Limits, 'threshold'>,
): boolean {
  return complements.some((without) => complementCells(view, without, limits).size > 0);
}

/** What is published of a count: exact, rounded, or nothing. */
export type Publication = 'exact' | 'rounded' | 'hidden';

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What a reader knows of a count from its publication: at least 1 when hidden, because zeros are shown. */
export function knownRange(value: number, publication: Publication, limits: Limits): Range {
  if (publication === 'exact') return { low: value, high: value };
  if (publication === 'rounded') return roundedBounds(value, limits);
  return { low: 1, high: Number.POSITIVE_INFINITY };
}

/**
 * Whether two publications of one cell, for views that differ by 1 to threshold − 1 children there, tell the
 * difference more closely than rounding leaves open (0 to 4 with base 5).
 */
export function tells(one: Range, other: Range, { threshold, base }: Limits): boolean {
  const high = Math.max(one.high - other.low, other.high - one.low);
  return high < Math.min(threshold, base) - 1;
}
