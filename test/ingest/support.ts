import type { Database, Row } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import { addFile } from '@/lib/ingest/add';
import type { AddOptions } from '@/lib/ingest/options';
import { openPool } from '@/lib/ingest/pool';
import type { Loaded } from '@/lib/ingest/report';
import { fieldColumns } from '@/lib/standard/column';

export async function emptyPoolDatabase(): Promise<Database> {
  const db = await openNodeDatabase();
  await openPool(db);
  return db;
}

export const utf8 = (text: string) => new TextEncoder().encode(text);

/** Adds text as a file and insists that it loads. */
export async function load(db: Database, text: string | Uint8Array, options: AddOptions & { name?: string } = {}) {
  const content = typeof text === 'string' ? utf8(text) : text;
  const result = await addFile(db, { name: 'Somerset.csv', content, ...options });
  if (result.status !== 'loaded') throw new Error(`Not loaded: ${result.status}`);
  return result satisfies Loaded;
}

export async function rows(db: Database, sql: string): Promise<readonly Row[]> {
  return db.run({ sql, parameters: [] });
}

/** One value of the pool's only row, as text. */
export async function value(db: Database, column: string): Promise<unknown> {
  const [row] = await rows(db, `SELECT "${column}"::VARCHAR AS x FROM pool ORDER BY rowId DESC LIMIT 1`);
  return row?.x;
}

/** What is wrong, briefly: `row field value rule`. */
export async function problems(db: Database, severity: string): Promise<readonly string[]> {
  const found = await rows(
    db,
    `SELECT concat_ws(' | ', sourceRow, field, value, rule) AS x FROM problem
     WHERE severity = '${severity}' AND sourceRow IS NOT NULL ORDER BY ALL`,
  );
  return found.map((row) => String(row.x));
}

/** Every field of every row as text, in the order of the child IDs: what two pools must share to be the same. */
export async function contents(db: Database): Promise<readonly Row[]> {
  const columns = fieldColumns.map(({ name }) => `"${name}"::VARCHAR AS "${name}"`).join(', ');
  return rows(db, `SELECT la_code::VARCHAR AS la_code, ${columns} FROM pool ORDER BY ALL`);
}
