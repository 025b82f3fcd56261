/**
 * Promises the page's usable costs in one query: a list a type, each placement's traits packed into one
 * integer, so that every distribution of the page is counted from one sorting instead of asked for one by one.
 */
import * as v from 'valibot';
import type { Query, Row } from '@/lib/database/database';
import { category, checked } from '@/lib/measure/check';
import type { KeptColumn } from '@/lib/measure/column';
import { type ListColumn, listColumn } from '@/lib/measure/cost/list-column';
import type { Queries, RowsByQuery } from '@/lib/measure/measure';
import { ascending } from '@/lib/method/grouped-spread';

export const costListColumns: readonly KeptColumn[] = [
  'la_code',
  'secured',
  'costOK',
  'totalWeeklyCost',
  'needBand',
  'neededBy',
  'matchCode',
  'registration',
  'needs0',
  'needs1',
  'needs2',
  'needs3',
];

/** Month 0 of a packed code: January 1900. A placement without a date is at 0 too. */
const firstMonth = 1900 * 12;

const lists: Query = {
  sql: `SELECT secured::VARCHAR AS secured, list(cost) AS costs, list(traits) AS traits,
      list("needsLow") AS "needsLow", list("needsHigh") AS "needsHigh"
    FROM (SELECT secured, totalWeeklyCost AS cost,
      coalesce(enum_code(la_code)::INTEGER, 255)
        + 256 * coalesce(enum_code(needBand)::INTEGER, 3)
        + 1024 * coalesce(enum_code(neededBy)::INTEGER, 3)
        + 4096 * coalesce(matchCode::INTEGER, 3)
        + 16384 * coalesce(enum_code(registration)::INTEGER, 3)
        + 65536 * slice::INTEGER
        + 524288 * least(4095, greatest(0, coalesce(month - ${firstMonth}, 0))) AS traits,
      needs0::INTEGER * 729 + needs1 AS "needsLow", needs2::INTEGER * 729 + needs3 AS "needsHigh"
      FROM kept WHERE costOK AND slice <= 3)
    GROUP BY secured`,
  parameters: [],
};

const labels: Query = {
  sql: `SELECT enum_range(la_code) AS authority, enum_range(needBand) AS band, enum_range(neededBy) AS notice,
    enum_range(registration) AS registration FROM kept LIMIT 1`,
  parameters: [],
};

export const costQueries: Queries = { costs: lists, labels };

/** The value of each trait, as a code: 3 (255 for the authority) is "not recorded". */
export const trait = {
  authority: (traits: number) => traits & 255,
  band: (traits: number) => (traits >>> 8) & 3,
  notice: (traits: number) => (traits >>> 10) & 3,
  /** 1 matched, 0 not. */
  match: (traits: number) => (traits >>> 12) & 3,
  registration: (traits: number) => (traits >>> 14) & 3,
  slice: (traits: number) => (traits >>> 16) & 7,
  /** Month index as the pool counts them; `firstMonth` where there is no date. */
  month: (traits: number) => (traits >>> 19) + firstMonth,
} as const;

/** The usable costs of one type of home, from lowest to highest, and what is known of each. */
export interface TypeCosts {
  readonly type: string;
  readonly cost: Float64Array;
  readonly traits: Int32Array;
  /** needs0 × 729 + needs1, and needs2 × 729 + needs3 (lib/measure/packed.ts). */
  readonly needsLow: Int32Array;
  readonly needsHigh: Int32Array;
}

export interface PackedCosts {
  readonly types: readonly TypeCosts[];
  /** What each trait's codes stand for. */
  readonly labels: Readonly<Record<'authority' | 'band' | 'notice' | 'registration', readonly string[]>>;
}

const names = v.pipe(
  v.custom<Iterable<unknown>>((value) => typeof value === 'object' && value !== null && Symbol.iterator in value),
  v.transform((value) => Array.from(value, String)),
);

function sorted(row: { secured: string | null } & Record<'costs' | 'traits' | 'needsLow' | 'needsHigh', ListColumn>) {
  // Filled by `set`: `from` would walk it value by value.
  const listed = row.costs.toArray();
  const costs = new Float64Array(listed.length);
  costs.set(listed);
  const order = ascending(costs);
  const cost = new Float64Array(costs.length);
  for (let i = 0; i < order.length; i += 1) cost[i] = costs[order[i] ?? 0] ?? 0;
  const inOrder = (list: ListColumn): Int32Array => {
    const values = list.toArray();
    if (values.length !== costs.length) throw new Error('Query costs gave lists of different lengths');
    const result = new Int32Array(order.length);
    for (let i = 0; i < order.length; i += 1) result[i] = values[order[i] ?? 0] ?? 0;
    return result;
  };
  return {
    type: row.secured ?? '',
    cost,
    traits: inOrder(row.traits),
    needsLow: inOrder(row.needsLow),
    needsHigh: inOrder(row.needsHigh),
  };
}

/** Sorting is most of the work and several figures read the same rows. */
const done = new WeakMap<readonly Row[], PackedCosts>();

/** The checked and sorted costs of `costQueries`. */
export function packedCosts(rows: RowsByQuery): PackedCosts {
  const found = rows.costs && done.get(rows.costs);
  if (found) return found;
  const list = { costs: listColumn, traits: listColumn, needsLow: listColumn, needsHigh: listColumn };
  const types = checked(rows, 'costs', { secured: category, ...list }).map(sorted);
  const [label] = checked(rows, 'labels', { authority: names, band: names, notice: names, registration: names });
  const result = { types, labels: label ?? { authority: [], band: [], notice: [], registration: [] } };
  if (rows.costs) done.set(rows.costs, result);
  return result;
}
