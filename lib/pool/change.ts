/** Makes, empties and trims the pool's tables. Loading is `lib/ingest`'s. */
import type { Database } from '@/lib/database/database';
import { openPool } from '@/lib/ingest/pool';
import { areaCodes } from '@/lib/place/places';

/** In a new engine: the empty tables. */
export async function makePool(database: Database): Promise<void> {
  await openPool(database, { places: await areaCodes() });
}

const tables = ['pool', 'source', 'problem'] as const;

async function alone(
  database: Database,
  statements: (run: (sql: string, ids: readonly number[]) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  await database.execute('BEGIN TRANSACTION');
  try {
    await statements((sql, ids) => database.run({ sql, parameters: ids }));
    await database.execute('COMMIT');
  } catch (error) {
    await database.execute('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

export function emptyPool(database: Database): Promise<void> {
  return alone(database, async (run) => {
    for (const table of tables) await run(`DELETE FROM ${table}`, []);
  });
}

/** Takes sources out with their rows and problems, all or none. */
export function removeSources(database: Database, sourceIds: readonly number[]): Promise<void> {
  if (sourceIds.length === 0) return Promise.resolve();
  const list = sourceIds.map(() => '?').join(', ');
  return alone(database, async (run) => {
    for (const table of tables) await run(`DELETE FROM ${table} WHERE sourceId IN (${list})`, sourceIds);
  });
}
