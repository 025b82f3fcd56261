'use client';
import { useMemo } from 'react';
import { nearestAllowed } from '@/lib/disclosure/period';
import { useView, type ViewHandle } from '@/lib/view/use-view';
import type { Period, View } from '@/lib/view/view';
import { useMode } from './use-pool';

export interface ShownView extends ViewHandle {
  /** The period asked for, where the sharing view shows a fixed one around it instead; null where it shows what was asked. */
  readonly asked: Period | null;
}

/** The view as it may be shown now: the sharing view has fixed periods only, so that no two views differ by a month cut to a child. */
export function useShownView(): ShownView {
  const handle = useView();
  const mode = useMode();
  const { view } = handle;
  const shown = useMemo((): View => {
    const period = mode === 'sharing' ? nearestAllowed(view.period) : view.period;
    return period === view.period ? view : { ...view, period };
  }, [view, mode]);
  return { ...handle, view: shown, asked: shown === view ? null : view.period };
}
