import * as v from 'valibot';
import type { Database } from '@/lib/database/database';
import { readRows } from './read';

export interface SourceRow {
  readonly sourceId: number;
  readonly name: string;
  /** GSS code of the file's authority; null where its rows name their own. */
  readonly code: string | null;
  readonly rowsIn: number;
  readonly loaded: number;
  readonly setAside: number;
  readonly vocabulary: string;
  readonly template: string | null;
  readonly encoding: string | null;
  readonly educationPolarity: 'disrupted' | 'continued';
  readonly siblingsIncludeChild: boolean;
  readonly violations: number;
  readonly warnings: number;
  /** How the authority was known; only where no column says it can it be another. */
  readonly authorityFrom: string;
  /** The day it was sent, ISO. */
  readonly sentOn: string | null;
  /** Its place in the order of sending: of two files with one placement the later is used. */
  readonly standing: number;
  /** First days, ISO, of the first and the last quarter it is for. */
  readonly quarterFrom: string | null;
  readonly quarterTo: string | null;
  /** First and last month of its placements, as month indexes. */
  readonly from: number | null;
  readonly to: number | null;
}

const sql = `
  WITH bad AS (
    SELECT sourceId, count(*) FILTER (severity = 'violation') AS violations, count(*) FILTER (severity = 'warning') AS warnings
    FROM problem GROUP BY sourceId),
  span AS (
    SELECT sourceId, min(coalesce(placementMonth, referralMonth)) AS first, max(coalesce(placementMonth, referralMonth)) AS last
    FROM pool GROUP BY sourceId)
  SELECT s.sourceId, s.name, s.la_code AS code, s.rowsIn AS "rowsIn", s.loaded, s.setAside AS "setAside", s.vocabulary, s.template, s.encoding,
    s.educationPolarity AS "educationPolarity", s.siblingsIncludeChild AS "siblingsIncludeChild",
    coalesce(bad.violations, 0) AS violations, coalesce(bad.warnings, 0) AS warnings, span.first AS "from", span.last AS "to",
    coalesce(s.authorityFrom, 'column') AS "authorityFrom", strftime(s.sentOn, '%Y-%m-%d') AS "sentOn", s.standing,
    strftime(s.quarterFrom, '%Y-%m-%d') AS "quarterFrom", strftime(s.quarterTo, '%Y-%m-%d') AS "quarterTo"
  FROM source s LEFT JOIN bad USING (sourceId) LEFT JOIN span USING (sourceId) ORDER BY s.name, s.sourceId`;

const entries = {
  sourceId: v.number(),
  name: v.string(),
  code: v.nullable(v.string()),
  rowsIn: v.number(),
  loaded: v.number(),
  setAside: v.number(),
  vocabulary: v.string(),
  template: v.nullable(v.string()),
  encoding: v.nullable(v.string()),
  educationPolarity: v.picklist(['disrupted', 'continued']),
  siblingsIncludeChild: v.boolean(),
  violations: v.number(),
  warnings: v.number(),
  from: v.nullable(v.number()),
  to: v.nullable(v.number()),
  authorityFrom: v.string(),
  sentOn: v.nullable(v.string()),
  standing: v.number(),
  quarterFrom: v.nullable(v.string()),
  quarterTo: v.nullable(v.string()),
};

/** Every file of the pool, by name. */
export function readSources(database: Database): Promise<readonly SourceRow[]> {
  return readRows(database, sql, entries);
}
