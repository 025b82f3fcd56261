/** The share over 20 miles with its band of certainty: what centres of districts can and cannot tell. */
import type { Column, TableRow } from '@/lib/figure/figure';
import { percent } from '@/lib/figure/format';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import { packedColumns, packedQueries, packedScan } from '@/lib/measure/distance/packed';
import { chanceCodes, farZ, zSteps } from '@/lib/measure/distance/scan';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { noPlacements } from '@/lib/measure/needs/rate';
import { typeValues } from '@/lib/measure/needs/type';
import { sayable, tooFew } from '@/lib/measure/words';
import { shareBandOf } from '@/lib/method/distance-share';
import { normalBelow } from '@/lib/method/normal';

interface ChanceCell {
  readonly secured: string;
  /** Its chance of being over 20 miles; null where the distance is not known. */
  readonly p: number | null;
  readonly n: number;
}

const columns: readonly Column[] = [
  { name: 'secured', label: 'Type of placement', kind: 'dimension' },
  { name: 'k', label: 'More than 20 miles, as computed', kind: 'count' },
  { name: 'n', label: 'Distance known', kind: 'count' },
  { name: 'rate', label: 'As computed', kind: 'rate' },
  { name: 'expected', label: 'Expected', kind: 'rate' },
  { name: 'lower', label: 'Likely from', kind: 'rate' },
  { name: 'upper', label: 'to', kind: 'rate' },
];

/** A distance without an error (recorded) is over or not; one between centres is over with its own chance. */
function chanceCells(rows: RowsByQuery): readonly ChanceCell[] {
  const { byChance, labels } = packedScan(rows);
  const cells: ChanceCell[] = [];
  byChance.forEach((n, at) => {
    if (n === 0) return;
    const code = at & 4095;
    const certain = code === chanceCodes.over ? 1 : code === chanceCodes.under ? 0 : null;
    const p = code === chanceCodes.unknown ? null : (certain ?? normalBelow(code / zSteps - farZ));
    cells.push({ secured: labels.secured[at >>> 12] ?? '', p, n });
  });
  return cells;
}

/** How many placements of each type are over 20 miles as computed. */
function farCount(rows: RowsByQuery, secured: string | null): number {
  const { byTenths, labels } = packedScan(rows);
  return byTenths.reduce((sum, n, at) => {
    const tenths = at & 8191;
    const own = secured === null || labels.secured[at >>> 13] === secured;
    return own && tenths > 200 && tenths < 8191 ? sum + n : sum;
  }, 0);
}

function bandCells(cells: readonly ChanceCell[], k: number): TableRow {
  const known = cells.flatMap(({ p, n }) => (p === null ? [] : [{ p, count: n }]));
  const n = known.reduce((sum, { count }) => sum + count, 0);
  const band = shareBandOf(known);
  if (band === null) {
    return { k, n, rate: noPlacements, expected: noPlacements, lower: noPlacements, upper: noPlacements };
  }
  return { k, n, rate: k / n, expected: band.share, lower: band.lower, upper: band.upper };
}

export const distanceCertainty: Measure = {
  id: 'distance-certainty',
  title: 'How sure the share over 20 miles is',
  pages: ['distance'],
  basis: 'placement',
  columns: packedColumns,
  definition: {
    words:
      'Most distances run between the middles of postcode districts, so a placement near 20 miles may really lie on the other side. Each counts by its own chance of being over 20 miles; the band is where the true share most likely lies.',
    formula: 'p = Φ((d − 20) ÷ σ), σ = ½√(r₁² + r₂²); share = Σp ÷ n, band ± 1.96 √Σp(1 − p) ÷ n',
    denominator: 'Placements recorded with a known distance. A recorded distance has no error of this kind.',
    source: distanceSource,
  },
  subject: 'Placements with a known distance from home',
  by: 'by type of placement',
  queries: () => packedQueries,
  draft: (rows) => {
    const cells = chanceCells(rows);
    const total = bandCells(cells, farCount(rows, null));
    const unknown = cells.reduce((sum, { p, n }) => (p === null ? sum + n : sum), 0);
    const disclosure = { kind: 'derived', counts: ['k', 'n'] } as const;
    return {
      table: {
        columns,
        rows: typeValues.map((secured) => ({
          secured,
          ...bandCells(
            cells.filter((cell) => cell.secured === secured),
            farCount(rows, secured),
          ),
        })),
      },
      extra: { total: { table: { columns: columns.slice(1), rows: [total] }, disclosure } },
      disclosure,
      charts: [
        {
          kind: 'interval',
          label: 'secured',
          estimate: 'expected',
          lower: 'lower',
          upper: 'upper',
          format: 'percent',
          comparison: 'rate',
        },
      ],
      n: typeof total.n === 'number' ? total.n : 0,
      exclusions: unknown > 0 ? [{ label: 'Distance not known or not recorded', n: unknown }] : [],
      caveats: [distanceCaveats.centroids],
      warnings: [],
    };
  },
  headline: ({ extra, n }) => {
    const row = extra.total?.rows[0];
    const [share, lower, upper] = ['expected', 'lower', 'upper'].map((name) => sayable(row, name));
    if (typeof share !== 'number' || typeof lower !== 'number' || typeof upper !== 'number') return tooFew(n);
    const band =
      percent(lower) === percent(upper) ? '' : `, most likely between ${percent(lower)} and ${percent(upper)}`;
    return `About ${percent(share)} of placements with a known distance are more than 20 miles from home${band}`;
  },
};
