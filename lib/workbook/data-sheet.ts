import type { Sheet } from './workbook';

export interface DataSheet {
  readonly sheet: Sheet;
  /** Index into `sheet.rows` of the header, not the number the spreadsheet shows. */
  readonly header: number;
  readonly score: number;
}

/** Templates carry a second sheet with the same headings above their permitted values. */
const listsByName = /validation|drop[\s-]?downs?|look[\s-]?ups?|check[\s-]?list|guidance|instructions|example/i;

/** How far down a header is looked for: below any title, classification and cover lines. */
const depth = 60;

function bestHeader(sheet: Sheet, score: (cells: readonly string[]) => number): DataSheet {
  let best: DataSheet = { sheet, header: 0, score: 0 };
  sheet.rows.slice(0, depth).forEach((row, header) => {
    const reached = score(row.cells);
    if (reached > best.score) best = { sheet, header, score: reached };
  });
  return best;
}

/**
 * Sheets whose best row scores at least half of the best sheet's, likeliest first: sheets of permitted values
 * and hidden ones after the rest, then by score, then by rows. Several means a workbook with a sheet a quarter,
 * or one sheet and its list of values: the caller shows what it did not take. Empty when nothing scores.
 */
export function findDataSheets(sheets: readonly Sheet[], score: (cells: readonly string[]) => number): DataSheet[] {
  const scored = sheets.map((sheet) => bestHeader(sheet, score)).filter((found) => found.score > 0);
  const best = Math.max(0, ...scored.map((found) => found.score));
  const doubts = ({ sheet }: DataSheet) => (listsByName.test(sheet.name) ? 2 : 0) + (sheet.hidden ? 1 : 0);
  return scored
    .filter((found) => found.score >= best / 2)
    .sort(
      (one, other) =>
        doubts(one) - doubts(other) || other.score - one.score || other.sheet.rows.length - one.sheet.rows.length,
    );
}

/** The sheet that holds the data and its header row; null when no row of any sheet scores. */
export function findDataSheet(sheets: readonly Sheet[], score: (cells: readonly string[]) => number): DataSheet | null {
  return findDataSheets(sheets, score)[0] ?? null;
}
