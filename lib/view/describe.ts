/**
 * A view in words: for titles, subtitles, print and cover sheets. Every part that filters
 * is said; a view without filters says so.
 */

import { chipsOf } from '@/lib/view/chips';
import {
  bandChoices,
  basisChoices,
  type Choice,
  distanceChoices,
  localityChoices,
  needChoices,
  noticeChoices,
  preferredChoices,
  securedChoices,
  siblingChoices,
  soughtChoices,
} from '@/lib/view/choices';
import type { MonthRange } from '@/lib/view/month';
import { periodLabel, periodName } from '@/lib/view/period';
import { authorityName, regionName } from '@/lib/view/place';
import { defaultView, type View } from '@/lib/view/view';
import { areaName, cutWords, labels, listed } from '@/lib/view/words';

export interface Description {
  readonly label: string;
  readonly value: string;
}

/** `Somerset`, `Somerset and Devon`, `15 authorities`, `South West`; `All authorities` where nothing narrows the place. */
export function placeWords(view: View): string {
  // Both together keep the authorities that are in the regions, so the authorities are the closer description.
  const names = view.authorities.length > 0 ? view.authorities.map(authorityName) : view.regions.map(regionName);
  if (names.length === 0) return 'All authorities';
  if (names.length <= 3) return listed(names, 'and');
  return `${names.length} ${view.authorities.length > 0 ? 'authorities' : 'regions'}`;
}

const mostSaid = 2;

/** `Somerset · foster sought, residential secured · 2025-26`: for a page's title and a link's name. */
export function viewTitle(view: View): string {
  const sought = listed(labels(soughtChoices, view.sought).map(lowerFirst), 'or');
  const secured = listed(labels(securedChoices, view.secured).map(lowerFirst), 'or');
  const types = [sought && `${sought} sought`, secured && `${secured} secured`].filter((words) => words !== '');
  const parts = [placeWords(view), types.join(', '), needWords(view), otherWords(view), periodName(view.period)];
  return parts.filter((part) => part !== '').join(' · ');
}

function needWords(view: View): string {
  if (view.needs.length > mostSaid) return `${view.needsMatch} of ${view.needs.length} needs and risks`;
  return listed(labels(needChoices, view.needs).map(lowerFirst), view.needsMatch === 'all' ? 'and' : 'or');
}

function otherWords(view: View): string {
  const { authorities, regions, period, sought, secured, needs } = defaultView;
  const others = chipsOf({ ...view, authorities, regions, period, sought, secured, needs });
  if (others.length > mostSaid) return `${others.length} more filters`;
  return others.map(({ label }) => lowerFirst(label)).join(', ');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * Each thing the view filters by, in full: `Type sought: Foster or Residential`. `pool` gives relative
 * periods their months. Place and period are always said.
 */
export function describeView(view: View, pool: MonthRange | null): readonly Description[] {
  const needsLabel = view.needsMatch === 'all' ? 'Needs and risks (all of)' : 'Needs and risks (any of)';
  return [
    ...described('Region', view.regions.map(regionName), 'and'),
    ...described('Placing authority', view.authorities.map(authorityName), 'and'),
    ...(view.regions.length + view.authorities.length === 0 ? described('Placing authority', ['All']) : []),
    { label: 'Period', value: periodLabel(view.period, pool) },
    ...described('Type sought', labels(soughtChoices, view.sought)),
    ...described('Type secured', labels(securedChoices, view.secured)),
    ...described(needsLabel, labels(needChoices, view.needs), view.needsMatch === 'all' ? 'and' : 'or'),
    ...otherDescriptions(view),
    { label: 'Compared with', value: compareWords(view) },
  ];
}

/** The filters of the "More" panel that are set. */
export function otherDescriptions(view: View): readonly Description[] {
  const [medium, higher] = view.cuts;
  const cuts = medium !== defaultView.cuts[0] || higher !== defaultView.cuts[1];
  return [
    ...described('Needed by', labels(noticeChoices, view.notice)),
    ...described('Siblings', chosen(siblingChoices, view.siblingGroup)),
    ...described('Location', chosen(preferredChoices, view.locationPreferred)),
    ...described('Band of need', labels(bandChoices, view.band)),
    ...(cuts ? described('Bands of need', [cutWords(view.cuts)]) : []),
    ...described('Distance from home', labels(distanceChoices, view.distance)),
    ...described('Placed', chosen(localityChoices, view.locality)),
    ...described('Home area', view.home.map(areaName)),
    ...described('Placement area', view.placed.map(areaName)),
    ...described('Months counted by', chosen(basisChoices, view.basis === 'auto' ? null : view.basis)),
    ...Object.entries(view.bespoke).flatMap(([name, values]) => described(name, values)),
  ];
}

export function compareWords(view: View): string {
  switch (view.compare.kind) {
    case 'none':
      return 'Nothing';
    case 'previous':
      return view.period.kind === 'all'
        ? 'The last 12 months with the 12 before'
        : 'The period before, of equal length';
    case 'rest':
      return 'The rest of the pool';
    case 'authority':
      return authorityName(view.compare.code);
  }
}

function described(label: string, values: readonly string[], last: 'and' | 'or' = 'or'): readonly Description[] {
  return values.length === 0 ? [] : [{ label, value: listed(values, last) }];
}

function chosen<Value extends string>(choices: readonly Choice<Value>[], value: Value | null): readonly string[] {
  return value === null ? [] : labels(choices, [value]);
}
