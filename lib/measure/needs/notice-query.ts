/** Matches and locations by notice, within type sought and level of need; and what homes cost by notice. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import { amount, category, checked, count } from '@/lib/measure/check';
import type { KeptColumn } from '@/lib/measure/column';
import type { RowsByQuery } from '@/lib/measure/measure';

export const noticeColumns: readonly KeptColumn[] = [
  'neededBy',
  'sought',
  'bandCode',
  'matchCode',
  'locationOutcome',
  'costOK',
  'totalWeeklyCost',
];

export const noticeQuery: Query = {
  sql: `WITH cells AS MATERIALIZED (
      SELECT neededBy, sought, bandCode, matchCode, locationOutcome, count(*) AS n
      FROM kept WHERE slice <= 2 GROUP BY ALL)
    SELECT neededBy::VARCHAR AS notice, sought::VARCHAR AS sought, bandCode AS band,
      sum(n)::DOUBLE AS total,
      coalesce(sum(n) FILTER (matchCode IS NOT NULL), 0)::DOUBLE AS "matchN",
      coalesce(sum(n) FILTER (matchCode = 1), 0)::DOUBLE AS "matchK",
      coalesce(sum(n) FILTER (locationOutcome <= 1), 0)::DOUBLE AS "locationN",
      coalesce(sum(n) FILTER (locationOutcome = 1), 0)::DOUBLE AS "locationK"
    FROM cells GROUP BY ALL`,
  parameters: [],
};

export const noticeCostQuery: Query = {
  sql: `SELECT neededBy::VARCHAR AS notice, count(*)::DOUBLE AS n, median(totalWeeklyCost) AS median
    FROM kept WHERE slice <= 2 AND costOK GROUP BY neededBy`,
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
