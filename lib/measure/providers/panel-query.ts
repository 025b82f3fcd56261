/** Promises one provider's placements, and those it is compared with, from three groupings of `kept`. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import { amount, category, checked, count, month } from '@/lib/measure/check';
import type { KeptColumn } from '@/lib/measure/column';
import type { Queries, RowsByQuery } from '@/lib/measure/measure';
import { type Type, typeValues } from '@/lib/measure/needs/type';

export const panelColumns: readonly KeptColumn[] = [
  'providerURN',
  'la_code',
  'secured',
  'placed',
  'matchCode',
  'locationOutcome',
  'costOK',
  'totalWeeklyCost',
  'distanceMiles',
];

const placed = 'slice <= 2 AND placed';
const own = 'coalesce(providerURN = ?, false) AS own';

function ownQuery(urn: string): Query {
  return {
    sql: `SELECT secured::VARCHAR AS secured, la_code::VARCHAR AS la_code, month, count(*)::DOUBLE AS n
      FROM kept WHERE ${placed} AND providerURN = ? GROUP BY ALL`,
    parameters: [urn],
  };
}

function outcomeQuery(urn: string): Query {
  return {
    sql: `SELECT secured::VARCHAR AS secured, ${own}, count(matchCode)::DOUBLE AS "matchN",
        coalesce(sum(matchCode), 0)::DOUBLE AS "matchK", count(distanceMiles)::DOUBLE AS "farN",
        (count(*) FILTER (distanceMiles > 20))::DOUBLE AS "farK",
        (count(*) FILTER (locationOutcome <= 1))::DOUBLE AS "placeN",
        (count(*) FILTER (locationOutcome = 1))::DOUBLE AS "placeK"
      FROM kept WHERE ${placed} GROUP BY ALL`,
    parameters: [urn],
  };
}

function priceQuery(urn: string): Query {
  return {
    sql: `WITH costed AS (SELECT secured, la_code, totalWeeklyCost AS cost, ${own} FROM kept WHERE ${placed} AND costOK),
      users AS (SELECT secured, own, la_code, count(*) AS n FROM costed GROUP BY ALL),
      shared AS (SELECT secured, own, count(*) AS authorities, max(n) AS largest FROM users GROUP BY ALL),
      spread AS (SELECT secured, own, count(*) AS n, avg(cost) AS mean,
        quantile_cont(cost, [0.1, 0.25, 0.5, 0.75, 0.9]) AS q FROM costed GROUP BY ALL)
      SELECT spread.secured::VARCHAR AS secured, spread.own, n::DOUBLE AS n, authorities::DOUBLE AS authorities,
        (largest / n)::DOUBLE AS "largestShare", mean, q[1] AS p10, q[2] AS q1, q[3] AS median, q[4] AS q3, q[5] AS p90
      FROM spread JOIN shared ON shared.secured = spread.secured AND shared.own = spread.own`,
    parameters: [urn],
  };
}

export function panelQueries(urn: string): Queries {
  return { own: ownQuery(urn), outcomes: outcomeQuery(urn), prices: priceQuery(urn) };
}

const ownRow = v.object({ secured: v.string(), la_code: category, month, n: count });
export type OwnRow = v.InferOutput<typeof ownRow>;

export function ownRows(rows: RowsByQuery): readonly OwnRow[] {
  return checked(rows, 'own', ownRow.entries);
}

const outcomeRow = v.object({
  ...{ secured: v.string(), own: v.boolean(), matchN: count, matchK: count },
  ...{ farN: count, farK: count, placeN: count, placeK: count },
});
export type OutcomeRow = v.InferOutput<typeof outcomeRow>;

export function outcomeRows(rows: RowsByQuery): readonly OutcomeRow[] {
  return checked(rows, 'outcomes', outcomeRow.entries);
}

const priceRow = v.object({
  ...{ secured: v.string(), own: v.boolean(), n: count, authorities: count, largestShare: v.number() },
  ...{ mean: amount, p10: amount, q1: amount, median: amount, q3: amount, p90: amount },
});

export function priceRows(rows: RowsByQuery): readonly v.InferOutput<typeof priceRow>[] {
  return checked(rows, 'prices', priceRow.entries);
}

/** The type most of its placements are of; null where it has none in the view. */
export function mainType(rows: RowsByQuery): Type | null {
  const own = ownRows(rows);
  const size = (type: Type) => own.reduce((sum, row) => sum + (row.secured === type ? row.n : 0), 0);
  const [first] = [...typeValues].sort((a, b) => size(b) - size(a));
  return first !== undefined && size(first) > 0 ? first : null;
}

export function total(rows: RowsByQuery): number {
  return ownRows(rows).reduce((sum, { n }) => sum + n, 0);
}
