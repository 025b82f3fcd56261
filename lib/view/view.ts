/**
 * A View is the user's intent and nothing else: which placements, when, compared with what. It is
 * written to the URL, never contains data, and every screen reads the same one.
 */
import type { NeedFlag } from '@/lib/standard/needs';

/** Months are `YYYY-MM`, inclusive. Free dates are not offered: a filter may not single out a day. */
export type Period =
  | { readonly kind: 'all' }
  /** The last `months` complete months of the pool (its latest month counts as complete). */
  | { readonly kind: 'last'; readonly months: 3 | 6 | 12 | 24 }
  /** The pool's last month, or its latest quarter or financial year that is over: the same link serves next month. */
  | { readonly kind: 'latest'; readonly unit: 'month' | 'quarter' | 'year' }
  | { readonly kind: 'months'; readonly from: string; readonly to: string };

/** `auto` = methods §0: demand by referralDate; cost, supply and distance by placementDate. */
export type DateBasis = 'auto' | 'referral' | 'placement';

export type Sought = 'Foster' | 'Residential' | 'Supported Accommodation' | 'Several preferred' | 'Not stated';
export type Secured = 'Foster' | 'Residential' | 'Supported Accommodation' | 'No placement recorded';
export type Notice = 'Today' | '< 5 days' | '> 5 days';
export type NeedBand = 'Lower' | 'Medium' | 'Higher';
export type DistanceBand =
  | 'Up to 5 miles'
  | 'More than 5 to 10 miles'
  | 'More than 10 to 20 miles'
  | 'More than 20 to 50 miles'
  | 'More than 50 miles'
  | 'Distance not known';

export type Compare =
  | { readonly kind: 'none' }
  /** The same length of time before. With all periods: the last 12 months against the 12 before. */
  | { readonly kind: 'previous' }
  /** Everything in the pool outside the chosen authorities, same period. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'authority'; readonly code: string };

export interface View {
  /** GSS codes of placing authorities; empty = all. */
  readonly authorities: readonly string[];
  /** Region GSS codes (E12…); empty = all. */
  readonly regions: readonly string[];
  readonly period: Period;
  readonly basis: DateBasis;
  readonly sought: readonly Sought[];
  readonly secured: readonly Secured[];
  readonly needs: readonly NeedFlag[];
  readonly needsMatch: 'any' | 'all';
  readonly notice: readonly Notice[];
  readonly siblingGroup: 'yes' | 'no' | null;
  readonly locationPreferred: 'yes' | 'no' | null;
  readonly band: readonly NeedBand[];
  readonly distance: readonly DistanceBand[];
  readonly locality: 'inside' | 'outside' | null;
  /** Postcode districts or authority GSS codes of the home and of the placement. */
  readonly home: readonly string[];
  readonly placed: readonly string[];
  /** Bespoke column name → accepted values, as the pool holds them. */
  readonly bespoke: Readonly<Record<string, readonly string[]>>;
  readonly compare: Compare;
  /** needBand cut points [Medium from, Higher from]; default [2, 4]. */
  readonly cuts: readonly [number, number];
}

export const defaultView: View = {
  authorities: [],
  regions: [],
  period: { kind: 'all' },
  basis: 'auto',
  sought: [],
  secured: [],
  needs: [],
  needsMatch: 'any',
  notice: [],
  siblingGroup: null,
  locationPreferred: null,
  band: [],
  distance: [],
  locality: null,
  home: [],
  placed: [],
  bespoke: {},
  compare: { kind: 'previous' },
  cuts: [2, 4],
};
