/** Promises every number of the providers' table from a few groupings of `kept`, one row a provider each. */
import * as v from 'valibot';
import type { Query, Row } from '@/lib/database/database';
import { byText } from '@/lib/figure/collate';
import { amount, category, checked, count } from '@/lib/measure/check';
import type { KeptColumn } from '@/lib/measure/column';
import type { Queries, RowsByQuery } from '@/lib/measure/measure';
import { typeValues } from '@/lib/measure/needs/type';
import { quote } from '@/lib/standard/sql';

/** Columns the queries here read. */
export const providerColumns: readonly KeptColumn[] = [
  'providerURN',
  'registration',
  'la_code',
  'secured',
  'placed',
  'matchCode',
  'costOK',
  'totalWeeklyCost',
  'distanceMiles',
  'placement_la',
  'providerSector',
];

/** Numbered as `typeValues` are. */
const typeSums = typeValues
  .map((type, index) => `coalesce(sum(n) FILTER (secured = ${quote(type)}), 0) AS type${index}`)
  .join(', ');

const registered = `slice <= 2 AND placed AND registration = 'Registered'`;

/**
 * Rows of two kinds from one grouping. `secured` NULL: all of a provider's placements, who uses it and how they turned
 * out. `secured` given: its usable costs of that type, and who pays them. Area and sector are the commonest.
 */
const sizes: Query = {
  sql: `WITH cells AS MATERIALIZED (
      SELECT providerURN, la_code, secured, placement_la, count(*) AS n, count(*) FILTER (costOK) AS "costN",
        count(matchCode) AS "matchN", sum(matchCode) AS "matchK", count(distanceMiles) AS "farN",
        count(*) FILTER (distanceMiles > 20) AS "farK", any_value(providerSector) AS sector
      FROM kept WHERE ${registered} GROUP BY ALL),
    users AS (SELECT providerURN, NULL AS secured, la_code, sum(n) AS n FROM cells GROUP BY ALL
      UNION ALL SELECT providerURN, secured, la_code, sum("costN") AS n FROM cells WHERE "costN" > 0 GROUP BY ALL),
    shared AS (
      SELECT providerURN, secured, sum(n) AS n, count(*) AS authorities, max(n) AS largest FROM users GROUP BY ALL),
    areas AS (SELECT providerURN, placement_la, sum(n) AS n FROM cells WHERE placement_la IS NOT NULL GROUP BY ALL),
    mainly AS (SELECT providerURN, arg_max(placement_la::VARCHAR, n) AS area FROM areas GROUP BY ALL),
    totals AS (SELECT providerURN, sum("matchN") AS "matchN", sum("matchK") AS "matchK", sum("farN") AS "farN",
        sum("farK") AS "farK", arg_max(sector, n) FILTER (sector IS NOT NULL) AS sector, ${typeSums} FROM cells GROUP BY ALL)
    SELECT shared.providerURN AS provider, secured::VARCHAR AS secured, n::DOUBLE AS n, authorities::DOUBLE AS authorities,
      (largest / n)::DOUBLE AS "largestShare", type0::DOUBLE AS type0, type1::DOUBLE AS type1, type2::DOUBLE AS type2,
      "matchN"::DOUBLE AS "matchN", coalesce("matchK", 0)::DOUBLE AS "matchK", "farN"::DOUBLE AS "farN",
      "farK"::DOUBLE AS "farK", area, sector
    FROM shared JOIN totals USING (providerURN) LEFT JOIN mainly USING (providerURN)`,
  parameters: [],
};

/** How usable costs and known distances spread within each type of home. */
const spread: Query = {
  sql: `SELECT provider, secured, mean, q[1] AS p10, q[2] AS q1, q[3] AS median, q[4] AS q3, q[5] AS p90, miles FROM (
      SELECT providerURN AS provider, secured::VARCHAR AS secured, avg(totalWeeklyCost) FILTER (costOK) AS mean,
        quantile_cont(totalWeeklyCost, [0.1, 0.25, 0.5, 0.75, 0.9]) FILTER (costOK) AS q,
        quantile_cont(distanceMiles, 0.5) AS miles
      FROM kept WHERE ${registered} GROUP BY ALL)`,
  parameters: [],
};

/** Placements by whether their provider is registered with Ofsted. */
const registration: Query = {
  sql: `SELECT registration::VARCHAR AS registration, placed, count(*)::DOUBLE AS n FROM kept WHERE slice <= 2
    GROUP BY ALL`,
  parameters: [],
};

export const providerCostQueries: Queries = { sizes, spread };
export const providerQueries: Queries = { ...providerCostQueries, registration };

const size = v.object({
  ...{ provider: v.string(), secured: category, n: count, authorities: count, largestShare: v.number() },
  ...{ type0: count, type1: count, type2: count, area: category, sector: category },
  ...{ matchN: count, matchK: count, farN: count, farK: count },
});
export type ProviderSize = v.InferOutput<typeof size>;

const spreads = { mean: amount, p10: amount, q1: amount, median: amount, q3: amount, p90: amount, miles: amount };
const spreadRow = v.object({ provider: v.string(), secured: category, ...spreads });
export type ProviderSpread = v.InferOutput<typeof spreadRow>;
export type ProviderCost = ProviderSpread & Pick<ProviderSize, 'n' | 'authorities' | 'largestShare'>;

/** Two figures read the same rows: they are checked once. */
const checkedSizes = new WeakMap<readonly Row[], readonly ProviderSize[]>();

function allSizes(rows: RowsByQuery): readonly ProviderSize[] {
  const found = (rows.sizes && checkedSizes.get(rows.sizes)) ?? checked(rows, 'sizes', size.entries);
  if (rows.sizes) checkedSizes.set(rows.sizes, found);
  return found;
}

/** One row a provider, the most placements first. */
export function sizeRows(rows: RowsByQuery): readonly ProviderSize[] {
  return allSizes(rows)
    .filter(({ secured }) => secured === null)
    .sort((a, b) => b.n - a.n || byText(a.provider, b.provider));
}

const key = (provider: string, secured: string | null) => `${provider}\t${secured}`;

/** Spreads by provider and type. */
export function spreadRows(rows: RowsByQuery): (provider: string, secured: string) => ProviderSpread | undefined {
  const found = checked(rows, 'spread', spreadRow.entries);
  const byKey = new Map(found.map((row) => [key(row.provider, row.secured), row]));
  return (provider, secured) => byKey.get(key(provider, secured));
}

/** One row a provider and type with a usable cost. */
export function costRows(rows: RowsByQuery, spreadOf = spreadRows(rows)): readonly ProviderCost[] {
  return allSizes(rows).flatMap(({ provider, secured, n, authorities, largestShare }) => {
    const found = secured === null ? undefined : spreadOf(provider, secured);
    if (!found) return [];
    const { mean, p10, q1, median, q3, p90, miles } = found;
    return [{ provider, secured, n, authorities, largestShare, mean, p10, q1, median, q3, p90, miles }];
  });
}

/** Placements by registration; `notPlaced` are rows without a placement. */
export function registrationCounts(rows: RowsByQuery): {
  readonly registered: number;
  readonly unregistered: number;
  readonly notRecorded: number;
  readonly notPlaced: number;
} {
  const found = checked(rows, 'registration', { registration: category, placed: v.nullable(v.boolean()), n: count });
  const placed = found.filter((row) => row.placed === true);
  const sum = (among: typeof found) => among.reduce((total, { n }) => total + n, 0);
  const as = (value: string) => sum(placed.filter((row) => row.registration === value));
  const [registered, unregistered] = [as('Registered'), as('Unregistered')];
  const notRecorded = sum(placed) - registered - unregistered;
  return { registered, unregistered, notRecorded, notPlaced: sum(found) - sum(placed) };
}
