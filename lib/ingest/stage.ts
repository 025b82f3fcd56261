/** One statement that turns cells into typed rows in the table `staged`: generated from the standard, not written. */
import { derivedColumns, fieldColumns } from '@/lib/standard/column';
import { concludedColumns, countedColumns, needColumns } from '@/lib/standard/derived';
import type { StandardField } from '@/lib/standard/fields';
import { quote } from '@/lib/standard/sql';
import { partsSql } from './cell/category';
import { cellSql, partsName, unreadSql } from './cell/cell';
import { notApplicableSql } from './cell/number';
import { textSql } from './cell/text';
import { rawName, reasonSql } from './row';

/** Between the items of `bad`, and between a field and its value. */
export const itemMark = 'chr(30)';
export const valueMark = 'chr(31)';

const stagedColumns = [
  { name: 'fileId', type: 'INTEGER' },
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

/** Cells of many values are cut up beside themselves. */
function partedSql(fields: readonly StandardField[], named: string): string {
  const parts = fields
    .filter(({ type }) => type === 'many')
    .map(({ name }) => `${partsSql(name, rawName(name))} AS "${partsName(rawName(name))}"`);
  return parts.length === 0 ? named : `(SELECT *, ${parts.join(', ')} FROM ${named})`;
}

/** Typed values beside the cells they come from. */
function typedSql(fields: readonly StandardField[], named: string): string {
  const given = new Map<string, string>(fields.map((field) => [field.name, cellSql(field, rawName(field.name))]));
  const siblings = given.has('siblingCount') ? notApplicableSql(rawName('siblingCount')) : 'false';
  given.set('siblingsNotApplicable', siblings);
  given.set('bespoke', 'bespoke');
  const typed = fieldColumns.map(({ name, type }) => `${given.get(name) ?? `NULL::${type}`} AS "${name}"`);
  const raw = fields.map(({ name }) => `"${rawName(name)}"`);
  const parts = fields.filter(({ type }) => type === 'many').map(({ name }) => partsName(rawName(name)));
  const authority = given.get('la_code') ?? 'NULL::VARCHAR';
  return `SELECT fileId, sourceRow, surplus, ${[...raw, ...parts, ...typed].join(', ')}, ${authority} AS authorityText
    FROM ${partedSql(fields, named)}`;
}

/** `field␟value␞…` of the cells that said something nobody could read; NULL for nearly every row. */
function badSql(fields: readonly StandardField[]): string {
  const items = fields.flatMap((field) => {
    const raw = `"${rawName(field.name)}"`;
    const unread = unreadSql(field, raw, `"${field.name}"`);
    if (!unread) return [];
    const unless = field.notApplicable ? `AND NOT ${notApplicableSql(raw)}` : '';
    const said = `${raw} IS NOT NULL AND ${unread} AND trim(${raw}) <> '' ${unless}`;
    return `CASE WHEN ${said} THEN ${quote(field.name)} || ${valueMark} || ${raw} END`;
  });
  return items.length === 0 ? 'NULL' : `nullif(concat_ws(${itemMark}, ${items.join(', ')}), '')`;
}

/** The whole statement, over `named`: a table or a query in brackets with the cells of `fields` as `namedSql` names them. */
export function stageSql(fields: readonly StandardField[], named: string): string {
  const raw = fields.map(({ name }) => rawName(name));
  const reason = reasonSql(
    raw,
    fields.some(({ name }) => name === 'providerURN'),
  );
  const values = fieldColumns.map(({ name }) => `"${name}"`).join(', ');
  const given = fields.some(({ name }) => name === 'childId') ? textSql(`"${rawName('childId')}"`) : 'NULL';
  const judged = `SELECT fileId, sourceRow, ${reason} AS reason, ${badSql(fields)} AS bad, surplus, authorityText,
      ${given} AS "idGiven", ${values} FROM (${typedSql(fields, named)})`;
  // What stood where an ID should is told with the row that was set aside for it.
  const told = fieldColumns
    .map(({ name }) => (name === 'childId' ? `coalesce("childId", "idGiven") AS "childId"` : `"${name}"`))
    .join(', ');
  const counted = Object.entries(countedColumns).map(([name, sql]) => `${sql} AS "${name}"`);
  const derived = {
    ...Object.fromEntries(Object.keys(countedColumns).map((name) => [name, `"${name}"`])),
    ...concludedColumns,
    ...needColumns,
  };
  const concluded = derivedColumns.map(({ name }) => `${derived[name] ?? 'NULL'} AS "${name}"`);
  return `INSERT INTO staged
    SELECT fileId, sourceRow,
      CASE WHEN reason IS NULL AND surplus IS NOT NULL AND bad IS NOT NULL THEN 'cells out of place' ELSE reason END,
      bad, surplus, authorityText, ${told}, ${concluded.join(', ')}
    FROM (SELECT *, ${counted.join(', ')} FROM (${judged}))`;
}
