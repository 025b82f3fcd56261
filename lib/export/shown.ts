import type { Column, Figure } from '@/lib/figure/figure';
import { formatCell, intervalHeading, isInterval, isShown, monthLabel, rowInterval } from '@/lib/figure/format';

export interface ShownTable {
  readonly headings: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

const isNumeric = ({ kind }: Column) => kind !== 'dimension' && kind !== 'text';

/** A figure's table as it reads on screen: codes left out, months named, the ends of an interval in one column. */
export function shownTable(figure: Figure): ShownTable {
  const { columns, rows } = figure.table;
  const shown = columns.filter(isShown);
  return {
    headings: shown.map((column) => ({
      label: isInterval(column) ? intervalHeading(column.label) : column.label,
      numeric: isNumeric(column),
    })),
    rows: rows.map((row) =>
      shown.map((column) => {
        if (isInterval(column)) return rowInterval(row, column);
        const cell = row[column.name];
        return typeof cell === 'string' && !isNumeric(column) ? monthLabel(cell) : formatCell(cell, column.kind);
      }),
    ),
  };
}

/** `31 March 2026` from `2026-03-31`; anything else as it came. */
export function dayLabel(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', options);
}
