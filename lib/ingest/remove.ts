/** Takes files out of the pool with all they brought; rows they had replaced are used again. */
import type { Database } from '@/lib/database/database';
import { settleAgain } from './identity';
import { inTransaction } from './transaction';

const tables = ['pool', 'superseded', 'problem', 'heldProblem', 'source'] as const;

/** All or none. A source that is not there is no error. */
export async function removeSources(db: Database, sourceIds: readonly number[]): Promise<void> {
  if (sourceIds.length === 0) return;
  if (!sourceIds.every(Number.isInteger)) throw new TypeError(`Not sources: ${sourceIds.join(', ')}`);
  await inTransaction(db, async () => {
    for (const table of tables) await db.execute(`DELETE FROM ${table} WHERE sourceId IN (${sourceIds.join(', ')})`);
    await settleAgain(db);
  });
}

/** Leaves the pool open and empty. */
export async function emptyPool(db: Database): Promise<void> {
  await inTransaction(db, async () => {
    for (const table of tables) await db.execute(`DELETE FROM ${table}`);
  });
}
