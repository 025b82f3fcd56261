'use client';
import { useEffect, useSyncExternalStore } from 'react';
import type { Mode } from '@/lib/measure/protection';
import { currentMode, onMode } from './mode';
import { poolSession } from './pool-session';
import { firstSnapshot, type PoolSnapshot } from './snapshot';

/** The pool as it is now; the first caller in a tab opens the shipped sample. */
export function usePool(): PoolSnapshot {
  useEffect(() => {
    void poolSession.start();
  }, []);
  return useSyncExternalStore(poolSession.subscribe, poolSession.snapshot, () => firstSnapshot);
}

export function useMode(): Mode {
  return useSyncExternalStore(onMode, currentMode, () => 'sharing');
}
