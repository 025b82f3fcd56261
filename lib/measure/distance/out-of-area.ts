/** Placements outside the area: sought there, and why; or not sought there but made there. And the preferred location. */

import type { Column, Draft } from '@/lib/figure/figure';
import { percent } from '@/lib/figure/format';
import { type AreaCell, areaCells, cellSum } from '@/lib/measure/distance/area';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import { bandsChart, crossedDisclosure, crossedTable, type Line, shareChart } from '@/lib/measure/distance/crossed';
import { packedColumns, packedQueries } from '@/lib/measure/distance/packed';
import type { Measure } from '@/lib/measure/measure';
import { rateCells } from '@/lib/measure/needs/rate';
import { numeric, sayable, text, tooFew } from '@/lib/measure/words';
import { fineBands } from '@/lib/place/band';

const rateHeadings: readonly Column[] = [
  { name: 'k', label: 'Placements', kind: 'count' },
  { name: 'n', label: 'of', kind: 'count' },
  { name: 'rate', label: 'Rate', kind: 'rate' },
  { name: 'lower', label: '95% interval from', kind: 'rate' },
  { name: 'upper', label: 'to', kind: 'rate' },
];

const common = {
  pages: ['distance'],
  basis: 'placement',
  columns: packedColumns,
  subject: 'Placements',
  queries: () => packedQueries,
} as const;

function basis(cells: readonly AreaCell[]): Pick<Draft, 'n' | 'exclusions' | 'warnings'> {
  const unplaced = cellSum(cells, (cell) => !cell.placed);
  return {
    n: cellSum(cells, (cell) => cell.placed),
    exclusions: unplaced > 0 ? [{ label: 'No placement recorded', n: unplaced }] : [],
    warnings: [],
  };
}

const soughtLocal = 'Sought in the area';
const noReason = 'Sought outside: reason not given';
const reasons = ['Safeguarding concerns', 'Bail conditions', 'Court order', 'Other'] as const;
const placeHeadings = ['Placed inside the authority', 'Placed outside it'];

function soughtLabel({ local, reason }: AreaCell): string {
  if (local === null) return 'Not recorded';
  if (local === 1) return soughtLocal;
  return reason === null ? noReason : `Sought outside: ${reason.toLowerCase()}`;
}

const soughtLabels = [
  soughtLocal,
  ...reasons.map((reason) => `Sought outside: ${reason.toLowerCase()}`),
  noReason,
  'Not recorded',
];

export const distanceOutOfArea: Measure = {
  ...common,
  id: 'distance-out-of-area',
  title: 'Outside the area: sought, or not sought',
  subject: 'Placements whose location is known',
  by: 'by what was sought and where the placement was made',
  definition: {
    words:
      'Whether a placement in the area was sought, the reason where it was not, and whether the placement was made inside the placing authority.',
    formula: 'n(sought, placed); share = n ÷ all sought so',
    denominator:
      'Placements whose location is known; preference not recorded is shown as such. Left out: placement location not known, no placement.',
    source: 'Placements Data Standard (June 2026): is_preferred_location_local, out_of_LA_reason',
  },
  draft: (rows) => {
    const all = areaCells(rows);
    const { n: placed, exclusions, warnings } = basis(all);
    // Left out rather than a third place: hiding the few of each line would hide the many beside them.
    const cells = all.filter((cell) => cell.placed && cell.inside !== null);
    const known = cellSum(cells);
    const nowhere = { label: 'placement location not known', n: placed - known };
    const lines: Line[] = soughtLabels.map((label) => {
      const own = cells.filter((cell) => soughtLabel(cell) === label);
      return { label, counts: [1, 0].map((inside) => cellSum(own, (cell) => cell.inside === inside)) };
    });
    const k = cellSum(cells, ({ local, inside }) => local === 1 && inside === 0);
    const n = cellSum(cells, ({ local, inside }) => local !== null && inside === 0);
    return {
      table: crossedTable(
        { name: 'soughtPlace', label: 'What was sought' },
        { name: 'placedPlace', label: 'Where the placement was made', headings: placeHeadings },
        lines,
      ),
      extra: {
        notSought: {
          table: { columns: rateHeadings, rows: [rateCells(k, n)] },
          disclosure: { kind: 'rates' },
        },
      },
      disclosure: crossedDisclosure('soughtPlace', 'placedPlace'),
      charts: [shareChart('soughtPlace', 'placedPlace')],
      n: known,
      exclusions: nowhere.n > 0 ? [nowhere, ...exclusions] : exclusions,
      warnings,
      caveats: [distanceCaveats.boundary, distanceCaveats.notStock],
    };
  },
  headline: ({ table, extra, n }) => {
    const share = sayable(extra.notSought?.rows[0]);
    if (share === null) return tooFew(n);
    const away = table.rows.find((row) => row.soughtPlace === soughtLocal && row.placedPlace === placeHeadings[1]);
    const ofSought = numeric(away?.share);
    const whole = `${percent(share)} of those made outside the authority`;
    return ofSought === null
      ? `${whole} had been sought inside the area`
      : `${percent(ofSought)} of placements sought in the area were made outside the authority; they are ${whole}`;
  },
};

const preferences: readonly (readonly [number | null, string])[] = [
  [1, 'In the preferred location'],
  [0, 'Not in the preferred location'],
  [null, 'Preference not recorded'],
];

export const distanceByPreference: Measure = {
  ...common,
  id: 'distance-by-preference',
  title: 'Distance from home, by preferred location',
  by: 'by whether the location was the preferred one',
  definition: {
    words: 'How far from home placements were, for those in the location that was preferred and those that were not.',
    formula: 'n(preferred or not, band); share = n ÷ all so preferred',
    denominator: 'All placements recorded; distance and preference not recorded are shown as such.',
    source: distanceSource,
  },
  draft: (rows) => {
    const all = areaCells(rows);
    const cells = all.filter(({ placed }) => placed);
    const lines: Line[] = preferences.map(([preferred, label]) => {
      const own = cells.filter((cell) => cell.preferred === preferred);
      return { label, counts: fineBands.map((_, band) => cellSum(own, (cell) => cell.band === band)) };
    });
    const over = preferences.slice(0, 2).map(([preferred, preference]) => {
      const own = cells.filter((cell) => cell.preferred === preferred && cell.band < 5);
      return {
        preference,
        ...rateCells(
          cellSum(own, ({ band }) => band >= 3),
          cellSum(own),
        ),
      };
    });
    const preference = { name: 'preference', label: 'Location' } as const;
    return {
      table: crossedTable(
        preference,
        { name: 'distanceBand', label: 'Distance from home', headings: fineBands },
        lines,
      ),
      extra: {
        over20: {
          table: { columns: [{ ...preference, kind: 'dimension' }, ...rateHeadings], rows: over },
          disclosure: { kind: 'rates' },
        },
      },
      disclosure: crossedDisclosure('preference', 'distanceBand'),
      charts: [bandsChart('preference', fineBands[2])],
      ...basis(all),
      caveats: [distanceCaveats.centroids, distanceCaveats.unknown],
    };
  },
  headline: ({ extra, n }) => {
    const [yes, no] = ['In the preferred location', 'Not in the preferred location'].map((label) =>
      sayable(extra.over20?.rows.find((row) => text(row.preference) === label)),
    );
    if (typeof yes !== 'number' || typeof no !== 'number') return tooFew(n);
    return `More than 20 miles from home: ${percent(yes)} of placements in the preferred location, ${percent(no)} of the others`;
  },
};
