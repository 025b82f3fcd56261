/**
 * The pool as files a person can keep: the normalised CSV, which `addFile` reads back to the same pool, and the list of
 * what is wrong with it.
 */
import type { Database } from '@/lib/database/database';
import { poolFields, type StandardField } from '@/lib/standard/fields';
import type { Severity } from '@/lib/standard/rule';
import { quoteAll } from '@/lib/standard/sql';

const outputName = 'pool/outgoing.csv';

/** A leading apostrophe keeps a spreadsheet from running text as a formula; reading takes it off again. */
export const harmless = (text: string) =>
  `CASE WHEN regexp_matches(${text}, '^[=+@＝＋－＠\\t\\r\\n-]') THEN '''' || ${text} ELSE ${text} END`;

const yesNo = (column: string) => `CASE ${column} WHEN true THEN 'Yes' WHEN false THEN 'No' END`;

/** Values in the meaning a file with these headings has by default: Yes = continued, siblings without the child. */
function written({ name, type }: StandardField): string {
  if (name === 'siblingCount') return `CASE WHEN siblingsNotApplicable THEN 'NA' ELSE siblingCount::VARCHAR END`;
  if (name === 'isEducationContinuous') return yesNo(`(isEducationContinuous = (educationPolarity <> 'disrupted'))`);
  if (name === 'siblingsPlacedTogether') {
    return 'CASE WHEN siblingsIncludeChild AND siblingsPlacedTogether > 0 THEN siblingsPlacedTogether - 1 ELSE siblingsPlacedTogether END';
  }
  if (type === 'boolean') return yesNo(name);
  return type === 'text' || type === 'urn' || type === 'home' ? harmless(name) : name;
}

function csvLine(cells: readonly string[]): string {
  const safe = cells.map((cell) => (/^[=+@＝＋－＠\t\r\n-]/.test(cell) ? `'${cell}` : cell));
  const line = safe.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${line.join(',')}\r\n`;
}

/** Rows of a query under headings, as CSV. */
export async function copyOut(db: Database, select: string, headings: readonly string[]): Promise<Blob> {
  await db.execute(`COPY (${select}) TO '${outputName}' (FORMAT csv, HEADER false, USE_TMP_FILE false)`);
  try {
    const body = await db.readFile(outputName);
    // A copy of our own: the engine may hand over memory it goes on using.
    return new Blob([csvLine(headings), body.slice()], { type: 'text/csv' });
  } finally {
    await db.dropFile(outputName);
  }
}

/** Names of the pool's bespoke columns, in order. */
export async function bespokeHeadings(db: Database): Promise<readonly string[]> {
  const rows = await db.run({
    sql: 'SELECT DISTINCT unnest(map_keys(bespoke)) AS heading FROM pool WHERE bespoke IS NOT NULL ORDER BY ALL',
    parameters: [],
  });
  return rows.map((row) => String(row.heading));
}

/** UTF-8, comma-separated, `la_code` first, one column a field under its canonical name, then the bespoke columns. */
export async function downloadPool(db: Database): Promise<Blob> {
  const bespoke = await bespokeHeadings(db);
  await db.execute('CREATE OR REPLACE TEMP TABLE bespoke_heading (place INTEGER, heading VARCHAR)');
  for (const [place, heading] of bespoke.entries()) {
    await db.run({ sql: `INSERT INTO bespoke_heading VALUES (${place}, ?)`, parameters: [heading] });
  }
  const first = poolFields.filter((field) => field.type === 'authority');
  const fields = [...first, ...poolFields.filter((field) => field.type !== 'authority')];
  const values = fields.map(written);
  const extras = bespoke.map((_, place) =>
    harmless(`bespoke[(SELECT heading FROM bespoke_heading WHERE place = ${place})]`),
  );
  const select = `SELECT ${[...values, ...extras].join(', ')}
    FROM (SELECT pool.*, educationPolarity, siblingsIncludeChild FROM pool JOIN source USING (sourceId)) ORDER BY rowId`;
  return copyOut(db, select, [...fields.map((field) => field.name), ...bespoke]);
}

/** Problems as CSV: file, row, field, value, rule, what to do. All files where `sourceId` is left out. */
export async function problemCsv(
  db: Database,
  which: { readonly sourceId?: number; readonly severities: readonly Severity[] },
): Promise<Blob> {
  if (which.sourceId !== undefined && !Number.isInteger(which.sourceId)) throw new TypeError('Not a source');
  const one = which.sourceId === undefined ? '' : `AND sourceId = ${which.sourceId}`;
  const select = `SELECT ${harmless('name')}, sourceRow, field, ${harmless('value')}, severity, rule, advice
    FROM problem JOIN source USING (sourceId)
    WHERE severity::VARCHAR IN (${quoteAll(which.severities)}) ${one} ORDER BY sourceId, sourceRow, field`;
  return copyOut(db, select, ['file', 'row', 'field', 'value', 'severity', 'problem', 'what to do']);
}

/** The rows that were set aside, with why: rows in = loaded + these. */
export function setAsideCsv(db: Database, sourceId?: number): Promise<Blob> {
  return problemCsv(
    db,
    sourceId === undefined ? { severities: ['set aside'] } : { sourceId, severities: ['set aside'] },
  );
}
