/**
 * A whole pool as one file, and back again exactly: rows, sources and problems as the engine holds them. Made at build
 * time for the shipped pool, when a pool is kept on a machine, and when one is handed to a colleague.
 */

import { strToU8, zipSync } from 'fflate';
import * as v from 'valibot';
import type { Database } from '@/lib/database/database';

/** Raised when a column is added or changes its meaning: an older file is then read from its CSVs again, not guessed at. */
const format = 2;

export const settingsSchema = v.object({
  format: v.literal(format),
  name: v.string(),
  synthetic: v.boolean(),
  columns: v.record(v.string(), v.array(v.object({ name: v.string(), type: v.string() }))),
});

export interface SnapshotSettings {
  readonly name: string;
  readonly synthetic: boolean;
}

export const snapshotTables = ['source', 'problem', 'pool', 'superseded', 'heldProblem'] as const;
export const bespokeFile = 'bespoke.csv';
const output = 'pool/snapshot.csv';

export async function columnsOf(database: Database, table: string): Promise<readonly { name: string; type: string }[]> {
  const rows = await database.run({
    sql: 'SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = ? ORDER BY ordinal_position',
    parameters: [table],
  });
  return rows
    .map((row) => ({ name: String(row.name), type: String(row.type) }))
    .filter(({ name }) => name !== 'bespoke');
}

async function copyOut(database: Database, select: string): Promise<Uint8Array> {
  await database.execute(
    `COPY (${select}) TO '${output}' (FORMAT csv, HEADER false, USE_TMP_FILE false, NULLSTR '\\N', FORCE_QUOTE *)`,
  );
  try {
    return await database.readFile(output);
  } finally {
    await database.dropFile(output);
  }
}

/** The pool as a zip. Rows of the user's own pool are in it: it goes to the user's machine and nowhere else. */
export async function writeSnapshot(database: Database, settings: SnapshotSettings): Promise<Uint8Array> {
  const columns: Record<string, readonly { name: string; type: string }[]> = {};
  const files: Record<string, Uint8Array> = {};
  for (const table of snapshotTables) {
    const found = await columnsOf(database, table);
    columns[table] = found;
    files[`${table}.csv`] = await copyOut(
      database,
      `SELECT ${found.map(({ name }) => `"${name}"`).join(', ')} FROM ${table}`,
    );
  }
  files[bespokeFile] = await copyOut(
    database,
    `SELECT rowId, entry.key, entry.value FROM (SELECT rowId, unnest(map_entries(bespoke)) AS entry
      FROM (SELECT rowId, bespoke FROM pool UNION ALL SELECT rowId, bespoke FROM superseded) WHERE bespoke IS NOT NULL)`,
  );
  files['pool.json'] = strToU8(
    JSON.stringify({
      format,
      ...settings,
      columns: Object.fromEntries(
        Object.entries(columns).map(([table, list]) => [
          table,
          list.map(({ name, type }) => ({ name, type: type.startsWith('ENUM') ? 'ENUM' : type })),
        ]),
      ),
    }),
  );
  return zipSync(files, { level: 6 });
}
