/** Which rows of a file are placements, and why the others are set aside, as SQL over the named cells of a row. */
import { type FieldName, fieldOf, poolFields } from '@/lib/standard/fields';
import { headerKey } from '@/lib/standard/key';
import { quoteAll } from '@/lib/standard/sql';

/** The column that holds the cell a field is read from. */
export const rawName = (field: FieldName): string => `raw_${field}`;

const childHeadings = (() => {
  const { name, template = '', headings, label } = fieldOf('childId');
  return quoteAll([...new Set([name, template, label, ...headings].map(headerKey))]);
})();

/** Headings where the child's ID should be: those of another file, in another order. */
const otherHeadings = quoteAll([
  ...new Set(poolFields.flatMap(({ name, template = '', headings }) => [name, template, ...headings]).map(headerKey)),
]);

/** Most child IDs: a few letters and then figures. Nothing else needs looking at. */
const ordinary = '[A-Za-z]{0,6}[-/_ ]?[0-9][A-Za-z0-9/_-]{0,18}';
const letters = `regexp_replace(lower(childId), '[^a-z0-9]+', '', 'g')`;

/** What stands in the first column of a line under the table. */
const sums = 'averages?|avg\\.?|means?|medians?|sums?|minimum|maximum';
const notes =
  'notes?|sources?|prepared|completed|submitted|signed|extract|printed|contact|end( of|\\W*$)|key\\W*$|count|no\\.? of|number of|official|confidential';

/** Sentences where values should be: nothing in the row says anything of a child. */
const unread = ['neededBy', 'placementType', 'totalWeeklyCost', 'referralDate', 'placementDate']
  .map((name) => `${name} IS NULL`)
  .join(' AND ');

/**
 * A reason of `setAsideReasons`, `blank`, or NULL for a placement. Reads `childId` and `providerURN` as typed, and the
 * raw columns named in `raw`, and `bespoke`.
 */
export function reasonSql(raw: readonly string[], hasProvider: boolean): string {
  const provider = hasProvider ? 'providerURN' : 'NULL';
  const cells = raw.map((name) => `"${name}"`).join(', ');
  const count = `(len(list_filter([${cells}], lambda cell: trim(cell) <> '')) + coalesce(cardinality(bespoke), 0))`;
  const long = `len(list_filter([${cells}], lambda cell: length(cell) > 40))`;
  return `CASE
    WHEN childId IS NULL THEN CASE ${count} WHEN 0 THEN 'blank' WHEN 1 THEN 'totals or notes'
      ELSE 'no child ID' END
    WHEN ${provider} = 'ABCD10293002' OR upper(childId) = 'ABCD2012' THEN 'example row'
    WHEN regexp_full_match(childId, '${ordinary}') THEN NULL
    WHEN list_contains([${childHeadings}], ${letters}) THEN 'headings repeated'
    WHEN list_contains([${otherHeadings}], ${letters}) AND ${count} > 2 THEN 'headings repeated'
    WHEN ${letters} LIKE 'determinantsofplacement%' THEN 'group row'
    WHEN ${letters} LIKE 'childid%' AND length(childId) > 30 THEN 'description row'
    WHEN regexp_matches(lower(childId), '^(grand\\s+|overall\\s+|sub-?\\s*)?totals?(\\s|:|$)') THEN 'totals or notes'
    WHEN regexp_full_match(lower(childId), '(overall\\s+)?(${sums})(\\s*[:=(].*|\\s+(of|cost)\\s.*)?') THEN 'totals or notes'
    WHEN regexp_matches(lower(childId), '^\\W*(${notes}|\\*)|(\\S+\\s+){3}') AND ${count} <= 2 THEN 'totals or notes'
    WHEN ${count} = 1 AND regexp_matches(childId, '\\S\\s+\\S') THEN 'totals or notes'
    WHEN ${unread} AND (regexp_matches(childId, '\\n|(\\S+\\s+){3}\\S') OR ${long} >= 5) THEN 'description row'
    END`;
}
