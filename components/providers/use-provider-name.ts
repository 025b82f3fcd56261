'use client';
import { useCallback } from 'react';
import { entryFor } from '@/lib/provider/match';
import { useOfsted } from './ofsted-store';

/** `Rowan House (SC1000001)` where an Ofsted list of this tab knows the provider and its name is given, else its URN. */
export function useProviderName(): (urn: string) => string {
  const state = useOfsted();
  return useCallback(
    (urn) => {
      const name = state.kind === 'list' ? entryFor(state.list, urn)?.name : undefined;
      return name ? `${name} (${urn})` : urn;
    },
    [state],
  );
}
