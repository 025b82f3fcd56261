/** One query behind the figures of where from and where to: the few cells of home, authority and district, as lists. */
import type { Query } from '@/lib/database/database';
import type { KeptColumn } from '@/lib/measure/column';
import type { Context } from '@/lib/measure/context';
import type { Queries } from '@/lib/measure/measure';

export const journeyColumns: readonly KeptColumn[] = [
  'la_code',
  'secured',
  'homeDistrict',
  'home_la',
  'placementLocation',
  'placement_la',
];

/** With one authority in view its own districts are the homes; with several, the authorities are. */
export function homeColumn({ view, pool }: Context): 'homeDistrict' | 'home_la' {
  return view.authorities.length === 1 || pool.authorities.length === 1 ? 'homeDistrict' : 'home_la';
}

/** `BS14` in 28 bits, seven a letter, so that districts travel as integers; `districtText` reads it back. */
const districtCode = (column: string) =>
  [1, 2, 3, 4].map((at) => `coalesce(ascii(substr(${column}, ${at}, 1)), 0)::INTEGER * ${128 ** (4 - at)}`).join(' + ');

/** The district of a code; empty where the placement is nowhere known. */
export function districtText(code: number): string {
  const letters = [21, 14, 7, 0].map((shift) => (code >>> shift) & 127).filter((letter) => letter > 0);
  return String.fromCharCode(...letters);
}

const labelCode = (column: string) => `coalesce(enum_code(${column})::INTEGER, -1)`;

/** One row of lists, a cell at each place: −1 is not known, and the sizes of cells without a placement are below 0. */
function journeyQuery(context: Context): Query {
  const home = homeColumn(context);
  const homeCode =
    home === 'home_la' ? labelCode('home') : `CASE WHEN home IS NULL THEN -1 ELSE ${districtCode('home')} END`;
  return {
    sql: `WITH cells AS MATERIALIZED (
        SELECT ${home} AS home, la_code, placementLocation, placement_la,
          secured <> 'No placement recorded' AS placed, count(*) AS n FROM kept WHERE slice <= 2 GROUP BY ALL)
      SELECT list(${homeCode}) AS homes, list(${labelCode('la_code')}) AS authorities,
        list(${districtCode('placementLocation')}) AS districts, list(${labelCode('placement_la')}) AS areas,
        list((CASE WHEN placed THEN n ELSE -n END)::INTEGER) AS sizes FROM cells`,
    parameters: [],
  };
}

/** The names behind the codes in the lists. */
const labels: Query = {
  sql: `SELECT enum_range(la_code) AS authority, enum_range(home_la) AS home, enum_range(placement_la) AS area
    FROM kept LIMIT 1`,
  parameters: [],
};

export function journeyQueries(context: Context): Queries {
  return { journeys: journeyQuery(context), labels };
}
