/** The median price of a newly agreed placement by type, against the period before, with two years of months. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import type { Cell, Column, TableRow } from '@/lib/figure/figure';
import { amount, category, checked, count, month } from '@/lib/measure/check';
import type { Context, Sides } from '@/lib/measure/context';
import type { Measure, Queries, RowsByQuery, Tables } from '@/lib/measure/measure';
import { caveats } from '@/lib/measure/needs/caveat';
import { capitalised } from '@/lib/measure/needs/rate';
import { timeColumns } from '@/lib/measure/needs/time';
import { spoken, typeValues } from '@/lib/measure/needs/type';
import { priceChange } from '@/lib/measure/overview/change-words';
import { ownSlices, sparklineMonths, sparklineRows } from '@/lib/measure/overview/sparkline';
import { listed, numeric, pounds, text, tooFew } from '@/lib/measure/words';

/** methods §2: a median rests on at least 5, quartiles on at least 10. */
const fewestForMedian = 5;
const fewestForQuartiles = 10;

const few = (least: number): Cell => ({ symbol: 'u', reason: `Rests on fewer than ${least} placements` });

/** Slices are our own small integers, never user input. */
function among(slices: readonly number[]): string {
  return slices.length === 0 ? 'false' : `slice IN (${slices.map((slice) => Math.trunc(slice)).join(', ')})`;
}

/** All quartiles of a side in one aggregate: asked for one by one they take three times as long. */
function spread(name: string, slices: readonly number[]): string {
  const filter = `FILTER (WHERE ${among(slices)})`;
  return `count(*) ${filter} AS "${name}N", quantile_cont(costPence, [0.25, 0.5, 0.75]) ${filter} AS "${name}Quartiles"`;
}

function quartiles(name: string, from = name): string {
  const at = (index: number, column: string) => `"${from}Quartiles"[${index}] / 100 AS "${name}${column}"`;
  return `"${from}N"::DOUBLE AS "${name}N", ${at(1, 'Q1')}, ${at(2, 'Median')}, ${at(3, 'Q3')}`;
}

function queries({ sides }: Context): Queries {
  const after = sides.afterIsView ? '' : `, ${spread('after', sides.after)}`;
  const sidesQuery: Query = {
    sql: `SELECT secured::VARCHAR AS secured, ${quartiles('view')}, ${quartiles('after', sides.afterIsView ? 'view' : 'after')},
        ${quartiles('before')}
      FROM (SELECT secured, ${spread('view', [0, 1, 2])}${after}, ${spread('before', sides.before)}
        FROM kept WHERE costPence IS NOT NULL GROUP BY secured)`,
    parameters: [],
  };
  const months: Query = {
    sql: `SELECT secured::VARCHAR AS secured, month, count(*)::DOUBLE AS n, median(costPence) / 100 AS median
      FROM kept WHERE costPence IS NOT NULL AND ${among(ownSlices(sides))} GROUP BY secured, month`,
    parameters: [],
  };
  const unused: Query = {
    sql: `SELECT count(*) FILTER (WHERE secured = 'No placement recorded')::DOUBLE AS "notPlaced",
      count(*) FILTER (WHERE secured <> 'No placement recorded' AND costPence IS NULL)::DOUBLE AS "noCost"
      FROM kept WHERE slice <= 2`,
    parameters: [],
  };
  return { sides: sidesQuery, months, unused };
}

const side = (name: string) => ({
  [`${name}N`]: count,
  [`${name}Q1`]: amount,
  [`${name}Median`]: amount,
  [`${name}Q3`]: amount,
});
const entries = { secured: category, ...side('view'), ...side('after'), ...side('before') };

type SideRow = Readonly<Record<string, number | string | null>>;

/** `n, median, q1, q3`, each only where enough placements stand behind it. */
function costCells(row: SideRow | undefined, name: string): { readonly n: number } & TableRow {
  const n = Number(row?.[`${name}N`] ?? 0);
  const shown = (column: string, least: number): Cell => {
    const value = row?.[`${name}${column}`];
    return n < least || typeof value !== 'number' ? few(least) : value;
  };
  return {
    n,
    median: shown('Median', fewestForMedian),
    q1: shown('Q1', fewestForQuartiles),
    q3: shown('Q3', fewestForQuartiles),
  };
}

function comparisonCells(row: SideRow | undefined): TableRow {
  const { n, median, q1, q3 } = costCells(row, 'before');
  return { comparisonN: n, comparisonMedian: median ?? '', comparisonQ1: q1 ?? '', comparisonQ3: q3 ?? '' };
}

const dimension: Column = { name: 'secured', label: 'Type secured', kind: 'dimension' };
const own: readonly Column[] = [
  { name: 'n', label: 'Placements', kind: 'count' },
  { name: 'median', label: 'Median £ a week', kind: 'pounds' },
  { name: 'q1', label: 'Lower quartile', kind: 'pounds', hidden: true },
  { name: 'q3', label: 'Upper quartile', kind: 'pounds', hidden: true },
];

function comparison({ beforeWords }: Sides): readonly Column[] {
  const name = capitalised(beforeWords);
  return [
    { name: 'comparisonN', label: `${name}: placements`, kind: 'count', hidden: true },
    { name: 'comparisonMedian', label: name, kind: 'pounds' },
    { name: 'comparisonQ1', label: `${name}: lower quartile`, kind: 'pounds', hidden: true },
    { name: 'comparisonQ3', label: `${name}: upper quartile`, kind: 'pounds', hidden: true },
  ];
}

function draft(rows: RowsByQuery, context: Context) {
  const { sides } = context;
  const bySecured = new Map(checked(rows, 'sides', entries).map((row) => [row.secured, row as unknown as SideRow]));
  const months = checked(rows, 'months', { secured: category, month, n: count, median: amount });
  const [unused] = checked(rows, 'unused', { notPlaced: v.number(), noCost: v.number() });
  const compared = sides.kind !== 'none';
  const line = (type: string, name: string, beside: boolean): TableRow => ({
    secured: type,
    ...costCells(bySecured.get(type), name),
    ...(beside ? comparisonCells(bySecured.get(type)) : {}),
  });
  const beside = compared && sides.afterIsView;
  const view = typeValues.map((type) => line(type, 'view', beside));
  const recent = typeValues.map((type) => line(type, 'after', true));
  return {
    table: { columns: [dimension, ...own, ...(beside ? comparison(sides) : [])], rows: view },
    extra: {
      ...(compared && !sides.afterIsView
        ? {
            recent: {
              table: { columns: [dimension, ...own, ...comparison(sides)], rows: recent },
              disclosure: { kind: 'costs' } as const,
            },
          }
        : {}),
      sparkline: {
        table: {
          columns: [...timeColumns('month'), dimension, ...own.slice(0, 2)],
          rows: typeValues.flatMap((type) =>
            sparklineRows(context, (at) => {
              const found = months.find((row) => row.secured === type && row.month === at);
              const n = found?.n ?? 0;
              return { secured: type, n, median: n < fewestForMedian ? few(fewestForMedian) : (found?.median ?? 0) };
            }),
          ),
        },
        disclosure: { kind: 'costs' } as const,
      },
    },
    disclosure: { kind: 'costs' } as const,
    charts: [{ kind: 'none' } as const],
    n: view.reduce((sum, row) => sum + (numeric(row.n) ?? 0), 0),
    exclusions: [
      { label: 'no usable cost recorded', n: unused?.noCost ?? 0 },
      { label: 'no placement recorded', n: unused?.notPlaced ?? 0 },
    ].filter(({ n }) => n > 0),
    caveats: [caveats.costEstimate, caveats.noStock],
    warnings: [],
  };
}

function headline({ table }: Tables): string {
  const said = table.rows.flatMap((row) => {
    const median = numeric(row.median);
    return median === null ? [] : [`${pounds(median)} in ${spoken(text(row.secured))}`];
  });
  return said.length === 0 ? tooFew(table.rows[0]?.n ?? 0) : `Half of placements cost less than ${listed(said)} a week`;
}

export const overviewCost: Measure = {
  id: 'overview-cost',
  title: 'Median £ a week',
  pages: ['overview'],
  basis: 'placement',
  columns: ['secured', 'costPence'],
  history: sparklineMonths,
  definition: {
    words: 'The price in the middle: half of newly agreed placements of the type cost less a week, half more.',
    formula: 'median of total weekly cost, linear interpolation (R type 7)',
    denominator:
      'Placements with a total weekly cost between £100 and £100,000. Medians from 5 placements, quartiles from 10.',
    source: 'Placements Data Standard (2025 v2, 2026): total weekly cost, excluding VAT.',
  },
  subject: 'Newly agreed placements with a usable cost',
  by: 'by type secured',
  queries,
  draft,
  headline,
  sentences: priceChange,
};
