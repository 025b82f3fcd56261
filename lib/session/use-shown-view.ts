'use client';
import { useCallback, useMemo } from 'react';
import type { ViewPatch } from '@/lib/view/chips';
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
  const { view, after } = handle;
  const shown = useMemo(() => shownView(view, mode), [view, mode]);
  const shownAfter = useCallback((patch: ViewPatch) => shownView(after(patch), mode), [after, mode]);
  return { ...handle, view: shown, after: shownAfter, asked: shown === view ? null : view.period };
}
