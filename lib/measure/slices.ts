/** Promises that long arithmetic leaves the page free: a slice at a time, with how far it is, and an end when asked. */
import { DatabaseCancelled } from '@/lib/database/database';

export interface Slicing {
  readonly signal?: AbortSignal | undefined;
  /** 0–1. */
  readonly onProgress: (share: number) => void;
}

/** A slice is well under 50 ms, which a reader does not notice. */
const slice = 20;

const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Runs `steps`, which yields the share done, to its end and gives what it returns. Throws DatabaseCancelled when told to stop. */
export async function inSlices<Result>(steps: Generator<number, Result>, work: Slicing): Promise<Result> {
  let began = performance.now();
  for (;;) {
    if (work.signal?.aborted) throw new DatabaseCancelled();
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < slice) continue;
    work.onProgress(value);
    await nextTurn();
    began = performance.now();
  }
}

/** The same at once, for who has nothing else to do. */
export function atOnce<Result>(steps: Generator<number, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
