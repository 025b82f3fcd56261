'use client';
import { useEffect, useMemo, useState } from 'react';
import { advise, type Advice as Counted } from '@/lib/measure/advice';
import { poolSession } from '@/lib/session/pool-session';
import { usePool } from '@/lib/session/use-pool';
import type { View } from '@/lib/view/view';

export interface Advice {
  readonly text: string;
  readonly label: string;
  readonly patch: Partial<View> | null;
}

const plain: Advice = { text: 'No placements to show.', label: '', patch: null };

function adviceOf([best]: readonly Counted[]): Advice {
  if (!best || best.n === 0)
    return { ...plain, text: 'No placements match these filters, nor with any one of them taken away.' };
  return {
    text: `No placements match. ${best.sentence}`,
    label: `Remove “${best.chip.label}”`,
    patch: best.chip.patch,
  };
}

/** Why a view is empty and which one filter to take away, counted; asked for only when `needed`. */
export function useAdvice(view: View, needed: boolean): Advice {
  const { facts } = usePool();
  const [advice, setAdvice] = useState(plain);
  const key = JSON.stringify(view);
  useEffect(() => {
    if (!needed || facts === null) return undefined;
    const control = new AbortController();
    const asked = JSON.parse(key) as View;
    poolSession
      .query((database) => advise(database, { view: asked, pool: facts }, control.signal))
      .then((found) => setAdvice(adviceOf(found)))
      .catch(() => undefined);
    return () => control.abort();
  }, [key, needed, facts]);
  return advice;
}

/** The advice as a button; the same one while the advice stays. */
export function useRemedy({ label, patch }: Advice, setView: (patch: Partial<View>) => void) {
  return useMemo(() => (patch ? { label, apply: () => setView(patch) } : undefined), [label, patch, setView]);
}
