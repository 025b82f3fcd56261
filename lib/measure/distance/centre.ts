/** A separate figure, plainly labelled: how far placements are from the middle of the placing authority. Never from home. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import { percent } from '@/lib/figure/format';
import { checked, count } from '@/lib/measure/check';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import type { Measure } from '@/lib/measure/measure';
import { rateCells } from '@/lib/measure/needs/rate';
import { sayable, tooFew } from '@/lib/measure/words';
import { fineBandSql } from '@/lib/place/band';
import { authorityCentres } from '@/lib/place/centre';
import { metresInMile } from '@/lib/place/locate';

const centres = authorityCentres
  .map(({ code, easting, northing }) => `('${code}', ${easting}, ${northing})`)
  .join(', ');

const query: Query = {
  sql: `WITH cells AS MATERIALIZED (
      SELECT la_code, placementLocation, secured <> 'No placement recorded' AS placed, count(*) AS n
      FROM kept WHERE slice <= 2 GROUP BY ALL),
    centre(code, easting, northing) AS (VALUES ${centres}),
    measured AS (SELECT placed, n, floor(sqrt((place.easting - centre.easting) ** 2 + (place.northing - centre.northing) ** 2)
        / ${metresInMile} * 10 + 0.5) / 10 AS miles
      FROM cells LEFT JOIN centre ON centre.code = cells.la_code::VARCHAR
      LEFT JOIN placement_place AS place ON place.text = cells.placementLocation)
    SELECT placed, ${fineBandSql('miles')} AS band, sum(n)::DOUBLE AS n FROM measured GROUP BY ALL`,
  parameters: [],
};

const labels = [
  'Up to 5 miles from the centre',
  'More than 5 to 10 miles from the centre',
  'More than 10 to 20 miles from the centre',
  'More than 20 to 50 miles from the centre',
  'More than 50 miles from the centre',
  'Placement location not known',
];

export const distanceCentre: Measure = {
  id: 'distance-centre',
  title: 'Distance from the centre of the placing authority',
  pages: ['distance'],
  basis: 'placement',
  columns: ['la_code', 'secured', 'placementLocation'],
  definition: {
    words:
      'Where homes are not recorded: how far placements are from the middle of the placing authority (the mean position of its postcodes). It is not the distance from home and is never mixed with it.',
    formula: '√(ΔE² + ΔN²) ÷ 1000 ÷ 1.6093 miles, from the authority’s centre to the placement district’s',
    denominator: 'All placements recorded.',
    source: distanceSource,
  },
  subject: 'Placements',
  by: 'by distance from the centre of the placing authority',
  queries: () => ({ centre: query }),
  draft: (rows) => {
    const cells = checked(rows, 'centre', { placed: v.boolean(), band: count, n: count });
    const sum = (wanted: (cell: (typeof cells)[number]) => boolean) =>
      cells.reduce((total, cell) => (wanted(cell) ? total + cell.n : total), 0);
    const n = sum(({ placed }) => placed);
    const known = sum(({ placed, band }) => placed && band < 5);
    const unplaced = sum(({ placed }) => !placed);
    const rates = [
      { name: 'k', label: 'Placements', kind: 'count' },
      { name: 'n', label: 'All placements', kind: 'count' },
      { name: 'rate', label: 'Share', kind: 'rate' },
      { name: 'lower', label: '95% interval from', kind: 'rate' },
      { name: 'upper', label: 'to', kind: 'rate' },
    ] as const;
    return {
      table: {
        columns: [{ name: 'centreBand', label: 'From the centre of the authority', kind: 'dimension' }, ...rates],
        rows: labels.map((centreBand, band) => ({
          centreBand,
          ...rateCells(
            sum((cell) => cell.placed && cell.band === band),
            n,
          ),
        })),
      },
      extra: {
        total: {
          table: {
            columns: rates,
            rows: [
              rateCells(
                sum(({ placed, band }) => placed && (band === 3 || band === 4)),
                known,
              ),
            ],
          },
          disclosure: { kind: 'rates' },
        },
      },
      disclosure: { kind: 'rates' },
      charts: [{ kind: 'bar', label: 'centreBand', value: 'rate', layout: 'single', format: 'percent' }],
      n,
      exclusions: unplaced > 0 ? [{ label: 'No placement recorded', n: unplaced }] : [],
      caveats: [distanceCaveats.centre],
      warnings: [],
    };
  },
  headline: ({ extra, n }) => {
    const share = sayable(extra.total?.rows[0]);
    if (share === null) return tooFew(n);
    return `${percent(share)} of placements were more than 20 miles from the centre of the placing authority (not from home)`;
  },
};
