/** The tables a file, or several small ones, pass through on their way into the pool: made once, so that what was planned over them stays planned. */
import type { Database } from '@/lib/database/database';
import { createRaw, emptyRaw, widenRaw } from './own-headings';
import { createHeadings } from './raw';
import { createStaged } from './stage';

/** Up to here a file costs less to read than its statement to plan, and is read by the one planned before. */
const smallest = 5_000;

/** Rows taken out of a table go on holding memory until the table goes. */
const worn = 40_000;

/** Rows that have passed through an engine's tables since they were made. */
const passed = new WeakMap<Database, number>();

export const isSmall = (records: number): boolean => records <= smallest;

async function make(db: Database): Promise<void> {
  for (const statement of [
    createRaw,
    widenRaw,
    createHeadings,
    createStaged,
    'CREATE OR REPLACE TEMP TABLE authority_said (text VARCHAR, code la_option)',
    'CREATE OR REPLACE TEMP TABLE staged_file (fileId INTEGER, sourceId INTEGER, fallback la_option)',
  ])
    await db.execute(statement);
  passed.set(db, 0);
}

/** Ready and empty for so many records. */
export async function openStaging(db: Database, records: number): Promise<void> {
  const before = passed.get(db);
  if (before === undefined || before + records > worn) await make(db);
}

/** Empties the tables again, and gives their memory back where it is worth it. */
export async function closeStaging(db: Database, records: number): Promise<void> {
  const total = (passed.get(db) ?? 0) + records;
  // Until they are empty the tables count as not made: a failure here must leave no row to the next file.
  passed.delete(db);
  if (total > worn) return make(db);
  await db.execute(emptyRaw);
  for (const table of ['raw_heading', 'staged', 'authority_said', 'staged_file'])
    await db.execute(`DELETE FROM ${table}`);
  passed.set(db, total);
}
