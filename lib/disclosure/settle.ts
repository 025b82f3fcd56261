/**
 * Hides, in the figure at hand, whatever else must be hidden: alone, so that no small number can be narrowed to fewer
 * than `threshold` steps; beside the figures already given out, so that a number hidden by suppression keeps that range
 * and any other says no more than a hidden number of a rounded table does, which reads as 1 to threshold − 1.
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

/** Marks counts `hidden` until safe, then remembers the figure as given out. `alone`: the figure by itself, with every sum
 * taken as known to rounding though no figure shows it yet. Returns how many it hid beyond those marked. */
export function settle(known: Known, { counts, sums }: Settling, limits: Limits, alone: boolean): number {
  const whole = counts.filter(({ value }) => Number.isInteger(value) && value >= 0);
  const entries = whole.map((count) => [count, known.unknownOf(count)] as const);
  const current = new Set(entries.map(([, unknown]) => unknown));
  for (const [count, unknown] of entries) {
    unknown.here.push(count);
    if (count.suppressed) unknown.suppressed = true;
  }
  let hidden = 0;
  for (const unknown of current) {
    // Within one figure a number has one fate, however often it stands there.
    const some = unknown.here.some(({ state }) => state === 'hidden');
    if (some && !unknown.published) hidden += hide(unknown);
  }
  for (const sum of sums) {
    const total = known.addSum(sum);
    if (alone) assumeKnown(total, limits);
  }
  infer(known.unknowns, known.equations, limits);
  let reach: Reach | undefined;
  for (let small = narrowest(known, limits, alone); small; small = narrowest(known, limits, alone)) {
    reach ??= reachOf(current);
    const more = widen(small, reach, current, limits);
    if (more.hidden > 0) reach = undefined;
    hidden += more.hidden;
    if (more.looked) infer(known.unknowns, known.equations, limits);
    // Nothing in this figure narrows it: it was so before, and cannot be taken back.
    if (more.hidden === 0) small.accepted = small.high - small.low;
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

function narrowest(known: Known, { threshold }: Limits, alone: boolean): Unknown | undefined {
  // From 1 to threshold − 1.
  const rounded = threshold - 2;
  return known.unknowns.find(
    ({ value, low, high, accepted, suppressed }) =>
      value > 0 && value < threshold && high - low < Math.min(alone || suppressed ? threshold : rounded, accepted),
  );
}

/** A number of the figure at hand, hidden or tried; `looked`: whether anything was, so that bounds must be worked out again. */
interface Widened {
  readonly hidden: number;
  readonly looked: boolean;
}

/**
 * Hides one more number of the figure at hand so that `small` can be narrowed less: from the sums tied most
 * tightly to it outwards, the least number first, keeping only what helps.
 */
function widen(small: Unknown, { live, within }: Reach, current: ReadonlySet<Unknown>, limits: Limits): Widened {
  if (!within.has(small)) return { hidden: 0, looked: false };
  const before = small.high - small.low;
  const tried = new Set<Unknown>();
  const near = new Set([small]);
  const tied = new Set<Equation>();
  let edge: readonly Unknown[] = [small];
  for (let hop = 0; hop < hops && tried.size < attempts && edge.length > 0; hop++) {
    edge = spread(near, tied, edge);
    for (const unknown of candidates(tied, live, current)) {
      if (tried.size >= attempts) break;
      if (unknown === small || tried.has(unknown)) continue;
      tried.add(unknown);
      const states = unknown.here.map(({ state }) => state);
      const count = hide(unknown);
      infer(near, tied, limits);
      if (small.high - small.low > before) return { hidden: count, looked: true };
      unknown.here.forEach((item, i) => {
        item.state = states[i] ?? 'hidden';
      });
    }
  }
  // No single number helps: all of those near.
  return { hidden: [...tried].reduce((sum, unknown) => sum + hide(unknown), 0), looked: tried.size > 0 };
}

interface Reach {
  /** The sums with a number that could still be hidden. */
  readonly live: ReadonlySet<Equation>;
  /** Numbers near enough to one of those sums for hiding in it to be tried. */
  readonly within: ReadonlySet<Unknown>;
}

function reachOf(current: ReadonlySet<Unknown>): Reach {
  const live = openSums(current);
  const within = new Set<Unknown>();
  const seen = new Set<Equation>();
  let edge: Iterable<Equation> = live;
  for (let hop = 0; hop < hops; hop++) {
    const fresh: Unknown[] = [];
    for (const sum of edge) {
      if (seen.has(sum)) continue;
      seen.add(sum);
      for (const unknown of [...sum.parts, sum.total]) {
        if (within.has(unknown)) continue;
        within.add(unknown);
        fresh.push(unknown);
      }
    }
    edge = fresh.flatMap(({ sums }) => sums);
  }
  return { live, within };
}

/** One step outwards: takes in the sums `edge` stands in, and returns the numbers in them that are new. */
function spread(near: Set<Unknown>, tied: Set<Equation>, edge: readonly Unknown[]): readonly Unknown[] {
  const fresh: Unknown[] = [];
  const take = (unknown: Unknown) => {
    if (near.has(unknown)) return;
    near.add(unknown);
    fresh.push(unknown);
  };
  for (const sum of edge.flatMap(({ sums }) => sums)) {
    if (tied.has(sum)) continue;
    tied.add(sum);
    for (const part of sum.parts) take(part);
    take(sum.total);
  }
  return fresh;
}

/** The sums with a number that could still be hidden: most have none, and are not looked at. */
function openSums(current: ReadonlySet<Unknown>): ReadonlySet<Equation> {
  const live = new Set<Equation>();
  for (const unknown of current) if (isOpen(unknown, current)) for (const sum of unknown.sums) live.add(sum);
  return live;
}

/** What may still be hidden, of the tightest sums first, the least number first, a total after its parts. */
function* candidates(
  tied: ReadonlySet<Equation>,
  live: ReadonlySet<Equation>,
  current: ReadonlySet<Unknown>,
): Generator<Unknown> {
  const ordered = [...tied]
    .filter((sum) => live.has(sum))
    .map(({ parts, total }) => ({ parts, total, room: slack(parts) + slack([total]) }));
  ordered.sort((a, b) => a.room - b.room);
  for (const { parts, total } of ordered) {
    const open = parts.filter((unknown) => isOpen(unknown, current)).sort((a, b) => a.value - b.value);
    yield* open;
    if (isOpen(total, current)) yield total;
  }
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
