'use client';
import { useEffect, useMemo, useState } from 'react';
import { roundedCount } from '@/lib/disclosure/round';
import { isWithheld } from '@/lib/figure/figure';
import { formatCell } from '@/lib/figure/format';
import { advise, type Advice as Counted } from '@/lib/measure/advice';
import type { Mode } from '@/lib/measure/protection';
import { number } from '@/lib/measure/words';
import { poolSession } from '@/lib/session/pool-session';
import { useMode, usePool } from '@/lib/session/use-pool';
import type { View } from '@/lib/view/view';

export interface Advice {
  readonly text: string;
  readonly label: string;
  readonly patch: Partial<View> | null;
}

const plain: Advice = { text: 'No placements to show.', label: '', patch: null };

/** How many there would be, as this view may say it: `41`, or in the sharing view `40` or `fewer than 5`. */
function counted({ n }: Counted, mode: Mode): string {
  if (mode === 'working') return number(n);
  const limits = poolSession.protection();
  const shown = roundedCount(n, limits);
  return isWithheld(shown) ? `fewer than ${limits.threshold}` : formatCell(shown, 'count');
}

function adviceOf([best]: readonly Counted[], mode: Mode): Advice {
  if (!best || best.n === 0)
    return { ...plain, text: 'No placements match these filters, nor with any one of them taken away.' };
  return {
    text: `No placements match. Without “${best.chip.label}” there ${best.n === 1 && mode === 'working' ? 'is' : 'are'} ${counted(best, mode)}.`,
    label: `Remove “${best.chip.label}”`,
    patch: best.chip.patch,
  };
}

/** Why a view is empty and which one filter to take away, counted; asked for only when `needed`. */
export function useAdvice(view: View, needed: boolean): Advice {
  const { facts } = usePool();
  const mode = useMode();
  const [advice, setAdvice] = useState(plain);
  const key = JSON.stringify(view);
  useEffect(() => {
    if (!needed || facts === null) return undefined;
    const control = new AbortController();
    const asked = JSON.parse(key) as View;
    poolSession
      .query((database) => advise(database, { view: asked, pool: facts }, control.signal))
      .then((found) => setAdvice(adviceOf(found, mode)))
      .catch(() => undefined);
    return () => control.abort();
  }, [key, needed, facts, mode]);
  return advice;
}

/** The advice as a button; the same one while the advice stays. */
export function useRemedy({ label, patch }: Advice, setView: (patch: Partial<View>) => void) {
  return useMemo(() => (patch ? { label, apply: () => setView(patch) } : undefined), [label, patch, setView]);
}
