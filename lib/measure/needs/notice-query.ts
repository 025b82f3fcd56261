/** Matches and locations by notice, within type sought and level of need; and what homes cost by notice. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import { amount, category, checked, count } from '@/lib/measure/check';
import type { KeptColumn } from '@/lib/measure/column';
import type { RowsByQuery } from '@/lib/measure/measure';
import { placedSql, preferredSql, soughtSql, suitabilitySql } from '@/lib/measure/needs/outcome';

export const noticeColumns: readonly KeptColumn[] = ['neededBy', 'outcome', 'bandCode', 'locationOutcome', 'costPence'];

export const noticeQuery: Query = {
  sql: `SELECT notice::VARCHAR AS notice, ${soughtSql} AS sought, band, sum(n) AS total,
      sum(if(${placedSql} AND ${preferredSql} > 0, n, 0)) AS "matchN",
      sum(if(${suitabilitySql} = 0, n, 0)) AS "matchK",
      sum(if(locationOutcome <= 1, n, 0)) AS "locationN",
      sum(if(locationOutcome = 1, n, 0)) AS "locationK"
    FROM (SELECT neededBy AS notice, outcome, bandCode AS band, locationOutcome, count(*)::DOUBLE AS n
      FROM kept WHERE slice <= 2 GROUP BY ALL) AS cells
    GROUP BY cells.notice, ${soughtSql}, band`,
  parameters: [],
};

export const noticeCostQuery: Query = {
  sql: `SELECT neededBy::VARCHAR AS notice, count(*)::DOUBLE AS n, median(costPence) / 100 AS median
    FROM kept WHERE slice <= 2 AND costPence IS NOT NULL GROUP BY neededBy`,
  parameters: [],
};

export interface NoticeCell {
  readonly notice: string | null;
  readonly stratum: string;
  readonly total: number;
  readonly matchN: number;
  readonly matchK: number;
  readonly locationN: number;
  readonly locationK: number;
}

export function noticeCells(rows: RowsByQuery): readonly NoticeCell[] {
  const counts = { total: count, matchN: count, matchK: count, locationN: count, locationK: count };
  const entries = { notice: category, sought: category, band: v.number(), ...counts };
  return checked(rows, 'notice', entries).map(({ sought, band, ...cell }) => ({
    ...cell,
    stratum: `${sought}|${band}`,
  }));
}

export function noticeCosts(
  rows: RowsByQuery,
): ReadonlyMap<string | null, { readonly n: number; readonly median: number }> {
  const found = checked(rows, 'cost', { notice: category, n: v.number(), median: amount });
  return new Map(found.map(({ notice, n, median }) => [notice, { n, median: median ?? 0 }]));
}
