import type { Merge } from './workbook';

/** The ends of a sheet, the same in every current spreadsheet program. */
export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** `AB12` → { column: 27, row: 12 }: columns from 0, rows from 1. Null when it is not a cell reference. */
export function parseReference(text: string): { column: number; row: number } | null {
  let column = 0;
  let at = text.charCodeAt(0) === 36 ? 1 : 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (text.charCodeAt(at) === 36) at++;
  const row = Number(text.slice(at));
  const exists = column > 0 && column <= lastColumn && Number.isInteger(row) && row > 0 && row <= lastRow;
  return exists ? { column: column - 1, row } : null;
}

/** `A1:N1` → its corners. Null for a single cell or anything else. */
export function parseMerge(text: string): Merge | null {
  const [from, to] = text.split(':').map(parseReference);
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null;
}

/** 27 → `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
