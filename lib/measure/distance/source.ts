/** Where the distances come from, and why some are not known: how sure every other figure here is. */
import type { Query } from '@/lib/database/database';
import type { Column } from '@/lib/figure/figure';
import { percent } from '@/lib/figure/format';
import { category, checked, count } from '@/lib/measure/check';
import { distanceCaveats } from '@/lib/measure/distance/caveat';
import { packedColumns, packedQueries, packedScan } from '@/lib/measure/distance/packed';
import type { Measure } from '@/lib/measure/measure';
import { rateCells } from '@/lib/measure/needs/rate';
import { sayable, text, tooFew } from '@/lib/measure/words';

const query: Query = {
  sql: `SELECT distanceReason AS reason, count(*)::DOUBLE AS n FROM kept
    WHERE slice <= 2 AND distanceMiles IS NULL AND secured <> 'No placement recorded' GROUP BY 1`,
  parameters: [],
};

/** The pool's word for a source → what a reader is told, best first. */
const sources = {
  recorded: 'Recorded in the file',
  SSDA903: 'From the authority’s SSDA903 return',
  postcode: 'Home postcode to placement district',
  sector: 'Home postcode sector to placement district',
  district: 'Home district to placement district',
  none: 'Not known',
} as const;

const columns = (name: string, label: string): readonly Column[] => [
  { name, label, kind: 'dimension' },
  { name: 'k', label: 'Placements', kind: 'count' },
  { name: 'n', label: 'All placements', kind: 'count' },
  { name: 'rate', label: 'Share', kind: 'rate' },
  { name: 'lower', label: '95% interval from', kind: 'rate', hidden: true },
  { name: 'upper', label: 'to', kind: 'rate', hidden: true },
];

export const distanceSources: Measure = {
  id: 'distance-sources',
  title: 'Where the distances come from',
  pages: ['distance'],
  basis: 'placement',
  columns: [...packedColumns, 'distanceReason'],
  definition: {
    words:
      'How each distance was reached: recorded in the file, from the SSDA903 return, or worked out from the home’s postcode, sector or district. Where it is not known, the reason.',
    formula: 'placements of a source ÷ all placements',
    denominator: 'All placements recorded.',
    source: 'Worked out when the file is loaded; the best source each placement has',
  },
  subject: 'Placements',
  by: 'by source of the distance',
  queries: () => ({ ...packedQueries, reasons: query }),
  draft: (rows) => {
    const { bySource, labels } = packedScan(rows);
    const placed = (source: string) => bySource[8 + labels.source.indexOf(source)] ?? 0;
    const n = bySource.subarray(8).reduce((sum, of) => sum + of, 0);
    const unplaced = bySource.subarray(0, 8).reduce((sum, of) => sum + of, 0);
    const reasons = checked(rows, 'reasons', { reason: category, n: count }).map(
      ({ reason, n: of }) => [reason ?? 'Reason not given', of] as const,
    );
    const sorted = reasons.toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b));
    return {
      table: {
        columns: columns('distanceSource', 'Source'),
        rows: Object.entries(sources).map(([source, distanceSource]) => ({
          distanceSource,
          ...rateCells(placed(source), n),
        })),
      },
      extra: {
        reasons: {
          table: {
            columns: columns('reason', 'Why it is not known'),
            rows: sorted.map(([reason, k]) => ({ reason, ...rateCells(k, n) })),
          },
          disclosure: { kind: 'rates' },
        },
      },
      disclosure: { kind: 'rates' },
      charts: [{ kind: 'bar', label: 'distanceSource', value: 'rate', layout: 'single', format: 'percent' }],
      n,
      exclusions: unplaced > 0 ? [{ label: 'No placement recorded', n: unplaced }] : [],
      caveats: [distanceCaveats.unknown, distanceCaveats.centroids],
      warnings: [],
    };
  },
  headline: ({ table, n }) => {
    const unknown = sayable(table.rows.find((row) => text(row.distanceSource) === sources.none));
    if (unknown === null) return tooFew(n);
    return unknown === 0
      ? 'Every placement has a distance from home'
      : `The distance from home is known for ${percent(1 - unknown)} of placements`;
  },
};
