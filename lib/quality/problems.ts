/** Counts the problems of the pool by rule and field, for one authority or all, one quarter or all, in the order of harm done. */
import * as v from 'valibot';
import type { Database } from '@/lib/database/database';
import { listOf, readRows } from '@/lib/pool/read';
import { effectOf, harmOf } from './effect';

export interface Where {
  /** GSS code, or null for all. */
  readonly authority: string | null;
  /** Month index of the quarter's first month, divided by 3; null for all. */
  readonly quarter: number | null;
}

export interface ProblemGroup {
  readonly severity: 'set aside' | 'violation' | 'warning' | 'note';
  readonly rule: string;
  readonly field: string | null;
  /** What to do. */
  readonly advice: string;
  /** Cells with it; for a column that was never there, the placements without it. */
  readonly cells: number;
  /** Placements they are among; rows set aside are among none. */
  readonly of: number;
  readonly sources: number;
  /** Up to three of the files, those with most of it first. */
  readonly files: readonly { readonly file: string; readonly cells: number }[];
  /** Up to three places to look, in those files: `somerset.csv row 12`. */
  readonly examples: readonly string[];
  readonly effect: string;
  readonly harm: number;
}

/**
 * Every problem with the authority and quarter of its row. A row set aside has its file's authority and no quarter; a
 * problem of a whole file belongs to each authority in it, with that authority's placements.
 */
export const problemRows = `(
  SELECT p.severity, p.rule, p.field, p.advice, p.value, p.sourceId, p.sourceRow, 1 AS cells, s.name AS file,
    coalesce(pool.la_code::VARCHAR, s.la_code) AS code, coalesce(placementMonth, referralMonth) // 3 AS quarter,
    childId, contains(';' || s.collected || ';', ';' || p.field || ';') AS collected
  FROM problem p JOIN source s USING (sourceId) LEFT JOIN pool ON pool.sourceId = p.sourceId AND pool.sourceRow = p.sourceRow
  WHERE p.sourceRow IS NOT NULL
  UNION ALL
  SELECT p.severity, p.rule, p.field, p.advice, p.value, p.sourceId, NULL, held.n, s.name, held.code, held.quarter,
    NULL, contains(';' || s.collected || ';', ';' || p.field || ';')
  FROM problem p JOIN source s USING (sourceId)
  JOIN (SELECT sourceId, la_code::VARCHAR AS code, coalesce(placementMonth, referralMonth) // 3 AS quarter, count(*) AS n
    FROM pool GROUP BY ALL) AS held USING (sourceId)
  WHERE p.sourceRow IS NULL)`;

/** The condition and its parameters for a place to look. */
export function whereSql({ authority, quarter }: Where): {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
} {
  return {
    sql: `${authority === null ? 'true' : 'code = ?'} AND ${quarter === null ? 'true' : 'quarter = ?'}`,
    parameters: [...(authority === null ? [] : [authority]), ...(quarter === null ? [] : [quarter])],
  };
}

const severity = v.picklist(['set aside', 'violation', 'warning', 'note']);
const entries = {
  severity,
  rule: v.string(),
  field: v.nullable(v.string()),
  advice: v.nullable(v.string()),
  cells: v.number(),
  sources: v.number(),
  files: v.unknown(),
  counts: v.unknown(),
  examples: v.unknown(),
};

/** Kinds of problem, the most harmful first. */
export async function readProblemGroups(database: Database, where: Where): Promise<readonly ProblemGroup[]> {
  const { sql, parameters } = whereSql(where);
  const rows = await readRows(
    database,
    `WITH own AS (SELECT severity::VARCHAR AS severity, rule::VARCHAR AS rule, field::VARCHAR AS field, file, sourceId,
        any_value(advice)::VARCHAR AS advice, sum(cells)::DOUBLE AS n, min_by(file || ' row ' || sourceRow, sourceRow, 3) AS places
      FROM ${problemRows} WHERE ${sql} GROUP BY ALL)
    SELECT severity, rule, field, any_value(advice) AS advice, sum(n) AS cells, count(*) AS sources,
      list(file ORDER BY n DESC, sourceId)[:3] AS files, list(n ORDER BY n DESC, sourceId)[:3] AS counts,
      coalesce(flatten(list(places ORDER BY n DESC, sourceId) FILTER (places IS NOT NULL))[:3],
        list(file ORDER BY n DESC, sourceId)[:1]) AS examples
      FROM own GROUP BY ALL`,
    entries,
    parameters,
  );
  const [size] = await readRows(
    database,
    `SELECT count(*) AS n FROM (SELECT la_code::VARCHAR AS code, coalesce(placementMonth, referralMonth) // 3 AS quarter FROM pool) WHERE ${sql}`,
    { n: v.number() },
    parameters,
  );
  return rows
    .map(({ files, counts, examples, ...row }) => {
      const cells = listOf(counts, Number);
      return {
        ...row,
        files: listOf(files, String).map((file, at) => ({ file, cells: cells[at] ?? 0 })),
        of: row.severity === 'set aside' ? 0 : (size?.n ?? 0),
        advice: row.advice ?? '',
        examples: listOf(examples, String),
        effect: effectOf(row),
        harm: harmOf(row, row.cells),
      };
    })
    .sort((a, b) => b.harm - a.harm || b.cells - a.cells || a.rule.localeCompare(b.rule));
}
