/**
 * The one hook that reads and writes the URL. The URL is the single truth: no screen keeps a view of
 * its own, so reload, back, forward and a copied link all restore the same figures.
 */
'use client';

import { useSearchParams } from 'next/navigation';
import { debounce, throttle, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import { writeSoon } from '@/lib/view/address';
import type { ViewPatch } from '@/lib/view/chips';
import type { LinkNotice } from '@/lib/view/notice';
import { type Entries, isParameterName, type ParameterName, parameters } from '@/lib/view/parameter';
import { parseView } from '@/lib/view/parse';
import { defaultView, type View } from '@/lib/view/view';
import { rawParser, viewQuery, writeView } from '@/lib/view/write';

export interface ViewHandle {
  readonly view: View;
  /** The mark of the pool the opened link was made over; kept while the view is changed, so that the warning stays. */
  readonly pool: string | null;
  /** What the URL asks for that could not be done. */
  readonly notices: readonly LinkNotice[];
  /** Changes parts of the view; one step back in the browser undoes it. */
  readonly setView: (patch: ViewPatch | ((view: View) => ViewPatch)) => void;
  /** The view such a change would lead to, which stays as it is. */
  readonly after: (patch: ViewPatch) => View;
  /** The default view. */
  readonly reset: () => void;
  /** Drops the pool's mark and whatever was not understood, without a step in the history. */
  readonly dismiss: () => void;
  /** `?…` (or `''`) of this view with some parts changed, to follow a path in an `href`. */
  readonly link: (patch?: ViewPatch) => string;
}

const keys = Object.fromEntries(parameters.map(({ name }) => [name, rawParser]));

type RawState = Readonly<Record<string, readonly string[] | null>>;

/** What has changed is on the page at once, and in its address when `writeSoon` says so. */
const onPageOnly = debounce(Number.POSITIVE_INFINITY);
const inAddress = throttle(50);

/** Must be rendered within `<Suspense>` and `ViewProvider`: a static page learns its URL only in the browser. */
export function useView(): ViewHandle {
  const search = useSearchParams();
  const [raw, setRaw] = useQueryStates(keys, { history: 'push', shallow: true, scroll: false });

  // Told apart by what they say: following the URL after a change of filter must not look like another change.
  const others = JSON.stringify(unknown(search));
  const rest = useMemo<Pairs>(() => JSON.parse(others), [others]);
  const parsed = useMemo(() => parseView([...pairs(raw), ...rest]), [raw, rest]);

  const setView = useCallback<ViewHandle['setView']>(
    (patch) => {
      const change = (before: RawState) => {
        const { view, pool } = parseView([...pairs(before), ...rest]);
        const after = writeView({ ...view, ...(typeof patch === 'function' ? patch(view) : patch) }, pool);
        const changed = changes(before, after);
        // A choice that changes nothing leaves no step in the history.
        if (Object.keys(changed).length > 0) writeSoon(() => setRaw((now) => now, { limitUrlUpdates: inAddress }));
        return changed;
      };
      void setRaw(change, { limitUrlUpdates: onPageOnly });
    },
    [setRaw, rest],
  );

  const after = useCallback<ViewHandle['after']>(
    (patch) => parseView(pairs(writeView({ ...parsed.view, ...patch }))).view,
    [parsed],
  );

  const reset = useCallback(() => setView(defaultView), [setView]);

  const dismiss = useCallback(() => {
    void setRaw((before) => replacement(writeView(parseView([...pairs(before), ...rest]).view)), {
      history: 'replace',
    });
  }, [setRaw, rest]);

  const link = useCallback<ViewHandle['link']>(
    (patch) => viewQuery({ ...parsed.view, ...patch }, parsed.pool),
    [parsed],
  );

  return { ...parsed, setView, after, reset, dismiss, link };
}

type Pairs = readonly (readonly [string, string])[];

function pairs(raw: RawState | Entries): Pairs {
  return Object.entries(raw).flatMap(([name, values]) => (values ?? []).map((value) => [name, value] as const));
}

/** Names we do not write: misspelt ones are still read, all are reported. Null outside a page, in a test. */
function unknown(search: URLSearchParams | null): Pairs {
  return [...(search ?? [])].filter(([name]) => !isParameterName(name));
}

/** The parameters whose values differ; null for those the view no longer says. */
function changes(raw: RawState, entries: Entries): Partial<Record<ParameterName, string[] | null>> {
  const differ = parameters.filter(({ name }) => !rawParser.eq(raw[name] ?? [], entries[name] ?? []));
  return Object.fromEntries(differ.map(({ name }) => [name, entries[name] ? [...entries[name]] : null]));
}

/** Every parameter is named, so that what the view no longer says leaves the URL. */
function replacement(entries: Entries): Record<ParameterName, string[] | null> {
  const values = parameters.map(({ name }) => [name, entries[name] ? [...entries[name]] : null]);
  return Object.fromEntries(values);
}
