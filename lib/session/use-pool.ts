'use client';
import { useSyncExternalStore } from 'react';
import type { Mode } from '@/lib/measure/protection';
import { currentMode, onMode } from './mode';
import { poolSession } from './pool-session';
import { firstSnapshot, type PoolSnapshot } from './snapshot';

// The engine takes longer to start than the page: it is asked for as soon as the page's code is here, not once it is drawn.
if (typeof window !== 'undefined') void poolSession.start();

/** The pool as it is now. */
export function usePool(): PoolSnapshot {
  return useSyncExternalStore(poolSession.subscribe, poolSession.snapshot, () => firstSnapshot);
}

export function useMode(): Mode {
  return useSyncExternalStore(onMode, currentMode, () => 'sharing');
}
