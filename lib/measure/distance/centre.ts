/** A separate figure, plainly labelled: how far placements are from the middle of the placing authority. Never from home. */
import * as v from 'valibot';
import { percent } from '@/lib/figure/format';
import { checked, count } from '@/lib/measure/check';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import { nameList, numberList } from '@/lib/measure/distance/check-list';
import { authorityLabels, districtText, journeyColumns, journeyQuery } from '@/lib/measure/distance/journey-query';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { rateCells } from '@/lib/measure/needs/rate';
import { sayable, tooFew } from '@/lib/measure/words';
import { bandUpTo } from '@/lib/place/band';
import { authorityCentres } from '@/lib/place/centre';
import { milesBetween } from '@/lib/place/locate';
import { loadedPlaces } from '@/lib/place/places';

const bandLabels = [
  'Up to 5 miles from the centre',
  'More than 5 to 10 miles from the centre',
  'More than 10 to 20 miles from the centre',
  'More than 20 to 50 miles from the centre',
  'More than 50 miles from the centre',
  'Placement location not known',
];

/** Placements by fine band of the distance from their authority's centre; the last is not known. */
function centreBands(rows: RowsByQuery): { bands: readonly number[]; unplaced: number } {
  const lists = { authorities: numberList, districts: numberList, sizes: numberList };
  const found = checked(rows, 'journeys', { kind: v.string(), n: count, ...lists });
  const [labels] = checked(rows, 'labels', { authority: nameList });
  const cells = found.find(({ kind }) => kind === 'cells');
  const [authorities, districts, sizes] = [cells?.authorities, cells?.districts, cells?.sizes].map(
    (list) => list?.toArray() ?? [],
  );
  const places = loadedPlaces();
  const centres = labels?.authority.map((code) => authorityCentres.find((centre) => centre.code === code)) ?? [];
  const bands = bandLabels.map(() => 0);
  Array.from(sizes ?? []).forEach((size, at) => {
    const from = centres[authorities?.[at] ?? -1];
    const to = places?.districts.get(districtText(districts?.[at] ?? 0));
    const band = from && to ? bandUpTo(milesBetween(from, to)) : 5;
    bands[band] = (bands[band] ?? 0) + size;
  });
  return { bands, unplaced: found.find(({ kind }) => kind === 'unplaced')?.n ?? 0 };
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
  queries: (context) => ({ journeys: journeyQuery(context), labels: authorityLabels }),
  draft: (rows) => {
    const { bands, unplaced } = centreBands(rows);
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
