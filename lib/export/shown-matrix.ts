import type { Cell, Figure, Table, TableRow } from '@/lib/figure/figure';
import { formatCell } from '@/lib/figure/format';
import type { ShownTable } from './shown';

const labelOf = (cell: Cell | undefined) => (typeof cell === 'string' ? cell : '');
const distinct = (labels: readonly string[]) => [...new Set(labels)];
const all = 'All';

/** A cell of the matrix: its count and, where one is given, its share of the row. */
function written(row: TableRow | undefined, value: string, share: string): string {
  const count = formatCell(row?.[value], 'count');
  const part = row?.[share];
  return typeof row?.[value] === 'number' && typeof part === 'number'
    ? `${count} (${formatCell(part, 'rate')})`
    : count;
}

/** Rows by their two labels. */
function indexed(table: Table | undefined, row: string, column: string): ReadonlyMap<string, TableRow> {
  return new Map((table?.rows ?? []).map((one) => [`${labelOf(one[row])}\t${labelOf(one[column])}`, one]));
}

/** A figure whose first face is a matrix, laid out as one, its margins as given; null for any other figure. */
export function shownMatrix(figure: Figure): ShownTable | null {
  const [chart] = figure.charts;
  if (chart?.kind !== 'matrix') return null;
  const { row, column, value, share } = chart;
  const { columns: known, rows } = figure.table;
  const cells = indexed(figure.table, row, column);
  const margins = indexed(figure.extra.margins, row, column);
  const columns = distinct(rows.map((one) => labelOf(one[column])));
  const total = (down: string, across: string) => formatCell(margins.get(`${down}\t${across}`)?.[value], 'count');
  const line = (down: string) => [
    down,
    ...columns.map((across) => written(cells.get(`${down}\t${across}`), value, share)),
    total(down, all),
  ];
  const corner = [row, column].map((name) => known.find((one) => one.name === name)?.label ?? name).join(' \u2193, ');
  return {
    headings: [
      { label: `${corner} \u2192`, numeric: false },
      ...[...columns, all].map((label) => ({ label, numeric: true })),
    ],
    rows: [
      ...distinct(rows.map((one) => labelOf(one[row]))).map(line),
      [all, ...[...columns, all].map((across) => total(all, across))],
    ],
  };
}
