import type { Table } from 'apache-arrow';
import type { Row } from './database';

/** Arrow columns → plain objects, column by column: `toArray().map(toJSON)` costs several times as much. */
export function plainRows(table: Table): readonly Row[] {
  const rows: Record<string, unknown>[] = Array.from({ length: table.numRows }, () => ({}));
  for (const field of table.schema.fields) {
    const column = table.getChild(field.name);
    if (column === null) continue;
    let index = 0;
    for (const value of column) {
      const row = rows[index];
      if (row) row[field.name] = value ?? null;
      index += 1;
    }
  }
  return rows;
}
