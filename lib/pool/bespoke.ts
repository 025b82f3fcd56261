import * as v from 'valibot';
import type { Database } from '@/lib/database/database';
import { listOf, readRows } from './read';

/** More values than this and a list is no filter. */
const mostValues = 40;

const sql = `SELECT name, list(value ORDER BY value) AS "found" FROM (
    SELECT DISTINCT entry.key AS name, entry.value AS value FROM (SELECT unnest(map_entries(bespoke)) AS entry FROM pool WHERE bespoke IS NOT NULL)
    WHERE entry.value IS NOT NULL AND trim(entry.value) <> '')
  GROUP BY name HAVING count(*) <= ${mostValues} ORDER BY name`;

/** Columns beyond the standard that hold few enough values to filter by. */
export async function readBespoke(
  database: Database,
): Promise<readonly { readonly name: string; readonly values: readonly string[] }[]> {
  const rows = await readRows(database, sql, { name: v.string(), found: v.unknown() });
  return rows.map(({ name, found }) => ({ name, values: listOf(found, String) }));
}
