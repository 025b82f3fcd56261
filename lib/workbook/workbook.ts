/**
 * Spreadsheets in, text out: every cell of a workbook as the text its sender sees, or a plain-words
 * reason why not. Nothing here knows what a placement is, and nothing needs a page to run in.
 */

/** Rows and columns of a merged block. Rows as the spreadsheet numbers them (from 1); columns from 0, as in `cells`. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetRow {
  /** As the spreadsheet shows it, from 1. Empty rows are left out, so numbers may jump. */
  readonly number: number;
  readonly hidden: boolean;
  /** From column A; empty cells are '', and nothing follows the last filled cell. Dates are ISO text. */
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly merged: readonly Merge[];
  /** From 0, as in `cells`. */
  readonly hiddenColumns: readonly number[];
  /** Formulas the file holds no result for (never opened in a spreadsheet program): their cells read as ''. */
  readonly uncalculated: number;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}

/** Merged blocks do not overlap, so this is more than an honest sheet needs; a dishonest one must not hang the page. */
const mostSteps = 10_000_000;

/** Copies the top value of every merged block down its first column, as a reader of the sheet understands it. */
export function fillMergedDown(sheet: Sheet): Sheet {
  const tall = sheet.merged.filter((merge) => merge.bottom > merge.top);
  if (tall.length === 0) return sheet;
  const last = sheet.rows.at(-1)?.number ?? 0;
  let steps = 0;
  const cells = new Map(sheet.rows.map((row) => [row.number, [...row.cells]]));
  for (const merge of tall) {
    const value = cells.get(merge.top)?.[merge.left] ?? '';
    if (value === '') continue;
    for (let number = merge.top + 1; number <= Math.min(merge.bottom, last) && steps < mostSteps; number++) {
      steps++;
      const row = cells.get(number);
      if (!row) continue;
      while (row.length <= merge.left) row.push('');
      row[merge.left] = value;
    }
  }
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: cells.get(row.number) ?? row.cells })) };
}
