/** One query behind the figures of where from and where to: cells once, then flows and the centres from the few cells. */
import type { Query } from '@/lib/database/database';
import type { KeptColumn } from '@/lib/measure/column';
import type { Context } from '@/lib/measure/context';
import { fineBandSql } from '@/lib/place/band';
import { authorityCentres } from '@/lib/place/centre';
import { metresInMile } from '@/lib/place/locate';

export const journeyColumns: readonly KeptColumn[] = [
  'la_code',
  'secured',
  'homeDistrict',
  'home_la',
  'placementLocation',
  'placement_la',
];

/** More lines than this draw a thicket and say nothing; the rest are counted. */
export const mostFlows = 400;

/** With one authority in view its own districts are the homes; with several, the authorities are. */
export function homeColumn({ view, pool }: Context): 'homeDistrict' | 'home_la' {
  return view.authorities.length === 1 || pool.authorities.length === 1 ? 'homeDistrict' : 'home_la';
}

const centres = authorityCentres
  .map(({ code, easting, northing }) => `('${code}', ${easting}, ${northing})`)
  .join(', ');

/** The largest flows of one kind of start: `home` or `authority`. */
function flows(from: string, kind: string): string {
  return `(SELECT '${kind}' AS kind, ${from}::VARCHAR AS "from", placementLocation AS "to",
      any_value(placement_la)::VARCHAR AS area, NULL::INTEGER AS band, sum(n)::DOUBLE AS n FROM cells
    WHERE placed AND ${from} IS NOT NULL AND placement_la IS NOT NULL GROUP BY ${from}, placementLocation
    ORDER BY n DESC, 2, 3 LIMIT ${mostFlows})`;
}

function total(kind: string, condition: string): string {
  return `SELECT '${kind}', NULL, NULL, NULL, NULL, coalesce(sum(n) FILTER (${condition}), 0)::DOUBLE FROM cells`;
}

const miles = `floor(sqrt((place.easting - centre.easting) ** 2 + (place.northing - centre.northing) ** 2)
  / ${metresInMile} * 10 + 0.5) / 10`;

/** Rows `kind, from, to, area, band, n`; `placement_place` is the loader's list of where placements lie. */
export function journeyQuery(context: Context): Query {
  return {
    sql: `WITH cells AS MATERIALIZED (
        SELECT ${homeColumn(context)} AS home, la_code, placementLocation, placement_la,
          secured <> 'No placement recorded' AS placed, count(*) AS n FROM kept WHERE slice <= 2 GROUP BY ALL),
      centre(code, easting, northing) AS (VALUES ${centres}),
      measured AS (SELECT n, ${miles} AS miles FROM cells LEFT JOIN centre ON centre.code = cells.la_code::VARCHAR
        LEFT JOIN placement_place AS place ON place.text = cells.placementLocation WHERE placed)
      ${flows('home', 'home')} UNION ALL ${flows('la_code', 'authority')}
      UNION ALL ${total('known', 'placed AND home IS NOT NULL AND placement_la IS NOT NULL')}
      UNION ALL ${total('nowhere', 'placed AND placement_la IS NULL')}
      UNION ALL ${total('homeless', 'placed AND home IS NULL AND placement_la IS NOT NULL')}
      UNION ALL ${total('unplaced', 'NOT placed')}
      UNION ALL SELECT 'centre', NULL, NULL, NULL, ${fineBandSql('miles')}::INTEGER, sum(n)::DOUBLE FROM measured GROUP BY 5`,
    parameters: [],
  };
}
