/**
 * Promises one meaning of "the region" for like-for-like comparisons: every authority loaded of the regions the
 * view looks at, whether or not the view itself is narrowed to one of them.
 */

import { monthCondition, otherConditions } from '@/lib/measure/condition';
import type { Context } from '@/lib/measure/context';
import { allOf, always, type Fragment, fragment, oneOf } from '@/lib/measure/fragment';
import { monthColumn } from '@/lib/measure/kept';

/** GSS codes of the regions compared within; empty where all of the pool is. */
export function regionsCompared({ view, pool }: Context): readonly string[] {
  if (view.regions.length > 0) return view.regions;
  const own = pool.authorities.filter(({ code }) => view.authorities.includes(code));
  return [...new Set(own.flatMap(({ region }) => (region === null ? [] : [region])))];
}

/** Authorities compared, by name. */
export function authoritiesCompared(context: Context): Context['pool']['authorities'] {
  const regions = regionsCompared(context);
  const all = context.pool.authorities;
  return regions.length === 0 ? all : all.filter(({ region }) => region !== null && regions.includes(region));
}

/** `the region`, or what stands for it where several are loaded. */
export function regionWords(context: Context): string {
  const regions = new Set(authoritiesCompared(context).map(({ region }) => region));
  return regions.size > 1 ? 'the authorities loaded' : 'the region';
}

/** Usable costs (or other placements) of the region in the view's period and under its other filters. */
export function regionCondition(context: Context, which = 'costOK'): Fragment {
  const regions = regionsCompared(context);
  return allOf([
    fragment(which),
    regions.length === 0 ? always : oneOf('region', regions),
    context.view.period.kind === 'all' ? always : monthCondition(monthColumn(context), context.period),
    otherConditions(context.view),
  ]);
}

/** Financial year of placement as its first calendar year; 0 where there is no date. */
export const yearSql = 'coalesce(floor((placementMonth - 3) / 12), 0)::INTEGER';
