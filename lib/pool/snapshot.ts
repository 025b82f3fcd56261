/**
 * A whole pool as one file, and back again exactly: rows, sources and problems as the engine holds them. Made at build
 * time for the shipped pool, when a pool is kept on a machine, and when one is handed to a colleague.
 */

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as v from 'valibot';
import type { Database } from '@/lib/database/database';
import { emptyPool } from './change';

/** Raised when a column is added or changes its meaning: an older file is then read from its CSVs again, not guessed at. */
const format = 1;

const settingsSchema = v.object({
  format: v.literal(format),
  name: v.string(),
  synthetic: v.boolean(),
  columns: v.record(v.string(), v.array(v.object({ name: v.string(), type: v.string() }))),
});

export interface SnapshotSettings {
  readonly name: string;
  readonly synthetic: boolean;
}

export class SnapshotUnreadable extends Error {
  override readonly name = 'SnapshotUnreadable';
}

const tables = ['source', 'problem', 'pool'] as const;
const bespokeFile = 'bespoke.csv';
const output = 'pool/snapshot.csv';

async function columnsOf(database: Database, table: string): Promise<readonly { name: string; type: string }[]> {
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
  for (const table of tables) {
    const found = await columnsOf(database, table);
    columns[table] = found;
    files[`${table}.csv`] = await copyOut(
      database,
      `SELECT ${found.map(({ name }) => `"${name}"`).join(', ')} FROM ${table}`,
    );
  }
  files[bespokeFile] = await copyOut(
    database,
    'SELECT rowId, entry.key, entry.value FROM (SELECT rowId, unnest(map_entries(bespoke)) AS entry FROM pool WHERE bespoke IS NOT NULL)',
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

const csv = `header = false, delim = ',', quote = '"', escape = '"', nullstr = '\\N', auto_detect = false, all_varchar = true, allow_quoted_nulls = false, parallel = false, max_line_size = 16000000`;

function listed(names: readonly string[]): string {
  return `columns = {${names.map((name, index) => `'c${index}': 'VARCHAR'`).join(', ')}}`;
}

async function copyIn(database: Database, bytes: Uint8Array, statement: string): Promise<void> {
  await database.registerFile(output, bytes);
  try {
    await database.execute(statement);
  } finally {
    await database.dropFile(output);
  }
}

async function fill(database: Database, table: string, names: readonly string[], bytes: Uint8Array): Promise<void> {
  const own = await columnsOf(database, table);
  const known = new Set(own.map(({ name }) => name));
  if (own.length !== names.length || names.some((name) => !known.has(name))) {
    throw new SnapshotUnreadable(
      'This file was saved by another version of Sufficiency. Open the returns it was made from instead.',
    );
  }
  const select = names.map((_, index) => `c${index}`).join(', ');
  const into = names.map((name) => `"${name}"`).join(', ');
  if (bytes.length > 0)
    await copyIn(
      database,
      bytes,
      `INSERT INTO ${table} (${into}) SELECT ${select} FROM read_csv('${output}', ${csv}, ${listed(names)})`,
    );
}

async function fillBespoke(database: Database, bytes: Uint8Array): Promise<void> {
  if (bytes.length === 0) return;
  await copyIn(
    database,
    bytes,
    `UPDATE pool SET bespoke = entries.found FROM (SELECT c0::INTEGER AS id, map_from_entries(list({key: c1, value: c2})) AS found
       FROM read_csv('${output}', ${csv}, ${listed(['', '', ''])}) GROUP BY 1) AS entries WHERE pool.rowId = entries.id`,
  );
}

/** Fills the emptied pool from a snapshot. Throws `SnapshotUnreadable`, leaving the pool empty, when it is not one of ours. */
export async function readSnapshot(database: Database, bytes: Uint8Array): Promise<SnapshotSettings> {
  let files: Record<string, Uint8Array>;
  let settings: v.InferOutput<typeof settingsSchema>;
  try {
    files = unzipSync(bytes);
    settings = v.parse(settingsSchema, JSON.parse(strFromU8(files['pool.json'] ?? new Uint8Array())));
  } catch {
    throw new SnapshotUnreadable('This is not a pool saved by Sufficiency, or it is damaged.');
  }
  await emptyPool(database);
  for (const table of tables) {
    await fill(
      database,
      table,
      (settings.columns[table] ?? []).map(({ name }) => name),
      files[`${table}.csv`] ?? new Uint8Array(),
    );
  }
  await fillBespoke(database, files[bespokeFile] ?? new Uint8Array());
  return { name: settings.name, synthetic: settings.synthetic };
}
