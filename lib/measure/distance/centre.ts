/** A separate figure, plainly labelled: how far placements are from the middle of the placing authority. Never from home. */
import { percent } from '@/lib/figure/format';
import type { Context } from '@/lib/measure/context';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import { journeyColumns, journeyQueries } from '@/lib/measure/distance/journey-query';
import { journeys } from '@/lib/measure/distance/journeys';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { rateCells } from '@/lib/measure/needs/rate';
import { sayable, tooFew } from '@/lib/measure/words';
import { bandUpTo } from '@/lib/place/band';
import { authorityCentres } from '@/lib/place/centre';
import { milesBetween } from '@/lib/place/locate';
import { loadedPlaces, loadPlaces } from '@/lib/place/places';

const bandLabels = [
  'Up to 5 miles from the centre',
  'More than 5 to 10 miles from the centre',
  'More than 10 to 20 miles from the centre',
  'More than 20 to 50 miles from the centre',
  'More than 50 miles from the centre',
  'Placement location not known',
];

/** Placements by fine band of the distance from their authority's centre; the last is not known. */
function centreBands(rows: RowsByQuery, context: Context): { bands: readonly number[]; unplaced: number } {
  const found = journeys(rows, context);
  const places = loadedPlaces();
  const centres = new Map(authorityCentres.map((centre) => [centre.code, centre]));
  const bands = bandLabels.map(() => 0);
  for (const { authority, district, n } of found.ends()) {
    const from = centres.get(authority);
    const to = places?.districts.get(district);
    // A district of PO boxes is nowhere, here as on the rest of the page.
    const band = from && to && !to.boxes ? bandUpTo(milesBetween(from, to)) : 5;
    bands[band] = (bands[band] ?? 0) + n;
  }
  return { bands, unplaced: found.unplaced };
}

export const distanceCentre: Measure = {
  id: 'distance-centre',
  title: 'Distance from the centre of the placing authority',
  pages: ['distance'],
  basis: 'placement',
  columns: journeyColumns,
  definition: {
    words:
      'Where homes are not recorded: how far placements are from the middle of the placing authority (the mean position of its postcodes). It is not the distance from home and is never mixed with it.',
    formula: '√(ΔE² + ΔN²) ÷ 1000 ÷ 1.6093 miles, from the authority’s centre to the placement district’s',
    denominator: 'All placements recorded.',
    source: distanceSource,
  },
  subject: 'Placements',
  by: 'by distance from the centre of the placing authority',
  queries: journeyQueries,
  fetch: loadPlaces,
  draft: (rows, context) => {
    const { bands, unplaced } = centreBands(rows, context);
    const n = bands.reduce((sum, of) => sum + of, 0);
    const known = n - (bands[5] ?? 0);
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
        rows: bandLabels.map((centreBand, band) => ({
          centreBand,
          ...rateCells(bands[band] ?? 0, n),
        })),
      },
      extra: {
        total: {
          table: {
            columns: rates,
            rows: [rateCells((bands[3] ?? 0) + (bands[4] ?? 0), known)],
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
