/** The one form of each view, so that the same filter is always the same link. */
import {
  bandChoices,
  distanceChoices,
  inOrder,
  needChoices,
  noticeChoices,
  securedChoices,
  soughtChoices,
} from '@/lib/view/choices';
import { monthText } from '@/lib/view/month';
import { resolvePeriod } from '@/lib/view/period';
import { isArea, isAuthority, isRegion } from '@/lib/view/place';
import { type Compare, defaultView, type Period, type View } from '@/lib/view/view';

/** Lists in their own order, each value once; what cannot be filtered by is left out. Never throws, idempotent. */
export function canonicalView(view: View): View {
  return {
    authorities: sorted(view.authorities, isAuthority),
    regions: sorted(view.regions, isRegion),
    period: canonicalPeriod(view.period),
    basis: view.basis,
    sought: inOrder(soughtChoices, view.sought),
    secured: inOrder(securedChoices, view.secured),
    needs: inOrder(needChoices, view.needs),
    needsMatch: view.needsMatch,
    notice: inOrder(noticeChoices, view.notice),
    siblingGroup: view.siblingGroup,
    locationPreferred: view.locationPreferred,
    band: inOrder(bandChoices, view.band),
    distance: inOrder(distanceChoices, view.distance),
    locality: view.locality,
    home: sorted(view.home, isArea),
    placed: sorted(view.placed, isArea),
    bespoke: canonicalBespoke(view.bespoke),
    compare: canonicalCompare(view.compare),
    cuts: areCuts(view.cuts[0], view.cuts[1]) ? [view.cuts[0], view.cuts[1]] : defaultView.cuts,
  };
}

/** Medium from 1 risk at the least, Higher from more than that, of the 11 there are. */
export function areCuts(medium: number, higher: number): boolean {
  return Number.isInteger(medium) && Number.isInteger(higher) && medium >= 1 && medium < higher && higher <= 11;
}

/** These would reach into an object's prototype if a reader were careless: no real column has such a name. */
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);
const lonelySurrogate = /\p{Surrogate}/u;

export function isColumnName(name: string): boolean {
  return isColumnValue(name) && !forbiddenNames.has(name);
}

/** A URL cannot carry half of a character. */
export function isColumnValue(value: string): boolean {
  return value !== '' && !lonelySurrogate.test(value);
}

function canonicalBespoke(bespoke: View['bespoke']): View['bespoke'] {
  const columns = sorted(Object.keys(bespoke), isColumnName)
    .map((name) => [name, sorted(bespoke[name] ?? [], isColumnValue)] as const)
    .filter(([, values]) => values.length > 0);
  return Object.fromEntries(columns);
}

function canonicalPeriod(period: Period): Period {
  if (period.kind !== 'months') return period;
  const range = resolvePeriod(period, null);
  return range === null ? defaultView.period : { ...period, from: monthText(range.from), to: monthText(range.to) };
}

function canonicalCompare(compare: Compare): Compare {
  return compare.kind === 'authority' && !isAuthority(compare.code) ? defaultView.compare : compare;
}

function sorted(values: readonly string[], keep: (value: string) => boolean): readonly string[] {
  return [...new Set(values)].filter(keep).sort();
}
