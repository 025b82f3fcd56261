'use client';
import { useSyncExternalStore } from 'react';
import { currentKeeping, firstKeeping, type Keeping, onKeeping } from './keeping';

export function useKeeping(): Keeping {
  return useSyncExternalStore(onKeeping, currentKeeping, () => firstKeeping);
}
