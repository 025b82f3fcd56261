/** Writes what is wrong with the rows of files into the table `problem`: one statement a rule, each a quick scan. */
import type { Database } from '@/lib/database/database';
import { type FieldName, fields } from '@/lib/standard/fields';
import { type Rule, rowRules, unreadableAdvice } from '@/lib/standard/rule';
import { quote, quoteAll } from '@/lib/standard/sql';
import { notCollectedBy } from '@/lib/standard/template';
import { textSql } from './cell/text';
import type { Readable } from './file/read';
import { ownedRows } from './merge';
import type { Plan } from './plan';
import { type FileNote, fileNotes, type SetAsideReason, setAsideReasons } from './problem';
import { itemMark, valueMark } from './stage';
import { query } from './statement';

/** Adds what a statement finds to `problem`. */
type Insert = (select: string) => Promise<void>;

/** Rows of `staged` by what is to be said of them, so that nothing is looked for that is not there. */
export interface Found {
  readonly aside: number;
  readonly unowned: number;
  readonly bad: number;
  readonly surplus: number;
  /** Texts of rows that no authority goes by. */
  readonly unsaid: number;
}

const reasonAdvice = (reason: SetAsideReason) => quote(setAsideReasons[reason]);
const choose = (subject: string, pairs: readonly (readonly [string, string])[]) =>
  `CASE ${subject} ${pairs.map(([from, to]) => `WHEN ${quote(from)} THEN ${quote(to)}`).join(' ')} END`;

async function setAside(insert: Insert, found: Found): Promise<void> {
  if (found.aside > 0)
    await insert(`SELECT sourceId, sourceRow, 'childId', left(childId, 200), reason, 'set aside',
        ${choose('reason', Object.entries(setAsideReasons))} FROM staged JOIN staged_file USING (fileId) WHERE reason <> 'blank'`);
  if (found.unowned === 0) return;
  await insert(`SELECT sourceId, sourceRow, 'la_code', left(authorityText, 200),
      CASE WHEN authorityText IS NULL THEN 'no authority' ELSE 'authority not known' END, 'set aside',
      CASE WHEN authorityText IS NULL THEN ${reasonAdvice('no authority')} ELSE ${reasonAdvice('authority not known')} END
      FROM ${ownedRows} WHERE owner IS NULL`);
}

async function cellProblems(insert: Insert, found: Found): Promise<void> {
  const advice = choose(
    'field',
    fields.map((field) => [field.name, unreadableAdvice(field.name)] as const),
  );
  if (found.bad > 0)
    await insert(`SELECT sourceId, sourceRow, field, left(value, 200), 'not understood', 'violation', ${advice}
      FROM (SELECT sourceId, sourceRow, split_part(item, ${valueMark}, 1) AS field,
          ${textSql(`split_part(item, ${valueMark}, 2)`)} AS value
        FROM (SELECT sourceId, sourceRow, unnest(string_split(bad, ${itemMark})) AS item
          FROM ${ownedRows} WHERE owner IS NOT NULL AND bad IS NOT NULL)) WHERE value IS NOT NULL`);
  const note = (name: FileNote) => `${quote(name)}, 'warning', ${quote(fileNotes[name])}`;
  if (found.surplus > 0)
    await insert(`SELECT sourceId, sourceRow, 'childId', left(surplus, 200), ${note('surplus cells')}
      FROM ${ownedRows} WHERE owner IS NOT NULL AND surplus IS NOT NULL`);
  if (found.unsaid === 0) return;
  await insert(`SELECT sourceId, sourceRow, 'la_code', left(authorityText, 200), ${note('authority assumed')}
    FROM staged JOIN staged_file USING (fileId) WHERE reason IS NULL AND fallback IS NOT NULL
      AND authorityText IS NOT NULL AND authorityText NOT IN (SELECT text FROM authority_said)`);
}

const notUnderstood = (ids: string) => `FROM problem WHERE sourceId IN (${ids}) AND rule = 'not understood'`;

async function unreadFields(db: Database, ids: string): Promise<ReadonlySet<string>> {
  const rows = await query(db, `SELECT DISTINCT field::VARCHAR AS field ${notUnderstood(ids)}`);
  return new Set(rows.map((row) => String(row.field)));
}

const dates = fields.filter(({ type }) => type === 'date').map(({ name }) => name);
const monthFirst = '^(0?[1-9]|1[0-2])[-/. ](1[3-9]|2[0-9]|3[01])[-/. ][0-9]{2,4}';

/** A date that can only be month first throws doubt on every other of its column. */
const doubtful = (ids: string) => `SELECT DISTINCT sourceId, NULL, field, NULL, 'month before day', 'warning',
    ${quote(fileNotes['month before day'])} ${notUnderstood(ids)} AND field IN (${quoteAll(dates)})
    AND regexp_matches(value, ${quote(monthFirst)})`;

/** A cell that says something unreadable is not blank: it has been reported already. */
function ruleSelect({ rule, field, severity, breaks, value, advice }: Rule, ids: string, seen: boolean): string {
  const unseen = `ANTI JOIN (SELECT sourceId, sourceRow ${notUnderstood(ids)} AND field = ${quote(field)}) AS told
    USING (sourceId, sourceRow)`;
  return `SELECT sourceId, sourceRow, ${quote(field)}, ${value ?? 'NULL'}, ${quote(rule)}, ${quote(severity)}, ${quote(advice)}
    FROM pool ${seen ? unseen : ''} WHERE sourceId IN (${ids}) AND (${breaks})`;
}

const optional = new Set(['0..1', '0..*', 'extra']);

/** Problems of the file as a whole have no row: as values to insert. */
function fileProblems({ sourceId, plan }: Checked): readonly string[] {
  const held = heldBy(plan);
  const notAsked = new Set(notCollectedBy(plan.template));
  const say = (field: FieldName, rule: FileNote, severity: string) =>
    `(${sourceId}, NULL, ${quote(field)}, NULL, ${quote(rule)}, ${quote(severity)}, ${quote(fileNotes[rule])})`;
  const repeated = plan.fields.filter(({ columns }) => columns.length > 1);
  const absent = fields.filter(
    ({ name, cardinality, type }) => type !== 'officer' && !optional.has(cardinality) && !held.has(name),
  );
  return [
    ...repeated.map(({ field }) => say(field.name, 'columns repeated', 'warning')),
    ...absent.map(({ name }) => say(name, 'not collected', notAsked.has(name) ? 'note' : 'warning')),
  ];
}

/** Rows with an unpaired quote: as values to insert. */
function flawedRows({ sourceId, readable }: Checked): readonly string[] {
  const words = `'quote not paired', 'warning', ${quote(fileNotes['quote not paired'])}`;
  return readable.flawedRows.map((row) => `(${sourceId}, ${row}, 'childId', NULL, ${words})`);
}

const heldBy = (plan: Plan) => new Set<FieldName>(plan.fields.map(({ field }) => field.name));

const countBroken = `SELECT ${rowRules.map(({ breaks }, at) => `count(*) FILTER (WHERE ${breaks}) AS r${at}`).join(', ')} FROM pool`;

/** The rules that at least one row breaks: one scan finds them, so that a clean file pays for no more. */
async function brokenRules(db: Database, ids: string, signal?: AbortSignal): Promise<readonly Rule[]> {
  const [found] = await query(db, `${countBroken} WHERE sourceId IN (${ids})`, [], signal);
  return rowRules.filter((_, at) => Number(found?.[`r${at}`]) > 0);
}

/** A file whose rows are in the pool. */
export interface Checked {
  readonly sourceId: number;
  readonly plan: Plan;
  readonly readable: Readable;
}

/** Fills `problem` for files, after their rows are in the pool; `found` is of all of them. */
export async function checkSources(
  db: Database,
  files: readonly Checked[],
  found: Found,
  signal?: AbortSignal,
): Promise<void> {
  const insert: Insert = (select) => db.execute(`INSERT INTO problem ${select}`, signal);
  const idsOf = (some: readonly Checked[]) => some.map(({ sourceId }) => sourceId).join(', ');
  await setAside(insert, found);
  await cellProblems(insert, found);
  const unread = found.bad > 0 ? await unreadFields(db, idsOf(files)) : new Set<string>();
  if (dates.some((name) => unread.has(name))) await insert(doubtful(idsOf(files)));
  for (const rule of await brokenRules(db, idsOf(files), signal)) {
    // A field a file has no column for is reported once, not on every row.
    const asked = rule.rule === 'missing' ? files.filter(({ plan }) => heldBy(plan).has(rule.field)) : files;
    if (asked.length > 0)
      await insert(ruleSelect(rule, idsOf(asked), rule.rule === 'missing' && unread.has(rule.field)));
  }
  const values = files.flatMap((file) => [...fileProblems(file), ...flawedRows(file)]);
  if (values.length > 0) await db.execute(`INSERT INTO problem VALUES ${values.join(', ')}`, signal);
}
