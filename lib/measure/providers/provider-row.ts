/** Promises the rows of each table about providers, before protection, from checked query rows. */
import { providerAllowed } from '@/lib/disclosure/provider';
import type { Cell, Column, TableRow, Withheld } from '@/lib/figure/figure';
import { fewest } from '@/lib/measure/cost/caveat';
import { steady } from '@/lib/measure/cost/spread';
import { excessColumn } from '@/lib/measure/cost/standard/adjusted';
import { areaName } from '@/lib/measure/distance/area-name';
import { noPlacements } from '@/lib/measure/needs/rate';
import { type Type, typeValues } from '@/lib/measure/needs/type';
import type { ProviderCost, ProviderSize } from '@/lib/measure/providers/provider-query';
import { authorityByCode } from '@/lib/place/authority';

export const provider: Column = { name: 'provider', label: 'Provider (URN)', kind: 'dimension' };

/** The working columns of the providers rule: dropped from whatever is shared. */
export const ruleColumns: readonly Column[] = [
  { name: 'authorities', label: 'Authorities using it', kind: 'number' },
  { name: 'largestShare', label: 'Largest authority’s share', kind: 'rate' },
];

export const sizeColumns: readonly Column[] = [
  provider,
  { name: 'type', label: 'Main type of home', kind: 'text' },
  { name: 'types', label: 'Types secured', kind: 'text', hidden: true },
  { name: 'area', label: 'Mostly in', kind: 'text' },
  { name: 'region', label: 'Region', kind: 'text', hidden: true },
  { name: 'sector', label: 'Sector', kind: 'text', hidden: true },
  { name: 'n', label: 'Placements', kind: 'count' },
  ...ruleColumns,
  { name: 'matchK', label: 'Got the type asked for: number', kind: 'count', hidden: true },
  { name: 'matchN', label: 'Got the type asked for: of', kind: 'count', hidden: true },
  { name: 'matchRate', label: 'Got the type asked for', kind: 'rate' },
  { name: 'farK', label: 'Over 20 miles: number', kind: 'count', hidden: true },
  { name: 'farN', label: 'Over 20 miles: distance known', kind: 'count', hidden: true },
  { name: 'farRate', label: 'Over 20 miles from home', kind: 'rate' },
  { name: 'farMedian', label: 'Median miles', kind: 'miles', hidden: true },
  { name: 'costN', label: 'Placements with a usable cost', kind: 'count', hidden: true },
  { name: 'costMedian', label: 'Median £ a week', kind: 'pounds' },
  { name: 'costMean', label: 'Mean £ a week', kind: 'pounds', hidden: true },
  { name: 'costQ1', label: 'Lower quartile', kind: 'pounds', hidden: true },
  { name: 'costQ3', label: 'Upper quartile', kind: 'pounds', hidden: true },
  { name: 'adjusted', label: 'Like-for-like ratio', kind: 'ratio' },
  { name: 'gap', label: 'Difference, £ a week per placement', kind: 'pounds', hidden: true },
  excessColumn('gap', 'costN'),
  { name: 'adjustedLower', label: 'Adjusted: 95% interval from', kind: 'ratio', hidden: true },
  { name: 'adjustedUpper', label: 'Adjusted: to', kind: 'ratio', hidden: true },
];

const notRecorded = 'Not recorded';

/** Types with a placement, the commonest first. */
export function typesOf({ type0, type1, type2 }: ProviderSize): readonly Type[] {
  const counts = [type0, type1, type2];
  return typeValues
    .map((type, index) => ({ type, n: counts[index] ?? 0 }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .map(({ type }) => type);
}

function share(k: number, n: number): Cell {
  return n === 0 ? noPlacements : k / n;
}

/**
 * `miles`: the median of its main type. One literal, not several put together: engines keep an object of so many cells
 * in order only where it is written down at once.
 */
export function providerRow(size: ProviderSize, miles: number | null, prices: Prices): TableRow {
  const types = typesOf(size);
  const place = size.area === null ? undefined : authorityByCode(size.area);
  return {
    provider: size.provider,
    type: types[0] ?? notRecorded,
    types: types.join(', ') || notRecorded,
    area: size.area === null ? 'Not known' : areaName(size.area),
    region: size.area === null ? 'Not known' : (place?.regionName ?? 'Outside England'),
    sector: size.sector ?? notRecorded,
    n: size.n,
    authorities: size.authorities,
    largestShare: size.largestShare,
    matchK: size.matchK,
    matchN: size.matchN,
    matchRate: share(size.matchK, size.matchN),
    farK: size.farK,
    farN: size.farN,
    farRate: share(size.farK, size.farN),
    farMedian: miles ?? noPlacements,
    costN: prices.costN,
    costMedian: prices.costMedian,
    costMean: prices.costMean,
    costQ1: prices.costQ1,
    costQ3: prices.costQ3,
    adjusted: prices.adjusted,
    excess: prices.excess,
    adjustedLower: prices.adjustedLower,
    adjustedUpper: prices.adjustedUpper,
    gap: prices.gap,
  };
}

export const costColumns: readonly Column[] = [
  provider,
  { name: 'secured', label: 'Type of home', kind: 'dimension' },
  { name: 'n', label: 'Placements with a usable cost', kind: 'count' },
  ...ruleColumns,
  { name: 'mean', label: 'Mean', kind: 'pounds' },
  { name: 'median', label: 'Median', kind: 'pounds' },
  { name: 'q1', label: 'Lower quartile', kind: 'pounds' },
  { name: 'q3', label: 'Upper quartile', kind: 'pounds' },
  { name: 'p10', label: '10th percentile', kind: 'pounds' },
  { name: 'p90', label: '90th percentile', kind: 'pounds' },
];

export function costRow(cost: ProviderCost): TableRow {
  const { n } = cost;
  const cell = (value: number | null, minimum: number) => steady(n, minimum, value ?? undefined);
  return {
    provider: cost.provider,
    secured: cost.secured ?? notRecorded,
    n,
    authorities: cost.authorities,
    largestShare: cost.largestShare,
    // No minimum of its own, as in every distribution of costs; a provider this small is never shared.
    mean: cell(cost.mean, 1),
    median: cell(cost.median, fewest.median),
    q1: cell(cost.q1, fewest.quartiles),
    q3: cell(cost.q3, fewest.quartiles),
    p10: cell(cost.p10, fewest.tails),
    p90: cell(cost.p90, fewest.tails),
  };
}

const narrow: Withheld = {
  symbol: 'u',
  reason: 'Fewer than 10 of its placements have a usable cost, or nearly all of those are one authority’s',
};
const notCompared: Withheld = { symbol: 'u', reason: 'Too few placements of the type to compare like for like' };
const rule = { kind: 'providers' } as const;

/**
 * A provider may pass the rule on all its placements and fail it on those with a cost: then its cost is not given,
 * because the row would be shared. Where the row itself fails, it is the row that is kept from sharing.
 */
function priceable({ n, authorities, largestShare }: ProviderSize, prices: TableRow): boolean {
  return !providerAllowed({ n, authorities, largestShare }, rule) || providerAllowed(prices, rule);
}

/** What its placements cost and how that compares, as cells of its row. */
export type Prices = Readonly<
  Record<
    | 'costN'
    | 'costMedian'
    | 'costMean'
    | 'costQ1'
    | 'costQ3'
    | 'adjusted'
    | 'adjustedLower'
    | 'adjustedUpper'
    | 'gap'
    | 'excess',
    Cell
  >
>;

/** The cells of both; `unpriced` and `uncompared` stand for what is not given. */
function pricesOf(
  cost: TableRow | undefined,
  adjusted: TableRow | undefined,
  { unpriced, uncompared }: { readonly unpriced: Cell; readonly uncompared: Cell },
): Prices {
  return {
    costN: cost?.n ?? unpriced,
    costMedian: cost?.median ?? unpriced,
    costMean: cost?.mean ?? unpriced,
    costQ1: cost?.q1 ?? unpriced,
    costQ3: cost?.q3 ?? unpriced,
    adjusted: adjusted?.adjusted ?? uncompared,
    adjustedLower: adjusted?.lower ?? uncompared,
    adjustedUpper: adjusted?.upper ?? uncompared,
    gap: adjusted?.gap ?? uncompared,
    excess: adjusted?.excess ?? uncompared,
  };
}

/** Cells of the main type's cost and of its comparison like for like, in the working view: whatever there is. */
export function exactPriceCells(cost: TableRow | undefined, adjusted: TableRow | undefined): Prices {
  return { ...pricesOf(cost, adjusted, { unpriced: noPlacements, uncompared: notCompared }), costN: cost?.n ?? 0 };
}

/** The same beside the cells of `size`, as far as they may be shared. */
export function priceCells(size: ProviderSize, cost: TableRow | undefined, adjusted: TableRow | undefined): Prices {
  const own = cost && priceable(size, cost) ? cost : undefined;
  const compared = adjusted && priceable(size, adjusted) ? adjusted : undefined;
  return pricesOf(own, compared, { unpriced: cost ? narrow : noPlacements, uncompared: notCompared });
}
