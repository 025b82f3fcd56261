/** Rows as the SQL promised them, or a clear error: nothing unchecked reaches a figure. */
import * as v from 'valibot';
import type { Row } from '@/lib/database/database';
import type { RowsByQuery } from '@/lib/measure/measure';

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const amount = v.nullable(v.number());
export const category = v.nullable(v.string());
export const slice = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4));
export const month = v.nullable(v.pipe(v.number(), v.integer()));

/** The rows of one named query, checked. Throws where the query did not run or a row is not as promised. */
export function checked<Entries extends v.ObjectEntries>(
  rows: RowsByQuery,
  query: string,
  entries: Entries,
): v.InferOutput<v.ObjectSchema<Entries, undefined>>[] {
  const found: readonly Row[] | undefined = rows[query];
  if (found === undefined) throw new Error(`No rows for query ${query}`);
  const result = v.safeParse(v.array(v.object(entries)), found);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new Error(`Query ${query} gave an unexpected ${v.getDotPath(issue) ?? 'row'}: ${issue.message}`);
}
