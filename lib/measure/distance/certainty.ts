/** The share over 20 miles with its band of certainty: what centres of districts can and cannot tell. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import type { Column, TableRow } from '@/lib/figure/figure';
import { percent } from '@/lib/figure/format';
import { amount, category, checked, count } from '@/lib/measure/check';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import type { Measure } from '@/lib/measure/measure';
import { noPlacements } from '@/lib/measure/needs/rate';
import { typeValues } from '@/lib/measure/needs/type';
import { sayable, tooFew } from '@/lib/measure/words';
import { shareBandOf } from '@/lib/method/distance-share';
import { normalBelow } from '@/lib/method/normal';

/** z is counted in hundredths: a chance is then within 0.002 of its own, and their sum far nearer. */
const steps = 100;
const farZ = 6;

const query: Query = {
  sql: `SELECT secured::VARCHAR AS secured, distanceMiles > 20 AS far,
      CASE WHEN distanceSigma > 0 THEN round(least(${farZ}, greatest(-${farZ}, (distanceMiles - 20) / distanceSigma)) * ${steps})::INTEGER END AS z,
      count(*)::DOUBLE AS n
    FROM kept WHERE slice <= 2 AND secured <> 'No placement recorded' GROUP BY ALL`,
  parameters: [],
};

interface ZCell {
  readonly secured: string | null;
  readonly far: boolean | null;
  readonly z: number | null;
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
function chance({ z, far }: ZCell): number {
  return z === null ? Number(far) : normalBelow(z / steps);
}

function bandCells(cells: readonly ZCell[]): TableRow {
  const known = cells.filter(({ far }) => far !== null);
  const k = known.reduce((sum, cell) => (cell.far ? sum + cell.n : sum), 0);
  const n = known.reduce((sum, cell) => sum + cell.n, 0);
  const band = shareBandOf(known.map((cell) => ({ p: chance(cell), count: cell.n })));
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
  columns: ['secured', 'distanceMiles', 'distanceSigma'],
  definition: {
    words:
      'Most distances run between the middles of postcode districts, so a placement near 20 miles may really lie on the other side. Each counts by its own chance of being over 20 miles; the band is where the true share most likely lies.',
    formula: 'p = Φ((d − 20) ÷ σ), σ = ½√(r₁² + r₂²); share = Σp ÷ n, band ± 1.96 √Σp(1 − p) ÷ n',
    denominator: 'Placements recorded with a known distance. A recorded distance has no error of this kind.',
    source: distanceSource,
  },
  subject: 'Placements with a known distance from home',
  by: 'by type of placement',
  queries: () => ({ certainty: query }),
  draft: (rows) => {
    const cells = checked(rows, 'certainty', { secured: category, far: v.nullable(v.boolean()), z: amount, n: count });
    const total = bandCells(cells);
    const unknown = cells.reduce((sum, cell) => (cell.far === null ? sum + cell.n : sum), 0);
    const disclosure = { kind: 'derived', counts: ['k', 'n'] } as const;
    return {
      table: {
        columns,
        rows: typeValues.map((secured) => ({
          secured,
          ...bandCells(cells.filter((cell) => cell.secured === secured)),
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
    return `About ${percent(share)} of placements are more than 20 miles from home${band}`;
  },
};
