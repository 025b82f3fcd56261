/**
 * Hides, in the figure at hand, whatever else must be hidden so that neither it nor it together with the
 * figures already given out lets a small number be narrowed to fewer than `threshold` steps.
 */
import { infer } from './infer';
import type { Known, Unknown } from './known';
import { isSmall, roundedBounds } from './round';
import type { Limits } from './settings';
import type { Count, Sum } from './sheet';

export interface Settling {
  readonly counts: readonly Count[];
  readonly sums: readonly Sum[];
}

/** How many sums away a number to hide is looked for, and how many are tried for one small number. */
const hops = 3;
const attempts = 24;

/** Marks counts `hidden` until safe, then remembers the figure as given out. `assume`: take every sum as known to
 * rounding though no figure shows it yet. Returns how many it hid beyond those marked. */
export function settle(known: Known, { counts, sums }: Settling, limits: Limits, assume: boolean): number {
  const whole = counts.filter(({ value }) => Number.isInteger(value) && value >= 0);
  const entries = whole.map((count) => [count, known.unknownOf(count)] as const);
  const current = new Set(entries.map(([, unknown]) => unknown));
  for (const [count, unknown] of entries) unknown.here.push(count);
  let hidden = 0;
  for (const unknown of current) {
    // Within one figure a number has one fate, however often it stands there.
    const some = unknown.here.some(({ state }) => state === 'hidden');
    if (some && !unknown.published) hidden += hide(unknown);
  }
  for (const sum of sums) {
    const total = known.addSum(sum);
    if (assume) assumeKnown(total, limits);
  }
  infer(known, limits);
  const given = new Set<Unknown>();
  for (let [small] = narrowed(known, limits); small; ) {
    const more = widen(known, small, current, limits);
    hidden += more;
    // Nothing in this figure narrows it: it was so before, and cannot be taken back.
    if (more === 0) given.add(small);
    [small] = narrowed(known, limits).filter((unknown) => !given.has(unknown));
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

function narrowed(known: Known, { threshold }: Limits): readonly Unknown[] {
  return known.unknowns.filter(({ value, low, high }) => value > 0 && value < threshold && high - low < threshold);
}

/**
 * Hides one more number of the figure at hand so that `small` can be narrowed less: from the sums tied most
 * tightly to it outwards, the least number first, keeping only what helps. Returns how many cells that hid.
 */
function widen(known: Known, small: Unknown, current: ReadonlySet<Unknown>, limits: Limits): number {
  const before = small.high - small.low;
  const tried = new Set<Unknown>();
  const near = new Set([small]);
  for (let hop = 0; hop < hops; hop++) {
    const tied = known.equations.filter(({ parts, total }) => near.has(total) || parts.some((part) => near.has(part)));
    const ordered = tied.map((equation) => ({ ...equation, room: slack(equation) })).sort((a, b) => a.room - b.room);
    for (const { parts, total } of ordered) {
      const open = parts.filter((part) => !tried.has(part) && isOpen(part, current)).sort((a, b) => a.value - b.value);
      for (const unknown of isOpen(total, current) && !tried.has(total) ? [...open, total] : open) {
        tried.add(unknown);
        if (unknown === small || tried.size > attempts) continue;
        const states = unknown.here.map(({ state }) => state);
        const count = hide(unknown);
        infer(known, limits);
        if (small.high - small.low > before) return count;
        unknown.here.forEach((item, i) => {
          item.state = states[i] ?? 'hidden';
        });
      }
    }
    for (const { parts, total } of tied) for (const unknown of [...parts, total]) near.add(unknown);
  }
  // No single number helps: all of those near.
  const all = [...tried].filter((unknown) => isOpen(unknown, current)).reduce((sum, unknown) => sum + hide(unknown), 0);
  infer(known, limits);
  return all;
}

function isOpen(unknown: Unknown, current: ReadonlySet<Unknown>): boolean {
  return current.has(unknown) && !unknown.published && unknown.here.some(({ state }) => state !== 'hidden');
}

function slack({ parts, total }: { readonly parts: readonly Unknown[]; readonly total: Unknown }): number {
  return [total, ...parts].reduce((sum, { low, high }) => sum + high - low, 0);
}

function hide(unknown: Unknown): number {
  let count = 0;
  for (const item of unknown.here) {
    if (item.state !== 'hidden') count++;
    item.state = 'hidden';
  }
  return count;
}

function remember(unknown: Unknown, limits: Limits): void {
  const shown = unknown.here.filter(({ state }) => state !== 'hidden');
  for (const { state } of shown) {
    const { value, given } = unknown;
    const bounds = state === 'exact' ? { low: value, high: value } : roundedBounds(value, limits);
    unknown.given = { low: Math.max(given.low, bounds.low), high: Math.min(given.high, bounds.high) };
    unknown.published = true;
  }
  unknown.here = [];
}
