'use client';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { DatabaseCancelled } from '@/lib/database/database';
import {
  type RecordOrder,
  type RecordRequest,
  type RecordRow,
  recordCount,
  recordRows,
  recordWindow,
} from '@/lib/measure/records';
import { poolSession } from '@/lib/session/pool-session';

/** Rows asked for at a time: a screenful takes one question, sometimes two. */
const size = 100;

export interface Records {
  /** Rows in the view; null until known. */
  readonly count: number | null;
  readonly failure: string | null;
  /** A row already here, else undefined. */
  readonly rowAt: (index: number) => RecordRow | undefined;
  /** Sees to it that these rows come. */
  readonly want: (from: number, to: number) => void;
}

interface Held {
  readonly key: string;
  /** The question without its columns and order: what the count answers. */
  readonly view: string;
  readonly count: number | null;
  readonly windows: ReadonlyMap<number, readonly RecordRow[]>;
  readonly failure: string | null;
}

const empty = { count: null, windows: new Map(), failure: null } as const;

/** What is held, as far as it answers this question: a new order keeps the count, a new view nothing. */
function answering(held: Held, key: string, view: string): Held {
  if (held.key === key) return held;
  return { ...empty, key, view, count: held.view === view ? held.count : null };
}

/** The rows of a view a window at a time, in order; what belongs to another question is never shown. */
export function useRecords(
  request: RecordRequest,
  version: number,
  names: readonly string[],
  order: RecordOrder | null,
): Records {
  const view = JSON.stringify([request.view, request.basis, version]);
  const key = JSON.stringify([view, names, order]);
  const [held, setHeld] = useState<Held>({ key, view, ...empty });
  const asking = useRef<{ key: string; control: AbortController; windows: Set<number> } | null>(null);
  const now = answering(held, key, view);

  const patch = useCallback(
    (change: (before: Held) => Partial<Held>) =>
      setHeld((before) => {
        const base = answering(before, key, view);
        return { ...base, ...change(base) };
      }),
    [key, view],
  );

  const failed = useCallback(
    (error: unknown) => {
      if (error instanceof DatabaseCancelled) return;
      patch(() => ({ failure: error instanceof Error ? error.message : String(error) }));
    },
    [patch],
  );

  // Before the table asks for its first rows.
  useLayoutEffect(() => {
    const control = new AbortController();
    asking.current = { key, control, windows: new Set() };
    return () => control.abort();
  }, [key]);

  useEffect(() => {
    const control = new AbortController();
    poolSession
      .query((database) => database.run(recordCount(request), control.signal))
      .then(([row]) => control.signal.aborted || patch(() => ({ count: Number(row?.n ?? 0) })))
      .catch(failed);
    return () => control.abort();
    // `view` stands for the request.
  }, [view]);

  const want = useCallback(
    (from: number, to: number) => {
      const own = asking.current;
      if (own?.key !== key) return;
      for (let window = Math.floor(from / size); window <= Math.floor(to / size); window += 1) {
        if (own.windows.has(window)) continue;
        own.windows.add(window);
        const query = recordWindow(request, names, order, { offset: window * size, limit: size });
        poolSession
          .query((database) => database.run(query, own.control.signal))
          .then((rows) => {
            if (own.control.signal.aborted) return;
            const found = recordRows(rows);
            patch(({ windows }) => ({ windows: new Map([...windows, [window, found]]) }));
          })
          .catch(failed);
      }
    },
    [key, patch, failed],
  );

  const rowAt = (index: number) => now.windows.get(Math.floor(index / size))?.[index % size];
  return { count: now.count, failure: now.failure, rowAt, want };
}
