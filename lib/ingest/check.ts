/** Writes what is wrong with a file's rows into the table `problem`: one statement a rule, each a quick scan. */
import type { Database } from '@/lib/database/database';
import { type FieldName, fields } from '@/lib/standard/fields';
import { type Rule, rowRules, unreadableAdvice } from '@/lib/standard/rule';
import { quote } from '@/lib/standard/sql';
import { notCollectedBy } from '@/lib/standard/template';
import { textSql } from './cell/text';
import { ownedRows } from './merge';
import type { Plan } from './plan';
import { type FileNote, fileNotes, type SetAsideReason, setAsideReasons } from './problem';
import { itemMark, valueMark } from './stage';
import { execute, query } from './statement';
import type { Ownership } from './whose';

/** Adds what a statement finds to `problem`; `$1` is the file, `$2` the authority of rows that do not say. */
type Insert = (select: string) => Promise<void>;

/** Rows of `staged` by what is to be said of them, so that nothing is looked for that is not there. */
export interface Found {
  readonly aside: number;
  readonly unowned: number;
  readonly bad: number;
  readonly surplus: number;
  /** Rows with an authority's text that no authority goes by. */
  readonly unsaid: number;
}

const reasonAdvice = (reason: SetAsideReason) => quote(setAsideReasons[reason]);
const choose = (subject: string, pairs: readonly (readonly [string, string])[]) =>
  `CASE ${subject} ${pairs.map(([from, to]) => `WHEN ${quote(from)} THEN ${quote(to)}`).join(' ')} END`;

async function setAside(insert: Insert, fallback: string | null, found: Found): Promise<void> {
  if (found.aside > 0)
    await insert(`SELECT $1::INTEGER, sourceRow, 'childId', left(childId, 200), reason, 'set aside',
        ${choose('reason', Object.entries(setAsideReasons))} FROM staged WHERE reason <> 'blank'`);
  if (fallback !== null || found.unowned === 0) return;
  await insert(`SELECT $1::INTEGER, sourceRow, 'la_code', left(authorityText, 200),
      CASE WHEN authorityText IS NULL THEN 'no authority' ELSE 'authority not known' END, 'set aside',
      CASE WHEN authorityText IS NULL THEN ${reasonAdvice('no authority')} ELSE ${reasonAdvice('authority not known')} END
      FROM ${ownedRows("''")} WHERE owner IS NULL`);
}

async function cellProblems(insert: Insert, fallback: string | null, found: Found): Promise<void> {
  const advice = choose(
    'field',
    fields.map((field) => [field.name, unreadableAdvice(field.name)] as const),
  );
  if (found.bad > 0)
    await insert(`SELECT $1::INTEGER, sourceRow, field, left(value, 200), 'not understood', 'violation', ${advice}
      FROM (SELECT sourceRow, split_part(item, ${valueMark}, 1) AS field, ${textSql(`split_part(item, ${valueMark}, 2)`)} AS value
        FROM (SELECT sourceRow, unnest(string_split(bad, ${itemMark})) AS item
          FROM ${ownedRows('$2')} WHERE owner IS NOT NULL AND bad IS NOT NULL)) WHERE value IS NOT NULL`);
  const note = (name: FileNote) => `${quote(name)}, 'warning', ${quote(fileNotes[name])}`;
  if (found.surplus > 0)
    await insert(`SELECT $1::INTEGER, sourceRow, 'childId', left(surplus, 200), ${note('surplus cells')}
      FROM ${ownedRows('$2')} WHERE owner IS NOT NULL AND surplus IS NOT NULL`);
  if (fallback === null || found.unsaid === 0) return;
  await insert(`SELECT $1::INTEGER, sourceRow, 'la_code', left(authorityText, 200), ${note('authority assumed')}
    FROM staged WHERE reason IS NULL AND authorityText IS NOT NULL
      AND authorityText NOT IN (SELECT text FROM authority_said)`);
}

async function unreadFields(db: Database, sourceId: number): Promise<ReadonlySet<string>> {
  const sql = `SELECT DISTINCT field::VARCHAR AS field FROM problem WHERE sourceId = $1::INTEGER AND rule = 'not understood'`;
  return new Set((await query(db, sql, [sourceId])).map((row) => String(row.field)));
}

/** A cell that says something unreadable is not blank: it has been reported already. */
function ruleSelect({ rule, field, severity, breaks, value, advice }: Rule, seen: boolean): string {
  const unseen = seen
    ? `AND sourceRow NOT IN (SELECT sourceRow FROM problem WHERE sourceId = $1::INTEGER AND field = ${quote(field)}
        AND rule = 'not understood')`
    : '';
  return `SELECT $1::INTEGER, sourceRow, ${quote(field)}, ${value ?? 'NULL'}, ${quote(rule)}, ${quote(severity)}, ${quote(advice)}
    FROM pool WHERE sourceId = $1::INTEGER AND (${breaks}) ${unseen}`;
}

const optional = new Set(['0..1', '0..*', 'extra']);

/** Problems of the file as a whole have no row. */
async function fileProblems(db: Database, sourceId: number, plan: Plan): Promise<void> {
  const held = new Set<FieldName>(plan.fields.map(({ field }) => field.name));
  const notAsked = new Set(notCollectedBy(plan.template));
  const say = (field: FieldName, rule: FileNote, severity: string) =>
    `(${sourceId}, NULL, ${quote(field)}, NULL, ${quote(rule)}, ${quote(severity)}, ${quote(fileNotes[rule])})`;
  const repeated = plan.fields.filter(({ columns }) => columns.length > 1);
  const absent = fields.filter(
    ({ name, cardinality, type }) => type !== 'officer' && !optional.has(cardinality) && !held.has(name),
  );
  const values = [
    ...repeated.map(({ field }) => say(field.name, 'columns repeated', 'warning')),
    ...absent.map(({ name }) => say(name, 'not collected', notAsked.has(name) ? 'note' : 'warning')),
  ];
  if (values.length > 0) await db.execute(`INSERT INTO problem VALUES ${values.join(', ')}`);
}

const countBroken = `SELECT ${rowRules.map(({ breaks }, at) => `count(*) FILTER (WHERE ${breaks}) AS r${at}`).join(', ')}
  FROM pool WHERE sourceId = $1::INTEGER`;

/** The rules that at least one row breaks: one scan finds them, so that a clean file pays for no more. */
async function brokenRules(db: Database, sourceId: number, plan: Plan, signal?: AbortSignal): Promise<readonly Rule[]> {
  const held = new Set<FieldName>(plan.fields.map(({ field }) => field.name));
  const [found] = await query(db, countBroken, [sourceId], signal);
  // A field the file has no column for is reported once, not on every row.
  return rowRules.filter(
    (rule, at) => Number(found?.[`r${at}`]) > 0 && (rule.rule !== 'missing' || held.has(rule.field)),
  );
}

/** Fills `problem` for one source, after its rows are in the pool. `flawedRows`: rows with an unpaired quote. */
export async function checkSource(
  db: Database,
  sourceId: number,
  plan: Plan,
  { fallback }: Ownership,
  found: Found,
  flawedRows: readonly number[],
  signal?: AbortSignal,
): Promise<void> {
  const insert: Insert = (select) => execute(db, `INSERT INTO problem ${select}`, [sourceId, fallback ?? ''], signal);
  await setAside(insert, fallback, found);
  await cellProblems(insert, fallback, found);
  const unread = found.bad > 0 ? await unreadFields(db, sourceId) : new Set<string>();
  for (const rule of await brokenRules(db, sourceId, plan, signal))
    await insert(ruleSelect(rule, rule.rule === 'missing' && unread.has(rule.field)));
  await fileProblems(db, sourceId, plan);
  if (flawedRows.length === 0) return;
  const advice = `'quote not paired', 'warning', ${quote(fileNotes['quote not paired'])}`;
  await db.execute(
    `INSERT INTO problem SELECT ${sourceId}, unnest([${flawedRows.join(', ')}]), 'childId', NULL, ${advice}`,
    signal,
  );
}
