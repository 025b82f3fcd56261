import type { Database, Row } from '@/lib/database/database';
import { quote } from '@/lib/standard/sql';

/** Our own codes and numbers, never a user's words, in the places of `$1`, `$2`… */
export type Own = string | number;

function filled(sql: string, values: readonly Own[]): string {
  return sql.replace(/\$(\d)(?!\d)/g, (mark, place: string) => {
    const value = values[Number(place) - 1];
    return value === undefined ? mark : typeof value === 'number' ? String(value) : quote(value);
  });
}

export async function execute(
  db: Database,
  sql: string,
  values: readonly Own[] = [],
  signal?: AbortSignal,
): Promise<void> {
  await db.execute(filled(sql, values), signal);
}

export function query(
  db: Database,
  sql: string,
  values: readonly Own[] = [],
  signal?: AbortSignal,
): Promise<readonly Row[]> {
  return db.run({ sql: filled(sql, values), parameters: [] }, signal);
}

/** What each engine has planned already. */
const planned = new WeakMap<Database, Map<string, string>>();

/**
 * Runs a statement planned once an engine, and again only after its table was made anew: a long statement costs more to
 * plan than a small file costs to read. It may read no table but `raw_row`: the engine plans over a table by the least
 * and the most it holds at that moment, and over any other a plan kept longer gives wrong answers without a word.
 */
export async function executePlanned(db: Database, name: string, sql: string, signal?: AbortSignal): Promise<void> {
  const known = planned.get(db) ?? new Map<string, string>();
  planned.set(db, known);
  if (known.get(name) !== sql) {
    await db.execute(`PREPARE ${name} AS ${sql}`);
    known.set(name, sql);
  }
  await db.execute(`EXECUTE ${name}`, signal);
}
