/**
 * Promises the cells a decomposition needs and their bootstrap draws, weighted inside the engine: a chunk of
 * draws a query, so that progress can be shown and a long run cancelled. The same pool gives the same draws.
 */
import * as v from 'valibot';
import type { Database, Query, Row } from '@/lib/database/database';
import { category, checked, count } from '@/lib/measure/check';
import { columnFragment } from '@/lib/measure/column';
import { authorityCondition, monthCondition, otherConditions } from '@/lib/measure/condition';
import type { Context } from '@/lib/measure/context';
import { driverPeriods } from '@/lib/measure/cost/driver/period';
import { allOf, anyOf, fragment } from '@/lib/measure/fragment';
import { monthColumn } from '@/lib/measure/kept';
import type { Queries, RowsByQuery } from '@/lib/measure/measure';
import {
  driverBands,
  driverCell,
  driverSoughts,
  driverTypes,
  emptyTally,
  type PeriodTally,
} from '@/lib/method/driver-factors';

export const draws = 200;
const drawsAChunk = 20;
const drawsAHash = 4;
const chunks = draws / drawsAChunk;

/** Usable costs of the two periods in the view: `la_code, period` (1 after, 0 before), `type, sought, needBand, cost`. */
function placements(context: Context, extra = ''): Query | null {
  const periods = driverPeriods(context);
  if (periods === null) return null;
  const month = monthColumn(context);
  const band = columnFragment('needBand', context);
  const where = allOf([
    fragment('costOK'),
    authorityCondition(context.view),
    otherConditions(context.view),
    anyOf([monthCondition(month, periods.before), monthCondition(month, periods.after)]),
  ]);
  return {
    sql: `SELECT la_code, (${month} >= ?)::TINYINT AS period, ${band.sql}, sought, secured AS type,
        totalWeeklyCost AS cost${extra} FROM pool WHERE ${where.sql}`,
    parameters: [periods.after.from, ...band.parameters, ...where.parameters],
  };
}

const nothing: Query = { sql: 'SELECT 1 AS nothing WHERE false', parameters: [] };
const keys = `la_code::VARCHAR AS la_code, period, needBand::VARCHAR AS band, sought::VARCHAR AS sought, type::VARCHAR AS type`;

function cellQuery(context: Context): Query {
  const rows = placements(context);
  if (rows === null) return nothing;
  return {
    sql: `SELECT ${keys}, count(*)::DOUBLE AS n, sum(cost) AS cost FROM (${rows.sql}) GROUP BY ALL`,
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
  return {
    sql: `SELECT ${keys}, ${sums} FROM (
        SELECT la_code, period, needBand, sought, type, cost, ${each(weight)} FROM (
          SELECT la_code, period, needBand, sought, type, cost, ${each(digit)} FROM (${rows.sql})))
      GROUP BY ALL`,
    parameters: rows.parameters,
  };
}

/** The exact cells and every chunk of draws: `cells`, `draws0` … */
export function driverQueries(context: Context): Queries {
  const drawn = Array.from({ length: chunks }, (_, chunk) => [`draws${chunk}`, drawQuery(context, chunk)] as const);
  return { cells: cellQuery(context), ...Object.fromEntries(drawn) };
}

/** Runs `driverQueries` one by one, telling how much is done (0 to 1) after each. */
export async function runDrivers(
  database: Database,
  context: Context,
  { onProgress, signal }: { onProgress?: (share: number) => void; signal?: AbortSignal } = {},
): Promise<RowsByQuery> {
  const queries = Object.entries(driverQueries(context));
  const rows: Record<string, readonly Row[]> = {};
  for (const [index, [name, query]] of queries.entries()) {
    rows[name] = await database.run(query, signal);
    onProgress?.((index + 1) / queries.length);
  }
  return rows;
}

/** Both periods of one area. */
export type TallyPair = readonly [before: PeriodTally, after: PeriodTally];

/** Of the view as a whole (under the key ''), and of each authority by its code. */
export type TalliesByArea = ReadonlyMap<string, TallyPair>;

export interface DriverTallies {
  readonly exact: TalliesByArea;
  readonly draws: readonly TalliesByArea[];
}

const key = { la_code: category, period: v.picklist([0, 1]), band: v.string(), sought: v.string(), type: v.string() };
const drawEntries = Object.fromEntries(
  Array.from({ length: drawsAChunk }, (_, draw) => [`n${draw}`, `c${draw}`]).flatMap((names) =>
    names.map((name) => [name, v.number()]),
  ),
);
const bandAt = new Map<string, number>(driverBands.map((name, index) => [name, index]));
const soughtAt = new Map<string, number>(driverSoughts.map((name, index) => [name, index]));
const typeAt = new Map<string, number>(driverTypes.map((name, index) => [name, index]));

function addTo(areas: Map<string, TallyPair>, area: string, period: 0 | 1, cell: number, n: number, cost: number) {
  const pair = areas.get(area) ?? [emptyTally(), emptyTally()];
  areas.set(area, pair);
  const tally = pair[period];
  tally.n[cell] = (tally.n[cell] ?? 0) + n;
  tally.cost[cell] = (tally.cost[cell] ?? 0) + cost;
}

/** The checked rows of `driverQueries` as tallies by area, exactly and for each draw. */
export function driverTallies(rows: RowsByQuery): DriverTallies {
  const exact = new Map<string, TallyPair>();
  const drawn = Array.from({ length: draws }, () => new Map<string, TallyPair>());
  const place = ({ band, sought, type }: { band: string; sought: string; type: string }) =>
    driverCell(bandAt.get(band) ?? 0, soughtAt.get(sought) ?? 0, typeAt.get(type) ?? 0);
  for (const row of checked(rows, 'cells', { ...key, n: count, cost: v.number() })) {
    for (const area of ['', row.la_code ?? '?']) addTo(exact, area, row.period, place(row), row.n, row.cost);
  }
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    checked(rows, `draws${chunk}`, { ...key, ...drawEntries }).forEach((row) => {
      const values: Readonly<Record<string, unknown>> = row;
      for (let draw = 0; draw < drawsAChunk; draw += 1) {
        const areas = drawn[chunk * drawsAChunk + draw];
        const [n, cost] = [Number(values[`n${draw}`] ?? 0), Number(values[`c${draw}`] ?? 0)];
        if (!areas || n === 0) continue;
        for (const area of ['', row.la_code ?? '?']) addTo(areas, area, row.period, place(row), n, cost);
      }
    });
  }
  return { exact, draws: drawn };
}
