/** One cell's text → one typed value, as SQL generated from the table of the standard. NULL = not recorded. */
import type { StandardField } from '@/lib/standard/fields';
import { booleanSql, categorySql, manySql, manyUnknownSql } from './category';
import { dateSql } from './date';
import { integerSql, milesSql, moneySql } from './number';
import { homeSql, outwardSql, unregulatedSql, urnSql } from './place';
import { idSql, textSql } from './text';

/** A many-valued cell is cut up once, in a column of its own beside it. */
export const partsName = (cell: string): string => `parts_${cell.replaceAll('"', '')}`;

/** SQL of the typed value. `cell` names a VARCHAR column; `sectors`, a BOOLEAN, says whether a home column holds sectors. */
export function cellSql(field: StandardField, cell: string, sectors = 'sectors'): string {
  switch (field.type) {
    case 'category':
      return categorySql(field.name, cell);
    case 'many':
      return manySql(field.name, cell, partsName(cell));
    case 'boolean':
      return booleanSql(cell);
    case 'integer':
      return integerSql(cell);
    case 'money':
      return moneySql(cell);
    case 'miles':
      return milesSql(cell);
    case 'date':
      return dateSql(cell);
    case 'outward':
      return outwardSql(cell);
    case 'home':
      return homeSql(cell, sectors);
    case 'urn':
      return urnSql(cell);
    default:
      return field.name === 'childId' ? idSql(cell) : textSql(cell);
  }
}

/** True where the cell says something that could not be read; `typed` names the value read from it. Null: any text will do. */
export function unreadSql(field: StandardField, cell: string, typed: string): string | null {
  switch (field.type) {
    case 'many':
      return manyUnknownSql(field.name, partsName(cell));
    case 'urn':
      // Of the few that gave no number, not of every row.
      return `${typed} IS NULL AND ${unregulatedSql(cell)}`;
    case 'text':
    case 'home':
    case 'authority':
    case 'officer':
      return null;
    default:
      return `${typed} IS NULL`;
  }
}
