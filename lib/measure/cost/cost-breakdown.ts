import type * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import type { Column, TableRow } from '@/lib/figure/figure';
import { category, checked, count } from '@/lib/measure/check';
import type { Context } from '@/lib/measure/context';
import {
  partColumns,
  partFields,
  partGiven,
  partNegative,
  partQuery,
  partRows,
} from '@/lib/measure/cost/breakdown-parts';
import { costCaveats, costDefinition } from '@/lib/measure/cost/caveat';
import { costBasis, setAsideColumns, setAsideQuery } from '@/lib/measure/cost/set-aside';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { spoken, typeValues } from '@/lib/measure/needs/type';
import { listed, numeric, percent, pounds, text } from '@/lib/measure/words';

/** As the standard's own rule has it: more than £1 apart. */
const apart = `abs(${partFields.map((field) => `coalesce(${field}, 0)`).join(' + ')} - totalWeeklyCost) > 1`;

/** Most rows have no breakdown: they are only counted. */
const query: Query = {
  sql: `WITH parts AS (
      SELECT secured, la_code, count(*)::DOUBLE AS given, count(*) FILTER (${apart})::DOUBLE AS apart
      FROM kept WHERE costOK AND slice <= 2 AND ${partGiven} GROUP BY secured, la_code),
    every AS (
      SELECT secured, la_code, count(*)::DOUBLE AS n, count(*) FILTER (${partNegative})::DOUBLE AS negative
      FROM kept WHERE costOK AND slice <= 2 GROUP BY secured, la_code)
    SELECT every.secured::VARCHAR AS secured, every.la_code::VARCHAR AS la_code, n, negative,
      coalesce(given, 0) AS given, coalesce(apart, 0) AS apart
    FROM every LEFT JOIN parts ON parts.secured = every.secured AND parts.la_code IS NOT DISTINCT FROM every.la_code`,
  parameters: [],
};

const entries = { secured: category, la_code: category, n: count, negative: count, given: count, apart: count };
type Cell = v.InferOutput<v.ObjectSchema<typeof entries, undefined>>;

function add(cells: readonly Cell[], of: (cell: Cell) => number): number {
  return cells.reduce((sum, cell) => sum + of(cell), 0);
}

function coverageRow(type: string, cells: readonly Cell[]): TableRow {
  const n = add(cells, (cell) => cell.n);
  const k = add(cells, ({ given: withParts }) => withParts);
  return {
    secured: type,
    k,
    n,
    rate: n > 0 ? k / n : { symbol: 'z', reason: 'No placements' },
    apart: add(cells, (cell) => cell.apart),
  };
}

function silentAuthorities(cells: readonly Cell[], { pool }: Context): readonly string[] {
  const silent = pool.authorities.filter(({ code }) => {
    const own = cells.filter((cell) => cell.la_code === code);
    return own.length > 0 && own.every((cell) => cell.given === 0);
  });
  if (silent.length === 0) return [];
  const names = silent.length > 6 ? `${silent.length} authorities` : listed(silent.map(({ name }) => name));
  return [`${names} recorded no breakdown of any cost, and ${silent.length === 1 ? 'is' : 'are'} not in this figure.`];
}

function read(rows: RowsByQuery): readonly Cell[] {
  return checked(rows, 'breakdown', entries);
}

const typeColumn: Column = { name: 'secured', label: 'Type of home', kind: 'dimension' };

export const costBreakdown: Measure = {
  id: 'cost-breakdown',
  title: 'What the weekly cost is made of',
  pages: ['cost'],
  basis: 'placement',
  columns: ['la_code', 'secured', ...partFields, ...setAsideColumns],
  subject: 'Placements with a usable cost and any part of it recorded',
  by: 'by type of home secured and part of the cost',
  definition: {
    ...costDefinition,
    words:
      'What each part of the weekly cost comes to where it is given: core, additional support, education and other. The bars add up to the whole: a part left blank beside one that is given counts there as nothing.',
    formula:
      'median and mean of a part over placements that give it; its share: Σ part ÷ Σ all parts; "does not add up": parts and total more than £1 apart',
    denominator:
      'Placements with a usable total and at least one part recorded. How many of all that is stands beside it.',
  },
  queries: () => ({ breakdown: query, parts: partQuery, setAside: setAsideQuery }),
  draft: (rows, context) => {
    const cells = read(rows);
    const of = (type: string) => cells.filter((cell) => cell.secured === type);
    const k = add(cells, ({ given: withParts }) => withParts);
    const basis = costBasis(rows);
    const apartN = add(cells, (cell) => cell.apart);
    const negativeN = add(cells, (cell) => cell.negative);
    return {
      table: {
        columns: [typeColumn, ...partColumns],
        rows: partRows(rows, (type) => add(of(type), ({ given }) => given)),
      },
      extra: {
        coverage: {
          table: {
            columns: [
              typeColumn,
              { name: 'k', label: 'With a breakdown', kind: 'count' },
              { name: 'n', label: 'Placements with a usable cost', kind: 'count' },
              { name: 'rate', label: 'Share with a breakdown', kind: 'rate' },
              { name: 'apart', label: 'Parts do not add up to the total', kind: 'count' },
            ],
            rows: typeValues.map((type) => coverageRow(type, of(type))),
          },
          disclosure: { kind: 'rates' },
        },
      },
      disclosure: { kind: 'derived', counts: ['n', 'breakdownN'] },
      charts: [
        { kind: 'bar', label: 'secured', value: 'breakdownMean', series: 'part', layout: 'stacked', format: 'pounds' },
      ],
      n: k,
      exclusions: [{ label: 'No breakdown recorded', n: basis.n - k }, ...basis.exclusions].filter(({ n }) => n > 0),
      caveats: costCaveats,
      warnings: [
        ...silentAuthorities(cells, context),
        ...(negativeN > 0 ? ['Parts below £0 are left out; which ones is in data quality.'] : []),
        ...(apartN > 0
          ? ['Some breakdowns do not add up to the total: how many is under “Table”, which ones in data quality.']
          : []),
      ],
    };
  },
  headline: ({ table, extra }) => {
    const said = table.rows.filter((row) => numeric(row.share) !== null && row.part === 'Core');
    const most = said.reduce<TableRow | null>(
      (high, row) => ((numeric(row.breakdownN) ?? 0) > (numeric(high?.breakdownN) ?? -1) ? row : high),
      null,
    );
    const share = numeric(most?.share);
    if (most === null || share === null) return 'Too few placements record what their cost is made of';
    const type = text(most.secured);
    const coverage = numeric(extra.coverage?.rows.find((row) => row.secured === type)?.rate);
    const known = coverage === null ? '' : ` (recorded for ${percent(coverage)} of placements)`;
    const amount = numeric(most.breakdownMean);
    return `The core fee is ${percent(share)} of the cost of ${spoken(type)}${amount === null ? '' : `, on average ${pounds(amount)} a week`}${known}`;
  },
};
