import type { Cell, TableRow } from '@/lib/figure/figure';

/** The number to draw, or null where the cell is a symbol: a withheld value has no mark and no height. */
export function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
}

export function labelOf(row: TableRow, column: string): string {
  const cell = row[column];
  return typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '';
}

/** Pixels a line of 13 px takes, a little too many rather than too few. */
export function lengthOf(line: string): number {
  return line.length * 6.9;
}

/** Cuts a label to fit `pixels` at 14 px; the full text stays in the mark's title and in the table. */
export function fitted(label: string, pixels: number): string {
  const most = Math.max(6, Math.floor(pixels / 7));
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}

/** `Foster: Devon` as its two parts; the second is empty where it has one. */
export function partsOf(label: string): readonly [string, string] {
  const colon = label.indexOf(': ');
  return colon < 1 ? [label, ''] : [label.slice(0, colon), label.slice(colon + 2)];
}

/** Whether rows are of two parts, several of each: they can be drawn in a panel for each first part. */
export function inPanels(rows: readonly TableRow[], column: string): boolean {
  const parts = distinct(rows, column).map(partsOf);
  const firsts = new Set(parts.map(([first]) => first));
  return parts.every(([, second]) => second !== '') && firsts.size > 1 && firsts.size < 5 && parts.length > firsts.size;
}

/** A label on one line, or on two where one is too narrow: after the colon of two parts (`Foster: Devon`), else between words. */
export function inLines(label: string, pixels: number): readonly string[] {
  if (fitted(label, pixels) === label) return [label];
  const [first, second] = partsOf(label);
  if (second !== '') return [fitted(`${first}:`, pixels), fitted(second, pixels)];
  const words = label.split(' ');
  // As even as they fit: the first break whose head is no longer than its tail, or the last whose head fits.
  const heads = words.slice(1).map((_, at) => words.slice(0, at + 1).join(' '));
  const fits = heads.filter((head) => fitted(head, pixels) === head);
  const head = fits.findLast((one) => one.length <= label.length / 2 + 3) ?? fits[0];
  if (head === undefined) return [fitted(label, pixels)];
  const tail = label.slice(head.length + 1);
  const longest = fits.at(-1) ?? head;
  if (fitted(tail, pixels) === tail || longest === head) return [head, fitted(tail, pixels)];
  return [longest, fitted(label.slice(longest.length + 1), pixels)];
}

/** The distinct labels of a column, in the order of the table. */
export function distinct(rows: readonly TableRow[], column: string): readonly string[] {
  return [...new Set(rows.map((row) => labelOf(row, column)))];
}
