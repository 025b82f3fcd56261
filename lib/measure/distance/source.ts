/** Where the distances come from, and why some are not known: how sure every other figure here is. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import type { Column } from '@/lib/figure/figure';
import { percent } from '@/lib/figure/format';
import { category, checked, count } from '@/lib/measure/check';
import { distanceCaveats } from '@/lib/measure/distance/caveat';
import type { Measure } from '@/lib/measure/measure';
import { rateCells } from '@/lib/measure/needs/rate';
import { sayable, tooFew } from '@/lib/measure/words';

const query: Query = {
  sql: `SELECT secured <> 'No placement recorded' AS placed, distanceSource::VARCHAR AS source, distanceReason AS reason,
    count(*)::DOUBLE AS n FROM kept WHERE slice <= 2 GROUP BY ALL`,
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
  columns: ['secured', 'distanceSource', 'distanceReason'],
  definition: {
    words:
      'How each distance was reached: recorded in the file, from the SSDA903 return, or worked out from the home’s postcode, sector or district. Where it is not known, the reason.',
    formula: 'placements of a source ÷ all placements',
    denominator: 'All placements recorded.',
    source: 'Worked out when the file is loaded; the best source each placement has',
  },
  subject: 'Placements',
  by: 'by source of the distance',
  queries: () => ({ sources: query }),
  draft: (rows) => {
    const all = checked(rows, 'sources', { placed: v.boolean(), source: category, reason: category, n: count });
    const cells = all.filter(({ placed }) => placed);
    const sum = (list: typeof cells) => list.reduce((total, { n }) => total + n, 0);
    const n = sum(cells);
    const unknown = cells.filter(({ source }) => (source ?? 'none') === 'none');
    const reasons = new Map<string, number>();
    for (const { reason, n: of } of unknown) {
      const label = reason ?? 'Reason not given';
      reasons.set(label, (reasons.get(label) ?? 0) + of);
    }
    const sorted = [...reasons].sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
    const unplaced = sum(all) - n;
    return {
      table: {
        columns: columns('distanceSource', 'Source'),
        rows: Object.entries(sources).map(([source, distanceSource]) => ({
          distanceSource,
          ...rateCells(sum(cells.filter((cell) => (cell.source ?? 'none') === source)), n),
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
    const unknown = sayable(table.rows.at(-1));
    if (unknown === null) return tooFew(n);
    return unknown === 0
      ? 'Every placement has a distance from home'
      : `The distance from home is known for ${percent(1 - unknown)} of placements`;
  },
};
