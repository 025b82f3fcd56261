/** From where to where: the journeys of the map and of the table equal to it. */
import type { Column } from '@/lib/figure/figure';
import { areaName } from '@/lib/measure/distance/area-name';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import { cutWords, largestRow, sharedFlows, smallFlows } from '@/lib/measure/distance/drawn-flow';
import { homeColumn, journeyColumns, journeyQueries } from '@/lib/measure/distance/journey-query';
import { type Flow, journeys } from '@/lib/measure/distance/journeys';
import type { Measure } from '@/lib/measure/measure';
import { numeric, placements, text, tooFew } from '@/lib/measure/words';
import { districtJourney } from '@/lib/place/journey';
import { loadedPlaces, loadPlaces } from '@/lib/place/places';

/** What flows are from with one authority chosen: the heading of their column, by which the headline knows it too. */
const homeDistrict = 'Home district';

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
    denominator: `Placements whose home and placement are both known. ${cutWords}`,
    source: distanceSource,
  },
  subject: 'Placements',
  by: 'from home to placement district',
  queries: journeyQueries,
  fetch: loadPlaces,
  draft: (rows, context) => {
    const found = journeys(rows, context);
    const { fromHome, known, homeless, nowhere } = found;
    const districts = fromHome && homeColumn(context) === 'homeDistrict';
    const places = loadedPlaces();
    const table = (flows: readonly Flow[]) => ({
      columns: columns(districts ? homeDistrict : fromHome ? 'Home authority' : 'Placing authority'),
      rows: flows.map(({ from, to, area, n }) => ({
        from,
        fromName: districts ? from : areaName(from),
        to,
        toName: areaName(area),
        n,
        distance: districts ? districtJourney(from, to, places) : '',
      })),
    });
    const shared = sharedFlows(found.flows);
    const all = known + (fromHome ? 0 : homeless);
    const exclusions = [
      { label: 'Placement location not known', n: nowhere },
      { label: 'Home not known', n: fromHome ? homeless : 0 },
    ].filter(({ n }) => n > 0);
    return {
      table: table(shared),
      working: () => ({ table: table(found.flows(1)), exclusions }),
      disclosure: { kind: 'rounded', counts: ['n'] },
      charts: [{ kind: 'map', from: 'from', to: 'to', value: 'n' }],
      n: all,
      exclusions: [...exclusions, ...smallFlows(all, shared)],
      caveats: [distanceCaveats.boundary, distanceCaveats.notStock],
      warnings: fromHome
        ? []
        : ['No home is recorded in this view: the flows are from the placing authority, not from home.'],
    };
  },
  headline: ({ table, n }) => {
    const fromDistrict = table.columns.some(({ label }) => label === homeDistrict);
    // Where most children live is not news; who goes where from home is.
    const across = fromDistrict
      ? undefined
      : largestRow(table.rows.filter(({ fromName, toName }) => fromName !== toName));
    const first = across ?? largestRow(table.rows);
    const largest = numeric(first?.n);
    if (!first || largest === null) return n === 0 ? tooFew(n) : 'Every flow is too small to be shown';
    return `The largest flow${across ? ' from one authority to another' : ''} is from ${text(first.fromName)} to ${text(first.to)} in ${text(first.toName)}: ${placements(largest)}`;
  },
};
