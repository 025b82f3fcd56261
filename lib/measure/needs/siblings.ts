/** Whether sibling groups were kept together. */
import type { TableRow } from '@/lib/figure/figure';
import type { Context } from '@/lib/measure/context';
import type { Measure } from '@/lib/measure/measure';
import { caveats } from '@/lib/measure/needs/caveat';
import { atLevel, type Counts, levelRows, sideCounts } from '@/lib/measure/needs/level';
import { placeColumns, placeCounts, placeQuery } from '@/lib/measure/needs/place-query';
import { type Rate, rateColumns, rateSentence, sideCells } from '@/lib/measure/needs/rate';
import { intervalChart, rateBase, rateByAuthority, rateDraft, rateTrend } from '@/lib/measure/needs/rate-measure';
import { siblingsDoubted, siblingWarnings } from '@/lib/measure/needs/source-signs';

export const siblingsSpec: Rate = {
  id: 'siblings',
  title: 'Siblings placed together',
  query: placeQuery,
  counts: placeCounts,
  columns: placeColumns,
  k: (counts) => counts.siblingTogether ?? 0,
  n: (counts) => counts.siblingN ?? 0,
  excluded: (counts) => [
    { label: 'number of siblings sought or placed together not recorded', n: counts.siblingNotRecorded ?? 0 },
    { label: 'no placement recorded', n: counts.siblingNotPlaced ?? 0 },
  ],
  subject: 'Placements of children to be placed with siblings',
  kLabel: 'Number',
  nLabel: 'Children to be placed with siblings',
  say: (share) => `${share} of children to be placed with siblings were placed with all of them`,
  definition: {
    words:
      'Of children who were to be placed with one or more siblings: placed together with all of them, with some, or alone. A source that counts the child itself among those placed together can be set so.',
    formula: 'together: placed together ≥ sought; part: some; alone: none; each ÷ all three',
    denominator:
      'Placements made where at least one sibling was to be placed with the child and both numbers are known. One row is one child, not one group.',
    source:
      'Placements Data Standard (2025 v2, 2026): number of siblings to place with, how many were placed together. Interval: Wilson (1927), 95%.',
  },
  caveats: [caveats.carePlan, 'One row is one child: the data does not say which rows are one sibling group.'],
  doubted: ({ pool }) => siblingsDoubted(pool.sources),
};

const outcomes: readonly {
  readonly outcome: string;
  readonly label: string;
  readonly k: (counts: Counts) => number;
}[] = [
  { outcome: 'together', label: 'Together', k: (counts) => counts.siblingTogether ?? 0 },
  { outcome: 'part', label: 'With some', k: (counts) => counts.siblingPart ?? 0 },
  { outcome: 'alone', label: 'Alone', k: (counts) => counts.siblingAlone ?? 0 },
];

export const siblings: Measure = {
  ...rateBase(siblingsSpec),
  by: 'by outcome',
  draft: (rows, context: Context) => {
    const levels = levelRows(rows, 'levels', placeCounts);
    const counts = sideCounts(atLevel(levels, 'all'), context);
    const outcomeRows: readonly TableRow[] = outcomes.map(({ outcome, label, k }) => ({
      outcome,
      label,
      ...sideCells({ k, n: siblingsSpec.n }, counts, context),
    }));
    return {
      ...rateDraft(siblingsSpec, levels, context),
      table: {
        columns: [
          { name: 'outcome', label: 'Outcome', kind: 'dimension', hidden: true },
          { name: 'label', label: 'Placed', kind: 'dimension' },
          ...rateColumns(siblingsSpec, context),
        ],
        rows: outcomeRows,
      },
      charts: [intervalChart('label', context)],
      warnings: siblingWarnings(context.pool.sources),
    };
  },
  headline: (tables, context) => rateSentence(tables, context, siblingsSpec.say),
};

export const siblingsByAuthority = rateByAuthority(siblingsSpec);
export const siblingsTrend = rateTrend(siblingsSpec);
