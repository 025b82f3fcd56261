'use client';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { Measure } from '@/lib/measure/measure';
import type { ViewPatch } from '@/lib/view/chips';
import { stopAhead, workAhead } from './ahead';
import { askPage, figuresOf } from './ask-page';
import { shownPages } from './recent';
import { useMode, usePool } from './use-pool';
import type { ShownView } from './use-shown-view';

/** Told of a change of view that a reader seems about to make, or is making; null when they do not any more. */
export type Consider = (patch: ViewPatch | null, pressed?: boolean) => void;

/** Milliseconds a pointer rests on a choice before it is more than on its way over it. */
const rest = 40;

/** A larger pool answers soon enough, and a view of it given up half done would be in the way of the one chosen. */
const mostRows = 250_000;

/**
 * Works out the figures of a page for the view a reader seems about to choose, while they are still making up their mind:
 * a hand takes longer from pointing to pressing than the engine takes for a page. Pages with slow arithmetic are left out.
 */
export function useAhead(measures: readonly Measure[], { view, after }: ShownView): Consider {
  const pool = usePool();
  const mode = useMode();
  const work = (patch: ViewPatch) => {
    const next = after(patch);
    const asked = { measures, of: figuresOf(pool, mode), view: JSON.stringify(next) };
    const waits = pool.status !== 'ready' || pool.rows > mostRows || measures.some(({ prepare }) => prepare);
    if (waits || asked.view === JSON.stringify(view) || shownPages.get(asked)) return;
    workAhead(asked, (signal) => askPage(measures, next, pool, { mode, signal }));
  };
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    return () => {
      clearTimeout(timer.current);
      stopAhead();
    };
  }, []);
  return useCallback((patch, pressed = false) => {
    clearTimeout(timer.current);
    if (patch && pressed) latest.current(patch);
    else if (patch) timer.current = setTimeout(() => latest.current(patch), rest);
  }, []);
}
