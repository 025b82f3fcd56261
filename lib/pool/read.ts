/** What is loaded, for the Data page: sources, what each authority recorded, and where months are missing. */
import * as v from 'valibot';
import type { Database } from '@/lib/database/database';

/** Rows of a statement, checked; parameters are bound. */
export async function readRows<Entries extends v.ObjectEntries>(
  database: Database,
  sql: string,
  entries: Entries,
  parameters: readonly (string | number)[] = [],
): Promise<v.InferOutput<v.ObjectSchema<Entries, undefined>>[]> {
  return v.parse(v.array(v.object(entries)), await database.run({ sql, parameters }));
}

/** A list column, whatever the engine gives it as; NULL is an empty one. */
export function listOf<Item>(cell: unknown, read: (item: unknown) => Item): readonly Item[] {
  return Array.from((cell ?? []) as Iterable<unknown>, read);
}
