import { pageProtector } from '@/lib/disclosure/protect';
import type { Measure } from '@/lib/measure/measure';
import type { Mode } from '@/lib/measure/protection';
import { type PageResult, type RunOptions, runPage } from '@/lib/measure/run';
import type { View } from '@/lib/view/view';
import { poolSession } from './pool-session';
import type { PoolSnapshot } from './snapshot';

/** The data and the mode that figures are of. */
export function figuresOf({ version }: PoolSnapshot, mode: Mode): string {
  return `${version} ${mode}`;
}

/** A page's figures from the engine, in its turn. Throws what `runPage` throws, and where the pool has not been read. */
export function askPage(
  measures: readonly Measure[],
  view: View,
  { facts }: PoolSnapshot,
  options: Pick<RunOptions, 'mode' | 'signal' | 'onProgress'>,
): Promise<PageResult> {
  if (facts === null) return Promise.reject(new Error('The pool has not been read yet.'));
  const protecting = { ...options, settings: poolSession.protection(), protect: pageProtector() };
  return poolSession.query((database) => runPage(database, measures, { view, pool: facts }, protecting));
}
