/** Takes files out of the pool: their rows, their problems and the duplicates they made of others' rows. */
import type { Database } from '@/lib/database/database';
import { duplicateSelect } from './check';

async function inTransaction(db: Database, statements: readonly string[]): Promise<void> {
  await db.execute('BEGIN TRANSACTION');
  try {
    for (const statement of statements) await db.execute(statement);
    await db.execute('COMMIT');
  } catch (error) {
    await db.execute('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Removes one file. A source that is not there is no error. */
export async function removeSource(db: Database, sourceId: number): Promise<void> {
  if (!Number.isInteger(sourceId)) throw new TypeError(`Not a source: ${sourceId}`);
  await inTransaction(db, [
    ...['pool', 'problem', 'source'].map((table) => `DELETE FROM ${table} WHERE sourceId = ${sourceId}`),
    "DELETE FROM problem WHERE rule = 'duplicate'",
    `INSERT INTO problem ${duplicateSelect(null)}`,
  ]);
}

/** Leaves the pool open and empty. */
export async function emptyPool(db: Database): Promise<void> {
  await inTransaction(
    db,
    ['pool', 'problem', 'source'].map((table) => `DELETE FROM ${table}`),
  );
}

/** What Yes means in a file's education column, or whether its sibling counts include the child. */
export interface SourceSettings {
  readonly educationPolarity?: 'disrupted' | 'continued';
  readonly siblingsIncludeChild?: boolean;
}

/** Changes a file's settings; measures read them from `source`. */
export async function setSourceSettings(db: Database, sourceId: number, settings: SourceSettings): Promise<void> {
  const { educationPolarity = null, siblingsIncludeChild = null } = settings;
  await db.run({
    sql: `UPDATE source SET educationPolarity = coalesce(?, educationPolarity),
      siblingsIncludeChild = coalesce(?, siblingsIncludeChild) WHERE sourceId = ?`,
    parameters: [educationPolarity, siblingsIncludeChild, sourceId],
  });
}
