import type { Cell, Chart, Figure, Table, TableRow } from '@/lib/figure/figure';

/** The number to draw, or null where the cell is a symbol: a withheld value has no mark and no height. */
export function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
}

export function labelOf(row: TableRow, column: string): string {
  const cell = row[column];
  return typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '';
}

/** Cuts a label to fit `pixels` at 14 px; the full text stays in the mark's title and in the table. */
export function fitted(label: string, pixels: number): string {
  const most = Math.max(6, Math.floor(pixels / 7));
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}

/** A label of two parts (`Foster: Devon`) on two lines where one is too narrow. */
export function inLines(label: string, pixels: number): readonly string[] {
  const [first = '', ...rest] = label.split(': ');
  if (rest.length === 0 || fitted(label, pixels) === label) return [fitted(label, pixels)];
  return [fitted(`${first}:`, pixels), fitted(rest.join(': '), pixels)];
}

/** The distinct labels of a column, in the order of the table. */
export function distinct(rows: readonly TableRow[], column: string): readonly string[] {
  return [...new Set(rows.map((row) => labelOf(row, column)))];
}

/** The table a chart draws: the figure's own, or one of its extra tables. */
export function tableOf(figure: Figure, chart: Chart): Table {
  return (chart.kind === 'interval' && chart.table && figure.extra[chart.table]) || figure.table;
}
