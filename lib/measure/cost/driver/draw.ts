/**
 * Promises the cells a decomposition needs and their bootstrap draws, weighted inside the engine: a chunk of
 * draws a query, so that progress can be shown and a long run cancelled. The same pool gives the same draws.
 */
import type { Query } from '@/lib/database/database';
import { columnFragment } from '@/lib/measure/column';
import { authorityCondition, monthCondition, otherConditions } from '@/lib/measure/condition';
import type { Context } from '@/lib/measure/context';
import { type DriverPeriods, driverPeriods } from '@/lib/measure/cost/driver/period';
import { allOf, anyOf, type Fragment, fragment } from '@/lib/measure/fragment';
import { monthColumn } from '@/lib/measure/kept';
import type { Queries } from '@/lib/measure/measure';

export const draws = 200;
export const drawsAChunk = 20;
const drawsAHash = 4;
export const chunks = draws / drawsAChunk;

/** Usable costs of the two periods in the view. */
export function inEitherPeriod(context: Context, { before, after }: DriverPeriods): Fragment {
  const month = monthColumn(context);
  return allOf([
    fragment('costOK'),
    authorityCondition(context.view),
    otherConditions(context.view),
    anyOf([monthCondition(month, before), monthCondition(month, after)]),
  ]);
}

/** Their placements: `la_code, period` (1 after, 0 before), `type, sought, needBand, cost`. */
function placements(context: Context, extra = ''): Query | null {
  const periods = driverPeriods(context);
  if (periods === null) return null;
  const month = monthColumn(context);
  const band = columnFragment('needBand', context);
  const where = inEitherPeriod(context, periods);
  return {
    sql: `SELECT la_code, (${month} >= ?)::TINYINT AS period, ${band.sql}, sought, secured AS type,
        totalWeeklyCost AS cost${extra} FROM pool WHERE ${where.sql}`,
    parameters: [periods.after.from, ...band.parameters, ...where.parameters],
  };
}

const nothing: Query = { sql: 'SELECT 1 AS nothing WHERE false', parameters: [] };

/** One integer a cell, whatever order the engine holds its categories in: the exact cells say what it stands for. */
const code = `(((coalesce(enum_code(la_code)::INTEGER, 255) * 2 + period) * 4 + enum_code(needBand)::INTEGER) * 8
  + enum_code(sought)::INTEGER) * 4 + enum_code(type)::INTEGER`;

function cellQuery(context: Context): Query {
  const rows = placements(context);
  if (rows === null) return nothing;
  return {
    sql: `SELECT ${code} AS code, la_code::VARCHAR AS la_code, period, needBand::VARCHAR AS band, sought::VARCHAR AS sought,
        type::VARCHAR AS type, count(*)::DOUBLE AS n, sum(cost) AS cost
      FROM (${rows.sql}) GROUP BY la_code, period, needBand, sought, type`,
    parameters: rows.parameters,
  };
}

/** Poisson(1) by its cumulative probabilities, in 65,536ths. */
const poisson = [24109, 48219, 60273, 64292, 65296, 65497, 65531];

/** The sixteen bits of a hash that are this draw's own. */
function digit(draw: number): string {
  return `((h${Math.floor(draw / drawsAHash)} >> ${(draw % drawsAHash) * 16}) & 65535)::INTEGER AS u${draw}`;
}

function weight(draw: number): string {
  return `(${poisson.map((from) => `(u${draw} >= ${from})::TINYINT`).join(' + ')})::TINYINT AS w${draw}`;
}

/** One hash of 64 bits gives four draws; rowId makes them the placement's own. */
function drawQuery(context: Context, chunk: number): Query {
  const hashes = Array.from({ length: drawsAChunk / drawsAHash }, (_, index) => {
    return `hash(rowId::BIGINT * 4096 + ${chunk * (drawsAChunk / drawsAHash) + index}) AS h${index}`;
  });
  const rows = placements(context, `, ${hashes.join(', ')}`);
  if (rows === null) return nothing;
  const each = (of: (draw: number) => string) => Array.from({ length: drawsAChunk }, (_, draw) => of(draw)).join(', ');
  const sums = each((draw) => `sum(w${draw})::DOUBLE AS n${draw}, sum(w${draw} * cost) AS c${draw}`);
  const lists = each((draw) => `list(n${draw}) AS n${draw}, list(c${draw}) AS c${draw}`);
  return {
    sql: `SELECT list(code) AS code, ${lists} FROM (
        SELECT code, ${sums} FROM (
          SELECT code, cost, ${each(weight)} FROM (
            SELECT ${code} AS code, cost, ${each(digit)} FROM (${rows.sql})))
        GROUP BY code)`,
    parameters: rows.parameters,
  };
}

/** The exact cells and every chunk of draws: `cells`, `draws0` … */
export function driverQueries(context: Context): Queries {
  const drawn = Array.from({ length: chunks }, (_, chunk) => [`draws${chunk}`, drawQuery(context, chunk)] as const);
  return { cells: cellQuery(context), ...Object.fromEntries(drawn) };
}
