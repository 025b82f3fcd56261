import * as v from 'valibot';
import type { Database } from '@/lib/database/database';
import { readRows } from './read';

export interface ProblemGroup {
  readonly severity: 'set aside' | 'violation' | 'warning' | 'note';
  readonly rule: string;
  readonly field: string | null;
  readonly advice: string | null;
  readonly n: number;
  readonly sources: number;
  /** A place to look: `somerset.csv row 12`. */
  readonly example: string;
}

const sql = `
  SELECT p.severity::VARCHAR AS severity, p.rule::VARCHAR AS rule, p.field::VARCHAR AS field, any_value(p.advice::VARCHAR) AS advice,
    count(*) AS n, count(DISTINCT p.sourceId) AS sources,
    min_by(s.name || coalesce(' row ' || p.sourceRow, ''), p.sourceRow) AS example
  FROM problem p JOIN source s USING (sourceId)
  GROUP BY p.severity, p.rule, p.field
  ORDER BY p.severity, n DESC`;

const entries = {
  severity: v.picklist(['set aside', 'violation', 'warning', 'note']),
  rule: v.string(),
  field: v.nullable(v.string()),
  advice: v.nullable(v.string()),
  n: v.number(),
  sources: v.number(),
  example: v.nullable(v.string()),
};

/** Problems of the whole pool by kind and field, the most serious kinds first. */
export async function readProblems(database: Database): Promise<readonly ProblemGroup[]> {
  const rows = await readRows(database, sql, entries);
  return rows.map((row) => ({ ...row, example: row.example ?? '' }));
}
