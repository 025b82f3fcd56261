/**
 * Promises that a view a reader is about to ask for is worked out before it is asked for: one view at a time, given up for
 * another. Nothing of it is shown, written or recorded until then.
 */
import type { PageResult } from '@/lib/measure/run';
import { type Asked, RecentPages } from './recent';

export interface Ahead {
  readonly result: Promise<PageResult>;
  /** Gives it up. */
  readonly cancel: () => void;
}

interface Working extends Ahead {
  readonly asked: Asked;
}

/** Views worked out and not asked for yet: what a pointer passes over on its way. */
const ready = new RecentPages(4);
let working: Working | null = null;

function isOf({ asked }: Working, { measures, of, view }: Asked): boolean {
  return asked.measures === measures && asked.of === of && asked.view === view;
}

/** Begins, unless it is done or under way; whatever else was under way is given up. `run` is told by its signal. */
export function workAhead(asked: Asked, run: (signal: AbortSignal) => Promise<PageResult>): void {
  if ((working && isOf(working, asked)) || ready.get(asked)) return;
  stopAhead();
  const control = new AbortController();
  const result = run(control.signal);
  const mine: Working = { asked, result, cancel: () => control.abort() };
  working = mine;
  const end = () => {
    if (working === mine) working = null;
  };
  result.then((found) => {
    // Taken meanwhile, it is kept as shown.
    if (working === mine) ready.keep(asked, found);
    end();
  }, end);
}

/** What has been worked out of just this, or is being; another view of the same page is given up. */
export function takeAhead(asked: Asked): Ahead | undefined {
  const found = ready.get(asked);
  const under = working;
  if (under?.asked.measures === asked.measures) {
    working = null;
    if (isOf(under, asked)) return under;
    under.cancel();
  }
  return found && { result: Promise.resolve(found), cancel: () => undefined };
}

/** Gives up what is under way. */
export function stopAhead(): void {
  working?.cancel();
  working = null;
}
