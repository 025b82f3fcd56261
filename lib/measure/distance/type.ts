/** Distance by type of placement, and inside or outside the authority: two-way tables of the same cells. */
import type { Draft } from '@/lib/figure/figure';
import { percent } from '@/lib/figure/format';
import { boundaryAnchors } from '@/lib/measure/distance/anchor';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import { bandCount, dfeBandParts, distanceLevels, type Locality, placedCount } from '@/lib/measure/distance/cell';
import { bandsChart, crossedDisclosure, crossedTable, type Line } from '@/lib/measure/distance/crossed';
import { overTwentyRate } from '@/lib/measure/distance/over-20';
import { packedColumns, packedQueries } from '@/lib/measure/distance/packed';
import type { Measure } from '@/lib/measure/measure';
import { withChange } from '@/lib/measure/needs/change';
import { atLevel, byKey, type Counts, sideCounts } from '@/lib/measure/needs/level';
import { type Rate, rateChange, rateColumns, sideCells, totalTables } from '@/lib/measure/needs/rate';
import { intervalChart, spreadSentence } from '@/lib/measure/needs/rate-measure';
import { spoken, typeValues } from '@/lib/measure/needs/type';
import { sayable, tooFew } from '@/lib/measure/words';
import { dfeBands, fineBands } from '@/lib/place/band';

const common = {
  pages: ['distance'],
  basis: 'placement',
  columns: packedColumns,
  subject: 'Placements',
  queries: () => packedQueries,
} as const;

const bandHeadings = { name: 'distanceBand', label: 'Distance from home', headings: fineBands };

export const distanceByType: Measure = {
  ...common,
  id: 'distance-by-type',
  title: 'Distance from home, by type of placement',
  by: 'by type of placement',
  definition: {
    words: 'For each type of placement, how its placements spread over the bands of distance from home.',
    formula: 'n(type, band); share = n ÷ all placements of the type',
    denominator: 'All placements recorded, distance not known included.',
    source: distanceSource,
  },
  draft: (rows, context): Draft => {
    const levels = distanceLevels(rows);
    const found = byKey(levels, 'sought', 'sought');
    const sides = typeValues.map((secured) => ({ secured, counts: sideCounts(found.get(secured) ?? [], context) }));
    const lines: Line[] = sides.map(({ secured, counts }) => ({
      label: secured,
      counts: fineBands.map((_, band) => bandCount(counts.view, [band])),
    }));
    const all = sideCounts(atLevel(levels, 'all'), context);
    return {
      table: crossedTable({ name: 'secured', label: 'Type of placement' }, bandHeadings, lines),
      extra: {
        over20: {
          table: {
            columns: [
              { name: 'secured', label: 'Type of placement', kind: 'dimension' },
              ...rateColumns(overTwentyRate, context),
            ],
            rows: sides.map(({ secured, counts }) => ({ secured, ...sideCells(overTwentyRate, counts, context) })),
          },
          disclosure: { kind: 'rates' },
        },
        ...totalTables(overTwentyRate, all, context),
      },
      disclosure: crossedDisclosure('secured', 'distanceBand'),
      // Where a band of a type is hidden its whole bar is: the share beyond 20 miles may still be shown.
      charts: [
        bandsChart('secured', fineBands[2]),
        { ...intervalChart('secured', context), name: 'Over 20 miles', table: 'over20' },
      ],
      n: placedCount(all.view),
      exclusions: unplaced(all.view),
      caveats: [distanceCaveats.centroids, distanceCaveats.unknown],
      warnings: [],
    };
  },
  headline: ({ extra, n }) => {
    const said = (extra.over20?.rows ?? []).map((row) => ({ ...row, secured: spoken(String(row.secured)) }));
    const spread = spreadSentence(said, 'secured');
    return spread === null
      ? tooFew(n)
      : `More than 20 miles from home, of known distances: ${spread.charAt(0).toLowerCase()}${spread.slice(1)}`;
  },
};

function unplaced(counts: Counts): Draft['exclusions'] {
  const n = (counts.total ?? 0) - placedCount(counts);
  return n > 0 ? [{ label: 'No placement recorded', n }] : [];
}

const places: readonly (readonly [Locality, string])[] = [
  ['inside', 'Inside the placing authority'],
  ['outside', 'Outside the placing authority'],
  ['unknown', 'Placement location not known'],
];

const outsideRate: Pick<Rate, 'k' | 'n' | 'kLabel' | 'nLabel'> = {
  k: (counts) => bandCount(counts, [0, 1, 2, 3, 4, 5], ['outside']),
  n: (counts) => bandCount(counts, [0, 1, 2, 3, 4, 5], ['inside', 'outside']),
  kLabel: 'Outside the placing authority',
  nLabel: 'Placement location known',
};

export const distanceLocality: Measure = {
  ...common,
  id: 'distance-locality',
  title: 'Inside or outside the authority, and how far',
  by: 'by boundary and distance',
  definition: {
    words:
      'DfE’s six groups: whether the placement lies inside the boundary of the authority responsible for the child, by whether it is within 20 miles of home.',
    formula: 'n(inside or outside, band of 20 miles); share = n ÷ all on that side of the boundary',
    denominator: 'All placements recorded; those whose location is not known are a line of their own.',
    source: distanceSource,
  },
  draft: (rows, context): Draft => {
    const all = sideCounts(atLevel(distanceLevels(rows), 'all'), context);
    const lines: Line[] = places.map(([where, label]) => ({
      label,
      counts: dfeBandParts.map((bands) => bandCount(all.view, bands, [where])),
    }));
    return {
      table: crossedTable(
        { name: 'locality', label: 'Boundary' },
        { name: 'distanceBand', label: 'Distance from home', headings: dfeBands },
        lines,
      ),
      extra: totalTables(outsideRate, all, context),
      disclosure: crossedDisclosure('locality', 'distanceBand'),
      charts: [{ ...bandsChart('locality', dfeBands[0]), anchors: boundaryAnchors }],
      n: placedCount(all.view),
      exclusions: unplaced(all.view),
      caveats: [distanceCaveats.boundary, distanceCaveats.centroids, distanceCaveats.unknown],
      warnings: [],
    };
  },
  headline: (tables, context) => {
    const share = sayable(tables.extra.total?.rows[0]);
    if (share === null) return tooFew(tables.n);
    return withChange(
      `${percent(share)} of placements were outside the placing authority`,
      rateChange(tables, context),
      context,
    );
  },
};
