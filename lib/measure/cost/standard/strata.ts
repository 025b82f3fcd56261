/** Promises the cells every like-for-like comparison is made of, from one grouping of the region's placements. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import { category, checked, count } from '@/lib/measure/check';
import { columnFragment } from '@/lib/measure/column';
import type { Context } from '@/lib/measure/context';
import { regionCondition, yearSql } from '@/lib/measure/cost/standard/region';
import type { RowsByQuery } from '@/lib/measure/measure';
import type { CostCell } from '@/lib/method/like-for-like';

/** `SELECT … FROM (costed)`: one row a placement with `type, band, year, cost` and what else is asked for. */
export function costedRows(context: Context, columns: readonly string[], condition = ''): Query {
  const band = columnFragment('needBand', context);
  const where = regionCondition(context);
  return {
    sql: `SELECT ${[...columns, ''].join(', ')}secured AS type, ${band.sql}, ${yearSql} AS year, totalWeeklyCost AS cost
      FROM pool WHERE ${where.sql}${condition}`,
    parameters: [...band.parameters, ...where.parameters],
  };
}

/** Each authority's placements by stratum. */
export function authorityStrata(context: Context): Query {
  const { sql, parameters } = costedRows(context, ['la_code']);
  return {
    sql: `SELECT la_code::VARCHAR AS la_code, type::VARCHAR AS type, needBand::VARCHAR AS band, year, count(*)::DOUBLE AS n,
        sum(cost) AS sum, sum(cost * cost) AS "sumSquares"
      FROM (${sql}) GROUP BY ALL`,
    parameters,
  };
}

const cell = {
  type: v.string(),
  band: v.string(),
  year: v.number(),
  n: count,
  sum: v.number(),
  sumSquares: v.number(),
};

export type AuthorityCell = CostCell & { readonly la_code: string | null };

/** The checked rows of `authorityStrata`, under the query name `strata`, or of `oneProviderStrata`, under `own`. */
export function strataRows(rows: RowsByQuery, name: 'strata' | 'own' = 'strata'): readonly AuthorityCell[] {
  return checked(rows, name, { la_code: category, ...cell });
}

/** Each registered provider's placements by stratum, and how many authorities share each of its types. */
export function providerStrata(context: Context): Query {
  const { sql, parameters } = costedRows(
    context,
    ['providerURN', 'la_code'],
    ` AND registration = 'Registered' AND providerURN IS NOT NULL`,
  );
  return {
    sql: `WITH cells AS MATERIALIZED (
        SELECT providerURN, la_code, type, needBand, year, count(*)::DOUBLE AS n, sum(cost) AS sum FROM (${sql}) GROUP BY ALL),
      authorities AS (
        SELECT providerURN, type, la_code, sum(n) AS n FROM cells GROUP BY ALL),
      sizes AS (
        SELECT providerURN, type, sum(n) AS size, count(*) AS authorities, max(n) AS largest FROM authorities GROUP BY ALL)
      SELECT cells.providerURN AS provider, cells.type::VARCHAR AS type, needBand::VARCHAR AS band, year,
        sum(cells.n) AS n, sum(cells.sum) AS sum, any_value(size) AS size,
        any_value(authorities)::DOUBLE AS authorities, any_value(largest) / any_value(size) AS "largestShare"
      FROM cells JOIN sizes ON sizes.providerURN = cells.providerURN AND sizes.type = cells.type
      GROUP BY cells.providerURN, cells.type, needBand, year`,
    parameters,
  };
}

const provider = v.object({
  ...{ provider: v.string(), type: v.string(), band: v.string(), year: v.number() },
  ...{ n: count, sum: v.number(), size: count, authorities: count, largestShare: v.number() },
});
export type ProviderCell = v.InferOutput<typeof provider>;

/** The checked rows of `providerStrata`, under the query name `providers`. */
export function providerRows(rows: RowsByQuery): readonly ProviderCell[] {
  return checked(rows, 'providers', provider.entries);
}

/** One registered provider's placements by stratum and placing authority. */
export function oneProviderStrata(context: Context, urn: string): Query {
  const { sql, parameters } = costedRows(context, ['la_code'], ` AND registration = 'Registered' AND providerURN = ?`);
  return {
    sql: `SELECT la_code::VARCHAR AS la_code, type::VARCHAR AS type, needBand::VARCHAR AS band, year, count(*)::DOUBLE AS n,
        sum(cost) AS sum, sum(cost * cost) AS "sumSquares"
      FROM (${sql}) GROUP BY ALL`,
    parameters: [...parameters, urn],
  };
}

/** Placements of the region whose cost is not used. */
export function regionAside(context: Context): Query {
  const { sql, parameters } = regionCondition(context, 'placed AND NOT costOK');
  return { sql: `SELECT count(*)::DOUBLE AS n FROM pool WHERE ${sql}`, parameters };
}

/** The exclusion `regionAside` counts, under the query name `aside`. */
export function asideExclusions(rows: RowsByQuery): readonly { readonly label: string; readonly n: number }[] {
  const n = checked(rows, 'aside', { n: count })[0]?.n ?? 0;
  return n > 0 ? [{ label: 'Cost missing or set aside (see "Costs set aside")', n }] : [];
}
