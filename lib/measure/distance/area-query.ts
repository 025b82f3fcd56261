/** One small query behind placements sought or made outside the area, and those in the preferred location. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import { category, checked, count } from '@/lib/measure/check';
import type { KeptColumn } from '@/lib/measure/column';
import type { RowsByQuery } from '@/lib/measure/measure';
import { fineBandSql, insideSql } from '@/lib/place/band';

export const areaColumns: readonly KeptColumn[] = [
  'la_code',
  'secured',
  'distanceMiles',
  'placement_la',
  'localCode',
  'isLocationPreferred',
  'outOfLAReason',
];

export const areaQuery: Query = {
  sql: `SELECT secured <> 'No placement recorded' AS placed, localCode AS local, outOfLAReason::VARCHAR AS reason,
      isLocationPreferred::TINYINT AS preferred, ${insideSql} AS inside, ${fineBandSql()} AS band, count(*)::DOUBLE AS n
    FROM kept WHERE slice <= 2 GROUP BY ALL`,
  parameters: [],
};

const code = v.nullable(v.number());

export interface AreaCell {
  readonly placed: boolean;
  /** Whether a placement in the area was sought: 1, 0, or null where not recorded. */
  readonly local: number | null;
  readonly reason: string | null;
  readonly preferred: number | null;
  /** Whether it was made inside the placing authority. */
  readonly inside: number | null;
  readonly band: number;
  readonly n: number;
}

export function areaCells(rows: RowsByQuery): readonly AreaCell[] {
  const entries = { placed: v.boolean(), local: code, reason: category, preferred: code, inside: code, band: count };
  return checked(rows, 'area', { ...entries, n: count });
}

export function cellSum(cells: readonly AreaCell[], wanted: (cell: AreaCell) => boolean = () => true): number {
  return cells.reduce((sum, cell) => (wanted(cell) ? sum + cell.n : sum), 0);
}
