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
  /** Every quarter from the first to the last that matters, missing ones included. */
  readonly quarters: readonly { readonly quarter: number; readonly label: string }[];
  readonly cells: readonly CoverageCell[];
  /** The few placements long before or after all others: a year mistyped, more often than not. */
  readonly stray: readonly (CoverageCell & { readonly label: string })[];
  /** Placements with no date to place them in a quarter. */
  readonly undated: number;
}

/** A quarter at either end with a smaller share of the pool than this is not what the pool covers. */
const smallestShare = 0.002;
const mostQuarters = 80;

/** The quarters without those at the ends that hold next to nothing, or one or two placements a year from any other. */
function trimmed(sizes: ReadonlyMap<number, number>): readonly number[] {
  const total = [...sizes.values()].reduce((sum, n) => sum + n, 0);
  const quarters = [...sizes.keys()].sort((a, b) => a - b);
  const isStray = (end: number | undefined, next: number | undefined) => {
    if (end === undefined || next === undefined) return false;
    const n = sizes.get(end) ?? 0;
    return n < total * smallestShare || (n <= 2 && Math.abs(next - end) > 4);
  };
  while (isStray(quarters[0], quarters[1])) quarters.shift();
  while (isStray(quarters.at(-1), quarters.at(-2))) quarters.pop();
  return quarters;
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
  const sizes = new Map<number, number>();
  for (const { quarter, n } of cells) sizes.set(quarter, (sizes.get(quarter) ?? 0) + n);
  const main = trimmed(sizes);
  const last = main.at(-1) ?? 0;
  const first = Math.max(main[0] ?? 0, last - mostQuarters + 1);
  const count = main.length === 0 ? 0 : last - first + 1;
  return {
    quarters: Array.from({ length: count }, (_, index) => ({
      quarter: first + index,
      label: quarterName(first + index),
    })),
    cells: cells.filter(({ quarter }) => quarter >= first && quarter <= last),
    stray: cells
      .filter(({ quarter }) => quarter < first || quarter > last)
      .map((cell) => ({ ...cell, label: quarterName(cell.quarter) })),
    undated: rows.filter(({ quarter }) => quarter === null).reduce((sum, { n }) => sum + n, 0),
  };
}
