/** What a later file changed: which rows of earlier files it replaced, and each answer that is another now. */
import type { Database } from '@/lib/database/database';
import { type FieldName, poolFields } from '@/lib/standard/fields';
import { quote } from '@/lib/standard/sql';
import { copyOut, harmless } from './download';
import { replaced } from './identity';
import type { Correction } from './report';
import { query } from './statement';

/** How many earlier rows have one answer changed in one way. */
export interface Change {
  readonly field: FieldName;
  /** Null: not recorded. */
  readonly from: string | null;
  readonly to: string | null;
  readonly rows: number;
}

const key = 'la_code, childId, referralDate';
const compared = poolFields.filter(({ name }) => !['la_code', 'childId'].includes(name));
const text = (side: string, name: FieldName) =>
  name === 'siblingCount'
    ? `CASE WHEN ${side}.siblingsNotApplicable THEN 'NA' ELSE ${side}.siblingCount::VARCHAR END`
    : `${side}."${name}"::VARCHAR`;

const earlier = `(SELECT *, row_number() OVER (PARTITION BY sourceId, ${key} ORDER BY sourceRow) AS place FROM superseded
  WHERE why = ${quote(replaced)})`;
const later = `(SELECT *, row_number() OVER (PARTITION BY ${key} ORDER BY sourceRow) AS place,
    count(*) OVER (PARTITION BY ${key}) AS rows_of_key
  FROM pool SEMI JOIN (SELECT la_code, childId FROM superseded) AS held USING (la_code, childId))`;

/** Each earlier row beside the row that is used instead: the first with its key, the second with the second. Without a referral date, by the placement date. */
const besides = `SELECT old.rowId AS oldId, new.rowId AS newId FROM ${earlier} AS old JOIN ${later} AS new
    ON old.la_code = new.la_code AND old.childId = new.childId AND CASE
      WHEN old.referralDate = new.referralDate THEN new.place = least(old.place, new.rows_of_key)
      ELSE (old.referralDate IS NULL OR new.referralDate IS NULL)
        AND (old.placementDate = new.placementDate
          OR coalesce(old.referralDate, old.placementDate, new.referralDate, new.placementDate) IS NULL) END
  QUALIFY row_number() OVER (PARTITION BY old.rowId ORDER BY new.referralDate = old.referralDate DESC NULLS LAST, new.rowId DESC) = 1`;

/** `sourceId` and `laterId`: the files of an earlier row and of the row used instead. */
export const besidesSql = `(SELECT old.sourceId, new.sourceId AS laterId, old.rowId AS oldId, newId
  FROM (${besides}) AS pair JOIN superseded AS old ON old.rowId = oldId JOIN pool AS new ON new.rowId = newId)`;

const paired = `(SELECT old.*, new.sourceId AS laterId, new.sourceRow AS laterRow,
    list_filter([${compared
      .map(({ name }) => `{'field': ${quote(name)}, 'was': ${text('old', name)}, 'now': ${text('new', name)}}`)
      .join(', ')}], lambda one: one.was IS DISTINCT FROM one.now) AS changes
  FROM (${besides}) AS pair JOIN superseded AS old ON old.rowId = oldId JOIN pool AS new ON new.rowId = newId) AS pair`;

/** No file has replaced a row of another. */
export async function nothingReplaced(db: Database): Promise<boolean> {
  const [any] = await query(db, 'SELECT count(*) AS n FROM superseded');
  return Number(any?.n) === 0;
}

/** The earlier files a file replaced rows of. */
export async function correctedBy(db: Database, sourceId: number): Promise<readonly Correction[]> {
  const rows = await db.run({
    sql: `SELECT pair.sourceId AS "sourceId", name, count(*) AS n, count(*) FILTER (WHERE len(changes) > 0) AS changed
      FROM ${paired} JOIN (SELECT sourceId, name FROM source) AS source ON source.sourceId = pair.sourceId
      WHERE laterId = ? GROUP BY ALL ORDER BY ALL`,
    parameters: [sourceId],
  });
  return rows.map((row) => ({
    sourceId: Number(row.sourceId),
    name: String(row.name),
    rows: Number(row.n),
    changed: Number(row.changed),
  }));
}

/** Answers of earlier files that the later file gives otherwise, commonest first. `sourceId`: the later file. */
export async function changesMadeBy(db: Database, sourceId: number): Promise<readonly Change[]> {
  const rows = await db.run({
    sql: `SELECT change.field AS field, change.was AS was, change.now AS "now", count(*) AS n
      FROM (SELECT unnest(changes) AS change FROM ${paired} WHERE laterId = ?) GROUP BY ALL ORDER BY n DESC, field, was, "now"`,
    parameters: [sourceId],
  });
  const said = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return rows.map((row) => ({
    field: row.field as FieldName,
    from: said(row.was),
    to: said(row.now),
    rows: Number(row.n),
  }));
}

/** Every changed answer as CSV, a row each: child, referral date, field, before and after, and where both stand. */
export function correctionsCsv(db: Database): Promise<Blob> {
  const name = (id: string) => harmless(`(SELECT name FROM source WHERE source.sourceId = ${id})`);
  return copyOut(
    db,
    `SELECT la_code, ${harmless('childId')}, referralDate, change.field, ${harmless('change.was')}, ${harmless('change.now')},
      ${name('earlierId')}, sourceRow, ${name('laterId')}, laterRow
    FROM (SELECT la_code, childId, referralDate, sourceId AS earlierId, sourceRow, laterId, laterRow, unnest(changes) AS change FROM ${paired})
    ORDER BY la_code, childId, referralDate, change.field`,
    ['la_code', 'child ID', 'referral date', 'field', 'was', 'is now', 'earlier file', 'row', 'later file', 'row'],
  );
}
