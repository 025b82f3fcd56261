/**
 * The pool as the engine's own file. Its tables are read as they lie, where a saved pool is read row by row: what the site
 * ships is opened so, because a visitor waits for it. The file is of one engine version and one build: nothing to keep.
 */
import type { Database } from '@/lib/database/database';
import { quote } from '@/lib/standard/sql';

const file = 'pool/store.db';

/** Copies the pool into a file on disk: only for an engine that has one. */
export async function writeStore(database: Database, target: string): Promise<void> {
  await database.execute(`ATTACH ${quote(target)} AS shipped`);
  await database.execute('COPY FROM DATABASE store TO shipped');
  await database.execute('DETACH shipped');
}

/** Whether the pool that is open is the site's own file as it lies. */
async function isShipped(database: Database): Promise<boolean> {
  const found = await database.run({
    sql: "SELECT database_name FROM duckdb_databases() WHERE database_name = 'shipped'",
    parameters: [],
  });
  return found.length > 0;
}

/**
 * Puts the pool of the file in the place of the engine's own, if it has one. It is read where it lies and cannot be changed:
 * most visitors only look. Throws when the file cannot be read: the engine then has no pool, and is to be thrown away.
 */
export async function openStore(database: Database, bytes: Uint8Array): Promise<void> {
  if (await isShipped(database)) return;
  await database.registerFile(file, bytes);
  await database.execute(`ATTACH '${file}' AS shipped (READ_ONLY)`);
  await database.execute('USE shipped');
  await database.execute('DETACH DATABASE IF EXISTS store');
}

/** Before a pool is changed: a shipped one is copied into the engine's own memory. */
export async function ownStore(database: Database): Promise<void> {
  if (!(await isShipped(database))) return;
  // Left by a copy that was not finished.
  await database.execute('DETACH DATABASE IF EXISTS store');
  // Compressed as it is committed, like the pool that files are read into.
  await database.execute("ATTACH ':memory:' AS store (COMPRESS)");
  await database.execute('COPY FROM DATABASE shipped TO store');
  await database.execute('USE store');
  await database.execute('DETACH shipped');
  await database.dropFile(file);
}
