/** Promises the rows of each table about providers, before protection, from checked query rows. */
import type { Cell, Column, Table, TableRow } from '@/lib/figure/figure';
import { fewest } from '@/lib/measure/cost/caveat';
import { steady } from '@/lib/measure/cost/spread';
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
  { name: 'farMedian', label: 'Median miles', kind: 'miles' },
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

/** `miles`: the median of its main type. */
export function sizeRow(size: ProviderSize, miles: number | null): TableRow {
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
    mean: cell(cost.mean, fewest.median),
    median: cell(cost.median, fewest.median),
    q1: cell(cost.q1, fewest.quartiles),
    q3: cell(cost.q3, fewest.quartiles),
    p10: cell(cost.p10, fewest.tails),
    p90: cell(cost.p90, fewest.tails),
  };
}

/** Rows of `table` about each provider's main type. */
export function ofMainType(table: Table, main: ReadonlyMap<string, string>): Table {
  const rows = table.rows.filter((row) => row.secured === main.get(String(row.provider)));
  return { ...table, rows };
}
