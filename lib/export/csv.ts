import type { Cell, Column, Figure, Table, TableRow } from '@/lib/figure/figure';
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

const isName = ({ kind }: Column) => kind === 'dimension' || kind === 'text';

/** A table whose rows show groups side by side as one row a group; what stands between groups stays on screen. */
function tidy({ columns, rows }: Table): { readonly names: readonly string[]; readonly rows: readonly TableRow[] } {
  const arms = columns.flatMap(({ name, arm }) => (arm ? [{ from: name, ...arm }] : []));
  if (arms.length === 0) return { names: columns.map(({ name }) => name), rows };
  const own = columns.filter(isName).map(({ name }) => name);
  const groups = [...new Set(arms.map(({ present }) => present))];
  const names = [...own, 'present', ...new Set(arms.map(({ name }) => name))];
  const ofGroup = (row: TableRow, group: string): TableRow => {
    const cells = arms.flatMap(({ present, name, from }) =>
      present === group ? [[name, row[from] ?? ''] as const] : [],
    );
    return {
      ...Object.fromEntries(own.map((name) => [name, row[name] ?? ''])),
      present: group,
      ...Object.fromEntries(cells),
    };
  };
  return { names, rows: rows.flatMap((row) => groups.map((group) => ofGroup(row, group))) };
}

/**
 * The figure's table as tidy CSV (RFC 4180): columns in order, numbers as they are, withheld cells empty, and a
 * last column `status` naming their symbols, or `ok`. UTF-8 without a byte order mark: R, Python and SQL would
 * read one as part of the first heading. Readers who open files in Excel have the XLSX.
 */
export function figureCsv(figure: Figure): string {
  const { names, rows } = tidy(figure.table);
  const lines = rows.map((row) => [...names.map((name) => cellText(row[name])), statusOf(row, names)]);
  return [[...names.map(neutralise), 'status'], ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

/** `<id>.csv`, in the working view too: the name is what scripts and the definitions page know a figure by. */
export function csvFile(figure: Figure): ExportFile {
  return {
    name: `${figure.id}.csv`,
    type: 'text/csv;charset=utf-8',
    content: new TextEncoder().encode(figureCsv(figure)),
  };
}
