/** What the engine's lists look like in a row, checked. */
import * as v from 'valibot';

/** A list of numbers, or null where there were no rows to list. */
export const numberList = v.nullable(
  v.custom<{ toArray(): ArrayLike<number> }>(
    (value) => typeof value === 'object' && value !== null && 'toArray' in value && typeof value.toArray === 'function',
    'Expected a list',
  ),
);

/** The labels of an ENUM. */
export const nameList = v.pipe(
  v.custom<Iterable<unknown>>((value) => typeof value === 'object' && value !== null && Symbol.iterator in value),
  v.transform((value) => Array.from(value, String)),
);
