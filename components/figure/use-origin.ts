'use client';
import { useCallback } from 'react';
import { type Origin, today } from '@/lib/pack/context';
import { poolSession } from '@/lib/session/pool-session';
import { usePool } from '@/lib/session/use-pool';
import { useShownView } from '@/lib/session/use-shown-view';
import { withPageChoices } from '@/lib/view/use-page-choice';
import { viewQuery } from '@/lib/view/write';

/** Where the figures on this page are from, asked for at the moment they leave it. */
export function useOrigin(): () => Origin {
  const pool = usePool();
  const { view } = useShownView();
  return useCallback(
    () => ({
      view,
      pool,
      fingerprint: pool.fingerprint,
      limits: poolSession.protection(),
      link: location.origin + location.pathname + withPageChoices(viewQuery(view, pool.fingerprint), location.search),
      written: today(new Date()),
    }),
    [view, pool],
  );
}
