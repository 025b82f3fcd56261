import * as v from 'valibot';
import type { Database } from '@/lib/database/database';
import { quarterName } from './quarter';
import { readRows } from './read';
import { recordedSql, requiredFields } from './required';

export interface CoverageCell {
  readonly code: string;
  /** Months since year 0 of the quarter's first month, divided by 3. */
  readonly quarter: number;
  readonly n: number;
  /** Share of the standard's required cells that hold a value, 0–1. */
  readonly complete: number;
}

export interface Coverage {
  /** Every quarter between the first and the last with a placement, missing ones included. */
  readonly quarters: readonly { readonly quarter: number; readonly label: string }[];
  readonly cells: readonly CoverageCell[];
  /** Placements with no date to place them in a quarter. */
  readonly undated: number;
}

const recorded = requiredFields.map((field) => `count(*) FILTER (${recordedSql(field)})`).join(' + ');
const sql = `SELECT la_code::VARCHAR AS code, coalesce(placementMonth, referralMonth) // 3 AS quarter, count(*) AS n,
  (${recorded}) / (count(*) * ${requiredFields.length}.0) AS complete FROM pool GROUP BY ALL`;

const entries = { code: v.nullable(v.string()), quarter: v.nullable(v.number()), n: v.number(), complete: v.number() };

/** Placements and completeness by authority and quarter, each placement in the quarter of its placement date, else of its referral. */
export async function readCoverage(database: Database): Promise<Coverage> {
  const rows = await readRows(database, sql, entries);
  const cells = rows.flatMap(({ code, quarter, n, complete }) =>
    code === null || quarter === null ? [] : [{ code, quarter, n, complete }],
  );
  const found = cells.map(({ quarter }) => quarter);
  const first = Math.min(...found);
  const count = found.length === 0 ? 0 : Math.max(...found) - first + 1;
  // A mistyped year must not draw a thousand empty columns.
  const shown =
    count <= 60
      ? Array.from({ length: count }, (_, index) => first + index)
      : [...new Set(found)].sort((a, b) => a - b).slice(-60);
  return {
    quarters: shown.map((quarter) => ({ quarter, label: quarterName(quarter) })),
    cells,
    undated: rows.filter(({ quarter }) => quarter === null).reduce((sum, { n }) => sum + n, 0),
  };
}
