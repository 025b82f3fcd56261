/**
 * Rows without a referral date have no key. Two of them, or one and a dated row, are the same placement where they are alike
 * in every field of the standard, or where files of one authority give the child the same placement date: of these too the
 * later file's is used. What is left and may be the same placement is kept and reported, never counted twice in silence.
 */
import type { Database } from '@/lib/database/database';
import { undatedRule } from '@/lib/standard/rule';
import { quote } from '@/lib/standard/sql';
import { query } from './statement';

const child = 'la_code, childId';

/** Children who have a row without a referral date, while they are being settled. */
export const undatedTable = 'CREATE TABLE identity_child (la_code la_option, childId VARCHAR)';

const undatedChildren = `SELECT ${child} FROM pool WHERE referralDate IS NULL
  UNION SELECT ${child} FROM superseded WHERE referralDate IS NULL`;

export const undatedOf = (ids: string) => `INSERT INTO identity_child SELECT DISTINCT ${child} FROM (${undatedChildren})
  SEMI JOIN (SELECT ${child} FROM pool WHERE sourceId IN (${ids})) AS own USING (${child})`;

export const undatedOfAll = `INSERT INTO identity_child SELECT DISTINCT ${child} FROM (${undatedChildren})`;

export async function anyUndated(db: Database): Promise<boolean> {
  const [found] = await query(db, 'SELECT count(*) AS n FROM identity_child');
  return Number(found?.n) > 0;
}

/** Rows of these children, those that wait too: a later row need not be in use itself. `print`: SQL that says whether rows are alike. */
function rowsOf(print: string): string {
  const one = (
    table: string,
  ) => `SELECT rowId, sourceId, sourceRow, ${child}, referralDate, placementDate, ${print} AS print,
    '${table}' AS held FROM ${table} SEMI JOIN identity_child USING (${child})`;
  return `(SELECT found.*, standing FROM (${one('pool')} UNION ALL ${one('superseded')}) AS found
    JOIN (SELECT sourceId, standing FROM source) AS source USING (sourceId))`;
}

/** Adds to `identity_leaving` what dated keys have not. */
export function findUndatedLeaving(print: string, countedOnce: string, replaced: string): string {
  const alike = 'own.referralDate IS NULL AND other.referralDate IS NULL AND own.print = other.print';
  const laterFile = `other.standing > own.standing AND (own.placementDate = other.placementDate OR (${alike}))`;
  const sameFile = `own.sourceId = other.sourceId AND other.sourceRow < own.sourceRow AND ${alike}`;
  return `INSERT INTO identity_leaving SELECT own.rowId, own.sourceId, own.sourceRow, own.childId,
      CASE WHEN bool_or(${laterFile}) THEN ${quote(replaced)} ELSE ${quote(countedOnce)} END
    FROM ${rowsOf(print)} AS own JOIN ${rowsOf(print)} AS other USING (${child})
    WHERE own.held = 'pool' AND own.rowId <> other.rowId AND (own.referralDate IS NULL OR other.referralDate IS NULL)
      AND ((${laterFile}) OR (${sameFile})) AND own.rowId NOT IN (SELECT rowId FROM identity_leaving)
    GROUP BY ALL`;
}

/** Of the rows left: what may be another row's placement, for the two have no dates that part them. */
export const sayUndated: readonly string[] = (() => {
  const { rule, field, severity, advice } = undatedRule;
  const rows = `pool SEMI JOIN identity_child USING (${child})`;
  return [
    `DELETE FROM problem WHERE rule = ${quote(rule)} AND (sourceId, sourceRow) IN (SELECT (sourceId, sourceRow) FROM ${rows})`,
    `INSERT INTO problem SELECT DISTINCT own.sourceId, own.sourceRow, ${quote(field)}, left(own.childId, 200), ${quote(rule)},
      ${quote(severity)}, ${quote(advice)}
    FROM (SELECT * FROM ${rows}) AS own JOIN (SELECT * FROM ${rows}) AS other USING (${child})
    WHERE own.referralDate IS NULL AND own.rowId <> other.rowId
      AND coalesce(own.placementDate = other.placementDate, true)`,
  ];
})();
