'use client';
import { useCallback } from 'react';
import { type Origin, today } from '@/lib/pack/context';
import { usePool } from '@/lib/session/use-pool';
import { useView } from '@/lib/view/use-view';
import { viewQuery } from '@/lib/view/write';

/** Where the figures on this page are from, asked for at the moment they leave it. */
export function useOrigin(): () => Origin {
  const pool = usePool();
  const { view } = useView();
  return useCallback(
    () => ({
      view,
      pool,
      link: location.origin + location.pathname + viewQuery(view, pool.fingerprint),
      written: today(new Date()),
    }),
    [view, pool],
  );
}
