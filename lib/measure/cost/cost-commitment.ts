import type { Column, TableRow } from '@/lib/figure/figure';
import { monthLabel } from '@/lib/figure/format';
import { viewSlices } from '@/lib/measure/context';
import { costCaveats, costDefinition } from '@/lib/measure/cost/caveat';
import { costListColumns, costQueries, packedCosts, trait } from '@/lib/measure/cost/packed-costs';
import { costBasis, setAsideColumns, setAsideQuery } from '@/lib/measure/cost/set-aside';
import { spreadsBy } from '@/lib/measure/cost/spread';
import type { Measure } from '@/lib/measure/measure';
import { timeColumns, viewMonths } from '@/lib/measure/needs/time';
import { typeValues } from '@/lib/measure/needs/type';
import { numeric, pounds, text } from '@/lib/measure/words';
import { monthText } from '@/lib/view/month';

const amounts: readonly Column[] = [
  { name: 'n', label: 'New placements', kind: 'count' },
  { name: 'total', label: 'Newly agreed, £ a week in all', kind: 'pounds' },
];

export const costCommitment: Measure = {
  id: 'cost-commitment',
  title: 'Newly agreed weekly cost each month',
  pages: ['cost'],
  basis: 'placement',
  columns: [...costListColumns, ...setAsideColumns],
  subject: 'Placements with a usable cost',
  by: 'by month of placement and type of home secured',
  definition: {
    ...costDefinition,
    words:
      'The weekly cost of all placements agreed in a month, added up: what each month’s placements add to the weekly bill until they end.',
    formula: 'Σ total weekly cost of placements starting in the month',
  },
  queries: () => ({ ...costQueries, setAside: setAsideQuery }),
  draft: (rows, context) => {
    const costs = packedCosts(rows);
    const months = viewMonths(context);
    const first = months[0] ?? 0;
    const byType = typeValues.map((type) => {
      const own = costs.types.find((one) => one.type === type);
      return spreadsBy(own, viewSlices, months.length, (traits) => {
        const place = trait.month(traits) - first;
        return place < 0 ? months.length : place;
      });
    });
    const cells = (index: number): TableRow[] =>
      byType.map((spreads, type) => ({
        month: monthText(months[index] ?? 0),
        secured: typeValues[type] ?? '',
        n: spreads[index]?.n ?? 0,
        total: spreads[index]?.sum ?? 0,
      }));
    const total = (index: number): TableRow => ({
      month: monthText(months[index] ?? 0),
      n: byType.reduce((sum, spreads) => sum + (spreads[index]?.n ?? 0), 0),
      total: byType.reduce((sum, spreads) => sum + (spreads[index]?.sum ?? 0), 0),
    });
    return {
      table: {
        columns: [...timeColumns('month'), { name: 'secured', label: 'Type of home', kind: 'dimension' }, ...amounts],
        rows: months.flatMap((_, index) => cells(index)),
      },
      extra: {
        total: {
          table: { columns: [...timeColumns('month'), ...amounts], rows: months.map((_, index) => total(index)) },
          disclosure: { kind: 'derived', counts: ['n'], adds: ['total'] },
        },
      },
      disclosure: { kind: 'derived', counts: ['n'] },
      charts: [{ kind: 'bar', label: 'month', value: 'total', series: 'secured', layout: 'stacked', format: 'pounds' }],
      ...costBasis(rows),
      caveats: [
        'Placements that ended are not taken off: this is what was newly agreed, not what is being paid.',
        ...costCaveats,
      ],
      warnings: [],
    };
  },
  headline: ({ extra }) => {
    const rows = extra.total?.rows ?? [];
    const said = rows.filter((row) => numeric(row.total) !== null && (numeric(row.n) ?? 0) > 0);
    const last = said.at(-1);
    if (!last) return 'No new placements with a usable cost in these months';
    const mean = said.reduce((sum, row) => sum + (numeric(row.total) ?? 0), 0) / said.length;
    return `Placements agreed in ${monthLabel(text(last.month))} add ${pounds(numeric(last.total) ?? 0)} a week until they end; an average month adds ${pounds(Math.round(mean / 50) * 50)}`;
  },
};
