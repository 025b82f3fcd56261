import type { Column, Draft, TableRow } from '@/lib/figure/figure';
import { type Context, viewSlices } from '@/lib/measure/context';
import { costCaveats, costDefinition } from '@/lib/measure/cost/caveat';
import { costListColumns, costQueries, type PackedCosts, packedCosts } from '@/lib/measure/cost/packed-costs';
import { costBasis, setAsideColumns, setAsideQuery } from '@/lib/measure/cost/set-aside';
import { shapeTable } from '@/lib/measure/cost/shape';
import {
  comparisonCells,
  comparisonColumns,
  costCells,
  costColumns,
  spreadCells,
  spreadsBy,
} from '@/lib/measure/cost/spread';
import type { Measure, Tables } from '@/lib/measure/measure';
import { capitalised, comparesView } from '@/lib/measure/needs/rate';
import { spoken, typeValues } from '@/lib/measure/needs/type';
import { numeric, percent, pounds, text } from '@/lib/measure/words';

const typeColumn: Column = { name: 'secured', label: 'Type of home', kind: 'dimension' };

function all(costs: PackedCosts, type: string, slices: readonly number[]) {
  const found = costs.types.find((one) => one.type === type);
  return spreadsBy(found, slices, 1, () => 0)[0] ?? { n: 0, sum: 0, quantiles: [] };
}

/** With all periods chosen, the last 12 months beside the 12 before. */
function recentTable(costs: PackedCosts, context: Context): Draft['extra'] {
  const { sides } = context;
  if (sides.kind === 'none' || comparesView(sides)) return {};
  const own = costColumns({ ...context, sides: { ...sides, kind: 'none' } });
  const rows = typeValues.map((type) => ({
    secured: type,
    ...spreadCells(all(costs, type, sides.after)),
    ...comparisonCells(all(costs, type, sides.before)),
  }));
  return {
    recent: {
      table: { columns: [typeColumn, ...own, ...comparisonColumns(sides.beforeWords)], rows },
      disclosure: { kind: 'costs' },
    },
  };
}

/** ` in the last 12 months: 6% more than the year before`: only where both medians can be said. */
function against(row: TableRow | undefined, { sides }: Context): string {
  const now = numeric(row?.median);
  const then = numeric(row?.comparisonMedian);
  if (now === null || then === null || then <= 0) return '';
  const change = now / then - 1;
  const since = sides.afterIsView ? ': ' : ` in ${sides.afterWords}: `;
  if (Math.abs(change) < 0.005) return `${since}the same as ${sides.beforeWords}`;
  return `${since}${percent(Math.abs(change))} ${change > 0 ? 'more' : 'less'} than ${sides.beforeWords}`;
}

function sentence({ table, extra }: Tables, context: Context): string {
  const said = table.rows.flatMap((row) => {
    const median = numeric(row.median);
    return median === null ? [] : [{ type: text(row.secured), median }];
  });
  said.sort((a, b) => b.median - a.median);
  const [dearest, ...rest] = said;
  if (!dearest) return 'Too few placements with a usable cost to give a median';
  const others = rest.map(({ type, median }) => `${spoken(type)} ${pounds(median)}`).join(', ');
  const rows = context.sides.afterIsView ? table.rows : (extra.recent?.rows ?? []);
  const change = against(
    rows.find((row) => row.secured === dearest.type),
    context,
  );
  const first = `Half of ${spoken(dearest.type)} placements cost more than ${pounds(dearest.median)} a week`;
  return `${first}${others ? ` (${others})` : ''}${change ? `. ${capitalised(spoken(dearest.type))}${change}` : ''}`;
}

export const costByType: Measure = {
  id: 'cost-by-type',
  title: 'Cost per week by type of home',
  pages: ['cost', 'overview', 'pack'],
  basis: 'placement',
  columns: [...costListColumns, ...setAsideColumns],
  subject: 'Placements with a usable cost',
  by: 'by type of home secured',
  definition: {
    ...costDefinition,
    words:
      'What newly agreed placements cost a week. Half cost less than the median; half lie between the quartiles; the mean is pulled up by a few very dear ones.',
    formula: 'n, mean, median, quartiles, 10th and 90th percentiles of total weekly cost, by type secured',
  },
  queries: () => ({ ...costQueries, setAside: setAsideQuery }),
  draft: (rows, context) => {
    const costs = packedCosts(rows);
    return {
      table: {
        columns: [typeColumn, ...costColumns(context)],
        rows: typeValues.map((type) => ({
          secured: type,
          ...costCells(all(costs, type, viewSlices), all(costs, type, context.sides.before), context),
        })),
      },
      extra: {
        shape: { table: shapeTable(costs), disclosure: { kind: 'rounded', counts: ['n'] } },
        ...recentTable(costs, context),
      },
      disclosure: { kind: 'costs' },
      charts: [{ kind: 'box', label: 'secured', format: 'pounds' }],
      ...costBasis(rows),
      caveats: costCaveats,
      warnings: [],
    };
  },
  headline: sentence,
};
