/** What one provider's placements cost: beside others of the same type as they are, and like for like. */
import type { TableRow } from '@/lib/figure/figure';
import { costCaveats, costDefinition, fewest } from '@/lib/measure/cost/caveat';
import { steady } from '@/lib/measure/cost/spread';
import { adjustedSentence } from '@/lib/measure/cost/standard/adjusted';
import { likeForLikeProvidersUnchecked } from '@/lib/measure/cost/standard/like-for-like-providers';
import { regionWords } from '@/lib/measure/cost/standard/region';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { capitalised } from '@/lib/measure/needs/rate';
import { spoken, typeValues } from '@/lib/measure/needs/type';
import { panelColumns, panelQueries, priceRows } from '@/lib/measure/providers/panel-query';
import { costColumns } from '@/lib/measure/providers/provider-row';
import { numeric, pounds, text } from '@/lib/measure/words';

/** For each type it has usable costs of: its own spread, then that of all other placements of the type. */
function tableRows(urn: string, rows: RowsByQuery): TableRow[] {
  const prices = priceRows(rows);
  return typeValues.flatMap((type) => {
    const found = prices.filter(({ secured }) => secured === type);
    if (!found.some(({ own }) => own)) return [];
    return [true, false].flatMap((own) => {
      const row = found.find((one) => one.own === own);
      if (!row) return [];
      const { n } = row;
      const cell = (value: number | null, minimum: number) => steady(n, minimum, value ?? undefined);
      const who = own ? urn : 'Other placements';
      return [
        {
          ...{ label: `${type}: ${who}`, group: who, secured: type, n },
          ...{ authorities: row.authorities, largestShare: row.largestShare },
          ...{ mean: cell(row.mean, fewest.median), median: cell(row.median, fewest.median) },
          ...{ q1: cell(row.q1, fewest.quartiles), q3: cell(row.q3, fewest.quartiles) },
          ...{ p10: cell(row.p10, fewest.tails), p90: cell(row.p90, fewest.tails) },
        },
      ];
    });
  });
}

export function providerCost(urn: string): Measure {
  return {
    id: 'provider-cost',
    title: 'Cost per week',
    pages: ['providers'],
    basis: 'placement',
    columns: panelColumns,
    subject: `Placements with provider ${urn} and a usable cost`,
    by: 'beside other placements of the same type',
    definition: {
      ...costDefinition,
      words:
        'What placements with this provider cost a week, beside all other placements of the same type in the view.',
      formula: 'Mean, median, quartiles and 10th and 90th percentiles of total weekly cost',
    },
    queries: () => panelQueries(urn),
    draft: (rows) => {
      const [, ...statistics] = costColumns;
      const found = tableRows(urn, rows);
      return {
        table: {
          columns: [
            { name: 'label', label: 'Group', kind: 'text', hidden: true },
            { name: 'group', label: 'Placements with', kind: 'dimension' },
            ...statistics,
          ],
          rows: found,
        },
        disclosure: { kind: 'providers' },
        charts: [{ kind: 'box', label: 'label', format: 'pounds' }],
        n: found.reduce((sum, row) => sum + (row.group === urn ? (numeric(row.n) ?? 0) : 0), 0),
        exclusions: [],
        caveats: costCaveats,
        warnings: [],
      };
    },
    headline: ({ table }) => {
      const said = table.rows.filter(({ group }) => group === urn).map((row) => ({ row, median: numeric(row.median) }));
      const first = said.find(({ median }) => median !== null);
      if (!first || first.median === null) return 'Too few placements with a usable cost to show';
      const other = table.rows.find((row) => row.group !== urn && row.secured === first.row.secured);
      const against = numeric(other?.median);
      const own = `${capitalised(spoken(text(first.row.secured)))} cost ${pounds(first.median)} a week at the median`;
      return against === null ? own : `${own}; other placements of the type cost ${pounds(against)}`;
    },
  };
}

export function providerAdjusted(urn: string): Measure {
  return {
    ...likeForLikeProvidersUnchecked,
    id: 'provider-like-for-like',
    title: 'Cost like for like',
    pages: ['providers'],
    columns: panelColumns,
    subject: `Placements with provider ${urn} and a usable cost in the region`,
    draft: (rows, context) => {
      const all = likeForLikeProvidersUnchecked.draft(rows, context);
      const own = all.table.rows.filter((row) => row.provider === urn);
      return {
        ...all,
        table: { ...all.table, rows: own },
        charts: [
          {
            kind: 'interval',
            label: 'secured',
            estimate: 'adjusted',
            lower: 'lower',
            upper: 'upper',
            format: 'ratio',
            reference: { value: 1, label: 'the region' },
          },
        ],
        n: own.reduce((sum, row) => sum + (numeric(row.n) ?? 0), 0),
        exclusions: [],
        // Those about cost itself stand under the cost above it.
        caveats: all.caveats.filter((caveat) => !costCaveats.includes(caveat)),
      };
    },
    headline: ({ table }, context) => {
      const [first] = table.rows;
      const said = first ? adjustedSentence('Placements with it', first, regionWords(context)) : '';
      return said === ''
        ? 'Fewer than 10 placements of a type with a usable cost: not compared like for like'
        : said.replace(' paid ', ' cost ');
    },
  };
}
