/** Promises the sums a regression of ln cost needs, added up in the engine: no placement leaves it. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import { category, checked, count } from '@/lib/measure/check';
import type { Context } from '@/lib/measure/context';
import { listColumn } from '@/lib/measure/cost/list-column';
import { regionCondition, yearSql } from '@/lib/measure/cost/standard/region';
import type { RowsByQuery } from '@/lib/measure/measure';
import type { GroupSums } from '@/lib/method/log-cost';
import type { ProviderSums } from '@/lib/method/provider-effect';
import { financialYearLabel, financialYearOf } from '@/lib/view/month';

export interface Term {
  readonly label: string;
  readonly kind: 'Type of home' | 'Need' | 'Year of placement';
  /** SQL over the columns of `cells`. */
  readonly sql: string;
}

const always: readonly Term[] = [
  { label: 'Residential rather than foster', kind: 'Type of home', sql: 'residential' },
  { label: 'Supported accommodation rather than foster', kind: 'Type of home', sql: 'supported' },
  { label: 'Each risk present', kind: 'Need', sql: 'risks' },
  { label: 'Each risk present: further in residential', kind: 'Need', sql: 'risks * residential' },
  { label: 'Deprivation of liberty', kind: 'Need', sql: 'dol' },
  { label: 'Deprivation of liberty: further in residential', kind: 'Need', sql: 'dol * residential' },
  { label: 'Solo placement recommended', kind: 'Need', sql: 'solo' },
  { label: 'Solo placement recommended: further in residential', kind: 'Need', sql: 'solo * residential' },
  { label: 'Needed today', kind: 'Need', sql: 'today' },
  { label: 'Home adaptation required', kind: 'Need', sql: 'adaptation' },
  { label: 'Communication, language or learning needs', kind: 'Need', sql: 'communication' },
];

/** The columns of the model: financial years of the period after the first are against the first. */
export function terms({ period }: Context): readonly Term[] {
  if (period === null) return always;
  const [first, last] = [financialYearOf(period.from), financialYearOf(period.to)];
  const years = Array.from({ length: last - first }, (_, index) => first + 1 + index);
  return [
    ...always,
    ...years.map(
      (year): Term => ({
        label: `${financialYearLabel(year)} rather than ${financialYearLabel(first)}`,
        kind: 'Year of placement',
        sql: `(year = ${year})::INTEGER`,
      }),
    ),
  ];
}

const flag = (name: string) => `coalesce(need_${name}, false)::INTEGER`;

/** An authority as a number, which costs less to send than its code. */
const place = 'coalesce(enum_code(la_code)::INTEGER, -1)';

/** What the model knows of a placement, in the bits of one number: the engine groups by one number, not by nine columns. */
const code = `((secured = 'Residential')::INTEGER + 2 * (secured = 'Supported Accommodation')::INTEGER
  + 4 * ${flag('deprivationOfLiberty')} + 8 * ${flag('soloPlacement')} + 16 * ${flag('neededToday')}
  + 32 * ${flag('homeAdaptationRequired')} + 64 * ${flag('communicationNeeds')} + 128 * coalesce(riskCount, 0)::INTEGER
  + 4096 * ${yearSql})::INTEGER`;

/** The columns that terms are made of, from `code`. */
const decoded = `code & 1 AS residential, (code >> 1) & 1 AS supported, (code >> 2) & 1 AS dol, (code >> 3) & 1 AS solo,
  (code >> 4) & 1 AS today, (code >> 5) & 1 AS adaptation, (code >> 6) & 1 AS communication, (code >> 7) & 31 AS risks,
  code >> 12 AS year`;

function placements(context: Context, columns: string, condition: string): Query {
  const where = regionCondition(context);
  return {
    sql: `SELECT ${columns}, ${code} AS code, ln(totalWeeklyCost) AS y
      FROM pool WHERE ${where.sql} AND placementMonth IS NOT NULL${condition}`,
    parameters: where.parameters,
  };
}

/** Σ y, Σ y² and Σ x by authority; beside each, Σ xy and Σ xx of all of them, which the model needs in total alone. */
export function authoritySums(context: Context): Query {
  const columns = terms(context);
  const { sql, parameters } = placements(context, 'la_code', '');
  const xs = columns.map((term, i) => `sum(n * ${term.sql})::DOUBLE AS x${i}`);
  const xys = columns.map((term, i) => `sum(y * ${term.sql})::DOUBLE AS xy${i}`);
  const xxs = columns.flatMap((a, i) =>
    columns.slice(i).map((b, j) => `sum(n * (${a.sql}) * (${b.sql}))::DOUBLE AS xx${i}_${i + j}`),
  );
  return {
    sql: `WITH cells AS MATERIALIZED (
        SELECT la_code, code, count(*)::INTEGER AS n, sum(y) AS y, sum(y * y) AS yy FROM (${sql}) GROUP BY la_code, code),
      own AS (
        SELECT la_code::VARCHAR AS la_code, ${place} AS place, sum(n)::DOUBLE AS n, sum(y) AS y, sum(yy) AS yy, ${xs.join(', ')}
        FROM (SELECT la_code, n, y, yy, ${decoded} FROM cells) GROUP BY la_code),
      whole AS (
        SELECT ${[...xys, ...xxs].join(', ')} FROM (
          SELECT n, y, ${decoded} FROM (SELECT code, sum(n)::INTEGER AS n, sum(y) AS y FROM cells GROUP BY code)))
      SELECT * FROM own CROSS JOIN whole`,
    parameters,
  };
}

/** Σ y and Σ x by registered provider with at least `fewest` placements; beside them how many were whose. */
export function providerSums(context: Context, fewest: number): Query {
  const { sql, parameters } = placements(
    context,
    'la_code, providerURN',
    ` AND registration = 'Registered' AND providerURN IS NOT NULL`,
  );
  // A sum of doubles takes half the time of a sum of whole numbers, whose total the engine holds in 128 bits.
  const xs = terms(context).map((term, i) => `sum((${term.sql})::DOUBLE) AS x${i}`);
  return {
    sql: `WITH cells AS MATERIALIZED (${sql}),
      spread AS (
        SELECT providerURN AS provider, list(place) AS places, list(n) AS sizes
        FROM (SELECT providerURN, ${place} AS place, count(*)::INTEGER AS n FROM cells GROUP BY providerURN, la_code)
        GROUP BY providerURN HAVING sum(n) >= ?),
      own AS (
        SELECT providerURN AS provider, count(*)::DOUBLE AS n, sum(y) AS y, ${xs.join(', ')}
        FROM (SELECT providerURN, y, ${decoded} FROM cells) GROUP BY providerURN)
      SELECT * FROM own JOIN spread USING (provider) ORDER BY provider`,
    parameters: [...parameters, fewest],
  };
}

const numbers = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, v.number()]));

export interface AuthoritySums extends GroupSums {
  /** What a provider's sums call this authority. */
  readonly place: number;
}

/** The checked rows of `authoritySums`, under the query name `sums`. */
export function authoritySumRows(rows: RowsByQuery, context: Context): readonly AuthoritySums[] {
  const places = terms(context).map((_, index) => index);
  const pairs = places.flatMap((i) => places.slice(i).map((j) => `xx${i}_${j}`));
  const names = [...places.flatMap((i) => [`x${i}`, `xy${i}`]), ...pairs];
  const entries = { la_code: category, place: v.number(), n: count, y: v.number(), yy: v.number() };
  return checked(rows, 'sums', { ...entries, ...numbers(names) }).map((row, at) => {
    const held: Readonly<Record<string, unknown>> = row;
    const list = (keys: readonly string[]) => keys.map((key) => Number(held[key]));
    return {
      ...{ group: row.la_code ?? '', place: row.place, n: row.n, sumY: row.y, sumYY: row.yy },
      sumX: list(places.map((i) => `x${i}`)),
      // The same totals stand in every row: they are taken once.
      sumXY: at === 0 ? list(places.map((i) => `xy${i}`)) : [],
      sumXX: at === 0 ? list(pairs) : [],
    };
  });
}

/** The checked rows of `providerSums`, under the query name `providerSums`; `groups` are the authorities' of `sums`. */
export function providerSumRows(
  rows: RowsByQuery,
  context: Context,
  sums: readonly AuthoritySums[],
): readonly ProviderSums[] {
  const groupOf = new Map(sums.map(({ place, group }) => [place, group]));
  const names = terms(context).map((_, index) => `x${index}`);
  const entries = { provider: v.string(), places: listColumn, sizes: listColumn, n: count, y: v.number() };
  return checked(rows, 'providerSums', { ...entries, ...numbers(names) }).map((row) => {
    const held: Readonly<Record<string, unknown>> = row;
    const sizes = row.sizes.toArray();
    const groups = Array.from(row.places.toArray(), (at, i) => ({ group: groupOf.get(at) ?? '', n: sizes[i] ?? 0 }));
    return { provider: row.provider, n: row.n, y: row.y, x: names.map((name) => Number(held[name])), groups };
  });
}
