import type { Cell, Figure, TableRow } from '@/lib/figure/figure';
import type { ExportFile } from './export';
import { neutralise } from './neutral';
import { symbolOf } from './symbol';

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cellText(cell: Cell | undefined): string {
  if (cell === undefined || symbolOf(cell) !== null) return '';
  return typeof cell === 'number' ? String(cell) : neutralise(String(cell));
}

function statusOf(row: TableRow, columns: readonly string[]): string {
  const symbols = new Set(columns.map((name) => symbolOf(row[name])));
  symbols.delete(null);
  return symbols.size === 0 ? 'ok' : [...symbols].join(';');
}

/**
 * The figure's table as tidy CSV (RFC 4180): columns in order, numbers as they are, withheld cells empty, and a
 * last column `status` naming their symbols, or `ok`. UTF-8 without a byte order mark: R, Python and SQL would
 * read one as part of the first heading. Readers who open files in Excel have the XLSX.
 */
export function figureCsv(figure: Figure): string {
  const columns = figure.table.columns.map((column) => column.name);
  const lines = figure.table.rows.map((row) => [...columns.map((name) => cellText(row[name])), statusOf(row, columns)]);
  return [[...columns.map(neutralise), 'status'], ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

/** `<id>.csv`, in the working view too: the name is what scripts and the definitions page know a figure by. */
export function csvFile(figure: Figure): ExportFile {
  return {
    name: `${figure.id}.csv`,
    type: 'text/csv;charset=utf-8',
    content: new TextEncoder().encode(figureCsv(figure)),
  };
}
