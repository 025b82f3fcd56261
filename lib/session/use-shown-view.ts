'use client';
import { useMemo } from 'react';
import { useView, type ViewHandle } from '@/lib/view/use-view';
import type { Period } from '@/lib/view/view';
import { shownView } from './shown-view';
import { useMode } from './use-pool';

export interface ShownView extends ViewHandle {
  /** The period asked for, where the sharing view shows a fixed one around it instead; null where it shows what was asked. */
  readonly asked: Period | null;
}

/** The view of the URL as it may be shown now. */
export function useShownView(): ShownView {
  const handle = useView();
  const mode = useMode();
  const { view } = handle;
  const shown = useMemo(() => shownView(view, mode), [view, mode]);
  return { ...handle, view: shown, asked: shown === view ? null : view.period };
}
