/** Rows as the SQL promised them, or a clear error: nothing unchecked reaches a figure. */
import * as v from 'valibot';
import type { Row } from '@/lib/database/database';
import type { RowsByQuery } from '@/lib/measure/measure';

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const amount = v.nullable(v.number());
export const category = v.nullable(v.string());
export const slice = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4));
export const month = v.nullable(v.pipe(v.number(), v.integer()));

interface Check {
  readonly entries: v.ObjectEntries;
  readonly output: readonly unknown[];
}

/** Figures of one page read the same rows: each is checked once for what is asked of it. */
const done = new WeakMap<readonly Row[], Check[]>();

function asksTheSame(one: v.ObjectEntries, other: v.ObjectEntries): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/**
 * The rows of one named query, checked; the rows themselves may be shared with other figures. Throws where the query
 * did not run or a row is not as promised.
 */
export function checked<Entries extends v.ObjectEntries>(
  rows: RowsByQuery,
  query: string,
  entries: Entries,
): Readonly<v.InferOutput<v.ObjectSchema<Entries, undefined>>>[] {
  type Output = Readonly<v.InferOutput<v.ObjectSchema<Entries, undefined>>>;
  const found: readonly Row[] | undefined = rows[query];
  if (found === undefined) throw new Error(`No rows for query ${query}`);
  const before = done.get(found) ?? [];
  const same = before.find((check) => asksTheSame(check.entries, entries));
  if (same) return [...(same.output as readonly Output[])];
  const result = v.safeParse(v.array(v.object(entries)), found);
  if (result.success) {
    done.set(found, [...before, { entries, output: result.output }]);
    return [...result.output];
  }
  const issue = result.issues[0];
  throw new Error(`Query ${query} gave an unexpected ${v.getDotPath(issue) ?? 'row'}: ${issue.message}`);
}
