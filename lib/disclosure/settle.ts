/**
 * Hides, in the figure at hand, whatever else must be hidden: alone, so that no small number can be narrowed to fewer
 * than `threshold` steps; beside the figures already given out, so that what suppression hid stays hidden, and no small
 * number is told more closely than a hidden number of a rounded table is, which reads as 1 to threshold − 1.
 */
import { infer } from './infer';
import { empty, type Known, put, type Unknown } from './known';
import { isSmall, roundedBounds } from './round';
import type { Limits } from './settings';
import type { Count, Sum } from './sheet';
import { hide, widen, widthOf } from './widen';

export interface Settling {
  readonly counts: readonly Count[];
  readonly sums: readonly Sum[];
}

/** Marks counts `hidden` until safe, then remembers the figure as given out. `alone`: the figure by itself, with every sum
 * taken as known to rounding though no figure shows it yet. Returns how many it hid beyond those marked. */
export function settle(known: Known, { counts, sums }: Settling, limits: Limits, alone: boolean): number {
  const before = { unknowns: known.unknowns.length, equations: known.equations.length };
  const unknowns = new Map<Count, Unknown>();
  const current: Unknown[] = [];
  for (const count of counts) {
    if (!Number.isInteger(count.value) || count.value < 0) continue;
    const unknown = known.unknownOf(count);
    if (unknown.here.length === 0) current.push(unknown);
    unknown.here = put(unknown.here, count);
    unknowns.set(count, unknown);
  }
  let hidden = 0;
  for (const unknown of current) {
    // Within one figure a number has one fate, however often it stands there.
    const some = unknown.suppressed || unknown.here.some(({ state }) => state === 'hidden');
    if (some && !unknown.published) hidden += hide(unknown);
  }
  for (const sum of sums) {
    const total = known.addSum(sum, (part) => unknowns.get(part) ?? known.unknownOf(part));
    if (alone) assumeKnown(total, limits);
  }
  const { threshold } = limits;
  // From 1 to threshold − 1.
  const enough = alone ? threshold : threshold - 2;
  const wanted = { limits, enough };
  const told = [...current, ...known.unknowns.slice(before.unknowns)];
  infer(told, known.equations.slice(before.equations), wanted);
  for (const small of known.small(threshold)) {
    while (widthOf(small) < Math.min(enough, small.accepted)) {
      const more = widen(small, wanted);
      hidden += more;
      // Nothing in this figure holds it: it was so before, and cannot be taken back.
      if (more === 0) small.accepted = widthOf(small);
    }
  }
  for (const unknown of current) remember(unknown, limits);
  return hidden;
}

/** A sum no figure shows may stand on another page, or be known to the reader. */
function assumeKnown(unknown: Unknown, limits: Limits): void {
  if (isSmall(unknown.value, limits) || unknown.here.some(({ state }) => state === 'hidden')) return;
  const bounds = roundedBounds(unknown.value, limits);
  unknown.given = { low: Math.max(unknown.given.low, bounds.low), high: Math.min(unknown.given.high, bounds.high) };
}

function remember(unknown: Unknown, limits: Limits): void {
  let shown = false;
  for (const { state } of unknown.here) {
    if (state === 'hidden') continue;
    const { value, given } = unknown;
    const bounds = state === 'exact' ? { low: value, high: value } : roundedBounds(value, limits);
    unknown.given = { low: Math.max(given.low, bounds.low), high: Math.min(given.high, bounds.high) };
    unknown.published = true;
    shown = true;
  }
  if (!shown && unknown.here.some(({ suppressed }) => suppressed)) unknown.suppressed = true;
  unknown.here = empty;
}
