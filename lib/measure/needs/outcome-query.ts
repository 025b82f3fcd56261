/** One query behind every rate of type asked for and type secured, by month and type sought, and by authority. */
import type { Query } from '@/lib/database/database';
import type { KeptColumn } from '@/lib/measure/column';
import { placedSql, preferredSql, soughtSql, suitabilitySql } from '@/lib/measure/needs/outcome';

export const outcomeColumns: readonly KeptColumn[] = ['la_code', 'outcome'];

const single = `${preferredSql} IN (1, 2, 4)`;

/** Name → which cells it counts. The secured type's suitability is Preferred exactly where it was one of those asked for. */
const conditions = {
  placed: placedSql,
  matchK: `${suitabilitySql} = 0`,
  matchN: `${placedSql} AND ${preferredSql} > 0`,
  strictK: `${single} AND ${suitabilitySql} = 0`,
  strictN: `${placedSql} AND ${single}`,
  acceptableK: `${suitabilitySql} <= 1`,
  unsuitableK: `${suitabilitySql} = 2`,
  specified: `${suitabilitySql} <= 2`,
} as const;

/** The counts of every row of the query. */
export const outcomeCounts = ['total', ...Object.keys(conditions)] as const;

/** Those counts over `n` rows an `outcome`; no code is null. Every function named costs the engine's planner more than the cells do. */
export const outcomeSums = Object.entries(conditions)
  .map(([name, condition]) => `sum(if(${condition}, n, 0)) AS "${name}"`)
  .join(', ');

/** Two scans with few keys each take half the time of one with all of them; what follows is planned once for both. */
export const outcomeQuery: Query = {
  sql: `WITH cells AS (
      SELECT slice, NULL::VARCHAR AS la_code, month, ${soughtSql} AS sought, 4 AS level, outcome, n
      FROM (SELECT slice, month, outcome, count(*)::DOUBLE AS n FROM kept GROUP BY ALL)
      UNION ALL SELECT slice, la_code::VARCHAR, NULL, NULL, 3, outcome, n
      FROM (SELECT slice, la_code, outcome, count(*)::DOUBLE AS n FROM kept GROUP BY ALL))
    SELECT slice, la_code, month, sought, level, sum(n) AS total, ${outcomeSums}
    FROM cells GROUP BY slice, la_code, cells.month, sought, level`,
  parameters: [],
};
