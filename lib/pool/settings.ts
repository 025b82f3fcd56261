/** How a source's answers are read: each setting belongs to one file and is shown beside it. */
import type { Database } from '@/lib/database/database';

/** What Yes in the education column means in this file. */
export async function setEducationPolarity(
  database: Database,
  sourceId: number,
  polarity: 'disrupted' | 'continued',
): Promise<void> {
  await database.run({
    sql: 'UPDATE source SET educationPolarity = ? WHERE sourceId = ?',
    parameters: [polarity, sourceId],
  });
}

/** Whether this file counts the child itself among the siblings placed together. */
export async function setSiblingsIncludeChild(database: Database, sourceId: number, includes: boolean): Promise<void> {
  await database.run({
    sql: 'UPDATE source SET siblingsIncludeChild = ? WHERE sourceId = ?',
    parameters: [includes, sourceId],
  });
}
