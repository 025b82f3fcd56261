import type { Database } from '@/lib/database/database';

/** What a piece of work on the pool is given. `progress` takes 0–1. */
export interface Work {
  readonly database: Database;
  readonly signal: AbortSignal;
  readonly progress: (done: number) => void;
}

export const stopped = 'Stopped. What was finished before is kept.';
