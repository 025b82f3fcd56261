import type { Column, Figure } from '@/lib/figure/figure';
import { formatCell, monthLabel, rowInterval } from '@/lib/figure/format';

export interface ShownTable {
  readonly headings: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

const isNumeric = ({ kind }: Column) => kind !== 'dimension' && kind !== 'text';

/** A figure's table as it reads on screen: codes left out, months named, the ends of an interval in one column. */
export function shownTable(figure: Figure): ShownTable {
  const { columns, rows } = figure.table;
  const shown = columns.filter(({ hidden, name }) => !hidden && name !== 'lower' && name !== 'upper');
  const hasInterval = columns.some(({ name }) => name === 'lower') && columns.some(({ name }) => name === 'upper');
  const headings = shown.map((column) => ({ label: column.label, numeric: isNumeric(column) }));
  return {
    headings: hasInterval ? [...headings, { label: '95% interval', numeric: true }] : headings,
    rows: rows.map((row) => {
      const texts = shown.map((column) => {
        const cell = row[column.name];
        return typeof cell === 'string' && !isNumeric(column) ? monthLabel(cell) : formatCell(cell, column.kind);
      });
      return hasInterval ? [...texts, rowInterval(row)] : texts;
    }),
  };
}

/** `31 March 2026` from `2026-03-31`; anything else as it came. */
export function dayLabel(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', options);
}
