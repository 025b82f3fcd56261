/** One query behind every figure of distance bands: cells first, then all levels from the few cells. */
import type { Query } from '@/lib/database/database';
import type { KeptColumn } from '@/lib/measure/column';
import type { Counts } from '@/lib/measure/needs/level';
import { fineBandSql, fineBands, insideSql } from '@/lib/place/band';

export const cellColumns: readonly KeptColumn[] = ['la_code', 'secured', 'distanceMiles', 'placement_la'];

/** Where a placement lies: inside its authority, outside, or nobody knows. */
export const localities = ['inside', 'outside', 'unknown'] as const;
export type Locality = (typeof localities)[number];

const placed = `secured <> 'No placement recorded'`;

function cellName(band: number, locality: Locality): string {
  return `band${band}${locality}`;
}

const conditions: readonly (readonly [string, string])[] = [
  ['placed', placed],
  ...fineBands.flatMap((_, band) =>
    localities.map(
      (locality, index) => [cellName(band, locality), `${placed} AND band = ${band} AND locality = ${index}`] as const,
    ),
  ),
];

/** The counts of every row of the query. */
export const cellCounts: readonly string[] = ['total', ...conditions.map(([name]) => name)];

const sums = conditions.map(([name, condition]) => `coalesce(sum(n) FILTER (${condition}), 0)::DOUBLE AS "${name}"`);

/** Levelled like the needs queries, with the type secured in the place of the type sought. */
export const cellQuery: Query = {
  sql: `WITH cells AS MATERIALIZED (
      SELECT slice, la_code, month, secured, ${fineBandSql()} AS band,
        coalesce(1 - ${insideSql}, 2)::TINYINT AS locality, count(*) AS n FROM kept WHERE slice <= 3 GROUP BY ALL)
    SELECT slice, la_code::VARCHAR AS la_code, month, secured::VARCHAR AS sought,
      grouping(la_code, month, secured) AS level, sum(n)::DOUBLE AS total, ${sums.join(', ')}
    FROM cells GROUP BY GROUPING SETS ((slice), (slice, la_code), (slice, month), (slice, secured))`,
  parameters: [],
};

/** Placements in any of the fine bands (indexes of `fineBands`) and localities. */
export function bandCount(counts: Counts, bands: readonly number[], where: readonly Locality[] = localities): number {
  return bands.reduce(
    (sum, band) => sum + where.reduce((part, locality) => part + (counts[cellName(band, locality)] ?? 0), 0),
    0,
  );
}

/** DfE's three bands as indexes of the fine ones. */
export const dfeBandParts: readonly (readonly number[])[] = [[0, 1, 2], [3, 4], [5]];
export const overTwenty: readonly number[] = [3, 4];
export const knownBands: readonly number[] = [0, 1, 2, 3, 4];

export function placedCount(counts: Counts): number {
  return counts.placed ?? 0;
}
