import type { Cell } from '@/lib/figure/figure';
import type { PoolSnapshot } from '@/lib/session/snapshot';
import type { Consider } from '@/lib/session/use-ahead';
import type { ViewPatch } from '@/lib/view/chips';
import type { MonthRange } from '@/lib/view/month';
import type { MonthsByDate } from '@/lib/view/said-months';
import type { View } from '@/lib/view/view';

/** What the pool holds that can be filtered by: only what is there is offered. */
export interface FilterOptions {
  /** First and last month with placements; null for an empty pool. */
  readonly months: MonthRange | null;
  /** The same by each date: what may be said of a period beside figures of either. */
  readonly byDate: MonthsByDate;
  /** GSS codes. */
  readonly authorities: readonly string[];
  readonly regions: readonly string[];
  readonly bespoke: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** Placements by choice, where they are known: protected like any figure in the sharing view. */
  readonly counts?: FilterCounts;
}

export type CountedFilter = 'authorities' | 'regions' | 'sought' | 'secured' | 'needs' | 'notice' | 'band' | 'distance';

export type FilterCounts = Partial<Readonly<Record<CountedFilter, Readonly<Record<string, Cell>>>>>;

/** What every filter is given: the view, what it may offer, and the one way to change the view. */
export interface FilterProps {
  readonly view: View;
  readonly options: FilterOptions;
  readonly onChange: (patch: ViewPatch) => void;
  /** Told of a change that seems about to be made; null when it does not any more. */
  readonly onConsider?: Consider;
}

/** A list's two handlers, made from what its values mean for the view. */
export function changing<Value>(
  { onChange, onConsider }: Pick<FilterProps, 'onChange' | 'onConsider'>,
  patchOf: (value: Value) => ViewPatch,
) {
  return {
    onChange: (value: Value) => onChange(patchOf(value)),
    onConsider: (value: Value | null, pressed?: boolean) =>
      onConsider?.(value === null ? null : patchOf(value), pressed),
  };
}

/** What a loaded pool offers. */
export function optionsOf({ facts, bespoke }: PoolSnapshot): FilterOptions {
  return {
    months: facts?.months.referral ?? facts?.months.placement ?? null,
    byDate: facts?.months ?? { referral: null, placement: null },
    authorities: facts?.authorities.map(({ code }) => code) ?? [],
    regions: facts?.regions.map(({ code }) => code) ?? [],
    bespoke,
  };
}
