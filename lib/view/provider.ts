'use client';

import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { createElement, type ReactElement, type ReactNode } from 'react';
import { isPageParameter, isParameterName, pageParameters, parameters } from '@/lib/view/parameter';

/** Round the whole site, once: lets `useView` write the URL. */
export function ViewProvider({ children }: { readonly children: ReactNode }): ReactElement {
  return createElement(NuqsAdapter, { processUrlSearchParams: inOrder, children });
}

/** What is written is in the published order and holds nothing we did not write. */
function inOrder(search: URLSearchParams): URLSearchParams {
  const order = [...parameters.map(({ name }) => name), ...pageParameters];
  const place = new Map<string, number>(order.map((name, index) => [name, index]));
  const parts = [...search].filter(([name]) => isParameterName(name) || isPageParameter(name));
  return new URLSearchParams(parts.sort(([a], [b]) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
}
