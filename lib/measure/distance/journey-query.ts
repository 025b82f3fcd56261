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

/** Only those in the pool: a list of all 153 takes the engine 20 ms to plan. */
function centres({ pool }: Context): string {
  const present = new Set(pool.authorities.map(({ code }) => code));
  const rows = authorityCentres.filter(({ code }) => present.has(code));
  const values = rows.map(({ code, easting, northing }) => `('${code}', ${easting}, ${northing})`);
  return values.length > 0 ? values.join(', ') : "('', 0, 0)";
}

/** The largest flows of one kind of start: `home` or `authority`. */
function flows(from: string, kind: string, condition: string): string {
  return `(SELECT '${kind}' AS kind, ${from}::VARCHAR AS "from", placementLocation AS "to",
      any_value(placement_la)::VARCHAR AS area, NULL::INTEGER AS band, sum(n)::DOUBLE AS n FROM cells
    WHERE placed AND ${from} IS NOT NULL AND placement_la IS NOT NULL AND ${condition} GROUP BY ${from}, placementLocation
    ORDER BY n DESC, 2, 3 LIMIT ${mostFlows})`;
}

const counted = `CASE WHEN NOT placed THEN 'unplaced' WHEN placement_la IS NULL THEN 'nowhere'
  WHEN home IS NULL THEN 'homeless' ELSE 'known' END`;

/** Flows from the placing authority stand in only where no home at all is known. */
const homeless = 'NOT EXISTS (FROM cells WHERE placed AND home IS NOT NULL AND placement_la IS NOT NULL)';

const miles = `floor(sqrt((place.easting - centre.easting) ** 2 + (place.northing - centre.northing) ** 2)
  / ${metresInMile} * 10 + 0.5) / 10`;

/** Rows `kind, from, to, area, band, n`; `placement_place` is the loader's list of where placements lie. */
export function journeyQuery(context: Context): Query {
  return {
    sql: `WITH cells AS MATERIALIZED (
        SELECT ${homeColumn(context)} AS home, la_code, placementLocation, placement_la,
          secured <> 'No placement recorded' AS placed, count(*) AS n FROM kept WHERE slice <= 2 GROUP BY ALL),
      centre(code, easting, northing) AS (VALUES ${centres(context)}),
      measured AS (SELECT n, ${miles} AS miles FROM cells LEFT JOIN centre ON centre.code = cells.la_code::VARCHAR
        LEFT JOIN placement_place AS place ON place.text = cells.placementLocation WHERE placed)
      ${flows('home', 'home', 'true')}
      UNION ALL ${flows('la_code', 'authority', homeless)}
      UNION ALL SELECT ${counted}, NULL, NULL, NULL, NULL, sum(n)::DOUBLE FROM cells GROUP BY 1
      UNION ALL SELECT 'centre', NULL, NULL, NULL, ${fineBandSql('miles')}::INTEGER, sum(n)::DOUBLE FROM measured GROUP BY 5`,
    parameters: [],
  };
}
