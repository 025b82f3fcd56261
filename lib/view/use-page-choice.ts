/** A choice of one page that its link keeps beside the view. */
'use client';

import { useQueryState } from 'nuqs';
import { useCallback } from 'react';
import { isPageParameter, type PageParameter } from '@/lib/view/parameter';
import { rawParser } from '@/lib/view/write';

type Choose = (values: readonly string[] | null) => void;

/** The values as they stand in the URL, null where it has none. Within `<Suspense>` and `ViewProvider`, like `useView`. */
export function usePageChoice(name: PageParameter): readonly [readonly string[] | null, Choose] {
  const [values, setValues] = useQueryState(name, { ...rawParser, history: 'push', shallow: true, scroll: false });
  const choose = useCallback<Choose>((next) => void setValues(next), [setValues]);
  return [values, choose];
}

/** A view's query with the choices of the page it is copied from. */
export function withPageChoices(query: string, search: string): string {
  const kept = [...new URLSearchParams(search)].filter(([name]) => isPageParameter(name));
  // Commas are plain in the links we write.
  const words = kept.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&');
  if (words === '') return query;
  return query === '' ? `?${words}` : `${query}&${words}`;
}
