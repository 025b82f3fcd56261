'use client';
import { useSyncExternalStore } from 'react';
import type { Mapping } from '@/lib/ingest/file/layout';
import { currentMapping, onMapping } from './mapping';

const none: Mapping = {};

export function useMapping(): Mapping {
  return useSyncExternalStore(onMapping, currentMapping, () => none);
}
