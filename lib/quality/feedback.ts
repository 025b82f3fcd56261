/** What to send back to one authority: every cell of its own returns to look at, and nobody else's rows. */
import * as v from 'valibot';
import type { Database } from '@/lib/database/database';
import type { FeedbackProblem, FeedbackRequest } from '@/lib/export/feedback';
import { readRows } from '@/lib/pool/read';
import { fieldOf, isFieldName, labelOf } from '@/lib/standard/fields';
import { rangeLabel } from '@/lib/view/month';
import { rightlyLeftOut, saidTwice } from './effect';
import { problemRows } from './problems';

/** A field's column in a file, as the file spells it; undefined where the file is no longer at hand. */
export type HeadingOf = (
  sourceId: number,
  field: string,
) => { readonly heading: string; readonly index: number } | undefined;

interface Request {
  readonly authority: { readonly code: string; readonly name: string };
  readonly headingOf: HeadingOf;
  /** The day of writing, `YYYY-MM-DD`. */
  readonly written: string;
}

const problemEntries = {
  file: v.string(),
  sourceId: v.number(),
  sourceRow: v.nullable(v.number()),
  field: v.nullable(v.string()),
  value: v.nullable(v.string()),
  advice: v.nullable(v.string()),
  severity: v.picklist(['set aside', 'violation', 'warning', 'note']),
  rule: v.string(),
  childId: v.nullable(v.string()),
  collected: v.nullable(v.boolean()),
};

type Found = v.InferOutput<v.ObjectSchema<typeof problemEntries, undefined>>;

/** One authority's problems. A row set aside from a file of several authorities is nobody's, and in no pack. */
const problems = `SELECT DISTINCT file, sourceId, sourceRow, field::VARCHAR AS field, value, advice::VARCHAR AS advice,
    severity::VARCHAR AS severity, rule::VARCHAR AS rule, childId AS "childId", collected
  FROM ${problemRows} WHERE code = ? AND rule <> 'replaced by a later file' ORDER BY sourceId, sourceRow, field`;
const sizes = `SELECT count(*) AS n, min(coalesce(placementMonth, referralMonth)) AS first, max(coalesce(placementMonth, referralMonth)) AS last
  FROM pool WHERE la_code::VARCHAR = ?`;
const aside = `SELECT coalesce(sum(setAside), 0)::DOUBLE AS n FROM source WHERE la_code = ?`;

/** The heading to give a column the file has not got: the form's own, else words the page knows. */
function headingToAdd(name: string): string {
  if (!isFieldName(name)) return name;
  const { template, headings } = fieldOf(name);
  return template ?? headings[0] ?? name;
}

function expected({ rule, field, advice, collected }: Found): string {
  const said = advice ?? '';
  if (field === null || collected !== false) return said;
  const heading = `“${headingToAdd(field)}”`;
  if (rule === 'not collected') return said.replace(/add the column\.$/, `add a column headed ${heading}.`);
  return rule === 'other not explained' ? `${said} Where there is no column for it, add one headed ${heading}.` : said;
}

/** As somebody would write it: `50`, not `50.0`. */
const plainly = (value: string) =>
  value.replace(/^(-?\d+)\.0(?= |$)/, '$1').replace(/ against (-?\d+)\.0$/, ' against $1');

export async function readFeedback(
  database: Database,
  { authority, headingOf, written }: Request,
): Promise<FeedbackRequest> {
  const found = await readRows(database, problems, problemEntries, [authority.code]);
  const [size] = await readRows(
    database,
    sizes,
    { n: v.number(), first: v.nullable(v.number()), last: v.nullable(v.number()) },
    [authority.code],
  );
  const [set] = await readRows(database, aside, { n: v.number() }, [authority.code]);
  const { first = null, last = null } = size ?? {};
  return {
    authority,
    written,
    period: first === null || last === null ? 'No dates' : rangeLabel({ from: first, to: last }),
    rows: (size?.n ?? 0) + (set?.n ?? 0),
    problems: found
      .filter(({ rule }) => !saidTwice.has(rule))
      .map((row): FeedbackProblem => {
        const column = row.field === null ? undefined : headingOf(row.sourceId, row.field);
        const label = row.field !== null && isFieldName(row.field) ? labelOf(row.field) : (row.field ?? '');
        const added = row.field !== null && row.collected === false ? headingToAdd(row.field) : label;
        return {
          authority: authority.code,
          file: row.file,
          row: row.sourceRow,
          child: row.childId ?? '',
          column: column?.heading ?? added,
          ...(column && { columnNumber: column.index }),
          value: plainly(row.value ?? ''),
          expected: expected(row),
          severity: rightlyLeftOut.has(row.rule) ? 'note' : row.severity,
        };
      }),
  };
}
