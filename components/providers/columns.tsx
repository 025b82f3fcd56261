/** Which columns the providers' table has, which are shown at first and which are drawn. */
import type { Figure, Table } from '@/lib/figure/figure';
import type { GridColumn } from '../table/grid-model';
import { RatioCell } from './ratio-cell';

const bars: ReadonlySet<string> = new Set(['n', 'costMedian', 'matchRate', 'farRate']);
/** Parts of other columns: in the download, and in the panel. */
const parts = /^(match|far|adjusted)(K|N|Lower|Upper)$/;

export function columnsOf(table: Table): readonly GridColumn[] {
  return table.columns
    .filter(({ name }) => !parts.test(name))
    .map((column) => ({
      column,
      bar: bars.has(column.name),
      ...(column.name === 'adjusted' && { draw: (row) => <RatioCell row={row} /> }),
    }));
}

/** Beside an open provider there is room for few. */
const beside: ReadonlySet<string> = new Set(['ofstedName', 'type', 'n', 'costMedian', 'adjusted']);

/** At first: what the figure itself shows. */
export function firstVisible(columns: readonly GridColumn[], narrow: boolean): readonly string[] {
  const shown = columns.filter(({ column }) => !column.hidden).map(({ column }) => column.name);
  return narrow ? shown.filter((name) => beside.has(name)) : shown;
}

/** What rows can be grouped and narrowed by, with the values there are. */
export function valuesOf(table: Table, name: string): readonly string[] {
  const values = table.rows.flatMap((row) => (typeof row[name] === 'string' ? [row[name]] : []));
  return [...new Set(values)].sort((a, b) => a.localeCompare(b, 'en-GB'));
}

/** The rows that may be shown, and how many providers are too small to show. */
export function shownRows(figure: Figure): { readonly table: Table; readonly tooSmall: number } {
  const rows = figure.table.rows.filter(({ n }) => typeof n === 'number');
  return { table: { ...figure.table, rows }, tooSmall: figure.table.rows.length - rows.length };
}
