/** The share placed more than 20 miles from home: as a rate, by authority and over time. */
import type { Chart, Draft, Table } from '@/lib/figure/figure';
import type { Context } from '@/lib/measure/context';
import { overTwentyAnchors, typeAnchors } from '@/lib/measure/distance/anchor';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import {
  bandCount,
  cellCounts,
  distanceLevels,
  knownBands,
  overTwenty,
  placedCount,
} from '@/lib/measure/distance/cell';
import { packedColumns, packedQueries } from '@/lib/measure/distance/packed';
import type { Measure } from '@/lib/measure/measure';
import { byKey, type Counts, sideCounts } from '@/lib/measure/needs/level';
import { type Rate, rateColumns, rateSentence, sideCells } from '@/lib/measure/needs/rate';
import { intervalChart, rateBase, rateByAuthority, rateDraft, rateTrend } from '@/lib/measure/needs/rate-measure';
import { typeValues } from '@/lib/measure/needs/type';

/** Who has no distance, and who has no placement: both are said, neither silently dropped. */
export function distanceExclusions(counts: Counts): Draft['exclusions'] {
  return [
    { label: 'No placement recorded', n: (counts.total ?? 0) - placedCount(counts) },
    { label: 'Distance not known or not recorded', n: bandCount(counts, [5]) },
  ].filter(({ n }) => n > 0);
}

export const overTwentyRate: Rate = {
  id: 'distance-over-20',
  title: 'Placed more than 20 miles from home',
  query: packedQueries.packed,
  counts: cellCounts,
  levels: distanceLevels,
  columns: packedColumns,
  k: (counts) => bandCount(counts, overTwenty),
  n: (counts) => bandCount(counts, knownBands),
  excluded: distanceExclusions,
  subject: 'Placements with a known distance from home',
  kLabel: 'More than 20 miles',
  nLabel: 'Distance known',
  say: (share) => `${share} of placements with a known distance were more than 20 miles from home`,
  definition: {
    words:
      'Of the placements whose distance from home is known, the share more than 20 miles away. The distance is rounded to one decimal first, so 20.0 miles is not over 20.',
    formula: 'placements over 20 miles ÷ placements with a known distance',
    denominator: 'Placements recorded, with a known distance from home. Those not known are counted beside it.',
    source: distanceSource,
  },
  caveats: [distanceCaveats.centroids, distanceCaveats.unknown, distanceCaveats.notStock],
};

/** The rate not known, of all placed: what the share above cannot speak for. */
const unknownRate: Pick<Rate, 'k' | 'n' | 'kLabel' | 'nLabel'> = {
  k: (counts) => bandCount(counts, [5]),
  n: placedCount,
  kLabel: 'Distance not known',
  nLabel: 'Placements',
};

function onDistance(measure: Measure, pages: Measure['pages'] = ['distance']): Measure {
  return { ...measure, pages, basis: 'placement', queries: () => packedQueries };
}

/** By type secured; one row a type, with the total beside it. */
export const distanceOverTwenty: Measure = onDistance(
  {
    ...rateBase(overTwentyRate),
    by: 'by type of placement',
    draft: (rows, context) => {
      const levels = distanceLevels(rows);
      const found = byKey(levels, 'sought', 'sought');
      return {
        ...rateDraft(overTwentyRate, levels, context),
        table: {
          columns: [
            { name: 'secured', label: 'Type of placement', kind: 'dimension' },
            ...rateColumns(overTwentyRate, context),
          ],
          rows: typeValues.map((secured) => ({
            secured,
            ...sideCells(overTwentyRate, sideCounts(found.get(secured) ?? [], context), context),
          })),
        },
        charts: [{ ...intervalChart('secured', context), anchors: typeAnchors }],
      };
    },
    headline: (tables, context) => rateSentence(tables, context, overTwentyRate.say),
  },
  ['overview', 'distance', 'pack'],
);

/** With the published share over 20 miles beside them. */
function anchored(charts: readonly Chart[]): readonly Chart[] {
  return charts.map((chart) =>
    chart.kind === 'interval' || chart.kind === 'line' ? { ...chart, anchors: overTwentyAnchors } : chart,
  );
}

const byAuthority = rateByAuthority(overTwentyRate);

export const distanceByLa: Measure = onDistance({
  ...byAuthority,
  id: 'distance-by-la',
  title: 'Distance from home, by authority',
  draft: (rows, context) => {
    const draft = byAuthority.draft(rows, context);
    const unknown = unknownTable(draft.table, distanceLevels(rows), context);
    return {
      ...draft,
      charts: anchored(draft.charts),
      extra: { ...draft.extra, unknown: { table: unknown, disclosure: { kind: 'rates' } } },
    };
  },
});

function unknownTable(table: Table, rows: ReturnType<typeof distanceLevels>, context: Context): Table {
  const found = byKey(rows, 'authority', 'la_code');
  const dimensions = table.columns.filter(({ kind }) => kind === 'dimension');
  return {
    columns: [...dimensions, ...rateColumns(unknownRate, context)],
    rows: table.rows.map(({ la_code = '', la = '' }) => ({
      la_code,
      la,
      ...sideCells(unknownRate, sideCounts(found.get(String(la_code)) ?? [], context), context),
    })),
  };
}

const trend = rateTrend(overTwentyRate);

export const distanceTrend: Measure = onDistance({
  ...trend,
  id: 'distance-trend',
  title: 'Distance from home, over time',
  draft: (rows, context) => {
    const draft = trend.draft(rows, context);
    return { ...draft, charts: anchored(draft.charts) };
  },
});
