/**
 * A view in words: for subtitles, print and cover sheets. Every part that filters
 * is said; a view without filters says so.
 */
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
import { periodLabel } from '@/lib/view/period';
import { authorityName, isAuthority, regionName } from '@/lib/view/place';
import { defaultView, type View } from '@/lib/view/view';

export interface Description {
  readonly label: string;
  readonly value: string;
}

/** An authority by name, a postcode district as it is. */
export function areaName(area: string): string {
  return isAuthority(area) ? authorityName(area) : area;
}

/** `Somerset`, `Somerset and Devon`, `15 authorities`, `South West`; `All authorities` where nothing narrows the place. */
export function placeWords(view: View): string {
  const names = [...view.regions.map(regionName), ...view.authorities.map(authorityName)];
  if (names.length === 0) return 'All authorities';
  if (names.length <= 3) return listed(names, 'and');
  return view.regions.length === 0 ? `${names.length} authorities` : `${names.length} areas`;
}

/**
 * Each thing the view filters by, in full: `Type sought: Foster or Residential`. `pool` gives relative
 * periods their months. Place and period are always said.
 */
export function describeView(view: View, pool: MonthRange | null): readonly Description[] {
  const needsLabel = view.needsMatch === 'all' ? 'Needs and risks (all of)' : 'Needs and risks (any of)';
  return [
    ...described('Region', view.regions.map(regionName)),
    ...described('Placing authority', view.authorities.map(authorityName)),
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

/** `Medium from 2 risks, Higher from 4`. */
export function cutWords([medium, higher]: View['cuts']): string {
  return `Medium from ${medium} ${medium === 1 ? 'risk' : 'risks'}, Higher from ${higher}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  const head = words.slice(0, -1).join(', ');
  const tail = words.at(-1) ?? '';
  return head === '' ? tail : `${head} ${last} ${tail}`;
}

function described(label: string, values: readonly string[], last: 'and' | 'or' = 'or'): readonly Description[] {
  return values.length === 0 ? [] : [{ label, value: listed(values, last) }];
}

/** The chosen labels, in the list's order. */
export function labels<Value extends string>(
  choices: readonly Choice<Value>[],
  values: readonly Value[],
): readonly string[] {
  return choices.filter(({ value }) => values.includes(value)).map(({ label }) => label);
}

function chosen<Value extends string>(choices: readonly Choice<Value>[], value: Value | null): readonly string[] {
  return value === null ? [] : labels(choices, [value]);
}
