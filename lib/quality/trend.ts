import * as v from 'valibot';
import type { Database } from '@/lib/database/database';
import { quarterName } from '@/lib/pool/quarter';
import { readRows } from '@/lib/pool/read';
import { type ProblemGroup, problemRows } from './problems';

/** How often a rule was broken in each of the latest quarters. */
export interface Trend {
  readonly quarters: readonly { readonly quarter: number; readonly label: string; readonly placements: number }[];
  /** Cells by `keyOf` a group, then by quarter. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/** What makes two groups the same from one quarter to the next. */
export function keyOf({ severity, rule, field }: Pick<ProblemGroup, 'severity' | 'rule' | 'field'>): string {
  return `${severity}|${rule}|${field}`;
}

const shown = 4;
const severity = v.picklist(['set aside', 'violation', 'warning', 'note']);

/** The latest four quarters of an authority, or of all (null). Rows set aside have no date and are in none. */
export async function readTrend(database: Database, authority: string | null): Promise<Trend> {
  const whose = authority === null ? [] : [authority];
  const where = authority === null ? 'true' : 'code = ?';
  const sizes = await readRows(
    database,
    `SELECT quarter, count(*) AS n FROM (
       SELECT la_code::VARCHAR AS code, coalesce(placementMonth, referralMonth) // 3 AS quarter FROM pool)
     WHERE quarter IS NOT NULL AND ${where} GROUP BY quarter ORDER BY quarter DESC LIMIT ${shown}`,
    { quarter: v.number(), n: v.number() },
    whose,
  );
  const rows = await readRows(
    database,
    `SELECT severity::VARCHAR AS severity, rule::VARCHAR AS rule, field::VARCHAR AS field, quarter, sum(cells)::DOUBLE AS cells
     FROM ${problemRows} WHERE quarter IS NOT NULL AND ${where} GROUP BY ALL`,
    { severity, rule: v.string(), field: v.nullable(v.string()), quarter: v.number(), cells: v.number() },
    whose,
  );
  const cells = new Map<string, Map<number, number>>();
  for (const row of rows) {
    const own = cells.get(keyOf(row)) ?? new Map<number, number>();
    own.set(row.quarter, row.cells);
    cells.set(keyOf(row), own);
  }
  return {
    quarters: sizes.reverse().map(({ quarter, n }) => ({ quarter, label: quarterName(quarter), placements: n })),
    cells,
  };
}
