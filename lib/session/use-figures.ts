'use client';
import { useLayoutEffect, useMemo, useState } from 'react';
import { DatabaseCancelled } from '@/lib/database/database';
import type { Measure } from '@/lib/measure/measure';
import type { Mode } from '@/lib/measure/protection';
import type { PageResult } from '@/lib/measure/run';
import { writeAddress } from '@/lib/view/address';
import { defaultView, type View } from '@/lib/view/view';
import { takeAhead } from './ahead';
import { askPage, figuresOf } from './ask-page';
import { shownPages } from './recent';
import { type Figures, shownFigures } from './shown-figures';
import type { PoolSnapshot, Task } from './snapshot';
import { useMode, usePool } from './use-pool';

export interface PageFigures {
  /** By figure id. Absent until first worked out. */
  readonly figures: Figures;
  /** Placements in the view; null until known. */
  readonly kept: number | null;
  /** The figures shown belong to an earlier view, pool or mode. */
  readonly stale: boolean;
  /** What concerns the whole page: the engine stopped, or memory ran out. */
  readonly failure: string | null;
  /** Slow arithmetic under way, which says how far it is and can be stopped; null on other pages. */
  readonly task: Task | null;
}

interface Held {
  /** What they are of; `asSent` for those the page came with. */
  readonly key: string;
  readonly figures: Figures;
  readonly kept: number | null;
  readonly failure: string | null;
}

const stopped = 'Stopped before it was finished. The figures shown are the earlier ones.';
const asSent = 'as sent';

const nothing: Held = { key: '', figures: {}, kept: null, failure: null };

/** Figures of the shipped pool's default view, worked out by this code when the site was built. */
export interface Prepared {
  readonly figures: Figures;
  readonly kept: number;
}

/** Whether the figures the page was sent with are those of what is asked: the shipped pool, as it first opened, in full. */
function isAsSent(view: View, { shipped, version }: PoolSnapshot, mode: Mode): boolean {
  return shipped && version <= 1 && mode === 'sharing' && JSON.stringify(view) === JSON.stringify(defaultView);
}

/** As it was worked out: held under the view and what it is of. */
function heldOf({ figures, kept }: PageResult, key: string): Held {
  return { key, figures, kept, failure: null };
}

/**
 * The figures of a page for a view. While a new view is worked out the old figures stay, marked stale; a newer view
 * cancels the one before. `prepared` figures stand, for the default view of the shipped pool, until the engine has its own:
 * they are the same numbers, so nothing is marked stale meanwhile.
 */
export function useFigures(measures: readonly Measure[], view: View, prepared?: Prepared | undefined): PageFigures {
  const pool = usePool();
  const mode = useMode();
  const asked = { measures, of: figuresOf(pool, mode), view: JSON.stringify(view) };
  const key = `${asked.of} ${asked.view}`;
  const [held, setHeld] = useState<Held>(() => {
    const shown = shownPages.get(asked);
    if (shown) return heldOf(shown, key);
    return prepared ? { ...nothing, ...prepared, key: asSent } : nothing;
  });
  const [task, setTask] = useState<Task | null>(null);

  // Before the page is painted: the engine works while the old figures are marked as such.
  useLayoutEffect(() => {
    if (pool.status !== 'ready' || pool.facts === null || held.key === key) return undefined;
    const control = new AbortController();
    const show = async (result: PageResult) => {
      // What is shown and the link to it never differ.
      await writeAddress();
      if (control.signal.aborted) return;
      setTask(null);
      setHeld(heldOf(result, key));
    };
    const shown = shownPages.get(asked);
    if (shown) {
      void show(shown);
      return () => control.abort();
    }
    const startedAt = Date.now();
    const cancel = () => {
      control.abort();
      setTask(null);
      setHeld((before) => ({ ...before, key, failure: stopped }));
    };
    const onProgress = (done: number) => {
      if (!control.signal.aborted) setTask({ label: 'Working out these figures', done, startedAt, cancel });
    };
    const ahead = takeAhead(asked);
    if (ahead) control.signal.addEventListener('abort', ahead.cancel);
    const working = ahead?.result ?? askPage(measures, view, pool, { mode, signal: control.signal, onProgress });
    working
      .then((result) => {
        shownPages.keep(asked, result);
        return show(result);
      })
      .catch((error: unknown) => {
        if (control.signal.aborted || error instanceof DatabaseCancelled) return;
        setTask(null);
        setHeld((before) => ({ ...before, key, failure: error instanceof Error ? error.message : String(error) }));
      });
    return () => {
      control.abort();
      setTask(null);
    };
    // `key` stands for view, pool and mode; the measures of a page never change.
  }, [key, pool.status]);

  const stale = held.key === asSent ? !isAsSent(view, pool, mode) : held.key !== key;
  const figures = useMemo(() => shownFigures(held.figures, mode), [held.figures, mode]);
  return { figures, kept: held.kept, stale, failure: held.failure, task };
}
