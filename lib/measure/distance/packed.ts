/**
 * Promises the page's placements in one query: two integers each, what is known of a placement packed into
 * them, so that every count of the page comes from one scan instead of a grouping each.
 */
import type { Row } from '@/lib/database/database';
import { checked } from '@/lib/measure/check';
import type { KeptColumn } from '@/lib/measure/column';
import { nameList, numberList } from '@/lib/measure/distance/check-list';
import { type Scan, scan } from '@/lib/measure/distance/scan';
import type { Queries, RowsByQuery } from '@/lib/measure/measure';
import { insideSql } from '@/lib/place/band';

export const packedColumns: readonly KeptColumn[] = [
  'la_code',
  'secured',
  'distanceMiles',
  'distanceSigma',
  'distanceSource',
  'placement_la',
  'localCode',
  'isLocationPreferred',
  'outOfLAReason',
];

/** Month 0 of a packed month: January 1900. A placement without a date is at 0 too. */
export const firstMonth = 1900 * 12;
/** Month 4095 on (year 2241) has no room: such a date is a mistake, and counts as none. */
const monthSql = `CASE WHEN month BETWEEN ${firstMonth + 1} AND ${firstMonth + 4095} THEN month - ${firstMonth} ELSE 0 END`;

/** Fields from the lowest bit up, as `scan` takes them apart. Never `least` or `greatest`: the engine takes 0.15 µs a row for each. */
const who = `slice::INTEGER + 4 * enum_code(secured)::INTEGER + 16 * coalesce(enum_code(la_code)::INTEGER, 255)
  + 4096 * ${monthSql} + 16777216 * coalesce(localCode::INTEGER, 2) + 67108864 * coalesce(isLocationPreferred::INTEGER, 2)
  + 268435456 * coalesce(enum_code(outOfLAReason)::INTEGER, 4)`;
const place = `coalesce((distanceMiles * 10)::INTEGER, 8191) + 8192 * coalesce(1 - ${insideSql}::INTEGER, 2)
  + 32768 * coalesce((distanceSigma * 100)::INTEGER, 0) + 134217728 * coalesce(enum_code(distanceSource)::INTEGER, 7)`;

export const packedQueries = {
  packed: {
    sql: `SELECT list(who) AS who, list(place) AS place FROM (SELECT (${who})::INTEGER AS who, (${place})::INTEGER AS place
      FROM kept WHERE slice <= 3)`,
    parameters: [],
  },
  labels: {
    sql: `SELECT enum_range(secured) AS secured, enum_range(la_code) AS authority, enum_range(outOfLAReason) AS reason,
      enum_range(distanceSource) AS source FROM kept LIMIT 1`,
    parameters: [],
  },
} as const satisfies Queries;

/** Several figures read the same rows: they are scanned once. */
const done = new WeakMap<readonly Row[], Scan>();

export function packedScan(rows: RowsByQuery): Scan {
  const found = rows.packed && done.get(rows.packed);
  if (found) return found;
  const [lists] = checked(rows, 'packed', { who: numberList, place: numberList });
  const [labels] = checked(rows, 'labels', {
    secured: nameList,
    authority: nameList,
    reason: nameList,
    source: nameList,
  });
  const result = scan(Int32Array.from(lists?.who?.toArray() ?? []), Int32Array.from(lists?.place?.toArray() ?? []), {
    secured: labels?.secured ?? [],
    authority: labels?.authority ?? [],
    reason: labels?.reason ?? [],
    source: labels?.source ?? [],
  });
  if (rows.packed) done.set(rows.packed, result);
  return result;
}
