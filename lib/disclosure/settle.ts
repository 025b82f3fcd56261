/**
 * Hides, in the figure at hand, whatever else must be hidden: alone, so that no small number can be narrowed to fewer
 * than `threshold` steps; beside the figures already given out, so that what suppression hid stays hidden, and no small
 * number is told more closely than a hidden number of a rounded table is, which reads as 1 to threshold − 1.
 */
import { infer } from './infer';
import { empty, Known, put, type Unknown } from './known';
import { isSmall, roundedBounds } from './round';
import type { Limits } from './settings';
import type { Count, Sum } from './sheet';
import { hide, widen, widthOf } from './widen';

export interface Settling {
  readonly counts: readonly Count[];
  readonly sums: readonly Sum[];
}

/** The figure at hand as it stands among what is known. */
interface Taken {
  readonly known: Known;
  /** The numbers it says. */
  readonly current: readonly Unknown[];
  /** The totals of its sums. */
  readonly totals: readonly Unknown[];
  /** How much was known before it. */
  readonly before: { readonly unknowns: number; readonly equations: number };
}

function take(known: Known, { counts, sums }: Settling): Taken {
  const before = { unknowns: known.unknowns.length, equations: known.equations.length };
  const current: Unknown[] = [];
  for (const count of counts) {
    if (!Number.isInteger(count.value) || count.value < 0) continue;
    const unknown = known.unknownOf(count);
    if (unknown.here.length === 0) current.push(unknown);
    unknown.here = put(unknown.here, count);
    count.unknown = unknown;
  }
  const totals = sums.map((sum) => known.addSum(sum, (part) => part.unknown ?? known.unknownOf(part)));
  return { known, current, totals, before };
}

/** Marks counts `hidden` until safe. `alone`: by itself, with every sum taken as known to rounding though no figure shows it yet. */
function judge({ known, current, totals, before }: Taken, limits: Limits, alone: boolean): void {
  for (const unknown of current) {
    // Within one figure a number has one fate, however often it stands there.
    const some = unknown.suppressed || unknown.here.some(({ state }) => state === 'hidden');
    if (some && !unknown.published) hide(unknown);
  }
  if (alone) for (const total of totals) assumeKnown(total, limits);
  const { threshold } = limits;
  // From 1 to threshold − 1.
  const enough = alone ? threshold : threshold - 2;
  const wanted = { limits, enough };
  // New numbers once, and those that stood elsewhere before.
  const told = [...current.filter(({ id }) => id < before.unknowns), ...known.unknowns.slice(before.unknowns)];
  infer(told, known.equations.slice(before.equations), wanted);
  for (const small of known.small(threshold)) {
    while (widthOf(small) < Math.min(enough, small.accepted)) {
      // Nothing in this figure holds it: it was so before, and cannot be taken back.
      if (widen(small, wanted) === 0) small.accepted = widthOf(small);
    }
  }
}

/**
 * Marks the figure's counts `hidden` until safe, first alone, whatever else may be known, then beside the figures already
 * given out; then remembers it as given out.
 */
export function settle(known: Known, settling: Settling, limits: Limits): void {
  const { counts, sums } = settling;
  const isFew = (value: number) => value > 0 && value < limits.threshold;
  // Without a small number there is none that could be narrowed.
  const alone = counts.some(({ value }) => isFew(value)) || sums.some(({ total }) => isFew(total));
  // The first figure of a page is alone among what is known: its numbers are looked up once for both.
  const first = known.unknowns.length === 0;
  if (alone && !first) judge(take(new Known(), settling), limits, true);
  const beside = take(known, settling);
  if (alone && first) {
    judge(beside, limits, true);
    known.forgetKnowledge();
  }
  judge(beside, limits, false);
  for (const unknown of beside.current) remember(unknown, limits);
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
