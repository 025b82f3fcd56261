import { byText } from '@/lib/figure/collate';
import type { TableRow } from '@/lib/figure/figure';
import { costCaveats, costDefinition } from '@/lib/measure/cost/caveat';
import type { Measure } from '@/lib/measure/measure';
import { dearestFirst, spoken, typeValues } from '@/lib/measure/needs/type';
import { costRows, providerColumns, providerCostQueries } from '@/lib/measure/providers/provider-query';
import { costColumns, costRow } from '@/lib/measure/providers/provider-row';
import { numeric, pounds, text } from '@/lib/measure/words';

const typeOrder: ReadonlyMap<unknown, number> = new Map(dearestFirst.map((type, index) => [type, index]));

/** By type, then by name: an order that says nothing a hidden number could. */
function inOrder(rows: readonly TableRow[]): readonly TableRow[] {
  return [...rows].sort(
    (a, b) =>
      (typeOrder.get(a.secured) ?? 9) - (typeOrder.get(b.secured) ?? 9) || byText(text(a.provider), text(b.provider)),
  );
}

interface Range {
  readonly type: string;
  readonly low: number;
  readonly high: number;
  readonly providers: number;
}

/** The type with the most providers whose median is shown. */
function widest(rows: readonly TableRow[]): Range | null {
  const ranges = typeValues.flatMap((type): Range[] => {
    const medians = rows.flatMap((row) => (row.secured === type ? (numeric(row.median) ?? []) : []));
    if (medians.length < 2) return [];
    return [{ type, low: Math.min(...medians), high: Math.max(...medians), providers: medians.length }];
  });
  return ranges.sort((a, b) => b.providers - a.providers)[0] ?? null;
}

export const costByProvider: Measure = {
  id: 'cost-by-provider',
  title: 'Cost per week by provider',
  pages: ['cost', 'providers'],
  basis: 'placement',
  columns: providerColumns,
  subject: 'Placements with a registered provider and a usable cost',
  by: 'by type of home secured and provider',
  definition: {
    ...costDefinition,
    words: 'What newly agreed placements with each registered provider cost a week, within each type of home.',
    formula: 'Mean, median, quartiles and 10th and 90th percentiles of total weekly cost by provider URN and type',
    denominator: `${costDefinition.denominator} Shared only for providers with at least 10 such placements, from at least 2 authorities, none with more than 80% of them.`,
  },
  queries: () => providerCostQueries,
  draft: (rows) => {
    const table = { columns: costColumns, rows: inOrder(costRows(rows).map(costRow)) };
    return {
      table,
      disclosure: { kind: 'providers' },
      charts: [],
      n: table.rows.reduce((sum, { n }) => sum + (numeric(n) ?? 0), 0),
      exclusions: [],
      caveats: [
        'A row is a provider and a type of home: one with two types has two.',
        'Providers care for children with different needs: "Like for like" compares the same type and level of need.',
        ...costCaveats,
      ],
      warnings: [],
    };
  },
  headline: ({ table }) => {
    const range = widest(table.rows);
    if (range === null) return 'Too few providers with enough placements to compare their cost';
    return `Across ${range.providers} providers of ${spoken(range.type)}, the median cost runs from ${pounds(range.low)} to ${pounds(range.high)} a week`;
  },
};
