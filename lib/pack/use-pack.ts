'use client';
import { useCallback, useEffect, useState } from 'react';
import { DatabaseCancelled } from '@/lib/database/database';
import { poolSession } from '@/lib/session/pool-session';
import { useMode, usePool } from '@/lib/session/use-pool';
import type { View } from '@/lib/view/view';
import { type BuiltPack, buildPack } from './build';
import type { PackSectionId } from './request';

export interface PackWork {
  /** The pack made last; null until the first is. */
  readonly pack: BuiltPack | null;
  /** It is of another view, pool or mode than the one asked for. */
  readonly stale: boolean;
  readonly status: 'waiting' | 'working' | 'ready' | 'stopped' | 'failed';
  /** Figures worked out so far, of how many. */
  readonly done: number;
  readonly total: number;
  readonly startedAt: number;
  readonly failure: string | null;
  readonly cancel: () => void;
  readonly again: () => void;
}

type Held = Pick<PackWork, 'pack' | 'status' | 'done' | 'total' | 'startedAt' | 'failure'> & { readonly key: string };

const nothing: Held = { key: '', pack: null, status: 'waiting', done: 0, total: 0, startedAt: 0, failure: null };
const idle = () => undefined;

/** The pack of a view, made anew whenever what is asked for changes. Stopped, the one before stays. */
export function usePack(view: View, sections: readonly PackSectionId[]): PackWork {
  const pool = usePool();
  const mode = useMode();
  const [held, setHeld] = useState<Held>(nothing);
  const [attempt, setAttempt] = useState(0);
  const [cancel, setCancel] = useState<() => void>(() => idle);
  const key = JSON.stringify([view, sections, pool.version, mode]);

  useEffect(() => {
    const { facts } = pool;
    if (pool.status !== 'ready' || facts === null) return undefined;
    const control = new AbortController();
    const settings = poolSession.protection();
    const stop = () => {
      control.abort();
      setHeld((before) => ({ ...before, status: 'stopped' }));
    };
    setCancel(() => stop);
    setHeld((before) => ({ ...before, status: 'working', done: 0, total: 0, startedAt: Date.now(), failure: null }));
    const progress = (done: number, total: number) => {
      if (!control.signal.aborted) setHeld((before) => ({ ...before, done, total }));
    };
    const options = { mode, settings, signal: control.signal, progress };
    poolSession
      .query((database) => buildPack(database, { view, pool: facts, sections }, options))
      .then((pack) => {
        if (!control.signal.aborted) setHeld((before) => ({ ...before, key, pack, status: 'ready' }));
      })
      .catch((error: unknown) => {
        if (control.signal.aborted || error instanceof DatabaseCancelled) return;
        const failure = error instanceof Error ? error.message : String(error);
        setHeld((before) => ({ ...before, status: 'failed', failure }));
      });
    return () => control.abort();
    // `key` stands for the view, sections, pool and mode.
  }, [key, attempt, pool.status]);

  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...held, stale: held.key !== key, cancel, again };
}
