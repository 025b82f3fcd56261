/** Hides, of the figure at hand, what a small number's bounds rest on, so that it is told less closely. */
import { loosen, undo, type Wanted } from './infer';
import type { Unknown } from './known';
import { reasonsOf } from './reason';
import type { Count } from './sheet';

/** How many numbers are tried one by one for one small number. */
const attempts = 24;

/** The width of what a reader can make of a number. */
export function widthOf({ up, down }: Unknown): number {
  return up + down;
}

/**
 * Hides one more number of the figure at hand so that `small` has more room: the nearest of those its bounds rest on,
 * the least first. Where no single one helps, as many of them as are needed. Returns how many cells are hidden by it;
 * 0 when nothing this figure shows holds the small number.
 */
export function widen(small: Unknown, wanted: Wanted): number {
  const before = widthOf(small);
  const reasons = reasonsOf(small, isOpen, wanted);
  for (const unknown of reasons.slice(0, attempts)) {
    const states = statesOf(unknown);
    const count = hide(unknown);
    const trail = loosen([unknown], wanted);
    if (widthOf(small) > before) return count;
    undo(trail);
    restore(unknown, states);
  }
  return hideTogether(small, reasons, before, wanted);
}

/** All that hold the small number, then back, the largest first, whatever was not needed. */
function hideTogether(small: Unknown, reasons: readonly Unknown[], before: number, wanted: Wanted): number {
  const states = new Map(reasons.map((unknown) => [unknown, statesOf(unknown)]));
  const counts = new Map(reasons.map((unknown) => [unknown, hide(unknown)]));
  const show = (unknown: Unknown) => restore(unknown, states.get(unknown) ?? []);
  let trail = loosen(reasons, wanted);
  const width = Math.min(widthOf(small), wanted.enough);
  const needed = width > before;
  for (const unknown of needed ? largestFirst(reasons) : []) {
    const without = [...counts.keys()].filter((one) => one !== unknown);
    undo(trail);
    show(unknown);
    trail = loosen(without, wanted);
    if (widthOf(small) >= width) {
      counts.delete(unknown);
      continue;
    }
    undo(trail);
    hide(unknown);
    trail = loosen(counts.keys(), wanted);
  }
  if (needed) return [...counts.values()].reduce((sum, count) => sum + count, 0);
  undo(trail);
  for (const unknown of reasons) show(unknown);
  return 0;
}

function largestFirst(unknowns: readonly Unknown[]): readonly Unknown[] {
  return [...unknowns].sort((one, two) => two.value - one.value);
}

/** Shown by the figure at hand, and by none before it. */
function isOpen({ published, here }: Unknown): boolean {
  return !published && here.some(({ state }) => state !== 'hidden');
}

function statesOf({ here }: Unknown): readonly Count['state'][] {
  return here.map(({ state }) => state);
}

function restore({ here }: Unknown, states: readonly Count['state'][]): void {
  here.forEach((item, i) => {
    item.state = states[i] ?? 'hidden';
  });
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
