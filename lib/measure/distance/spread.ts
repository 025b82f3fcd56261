/** How distances spread, by type: medians, quartiles and tails, because a mean alone misleads. */
import type { Column, TableRow } from '@/lib/figure/figure';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import { packedColumns, packedQueries, packedScan } from '@/lib/measure/distance/packed';
import { type Tally, tallyMean, tallyQuantiles } from '@/lib/measure/distance/tally';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { spoken, typeValues } from '@/lib/measure/needs/type';
import { numeric, text } from '@/lib/measure/words';
import { spreadShares } from '@/lib/method/grouped-spread';

/** Distances are kept to a tenth of a mile, so whole tenths lose nothing. */
function tallies(rows: RowsByQuery): { known: readonly (Tally & { readonly secured: string })[]; unknown: number } {
  const { byTenths, labels } = packedScan(rows);
  const known: (Tally & { secured: string })[] = [];
  let unknown = 0;
  byTenths.forEach((n, at) => {
    const tenths = at & 8191;
    if (tenths === 8191) unknown += n;
    else if (n > 0) known.push({ secured: labels.secured[at >>> 13] ?? '', value: tenths / 10, n });
  });
  return { known, unknown };
}

const columns: readonly Column[] = [
  { name: 'secured', label: 'Type of placement', kind: 'dimension' },
  { name: 'n', label: 'Distance known', kind: 'count' },
  { name: 'median', label: 'Median', kind: 'miles' },
  { name: 'q1', label: 'Lower quartile', kind: 'miles' },
  { name: 'q3', label: 'Upper quartile', kind: 'miles' },
  { name: 'p10', label: '10th percentile', kind: 'miles' },
  { name: 'p90', label: '90th percentile', kind: 'miles' },
  { name: 'mean', label: 'Mean', kind: 'miles' },
];

const tooFewMiles = { symbol: 'u', reason: 'Too few placements to give this' } as const;

/** Fewest placements behind each statistic (methods §2). */
function spreadCells(tallies: readonly Tally[]): TableRow {
  const n = tallies.reduce((sum, tally) => sum + tally.n, 0);
  const [p10, q1, median, q3, p90] = tallyQuantiles(tallies, spreadShares);
  const from = (fewest: number, value: number | undefined) => (n < fewest || value === undefined ? tooFewMiles : value);
  return {
    n,
    median: from(5, median),
    q1: from(10, q1),
    q3: from(10, q3),
    p10: from(20, p10),
    p90: from(20, p90),
    // No minimum of its own, as for costs; what is shared hides it below the same number as a median.
    mean: from(1, tallyMean(tallies)),
  };
}

export const distanceSpread: Measure = {
  id: 'distance-spread',
  title: 'How distances from home spread',
  pages: ['distance'],
  basis: 'placement',
  columns: packedColumns,
  definition: {
    words:
      'Half of placements are nearer home than the median; half lie between the quartiles; one in ten is farther than the 90th percentile. The mean is pulled up by a few very distant ones.',
    formula: 'n, median, quartiles, 10th and 90th percentiles and mean of the distance in miles',
    denominator: 'Placements recorded with a known distance from home.',
    source: `${distanceSource}; quantiles by linear interpolation (Hyndman & Fan 1996, type 7)`,
  },
  subject: 'Placements with a known distance from home',
  by: 'by type of placement',
  queries: () => packedQueries,
  draft: (rows) => {
    const { known, unknown } = tallies(rows);
    return {
      table: {
        columns,
        rows: typeValues.map((secured) => ({
          secured,
          ...spreadCells(known.filter((cell) => cell.secured === secured)),
        })),
      },
      extra: {
        total: {
          table: { columns: columns.slice(1), rows: [spreadCells(known)] },
          disclosure: { kind: 'costs' },
        },
      },
      disclosure: { kind: 'costs' },
      charts: [{ kind: 'box', label: 'secured', format: 'miles' }],
      n: known.reduce((sum, { n }) => sum + n, 0),
      exclusions: unknown > 0 ? [{ label: 'Distance not known or not recorded', n: unknown }] : [],
      caveats: [distanceCaveats.centroids, distanceCaveats.straight],
      warnings: [],
    };
  },
  headline: ({ table }) => {
    const said = table.rows.flatMap((row) => {
      const [median, tail] = [numeric(row.median), numeric(row.p90)];
      return median === null ? [] : [{ type: spoken(text(row.secured)), median, tail }];
    });
    const farthest = said.toSorted((a, b) => b.median - a.median)[0];
    if (!farthest) return 'Too few placements with a known distance to give a median';
    const tail = farthest.tail === null ? '' : `, and one in ten more than ${Math.round(farthest.tail)} miles`;
    return `Half of ${farthest.type} placements are more than ${Math.round(farthest.median)} miles from home${tail}`;
  },
};
