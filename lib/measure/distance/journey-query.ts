/** One query behind the figures of where from and where to: cells once, then flows and the centres from the few cells. */
import type { Query } from '@/lib/database/database';
import type { KeptColumn } from '@/lib/measure/column';
import type { Context } from '@/lib/measure/context';

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

/** The largest flows of one kind of start: `home` or `authority`. */
function flows(from: string, kind: string, condition: string): string {
  return `(SELECT '${kind}' AS kind, ${from}::VARCHAR AS "from", placementLocation AS "to",
      any_value(placement_la)::VARCHAR AS area, sum(n)::DOUBLE AS n, NULL::INTEGER[] AS authorities,
      NULL::INTEGER[] AS districts, NULL::INTEGER[] AS sizes FROM cells
    WHERE placed AND ${from} IS NOT NULL AND placement_la IS NOT NULL AND ${condition} GROUP BY ${from}, placementLocation
    ORDER BY n DESC, 2, 3 LIMIT ${mostFlows})`;
}

const counted = `CASE WHEN NOT placed THEN 'unplaced' WHEN placement_la IS NULL THEN 'nowhere'
  WHEN home IS NULL THEN 'homeless' ELSE 'known' END`;

/** Flows from the placing authority stand in only where no home at all is known. */
const homeless = 'NOT EXISTS (FROM cells WHERE placed AND home IS NOT NULL AND placement_la IS NOT NULL)';

/** `BS14` in 28 bits, seven a letter, so that districts travel as integers; `districtText` reads it back. */
const districtCode = [1, 2, 3, 4]
  .map((at) => `coalesce(ascii(substr(placementLocation, ${at}, 1)), 0)::INTEGER * ${128 ** (4 - at)}`)
  .join(' + ');

/** The district of a code; empty where the placement is nowhere known. */
export function districtText(code: number): string {
  const letters = [21, 14, 7, 0].map((shift) => (code >>> shift) & 127).filter((letter) => letter > 0);
  return String.fromCharCode(...letters);
}

/** Rows `kind, from, to, area, n`; one more of kind `cells` holds all cells as lists: authority, district code, placements. */
export function journeyQuery(context: Context): Query {
  return {
    sql: `WITH cells AS MATERIALIZED (
        SELECT ${homeColumn(context)} AS home, la_code, placementLocation, placement_la,
          secured <> 'No placement recorded' AS placed, count(*) AS n FROM kept WHERE slice <= 2 GROUP BY ALL),
      ends AS (SELECT la_code, ${districtCode} AS district, sum(n)::INTEGER AS n FROM cells WHERE placed GROUP BY ALL)
      ${flows('home', 'home', 'true')}
      UNION ALL ${flows('la_code', 'authority', homeless)}
      UNION ALL SELECT ${counted}, NULL, NULL, NULL, sum(n)::DOUBLE, NULL, NULL, NULL FROM cells GROUP BY 1
      UNION ALL SELECT 'cells', NULL, NULL, NULL, 0, list(coalesce(enum_code(la_code)::INTEGER, 255)), list(district),
        list(n) FROM ends`,
    parameters: [],
  };
}

/** The names behind the authorities' codes in the lists. */
export const authorityLabels: Query = {
  sql: 'SELECT enum_range(la_code) AS authority FROM kept LIMIT 1',
  parameters: [],
};
