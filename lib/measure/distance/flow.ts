/** From where to where: the journeys of the map and of the table equal to it. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import type { Column } from '@/lib/figure/figure';
import { category, checked, count } from '@/lib/measure/check';
import type { Context } from '@/lib/measure/context';
import { areaName } from '@/lib/measure/distance/area-name';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import type { Measure } from '@/lib/measure/measure';
import { numeric, placements, text, tooFew } from '@/lib/measure/words';
import { districtJourney } from '@/lib/place/journey';
import { loadedPlaces } from '@/lib/place/places';

/** More lines than this draw a thicket and say nothing; the rest are counted. */
const mostFlows = 400;

/** With one authority in view its own districts are the homes; with several, the authorities are. */
function homeColumn({ view, pool }: Context): 'homeDistrict' | 'home_la' {
  return view.authorities.length === 1 || pool.authorities.length === 1 ? 'homeDistrict' : 'home_la';
}

function flowQuery(context: Context): Query {
  const flows = (
    from: string,
    kind: string,
  ) => `(SELECT '${kind}' AS kind, ${from}::VARCHAR AS "from", placementLocation AS "to",
      any_value(placement_la)::VARCHAR AS area, sum(n)::DOUBLE AS n FROM cells
    WHERE ${from} IS NOT NULL AND placement_la IS NOT NULL GROUP BY ${from}, placementLocation
    ORDER BY n DESC, 2, 3 LIMIT ${mostFlows})`;
  const total = (kind: string, condition: string) =>
    `SELECT '${kind}', NULL, NULL, NULL, coalesce(sum(n) FILTER (${condition}), 0)::DOUBLE FROM cells`;
  return {
    sql: `WITH cells AS MATERIALIZED (
        SELECT ${homeColumn(context)} AS home, la_code, placementLocation, placement_la, count(*) AS n
        FROM kept WHERE slice <= 2 AND secured <> 'No placement recorded' GROUP BY ALL)
      ${flows('home', 'home')} UNION ALL ${flows('la_code', 'authority')}
      UNION ALL ${total('known', 'home IS NOT NULL AND placement_la IS NOT NULL')}
      UNION ALL ${total('nowhere', 'placement_la IS NULL')}
      UNION ALL ${total('homeless', 'home IS NULL AND placement_la IS NOT NULL')}`,
    parameters: [],
  };
}

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
  columns: ['la_code', 'secured', 'homeDistrict', 'home_la', 'placementLocation', 'placement_la'],
  definition: {
    words:
      'How many placements were made from each home authority (or home district, with one authority chosen) to each postcode district.',
    formula: 'n(home, placement district)',
    denominator: `Placements whose home and placement are both known; the ${mostFlows} largest flows.`,
    source: distanceSource,
  },
  subject: 'Placements',
  by: 'from home to placement district',
  queries: (context) => ({ flows: flowQuery(context) }),
  draft: (rows, context) => {
    const found = checked(rows, 'flows', { kind: v.string(), from: category, to: category, area: category, n: count });
    const total = (kind: string) => found.find((row) => row.kind === kind)?.n ?? 0;
    const fromHome = total('known') > 0;
    const flows = found.filter(({ kind }) => kind === (fromHome ? 'home' : 'authority'));
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
        { label: `Smaller flows than the ${mostFlows} shown`, n: all - shown },
      ].filter(({ n }) => n > 0),
      caveats: [distanceCaveats.boundary, distanceCaveats.notStock],
      warnings: fromHome
        ? []
        : ['No home is recorded in this view: the flows are from the placing authority, not from home.'],
    };
  },
  headline: ({ table, n }) => {
    const first = table.rows.find((row) => numeric(row.n) !== null);
    const largest = numeric(first?.n);
    if (!first || largest === null || largest === 0) return tooFew(n);
    return `The largest flow is from ${text(first.fromName)} to ${text(first.to)} in ${text(first.toName)}: ${placements(largest)}`;
  },
};
