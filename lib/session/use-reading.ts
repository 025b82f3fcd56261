'use client';
import { useEffect, useState } from 'react';
import { type Database, DatabaseCancelled } from '@/lib/database/database';
import { poolSession } from './pool-session';
import { usePool } from './use-pool';

export interface Reading<Value> {
  /** Undefined until first read. */
  readonly value: Value | undefined;
  /** What is shown belongs to an earlier pool or question. */
  readonly stale: boolean;
  readonly failure: string | null;
}

/**
 * Asks the pool something and asks again whenever its data change. `question` names what is asked: another name is
 * another question.
 */
export function useReading<Value>(question: string, ask: (database: Database) => Promise<Value>): Reading<Value> {
  const pool = usePool();
  const [held, setHeld] = useState<{ key: string; value: Value | undefined; failure: string | null }>({
    key: '',
    value: undefined,
    failure: null,
  });
  const key = `${question} ${pool.version}`;
  const settled = pool.status === 'ready' || pool.status === 'empty';

  useEffect(() => {
    if (!settled) return undefined;
    let wanted = true;
    poolSession
      .query((database) => (wanted ? ask(database) : Promise.reject(new DatabaseCancelled())))
      .then((value) => {
        if (wanted) setHeld({ key, value, failure: null });
      })
      .catch((error: unknown) => {
        if (wanted) setHeld({ key, value: undefined, failure: error instanceof Error ? error.message : String(error) });
      });
    return () => {
      wanted = false;
    };
    // `key` stands for the pool and the question; `ask` is written anew at each render.
  }, [key, settled]);

  return { value: held.value, stale: held.key !== key, failure: held.failure };
}
