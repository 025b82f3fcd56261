/** Promises the sums a regression of ln cost needs, added up in the engine: no placement leaves it. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import { category, checked, count } from '@/lib/measure/check';
import type { Context } from '@/lib/measure/context';
import { regionCondition, yearSql } from '@/lib/measure/cost/standard/region';
import type { RowsByQuery } from '@/lib/measure/measure';
import type { GroupSums } from '@/lib/method/log-cost';
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

/** Placements alike in everything the model knows, counted once: far fewer rows to multiply out. */
function cells(context: Context, columns: string, condition: string): Query {
  const where = regionCondition(context);
  return {
    sql: `SELECT ${columns}, (secured = 'Residential')::INTEGER AS residential,
        (secured = 'Supported Accommodation')::INTEGER AS supported, coalesce(riskCount, 0)::INTEGER AS risks,
        ${flag('deprivationOfLiberty')} AS dol, ${flag('soloPlacement')} AS solo, ${flag('neededToday')} AS today,
        ${flag('homeAdaptationRequired')} AS adaptation, ${flag('communicationNeeds')} AS communication,
        ${yearSql} AS year, count(*) AS n, sum(ln(totalWeeklyCost)) AS y, sum(ln(totalWeeklyCost) ** 2) AS yy
      FROM pool WHERE ${where.sql} AND placementMonth IS NOT NULL${condition} GROUP BY ALL`,
    parameters: where.parameters,
  };
}

/** Σ y, Σ y², Σ x, Σ xy and Σ xx by authority. */
export function authoritySums(context: Context): Query {
  const columns = terms(context);
  const { sql, parameters } = cells(context, 'la_code', '');
  const xs = columns.map((term, i) => `sum(n * ${term.sql})::DOUBLE AS x${i}, sum(y * ${term.sql})::DOUBLE AS xy${i}`);
  const xxs = columns.flatMap((a, i) =>
    columns.slice(i).map((b, j) => `sum(n * (${a.sql}) * (${b.sql}))::DOUBLE AS xx${i}_${i + j}`),
  );
  return {
    sql: `SELECT la_code::VARCHAR AS la_code, sum(n)::DOUBLE AS n, sum(y) AS y, sum(yy) AS yy, ${[...xs, ...xxs].join(', ')}
      FROM (${sql}) GROUP BY la_code`,
    parameters,
  };
}

/** Σ y and Σ x by provider and authority, of registered providers with at least `fewest` placements. */
export function providerSums(context: Context, fewest: number): Query {
  const { sql, parameters } = cells(
    context,
    'la_code, providerURN',
    ` AND registration = 'Registered' AND providerURN IS NOT NULL`,
  );
  const xs = terms(context).map((term, i) => `sum(n * ${term.sql})::DOUBLE AS x${i}`);
  return {
    sql: `SELECT providerURN AS provider, la_code::VARCHAR AS la_code, sum(n)::DOUBLE AS n, sum(y) AS y, ${xs.join(', ')}
      FROM (${sql}) GROUP BY providerURN, la_code
      QUALIFY sum(sum(n)) OVER (PARTITION BY providerURN) >= ?`,
    parameters: [...parameters, fewest],
  };
}

const numbers = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, v.number()]));

/** The checked rows of `authoritySums`, under the query name `sums`. */
export function authoritySumRows(rows: RowsByQuery, context: Context): readonly GroupSums[] {
  const places = terms(context).map((_, index) => index);
  const pairs = places.flatMap((i) => places.slice(i).map((j) => `xx${i}_${j}`));
  const names = [...places.flatMap((i) => [`x${i}`, `xy${i}`]), ...pairs];
  const entries = { la_code: category, n: count, y: v.number(), yy: v.number() };
  return checked(rows, 'sums', { ...entries, ...numbers(names) }).map((row) => {
    const held: Readonly<Record<string, unknown>> = row;
    const list = (keys: readonly string[]) => keys.map((key) => Number(held[key]));
    return {
      ...{ group: row.la_code ?? '', n: row.n, sumY: row.y, sumYY: row.yy },
      sumX: list(places.map((i) => `x${i}`)),
      sumXY: list(places.map((i) => `xy${i}`)),
      sumXX: list(pairs),
    };
  });
}

export interface ProviderSum {
  readonly provider: string;
  readonly la_code: string;
  readonly n: number;
  readonly y: number;
  readonly x: readonly number[];
}

/** The checked rows of `providerSums`, under the query name `providerSums`. */
export function providerSumRows(rows: RowsByQuery, context: Context): readonly ProviderSum[] {
  const names = terms(context).map((_, index) => `x${index}`);
  const entries = { provider: v.string(), la_code: category, n: count, y: v.number() };
  return checked(rows, 'providerSums', { ...entries, ...numbers(names) }).map((row) => {
    const held: Readonly<Record<string, unknown>> = row;
    const x = names.map((name) => Number(held[name]));
    return { provider: row.provider, la_code: row.la_code ?? '', n: row.n, y: row.y, x };
  });
}
