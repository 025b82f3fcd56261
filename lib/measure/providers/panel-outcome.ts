/** How one provider's placements turned out, within its main type of home, beside everyone else's of that type. */
import type { TableRow } from '@/lib/figure/figure';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { comparisonCells, rateCells } from '@/lib/measure/needs/rate';
import { spoken } from '@/lib/measure/needs/type';
import {
  mainType,
  type OutcomeRow,
  outcomeRows,
  panelColumns,
  panelQueries,
  total,
} from '@/lib/measure/providers/panel-query';
import { percent, pointsAgainst, sayable } from '@/lib/measure/words';

const outcomes = [
  { label: 'Got the type asked for', k: 'matchK', n: 'matchN' },
  { label: 'In the preferred location', k: 'placeK', n: 'placeN' },
  { label: 'Over 20 miles from home', k: 'farK', n: 'farN' },
] as const;

function tableRows(rows: RowsByQuery): TableRow[] {
  const type = mainType(rows);
  const among = outcomeRows(rows).filter(({ secured }) => secured === type);
  const sum = (own: boolean, name: Exclude<keyof OutcomeRow, 'secured' | 'own'>) =>
    among.reduce((held, row) => held + (row.own === own ? row[name] : 0), 0);
  return outcomes.map(({ label, k, n }) => ({
    outcome: label,
    ...rateCells(sum(true, k), sum(true, n)),
    ...comparisonCells(sum(false, k), sum(false, n)),
  }));
}

export function providerOutcomes(urn: string): Measure {
  return {
    id: 'provider-outcomes',
    title: 'How placements turned out',
    pages: ['providers'],
    basis: 'placement',
    columns: panelColumns,
    subject: `Placements with provider ${urn}`,
    by: 'beside other placements of its main type of home',
    definition: {
      words:
        'How often children placed with this provider got the type of home asked for, in the preferred location, and more than 20 miles from home; beside all other placements of the same type in the view.',
      formula: 'k ÷ n of each, with Wilson’s 95% interval',
      denominator: 'Placements of the provider’s main type for which the answer is known.',
      source: `Placements Data Standard: suitabilities, preferabilityLocation; ${distanceSource}`,
    },
    queries: () => panelQueries(urn),
    draft: (rows) => ({
      table: {
        columns: [
          { name: 'outcome', label: 'Outcome', kind: 'dimension' },
          { name: 'k', label: 'Number', kind: 'count' },
          { name: 'n', label: 'Of', kind: 'count' },
          { name: 'rate', label: 'This provider', kind: 'rate' },
          { name: 'lower', label: '95% interval from', kind: 'rate' },
          { name: 'upper', label: 'to', kind: 'rate' },
          { name: 'comparisonK', label: 'Others: number', kind: 'count', hidden: true },
          { name: 'comparisonN', label: 'Others: of', kind: 'count', hidden: true },
          { name: 'comparisonRate', label: 'Others of the type', kind: 'rate' },
        ],
        rows: tableRows(rows),
      },
      disclosure: { kind: 'rates' },
      charts: [
        {
          kind: 'interval',
          label: 'outcome',
          estimate: 'rate',
          lower: 'lower',
          upper: 'upper',
          format: 'percent',
          comparison: 'comparisonRate',
        },
      ],
      n: total(rows),
      exclusions: [],
      caveats: [
        `Compared with other placements in ${spoken(mainType(rows) ?? 'the same type')} in the view (grey mark).`,
        distanceCaveats.centroids,
      ],
      warnings: [],
    }),
    headline: ({ table }) => {
      const far = table.rows.find(({ outcome }) => outcome === 'Over 20 miles from home');
      const [own, others] = [sayable(far), sayable(far, 'comparisonRate', 'comparisonN')];
      if (own === null) return 'Too few placements with a known distance to show as a percentage';
      const said = `${percent(own)} of its placements were over 20 miles from home`;
      return others === null ? said : `${said}, ${pointsAgainst(own, others, 'others of its type')}`;
    },
  };
}
