/**
 * One child, one referral, one row: the key is (authority, child ID, referral date). Of one file's rows that say the same
 * in every field of the standard one is counted; of two files with one key the later file's rows are, and the earlier
 * rows wait in `superseded` for the day the later file is taken out. Rows without a referral date: see `undated`.
 */
import type { Database } from '@/lib/database/database';
import { poolFields } from '@/lib/standard/fields';
import { duplicateRule } from '@/lib/standard/rule';
import { quote } from '@/lib/standard/sql';
import { Apart } from './apart';
import { setAsideReasons } from './problem';
import { execute, query } from './statement';
import { anyUndated, findUndatedLeaving, sayUndated, undatedOf, undatedOfAll, undatedTable } from './undated';

const key = 'la_code, childId, referralDate';
export const countedOnce = 'counted once';
export const replaced = 'replaced by a later file';

/** The fields of the standard, and whether there are no siblings: rows alike in these are the same placement twice. */
const alike = poolFields
  .filter(({ cardinality }) => cardinality !== 'extra')
  .map(({ name }) => name)
  .join(', ');
const print = `hash(siblingsNotApplicable, ${alike})`;

/** Tables of the pool: rows that wait, what was wrong with them, and two that are empty but for a moment. */
export const identityTables: readonly string[] = [
  'CREATE TABLE superseded AS SELECT *, NULL::VARCHAR AS why FROM pool LIMIT 0',
  'CREATE TABLE heldProblem AS FROM problem LIMIT 0',
  'CREATE TABLE identity_key (la_code la_option, childId VARCHAR, referralDate DATE)',
  'CREATE TABLE identity_leaving (rowId INTEGER, sourceId INTEGER, sourceRow INTEGER, childId VARCHAR, why VARCHAR)',
  undatedTable,
];

/** The keys of files that more than one row of the pool has. */
const keysOf = (ids: string) => `INSERT INTO identity_key SELECT ${key} FROM pool SEMI JOIN (SELECT ${key} FROM pool
    WHERE sourceId IN (${ids}) AND referralDate IS NOT NULL) AS own USING (${key}) GROUP BY ALL HAVING count(*) > 1`;

const findLeaving = `INSERT INTO identity_leaving SELECT rowId, sourceId, sourceRow, childId,
    CASE WHEN copy > 1 THEN ${quote(countedOnce)} ELSE ${quote(replaced)} END
  FROM (SELECT rowId, sourceId, sourceRow, childId, standing, max(standing) OVER (PARTITION BY ${key}) AS latest,
      row_number() OVER (PARTITION BY sourceId, ${key}, print ORDER BY sourceRow) AS copy
    FROM (SELECT rowId, pool.sourceId, sourceRow, ${key}, standing, ${print} AS print
      FROM pool SEMI JOIN identity_key USING (${key}) JOIN (SELECT sourceId, standing FROM source) AS source USING (sourceId)))
  WHERE copy > 1 OR standing < latest`;

const theirs = '(sourceId, sourceRow) IN (SELECT (sourceId, sourceRow) FROM identity_leaving)';
const advice = [countedOnce, replaced] as const;

const moveOut: readonly string[] = [
  'INSERT INTO superseded SELECT pool.*, leaving.why FROM pool JOIN identity_leaving AS leaving ON leaving.rowId = pool.rowId',
  `INSERT INTO heldProblem FROM problem WHERE severity <> 'set aside' AND ${theirs}`,
  `DELETE FROM problem WHERE severity <> 'set aside' AND ${theirs}`,
  `INSERT INTO problem SELECT sourceId, sourceRow, 'childId', left(childId, 200), why, 'set aside',
      CASE why ${advice.map((why) => `WHEN ${quote(why)} THEN ${quote(setAsideReasons[why])}`).join(' ')} END FROM identity_leaving`,
  'DELETE FROM pool WHERE rowId IN (SELECT rowId FROM identity_leaving)',
];

const recount = `UPDATE source SET loaded = found.n, setAside = rowsIn - found.n FROM (SELECT source.sourceId, count(pool.sourceId) AS n
      FROM source LEFT JOIN pool USING (sourceId) GROUP BY ALL) AS found WHERE found.sourceId = source.sourceId`;

/** Of rows still in the pool: the same child and referral date twice within one file, and not alike. */
const duplicates = (() => {
  const { rule, field, severity, advice: words } = duplicateRule;
  const rows = `SELECT sourceId, sourceRow, childId, count(*) OVER (PARTITION BY sourceId, ${key}) AS n
    FROM pool SEMI JOIN identity_key USING (${key})`;
  return {
    clear: `DELETE FROM problem WHERE rule = ${quote(rule)} AND (sourceId, sourceRow) IN
      (SELECT (sourceId, sourceRow) FROM pool SEMI JOIN identity_key USING (${key}))`,
    say: `INSERT INTO problem SELECT sourceId, sourceRow, ${quote(field)}, left(childId, 200), ${quote(rule)},
      ${quote(severity)}, ${quote(words)} FROM (${rows}) WHERE n > 1`,
  };
})();

async function empty(db: Database): Promise<void> {
  for (const table of ['identity_key', 'identity_child', 'identity_leaving']) await db.execute(`DELETE FROM ${table}`);
}

/** Settles the keys in `identity_key` and the children in `identity_child`. Within the caller's transaction. */
async function settleKeys(db: Database, signal?: AbortSignal): Promise<void> {
  const undated = await anyUndated(db);
  await execute(db, findLeaving, [], signal);
  if (undated) await execute(db, findUndatedLeaving(print, countedOnce, replaced), [], signal);
  const [left] = await query(db, 'SELECT count(*) AS n FROM identity_leaving');
  if (Number(left?.n) > 0) for (const sql of moveOut) await execute(db, sql, [], signal);
  await execute(db, duplicates.clear, [], signal);
  await execute(db, duplicates.say, [], signal);
  if (undated) for (const sql of sayUndated) await execute(db, sql, [], signal);
}

/** Files read together give a placement twice: which of their reports says what depends on who came first. */
async function overlapAmong(db: Database, ids: string): Promise<boolean> {
  const shared = (table: string, columns: string) => `SELECT 1 FROM pool SEMI JOIN ${table} USING (${columns})
    WHERE sourceId IN (${ids}) GROUP BY ${columns} HAVING count(DISTINCT sourceId) > 1`;
  const [found] = await query(
    db,
    `SELECT count(*) AS n FROM (${shared('identity_key', key)} UNION ALL ${shared('identity_child', 'la_code, childId')})`,
  );
  return Number(found?.n) > 0;
}

/**
 * After the rows of files are in the pool and their lines in `source`: what they repeat, replace or come too late for. Throws
 * `Apart` where several files overlap one another.
 */
export async function settleSources(db: Database, sourceIds: readonly number[], signal?: AbortSignal): Promise<void> {
  const ids = sourceIds.join(', ');
  await db.execute(keysOf(ids), signal);
  await db.execute(undatedOf(ids), signal);
  const [found] = await query(
    db,
    'SELECT (SELECT count(*) FROM identity_key) + (SELECT count(*) FROM identity_child) AS n',
  );
  if (Number(found?.n) === 0) return;
  if (sourceIds.length > 1 && (await overlapAmong(db, ids))) throw new Apart('They overlap');
  await settleKeys(db, signal);
  await db.execute(recount);
  await empty(db);
}

/**
 * After files were taken out, put in another order or given another authority: every row that waits goes back and its
 * key is settled anew. Within the caller's transaction.
 */
export async function settleAgain(db: Database, sourceIds: readonly number[] = []): Promise<void> {
  const reasons = `rule IN (${quote(countedOnce)}, ${quote(replaced)})`;
  for (const statement of [
    `INSERT INTO identity_key SELECT DISTINCT ${key} FROM superseded`,
    ...(sourceIds.length > 0 ? [keysOf(sourceIds.join(', '))] : []),
    undatedOfAll,
    'INSERT INTO pool SELECT * EXCLUDE (why) FROM superseded',
    'DELETE FROM superseded',
    'INSERT INTO problem FROM heldProblem',
    'DELETE FROM heldProblem',
    `DELETE FROM problem WHERE ${reasons}`,
  ])
    await db.execute(statement);
  await settleKeys(db);
  await db.execute(recount);
  await empty(db);
}
