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

/** The engines whose pool is the site's own file as it lies. */
const asShipped = new WeakSet<Database>();

/**
 * Puts the pool of the file in the place of the engine's own, if it has one. It is read where it lies and cannot be changed:
 * most visitors only look. Throws when the file cannot be read: the engine then has no pool, and is to be thrown away.
 */
export async function openStore(database: Database, bytes: Uint8Array): Promise<void> {
  if (asShipped.has(database)) return;
  await database.registerFile(file, bytes);
  await database.execute(`ATTACH '${file}' AS shipped (READ_ONLY)`);
  await database.execute('USE shipped');
  await database.execute('DETACH DATABASE IF EXISTS store');
  asShipped.add(database);
}

/** Before a pool is changed: a shipped one is copied into the engine's own memory. */
export async function ownStore(database: Database): Promise<void> {
  if (!asShipped.has(database)) return;
  // Left by a copy that was not finished.
  await database.execute('DETACH DATABASE IF EXISTS store');
  // Compressed as it is committed, like the pool that files are read into.
  await database.execute("ATTACH ':memory:' AS store (COMPRESS)");
  await database.execute('COPY FROM DATABASE shipped TO store');
  await database.execute('USE store');
  await database.execute('DETACH shipped');
  asShipped.delete(database);
  await database.dropFile(file);
}
