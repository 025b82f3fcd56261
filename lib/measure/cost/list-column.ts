import * as v from 'valibot';

/** A list the engine made of a column: its values come as one typed array, without an object a row. */
export interface ListColumn {
  toArray(): ArrayLike<number>;
}

export const listColumn = v.custom<ListColumn>(
  (value) => typeof value === 'object' && value !== null && 'toArray' in value && typeof value.toArray === 'function',
  'Expected a list',
);
