import { type Cell, type Column, type ColumnKind, type Figure, isWithheld, type Table } from '@/lib/figure/figure';
import { type BookCell, type BookSheet, type NumberStyle, text } from './book';
import { neutralise } from './neutral';
import { keyLines, symbolOf } from './symbol';

const styles: Readonly<Record<ColumnKind, NumberStyle>> = {
  dimension: 'general',
  text: 'general',
  number: 'general',
  count: 'count',
  rate: 'percent',
  percentage: 'oneDecimal',
  points: 'points',
  pounds: 'pounds',
  miles: 'oneDecimal',
  ratio: 'twoDecimals',
};

function bookCell(cell: Cell | undefined, column: Column): BookCell {
  const symbol = symbolOf(cell);
  if (symbol !== null) return text(`[${symbol}]`, 'symbol');
  if (cell === undefined || isWithheld(cell)) return null;
  if (typeof cell === 'number') return { kind: 'number', value: cell, style: styles[column.kind] };
  const month = column.kind === 'dimension' && /^\d{4}-(0[1-9]|1[0-2])$/.test(cell);
  return month ? { kind: 'date', value: `${cell}-01`, shows: 'month' } : text(neutralise(cell));
}

function tableRows(table: Table): BookCell[][] {
  return [
    table.columns.map((column) => {
      const words = column.kind === 'dimension' || column.kind === 'text';
      return text(neutralise(column.label), words ? 'heading' : 'numberHeading');
    }),
    ...table.rows.map((row) => table.columns.map((column) => bookCell(row[column.name], column))),
  ];
}

function widthOf(table: Table, at: number): number {
  const column = table.columns[at];
  if (!column) return 12;
  const longest = table.rows.reduce((most, row) => {
    const cell = row[column.name];
    return typeof cell === 'string' ? Math.max(most, cell.length) : most;
  }, 0);
  return Math.min(48, Math.max(11, longest + 2, Math.ceil(column.label.length * 0.7) + 2));
}

/** `ofWhich` or `of-which` as a heading: `Of which`. */
function headingOf(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a reader must know beside the figure, a line each: exclusions, warnings, caveats, protection, symbols. */
export function figureNotes(figure: Figure): string[] {
  const left = figure.exclusions.map(({ label, n }) => {
    const count = isWithheld(n) ? `[${n.symbol}]` : String(n);
    return `Left out: ${label} (${count}).`;
  });
  const rests = figure.restsOn === '' ? [] : [figure.restsOn];
  const recording = figure.recording.map(({ badge, detail }) => `${badge}: ${detail}`);
  return [
    ...rests,
    ...left,
    ...recording,
    ...figure.warnings,
    ...figure.caveats,
    ...figure.protectionNotes,
    ...keyLines([figure]),
  ];
}

/** One figure as a sheet: title, headline and subtitle, then its table under a frozen heading, then notes. */
export function figureSheet(figure: Figure, name: string, contents: string): BookSheet {
  const extra = Object.entries(figure.extra).filter(([, table]) => table.rows.length > 0);
  const rows: BookCell[][] = [
    [text(neutralise(figure.title), 'title')],
    [text(neutralise(figure.headline), 'subtitle')],
    [text(neutralise(figure.subtitle))],
    ...tableRows(figure.table),
    [],
    ...figureNotes(figure).map((note) => [text(neutralise(note))]),
    [text(neutralise(`Source: ${figure.source}`))],
    [text(`Back to ${contents}`, 'plain', { sheet: contents })],
  ];
  for (const [key, table] of extra) rows.push([], [text(headingOf(key), 'section')], ...tableRows(table));
  const columns = Math.max(figure.table.columns.length, ...extra.map(([, table]) => table.columns.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(widthOf(figure.table, at), ...extra.map(([, table]) => widthOf(table, at))),
  );
  return { name, rows, widths, frozenRows: 4, frozenColumns: 1 };
}
