/** Looks, from a small number outwards, for what else in the figure at hand to hide so that it is told less closely. */
import { infer } from './infer';
import type { Equation, Unknown } from './known';
import type { Limits } from './settings';
import type { Count } from './sheet';

/** How many sums away a number to hide is looked for, and how many are tried for one small number. */
const hops = 3;
const attempts = 24;

/** A number of the figure at hand, hidden or tried; `looked`: whether anything was, so that bounds must be worked out again. */
interface Widened {
  readonly hidden: number;
  readonly looked: boolean;
}

/**
 * Hides one more number of the figure at hand so that `small` can be narrowed less: from the sums tied most
 * tightly to it outwards, the least number first, keeping only what helps.
 */
export function widen(small: Unknown, { live, within }: Reach, current: ReadonlySet<Unknown>, limits: Limits): Widened {
  if (!within.has(small)) return { hidden: 0, looked: false };
  const before = small.high - small.low;
  const tried = new Map<Unknown, readonly Count['state'][]>();
  const near = new Set([small]);
  const tied = new Set<Equation>();
  let edge: readonly Unknown[] = [small];
  for (let hop = 0; hop < hops && tried.size < attempts && edge.length > 0; hop++) {
    edge = spread(near, tied, edge);
    for (const unknown of candidates(tied, live, current)) {
      if (tried.size >= attempts) break;
      if (unknown === small || tried.has(unknown)) continue;
      const states = unknown.here.map(({ state }) => state);
      tried.set(unknown, states);
      const count = hide(unknown);
      infer(near, tied, limits);
      if (small.high - small.low > before) return { hidden: count, looked: true };
      restore(unknown, states);
    }
  }
  return { hidden: hideTogether(small, tried, () => infer(near, tied, limits)), looked: tried.size > 0 };
}

/** No single number helps: all of those near, then back, the largest first, whatever helped nothing. */
function hideTogether(
  small: Unknown,
  tried: ReadonlyMap<Unknown, readonly Count['state'][]>,
  inferNear: () => void,
): number {
  const counts = new Map([...tried.keys()].map((unknown) => [unknown, hide(unknown)]));
  inferNear();
  const width = small.high - small.low;
  for (const [unknown, states] of [...tried].sort(([one], [other]) => other.value - one.value)) {
    restore(unknown, states);
    inferNear();
    if (small.high - small.low >= width) counts.delete(unknown);
    else hide(unknown);
  }
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function restore({ here }: Unknown, states: readonly Count['state'][]): void {
  here.forEach((item, i) => {
    item.state = states[i] ?? 'hidden';
  });
}

export interface Reach {
  /** The sums with a number that could still be hidden. */
  readonly live: ReadonlySet<Equation>;
  /** Numbers near enough to one of those sums for hiding in it to be tried. */
  readonly within: ReadonlySet<Unknown>;
}

export function reachOf(current: ReadonlySet<Unknown>): Reach {
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

/** Hides a number wherever the figure at hand says it; how many cells that is. */
export function hide(unknown: Unknown): number {
  let count = 0;
  for (const item of unknown.here) {
    if (item.state !== 'hidden') count++;
    item.state = 'hidden';
  }
  return count;
}
