import type { Database } from '@/lib/database/database';

/** All of it or none: whatever the work throws, the pool is as it was. */
export async function inTransaction<T>(db: Database, work: () => Promise<T>): Promise<T> {
  await db.execute('BEGIN TRANSACTION');
  try {
    const result = await work();
    await db.execute('COMMIT');
    return result;
  } catch (error) {
    await db.execute('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
