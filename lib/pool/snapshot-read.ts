/** Reads a saved pool back, beside what is in the pool. */
import { strFromU8, unzipSync } from 'fflate';
import * as v from 'valibot';
import type { Database } from '@/lib/database/database';
import { settleAgain } from '@/lib/ingest/identity';
import { bespokeFile, columnsOf, type SnapshotSettings, settingsSchema, snapshotTables } from './snapshot';

export class SnapshotUnreadable extends Error {
  override readonly name = 'SnapshotUnreadable';
}

const input = 'pool/snapshot.csv';

const csv = `header = false, delim = ',', quote = '"', escape = '"', nullstr = '\\N', auto_detect = false, all_varchar = true, allow_quoted_nulls = false, parallel = false, max_line_size = 16000000`;

function listed(names: readonly string[]): string {
  return `columns = {${names.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ')}}`;
}

async function copyIn(database: Database, bytes: Uint8Array, statement: string): Promise<void> {
  await database.registerFile(input, bytes);
  try {
    await database.execute(statement);
  } finally {
    await database.dropFile(input);
  }
}

/** Added to the ids of a snapshot, so that they follow those of the pool it joins. */
type Offsets = Readonly<Record<string, number>>;

async function fill(
  database: Database,
  table: string,
  names: readonly string[],
  bytes: Uint8Array,
  offsets: Offsets,
): Promise<void> {
  const own = await columnsOf(database, table);
  const known = new Set(own.map(({ name }) => name));
  if (own.length !== names.length || names.some((name) => !known.has(name))) {
    throw new SnapshotUnreadable(
      'This file was saved by another version of Sufficiency. Open the returns it was made from instead.',
    );
  }
  const select = names
    .map((name, index) => (offsets[name] ? `c${index}::INTEGER + ${offsets[name]}` : `c${index}`))
    .join(', ');
  const into = names.map((name) => `"${name}"`).join(', ');
  if (bytes.length > 0)
    await copyIn(
      database,
      bytes,
      `INSERT INTO ${table} (${into}) SELECT ${select} FROM read_csv('${input}', ${csv}, ${listed(names)})`,
    );
}

async function fillBespoke(database: Database, bytes: Uint8Array, { rowId = 0 }: Offsets): Promise<void> {
  if (bytes.length === 0) return;
  for (const table of ['pool', 'superseded'])
    await copyIn(
      database,
      bytes,
      `UPDATE ${table} SET bespoke = entries.found FROM (SELECT c0::INTEGER + ${rowId} AS id, map_from_entries(list({key: c1, value: c2})) AS found
       FROM read_csv('${input}', ${csv}, ${listed(['', '', ''])}) GROUP BY 1) AS entries WHERE ${table}.rowId = entries.id`,
    );
}

/** Whether a saved pool holds invented placements. Throws `SnapshotUnreadable` when it is not one of ours. */
export function isSynthetic(bytes: Uint8Array): boolean {
  return unpack(bytes).settings.synthetic;
}

interface Unpacked {
  readonly settings: v.InferOutput<typeof settingsSchema>;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** More than any pool that fits in a browser: an archive that unpacks to more was made to do harm. */
const largest = 1_500_000_000;

function unpack(bytes: Uint8Array): Unpacked {
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return size <= largest;
      },
    });
    return { files, settings: v.parse(settingsSchema, JSON.parse(strFromU8(files['pool.json'] ?? new Uint8Array()))) };
  } catch {
    throw new SnapshotUnreadable('This is not a pool saved by Sufficiency, or it is damaged.');
  }
}

async function fillAll(database: Database, { settings, files }: Unpacked, offsets: Offsets): Promise<void> {
  for (const table of snapshotTables) {
    const names = (settings.columns[table] ?? []).map(({ name }) => name);
    await fill(database, table, names, files[`${table}.csv`] ?? new Uint8Array(), offsets);
  }
  await fillBespoke(database, files[bespokeFile] ?? new Uint8Array(), offsets);
}

export interface Appended extends SnapshotSettings {
  readonly sourceIds: readonly number[];
  readonly rows: number;
}

async function oneNumber(database: Database, sql: string): Promise<number> {
  const [row] = await database.run({ sql, parameters: [] });
  return Number(row?.n ?? 0);
}

/**
 * Adds a snapshot to the pool, all of it or none. Throws `SnapshotUnreadable` when it is not one of ours, or when a file in
 * it is in the pool already: its placements would be counted twice.
 */
export async function appendSnapshot(database: Database, bytes: Uint8Array): Promise<Appended> {
  const unpacked = unpack(bytes);
  const offsets = {
    sourceId: await oneNumber(database, 'SELECT coalesce(max(sourceId), 0) AS n FROM source'),
    rowId: await oneNumber(
      database,
      'SELECT coalesce(max(rowId), 0) AS n FROM (SELECT rowId FROM pool UNION ALL SELECT rowId FROM superseded)',
    ),
    standing: await oneNumber(database, 'SELECT coalesce(max(standing), 0) AS n FROM source'),
  };
  await database.execute('BEGIN TRANSACTION');
  try {
    await fillAll(database, unpacked, offsets);
    const twice = await database.run({
      sql: `SELECT fresh.name FROM source AS fresh JOIN source AS held ON held.name = fresh.name AND held.rowsIn = fresh.rowsIn
        AND held.loaded = fresh.loaded AND held.la_code IS NOT DISTINCT FROM fresh.la_code
        WHERE fresh.sourceId > ? AND held.sourceId <= ?`,
      parameters: [offsets.sourceId, offsets.sourceId],
    });
    if (twice.length > 0)
      throw new SnapshotUnreadable(
        `This pool holds ${twice.length === 1 ? 'a file' : `${twice.length} files`} already loaded, ${String(twice[0]?.name)} among them. Remove ${twice.length === 1 ? 'it' : 'them'} first, or start an empty pool.`,
      );
    const fresh = await database.run({
      sql: 'SELECT sourceId FROM source WHERE sourceId > ?',
      parameters: [offsets.sourceId],
    });
    if (offsets.sourceId > 0)
      await settleAgain(
        database,
        fresh.map((row) => Number(row.sourceId)),
      );
    const added = await database.run({
      sql: 'SELECT sourceId, loaded FROM source WHERE sourceId > ?',
      parameters: [offsets.sourceId],
    });
    await database.execute('COMMIT');
    const { name, synthetic } = unpacked.settings;
    return {
      name,
      synthetic,
      sourceIds: added.map((row) => Number(row.sourceId)),
      rows: added.reduce((sum, row) => sum + Number(row.loaded), 0),
    };
  } catch (error) {
    await database.execute('ROLLBACK').catch(() => undefined);
    if (
      error instanceof SnapshotUnreadable ||
      !(error instanceof Error) ||
      !/conversion|cast|invalid input/i.test(error.message)
    )
      throw error;
    throw new SnapshotUnreadable('This is not a pool saved by Sufficiency, or it is damaged.');
  }
}
