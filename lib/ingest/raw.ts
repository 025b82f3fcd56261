/** The cells of a large file under the names of the standard, still as text, read where the file lies. */
import type { Database } from '@/lib/database/database';
import { quote } from '@/lib/standard/sql';
import { textSql } from './cell/text';
import type { Readable } from './file/read';
import type { Plan } from './plan';
import { rawName } from './row';

/** Headings of bespoke columns, for the statement that reads a large file. */
export const createHeadings = 'CREATE OR REPLACE TEMP TABLE raw_heading (place INTEGER, heading VARCHAR)';

/** Headings are the sender's words: bound, and read by the statement from here. */
export async function keepHeadings(db: Database, { bespoke }: Plan): Promise<void> {
  await db.execute('DELETE FROM raw_heading');
  if (bespoke.length === 0) return;
  await db.run({
    sql: `INSERT INTO raw_heading VALUES ${bespoke.map((_, place) => `(${place}, ?)`).join(', ')}`,
    parameters: bespoke.map((column) => column.heading),
  });
}

/** Records with their row numbers: `sourceRow`, `surplus`, then `c0`… */
function recordsSql(file: string, { layout, regular, widened }: Readable): string {
  const width = regular ? regular.columns : layout.headings.length;
  const cells = Array.from({ length: width }, (_, at) => `c${at}`);
  const columns = regular ? cells : ['n', 'x', ...cells];
  const options = [
    `columns = {${columns.map((name) => `'${name}': 'VARCHAR'`).join(', ')}}`,
    `delim = ${quote(regular ? layout.delimiter : ',')}`,
    `new_line = '${regular?.lineEnd ?? '\\n'}'`,
    `header = false, auto_detect = false, quote = '"', escape = '"', parallel = false, max_line_size = 16777216`,
    ...(widened ? ['null_padding = true'] : []),
  ];
  const read = `read_csv('${file}', ${options.join(', ')})`;
  if (!regular) return `SELECT n::INTEGER AS sourceRow, x AS surplus, ${cells.join(', ')} FROM ${read}`;
  return `SELECT record::INTEGER AS sourceRow, NULL::VARCHAR AS surplus, ${cells.join(', ')}
    FROM (SELECT row_number() OVER () AS record, * FROM ${read}) WHERE record > ${layout.headerRow}`;
}

function bespokeSql(plan: Plan): string {
  if (plan.bespoke.length === 0) return 'NULL::MAP(VARCHAR, VARCHAR)';
  const cells = plan.bespoke.map(({ index }) => `b${index}`);
  const heading = (place: number) => `(SELECT heading FROM raw_heading WHERE place = ${place})`;
  const entries = cells.map((cell, place) => `{'k': ${heading(place)}, 'v': ${cell}}`);
  const map = `map_from_entries(list_filter([${entries.join(', ')}], lambda entry: entry.v IS NOT NULL))`;
  return `CASE WHEN coalesce(${cells.join(', ')}) IS NOT NULL THEN ${map} END`;
}

/** Names each field's cell; of several columns the first that is not blank. Officers' names are not read. */
export function namedSql(file: string, readable: Readable, plan: Plan): string {
  const cells = plan.fields.map(({ field, columns }) => {
    const [first, ...others] = columns.map((column) => `c${column.index}`);
    const cell =
      others.length === 0 ? first : `coalesce(${[first, ...others].map((c) => `nullif(trim(${c}), '')`).join(', ')})`;
    return `${cell} AS "${rawName(field.name)}"`;
  });
  const home = plan.fields.find(({ field }) => field.type === 'home');
  const sectors = home?.columns.some(({ heading }) => /sector/i.test(heading)) ?? false;
  return `SELECT 0 AS fileId, sourceRow, surplus, ${bespokeSql(plan)} AS bespoke, ${sectors} AS sectors, ${cells.join(', ')}
    FROM (SELECT ${['*', ...plan.bespoke.map(({ index }) => `${textSql(`c${index}`)} AS b${index}`)].join(', ')}
      FROM (${recordsSql(file, readable)}))`;
}
