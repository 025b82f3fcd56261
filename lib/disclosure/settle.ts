/**
 * Hides, in the figure at hand, whatever else must be hidden so that neither it nor it together with the
 * figures already given out lets a small number be narrowed to fewer than `threshold` steps.
 */
import { infer } from './infer';
import type { Equation, Known, Unknown } from './known';
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
  infer(known.unknowns, known.equations, limits);
  for (let small = narrowest(known, limits); small; small = narrowest(known, limits)) {
    const more = widen(small, current, limits);
    hidden += more;
    infer(known.unknowns, known.equations, limits);
    // Nothing in this figure narrows it: it was so before, and cannot be taken back.
    if (more === 0) small.accepted = small.high - small.low;
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

function narrowest(known: Known, { threshold }: Limits): Unknown | undefined {
  return known.unknowns.find(
    ({ value, low, high, accepted }) => value > 0 && value < threshold && high - low < Math.min(threshold, accepted),
  );
}

/**
 * Hides one more number of the figure at hand so that `small` can be narrowed less: from the sums tied most
 * tightly to it outwards, the least number first, keeping only what helps. Returns how many cells that hid.
 */
function widen(small: Unknown, current: ReadonlySet<Unknown>, limits: Limits): number {
  const before = small.high - small.low;
  const tried = new Set<Unknown>();
  const near = new Set([small]);
  for (let hop = 0; hop < hops && tried.size < attempts; hop++) {
    const tied = [...new Set([...near].flatMap(({ sums }) => sums))];
    for (const { parts, total } of tied) for (const unknown of [...parts, total]) near.add(unknown);
    for (const unknown of candidates(tied, current)) {
      if (unknown === small || tried.has(unknown) || tried.size >= attempts) continue;
      tried.add(unknown);
      const states = unknown.here.map(({ state }) => state);
      const count = hide(unknown);
      infer(near, tied, limits);
      if (small.high - small.low > before) return count;
      unknown.here.forEach((item, i) => {
        item.state = states[i] ?? 'hidden';
      });
    }
  }
  // No single number helps: all of those near.
  return [...tried].reduce((sum, unknown) => sum + hide(unknown), 0);
}

/** What may still be hidden, of the tightest sums first, the least number first, a total after its parts. */
function candidates(tied: readonly Equation[], current: ReadonlySet<Unknown>): readonly Unknown[] {
  const ordered = tied.map(({ parts, total }) => ({ parts, total, room: slack(parts) + slack([total]) }));
  ordered.sort((a, b) => a.room - b.room);
  return ordered.flatMap(({ parts, total }) =>
    [...[...parts].sort((a, b) => a.value - b.value), total].filter((unknown) => isOpen(unknown, current)),
  );
}

function isOpen(unknown: Unknown, current: ReadonlySet<Unknown>): boolean {
  return current.has(unknown) && !unknown.published && unknown.here.some(({ state }) => state !== 'hidden');
}

function slack(unknowns: readonly Unknown[]): number {
  return unknowns.reduce((sum, { low, high }) => sum + high - low, 0);
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
