/** Promises that a measure is told everything it may depend on besides rows: the view, the pool's facts and the two sides compared. */

import type { FieldName } from '@/lib/standard/fields';
import { type MonthRange, monthCount, rangeLabel } from '@/lib/view/month';
import { comparedRanges, resolvePeriod } from '@/lib/view/period';
import type { View } from '@/lib/view/view';

/** Which date places a row in a month: demand by referral; cost, supply and distance by placement. */
export type Basis = 'referral' | 'placement';

/** Counts of rows in one source that show how its columns were understood. */
export interface SourceSigns {
  /** Placed rows to be with siblings, both numbers known; and those with one more placed than sought. */
  readonly siblingRows: number;
  readonly siblingOneMore: number;
  /** Rows with no sibling sought and the number placed known; and those with one placed. */
  readonly siblingNoneRows: number;
  readonly siblingOneOfNone: number;
  /** Education answers where the location was preferred, and where it was not; and the Yes among them. */
  readonly preferredAnswers: number;
  readonly preferredYes: number;
  readonly otherAnswers: number;
  readonly otherYes: number;
  /** Rows placed, and those of them with a usable cost. */
  readonly placed: number;
  readonly costs: number;
}

export interface SourceFacts {
  readonly sourceId: number;
  readonly name: string;
  /** What a Yes in "education continuity" means in this source. */
  readonly educationPolarity: 'disrupted' | 'continued';
  /** This source counts the child itself among the siblings placed together. */
  readonly siblingsIncludeChild: boolean;
  readonly signs: SourceSigns;
  /** GSS codes of the authorities with rows in it. */
  readonly authorities: readonly string[];
  /** Categorical risks it has no column for. */
  readonly risksNotAsked: readonly FieldName[];
}

export interface AuthorityFacts {
  readonly code: string;
  readonly name: string;
  /** GSS code of its region. */
  readonly region: string | null;
}

/** What is loaded, whatever the view. Authorities are those with rows, by name. */
export interface PoolFacts {
  readonly rows: number;
  readonly authorities: readonly AuthorityFacts[];
  readonly regions: readonly { readonly code: string; readonly name: string }[];
  readonly months: Readonly<Record<Basis, MonthRange | null>>;
  readonly sources: readonly SourceFacts[];
  /** The pool carries `packedColumns` (lib/measure/packed.ts), so they need not be computed at each change. */
  readonly packed: boolean;
}

/** What a comparison sets against what. Slices are `kept.slice` (contract: 0–3; 4 = history only). */
export interface Sides {
  readonly kind: 'none' | 'previous' | 'rest' | 'authority';
  /** The slices that make the "after" side, and the "before" side (none when nothing is compared). */
  readonly after: readonly number[];
  readonly before: readonly number[];
  /** False with all periods: then the latest year, not the whole view, is what is compared. */
  readonly afterIsView: boolean;
  /** `the last 12 months`: the after side in a sentence, empty when it is the view. */
  readonly afterWords: string;
  /** `the year before`, `the rest of the pool`, `Devon`. */
  readonly beforeWords: string;
  readonly afterRange: MonthRange | null;
  readonly beforeRange: MonthRange | null;
  /** The pool reaches back over the whole "before" period: only then may volumes be compared. */
  readonly wholeBefore: boolean;
}

export interface Context {
  readonly view: View;
  readonly pool: PoolFacts;
  /** The basis in force for this measure: the view's own choice, else the measure's. */
  readonly basis: Basis;
  /** Months the view covers; null in a pool without dates. */
  readonly period: MonthRange | null;
  readonly sides: Sides;
}

/** Slices of the view itself: everything but the comparison's own rows and history. */
export const viewSlices: readonly number[] = [0, 1, 2];

const noSides: Sides = {
  kind: 'none',
  after: viewSlices,
  before: [],
  afterIsView: true,
  afterWords: '',
  beforeWords: '',
  afterRange: null,
  beforeRange: null,
  wholeBefore: false,
};

/** `the year before`, `the 3 months before`, `the month before`. */
export function beforeWords(months: number): string {
  if (months === 12) return 'the year before';
  return months === 1 ? 'the month before' : `the ${months} months before`;
}

function previousSides(view: View, months: MonthRange | null): Sides {
  const ranges = comparedRanges(view.period, months);
  if (ranges === null || months === null || ranges.before.to < months.from) return noSides;
  const whole = view.period.kind !== 'all';
  return {
    kind: 'previous',
    after: whole ? viewSlices : [1],
    before: [2, 3],
    afterIsView: whole,
    afterWords: whole ? '' : 'the last 12 months',
    beforeWords: beforeWords(monthCount(ranges.after)),
    afterRange: ranges.after,
    beforeRange: ranges.before,
    wholeBefore: ranges.before.from >= months.from,
  };
}

function otherSides(kind: 'rest' | 'authority', words: string, period: MonthRange | null): Sides {
  return { ...noSides, kind, before: [2, 3], beforeWords: words, afterRange: period, beforeRange: period };
}

function sidesOf(view: View, pool: PoolFacts, months: MonthRange | null, period: MonthRange | null): Sides {
  const { compare, authorities, regions } = view;
  switch (compare.kind) {
    case 'none':
      return noSides;
    case 'previous':
      return previousSides(view, months);
    case 'rest':
      return authorities.length + regions.length > 0 ? otherSides('rest', 'the rest of the pool', period) : noSides;
    case 'authority': {
      if (authorities.length === 1 && authorities[0] === compare.code) return noSides;
      const name = pool.authorities.find(({ code }) => code === compare.code)?.name;
      return name === undefined ? noSides : otherSides('authority', name, period);
    }
  }
}

/** The context of every measure of one basis. Total: an impossible comparison becomes none. */
export function contextFor(view: View, pool: PoolFacts, own: Basis): Context {
  const basis = view.basis === 'auto' ? own : view.basis;
  const months = pool.months[basis];
  const period = resolvePeriod(view.period, months);
  return { view, pool, basis, period, sides: sidesOf(view, pool, months, period) };
}

/** Where the view looks, in words: authorities by name, else regions, else all. */
export function whereWords({ view, pool }: Context): string {
  const listed = view.authorities.map((code) => pool.authorities.find((one) => one.code === code)?.name ?? code);
  if (listed.length > 3) return `${listed.length} authorities`;
  if (listed.length > 0) return listed.join(', ');
  const codes = view.regions.length > 0 ? view.regions : pool.regions.map(({ code }) => code);
  const regions = codes.map((code) => pool.regions.find((one) => one.code === code)?.name ?? code);
  if (regions.length > 3) return `${regions.length} regions`;
  return regions.length > 0 ? regions.join(', ') : 'all authorities';
}

/** When: the months of the view in full, empty in a pool without dates. */
export function whenWords({ period }: Context): string {
  return period === null ? '' : rangeLabel(period);
}
