/** A workbook before it is written as XLSX or ODS: both hold the same sheets, cell for cell. */

export type TextStyle =
  | 'plain'
  | 'title'
  | 'subtitle'
  | 'section'
  | 'heading'
  | 'numberHeading'
  | 'label'
  | 'warning'
  | 'wrapped'
  | 'symbol';
export type NumberStyle = 'count' | 'percent' | 'points' | 'pounds' | 'oneDecimal' | 'twoDecimals' | 'general';

export type Link = { readonly url: string } | { readonly sheet: string };

export type BookCell =
  | { readonly kind: 'text'; readonly value: string; readonly style: TextStyle; readonly link?: Link }
  | { readonly kind: 'number'; readonly value: number; readonly style: NumberStyle }
  /** `value` is `YYYY-MM-DD`; a month is its first day, shown without it. */
  | { readonly kind: 'date'; readonly value: string; readonly shows: 'day' | 'month' }
  | null;

export interface BookSheet {
  readonly name: string;
  readonly rows: readonly (readonly BookCell[])[];
  /** In characters. */
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

export interface Book {
  readonly title: string;
  readonly sheets: readonly BookSheet[];
}

/** The most one cell holds in Excel is 32,767 characters. */
const longest = 32_000;

export function text(value: string, style: TextStyle = 'plain', link?: Link): BookCell {
  const shortened = value.length > longest ? `${value.slice(0, longest)}…` : value;
  return link ? { kind: 'text', value: shortened, style, link } : { kind: 'text', value: shortened, style };
}

export function day(value: string): BookCell {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { kind: 'date', value, shows: 'day' } : text(value);
}

const wraps: ReadonlySet<TextStyle> = new Set(['heading', 'numberHeading', 'wrapped']);

/** Lines the tallest wrapped cell of a row needs: programs differ in whether they find out for themselves. */
export function linesOf(row: readonly BookCell[], widths: readonly number[]): number {
  return row.reduce((most, cell, at) => {
    if (cell?.kind !== 'text' || !wraps.has(cell.style)) return most;
    const width = (widths[at] ?? 12) * (cell.style === 'wrapped' ? 1 : 0.9);
    const lines = cell.value.split('\n').map((line) => Math.max(1, Math.ceil(line.length / width)));
    return Math.max(
      most,
      lines.reduce((sum, line) => sum + line, 0),
    );
  }, 1);
}

/** Sheet names as every program accepts them: unique whatever their case, 31 characters, none of `[]:*?/\`. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean =
      name
        .replace(/[[\]:*?/\\']+/g, ' ')
        .trim()
        .slice(0, 31) || 'Sheet';
    let unique = clean;
    for (let copy = 2; taken.has(unique.toLowerCase()); copy++) unique = `${clean.slice(0, 27)} (${copy})`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
