/** From where to where: the journeys of the map and of the table equal to it. */
import * as v from 'valibot';
import type { Column } from '@/lib/figure/figure';
import { category, checked, count } from '@/lib/measure/check';
import { areaName } from '@/lib/measure/distance/area-name';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import { drawnFlows, largestRow, smallestFlow } from '@/lib/measure/distance/drawn-flow';
import { homeColumn, journeyColumns, journeyQuery, mostFlows } from '@/lib/measure/distance/journey-query';
import type { Measure } from '@/lib/measure/measure';
import { numeric, placements, text, tooFew } from '@/lib/measure/words';
import { districtJourney } from '@/lib/place/journey';
import { loadedPlaces } from '@/lib/place/places';

const columns = (fromLabel: string): readonly Column[] => [
  { name: 'from', label: 'From code', kind: 'dimension', hidden: true },
  { name: 'fromName', label: fromLabel, kind: 'dimension' },
  { name: 'to', label: 'Placement district', kind: 'dimension' },
  { name: 'toName', label: 'in', kind: 'dimension' },
  { name: 'n', label: 'Placements', kind: 'count' },
  { name: 'distance', label: 'About', kind: 'text' },
];

export const distanceFlows: Measure = {
  id: 'distance-flows',
  title: 'From home to placement',
  pages: ['distance'],
  basis: 'placement',
  columns: journeyColumns,
  definition: {
    words:
      'How many placements were made from each home authority (or home district, with one authority chosen) to each postcode district.',
    formula: 'n(home, placement district)',
    denominator: `Placements whose home and placement are both known; flows of ${smallestFlow} or more, the ${mostFlows} largest.`,
    source: distanceSource,
  },
  subject: 'Placements',
  by: 'from home to placement district',
  queries: (context) => ({ journeys: journeyQuery(context) }),
  draft: (rows, context) => {
    const found = checked(rows, 'journeys', {
      kind: v.string(),
      from: category,
      to: category,
      area: category,
      n: count,
    });
    const total = (kind: string) => found.find((row) => row.kind === kind)?.n ?? 0;
    const fromHome = total('known') > 0;
    const flows = drawnFlows(found.filter(({ kind }) => kind === (fromHome ? 'home' : 'authority')));
    const districts = fromHome && homeColumn(context) === 'homeDistrict';
    const shown = flows.reduce((sum, { n }) => sum + n, 0);
    const all = total('known') + (fromHome ? 0 : total('homeless'));
    const places = loadedPlaces();
    const label = districts ? 'Home district' : fromHome ? 'Home authority' : 'Placing authority';
    return {
      table: {
        columns: columns(label),
        rows: flows.map(({ from, to, area, n }) => ({
          from: from ?? '',
          fromName: districts ? (from ?? '') : areaName(from ?? ''),
          to: to ?? '',
          toName: areaName(area ?? ''),
          n,
          distance: districts ? districtJourney(from ?? '', to ?? '', places) : '',
        })),
      },
      disclosure: { kind: 'rounded', counts: ['n'] },
      charts: [{ kind: 'map', from: 'from', to: 'to', value: 'n' }],
      n: all,
      exclusions: [
        { label: 'Placement location not known', n: total('nowhere') },
        { label: 'Home not known', n: fromHome ? total('homeless') : 0 },
        {
          label: `Flows of fewer than ${smallestFlow} placements, or beyond the ${mostFlows} largest`,
          n: all - shown,
          counted: true,
        },
      ].filter(({ n }) => n > 0),
      caveats: [distanceCaveats.boundary, distanceCaveats.notStock],
      warnings: fromHome
        ? []
        : ['No home is recorded in this view: the flows are from the placing authority, not from home.'],
    };
  },
  headline: ({ table, n }) => {
    const first = largestRow(table.rows);
    const largest = numeric(first?.n);
    if (!first || largest === null) return n === 0 ? tooFew(n) : 'Every flow is too small to be shown';
    return `The largest flow is from ${text(first.fromName)} to ${text(first.to)} in ${text(first.toName)}: ${placements(largest)}`;
  },
};
