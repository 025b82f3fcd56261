/** One statement that turns a file's text into typed rows in the table `staged`: generated from the standard, not written. */
import type { Parameter, Query } from '@/lib/database/database';
import { derivedColumns, fieldColumns } from '@/lib/standard/column';
import { concludedColumns, countedColumns, needColumns } from '@/lib/standard/derived';
import { quote } from '@/lib/standard/sql';
import { partsSql } from './cell/category';
import { cellSql, partsName, unreadSql } from './cell/cell';
import { notApplicableSql } from './cell/number';
import { textSql } from './cell/text';
import type { Readable } from './file/read';
import type { Plan } from './plan';
import { rawName, reasonSql } from './row';

/** Between the items of `bad`, and between a field and its value. */
export const itemMark = 'chr(30)';
export const valueMark = 'chr(31)';

const stagedColumns = [
  { name: 'sourceRow', type: 'INTEGER' },
  { name: 'reason', type: 'VARCHAR' },
  { name: 'bad', type: 'VARCHAR' },
  { name: 'surplus', type: 'VARCHAR' },
  { name: 'authorityText', type: 'VARCHAR' },
  ...fieldColumns,
  ...derivedColumns,
];

export const createStaged = `CREATE OR REPLACE TEMP TABLE staged (${stagedColumns
  .map(({ name, type }) => `"${name}" ${type}`)
  .join(', ')})`;

/** Records with their row numbers: `sourceRow`, `surplus`, then `c0`… */
function recordsSql(file: string, { layout, regular }: Readable): string {
  const width = regular ? regular.columns : layout.headings.length;
  const cells = Array.from({ length: width }, (_, at) => `c${at}`);
  const columns = regular ? cells : ['n', 'x', ...cells];
  const options = [
    `columns = {${columns.map((name) => `'${name}': 'VARCHAR'`).join(', ')}}`,
    `delim = ${quote(regular ? layout.delimiter : ',')}`,
    `new_line = '${regular?.lineEnd ?? '\\n'}'`,
    `header = false, auto_detect = false, quote = '"', escape = '"', parallel = false, max_line_size = 16777216`,
  ];
  const read = `read_csv('${file}', ${options.join(', ')})`;
  if (!regular) return `SELECT n::INTEGER AS sourceRow, x AS surplus, ${cells.join(', ')} FROM ${read}`;
  return `SELECT record::INTEGER AS sourceRow, NULL::VARCHAR AS surplus, ${cells.join(', ')}
    FROM (SELECT row_number() OVER () AS record, * FROM ${read}) WHERE record > ${layout.headerRow}`;
}

/** Names each field's cell; of several columns the first that is not blank. Officers' names are not read. */
function namedSql(plan: Plan, records: string): string {
  const cells = plan.fields.map(({ field, columns }) => {
    const [first, ...others] = columns.map((column) => `c${column.index}`);
    const cell =
      others.length === 0 ? first : `coalesce(${[first, ...others].map((c) => `nullif(trim(${c}), '')`).join(', ')})`;
    return `${cell} AS "${rawName(field.name)}"`;
  });
  const parts = plan.fields
    .filter(({ field }) => field.type === 'many')
    .map(({ field }) => ({ name: field.name, raw: rawName(field.name) }))
    .map(({ name, raw }) => `${partsSql(name, raw)} AS "${partsName(raw)}"`);
  const bespoke = plan.bespoke.map(({ index }) => `${textSql(`c${index}`)} AS b${index}`);
  const named = `SELECT sourceRow, surplus, ${[...cells, ...bespoke].join(', ')} FROM (${records})`;
  return parts.length === 0 ? named : `SELECT *, ${parts.join(', ')} FROM (${named})`;
}

function bespokeSql(plan: Plan): { sql: string; parameters: Parameter[] } {
  if (plan.bespoke.length === 0) return { sql: 'NULL', parameters: [] };
  const cells = plan.bespoke.map(({ index }) => `b${index}`);
  const entries = cells.map((cell) => `{'k': ?::VARCHAR, 'v': ${cell}}`);
  const map = `map_from_entries(list_filter([${entries.join(', ')}], lambda entry: entry.v IS NOT NULL))`;
  return {
    sql: `CASE WHEN coalesce(${cells.join(', ')}) IS NOT NULL THEN ${map} END`,
    parameters: plan.bespoke.map((column) => column.heading),
  };
}

/** Typed values beside the cells they come from. */
function typedSql(plan: Plan, bespoke: string, named: string): string {
  const given = new Map<string, string>(
    plan.fields.map(({ field, columns }) => {
      const heading = columns.map((column) => column.heading).join(' ');
      return [field.name, cellSql(field, rawName(field.name), heading)];
    }),
  );
  const siblings = given.has('siblingCount') ? notApplicableSql(rawName('siblingCount')) : 'false';
  given.set('siblingsNotApplicable', siblings);
  given.set('bespoke', bespoke);
  const typed = fieldColumns.map(({ name, type }) => `${given.get(name) ?? `NULL::${type}`} AS "${name}"`);
  const raw = plan.fields.map(({ field }) => `"${rawName(field.name)}"`);
  const many = plan.fields.filter(({ field }) => field.type === 'many');
  const parts = many.map(({ field }) => partsName(rawName(field.name)));
  const authority = given.get('la_code') ?? 'NULL::VARCHAR';
  return `SELECT sourceRow, surplus, ${[...raw, ...parts, ...plan.bespoke.map(({ index }) => `b${index}`), ...typed].join(', ')},
    ${authority} AS authorityText FROM (${named})`;
}

/** `field␟value␞…` of the cells that said something nobody could read; NULL for nearly every row. */
function badSql(plan: Plan): string {
  const items = plan.fields.flatMap(({ field }) => {
    const raw = `"${rawName(field.name)}"`;
    const unread = unreadSql(field, raw, `"${field.name}"`);
    if (!unread) return [];
    const unless = field.notApplicable ? `AND NOT ${notApplicableSql(raw)}` : '';
    const said = `${raw} IS NOT NULL AND ${unread} AND trim(${raw}) <> '' ${unless}`;
    return `CASE WHEN ${said} THEN ${quote(field.name)} || ${valueMark} || ${raw} END`;
  });
  return items.length === 0 ? 'NULL' : `nullif(concat_ws(${itemMark}, ${items.join(', ')}), '')`;
}

/** The whole statement. `file` is a registered name of ours; headings of bespoke columns are bound. */
export function stageQuery(file: string, readable: Readable, plan: Plan): Query {
  const bespoke = bespokeSql(plan);
  const typed = typedSql(plan, bespoke.sql, namedSql(plan, recordsSql(file, readable)));
  const raw = [...plan.fields.map(({ field }) => rawName(field.name)), ...plan.bespoke.map(({ index }) => `b${index}`)];
  const reason = reasonSql(
    raw,
    plan.fields.some(({ field }) => field.name === 'providerURN'),
  );
  const values = fieldColumns.map(({ name }) => `"${name}"`).join(', ');
  const judged = `SELECT sourceRow, ${reason} AS reason, ${badSql(plan)} AS bad, surplus, authorityText, ${values} FROM (${typed})`;
  const counted = Object.entries(countedColumns).map(([name, sql]) => `${sql} AS "${name}"`);
  const derived = {
    ...Object.fromEntries(Object.keys(countedColumns).map((name) => [name, `"${name}"`])),
    ...concludedColumns,
    ...needColumns,
  };
  const concluded = derivedColumns.map(({ name }) => `${derived[name] ?? 'NULL'} AS "${name}"`);
  return {
    sql: `INSERT INTO staged
      SELECT sourceRow,
        CASE WHEN reason IS NULL AND surplus IS NOT NULL AND bad IS NOT NULL THEN 'cells out of place' ELSE reason END,
        bad, surplus, authorityText, ${values}, ${concluded.join(', ')}
      FROM (SELECT *, ${counted.join(', ')} FROM (${judged}))`,
    parameters: bespoke.parameters,
  };
}
