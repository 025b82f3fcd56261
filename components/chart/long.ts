import { tableOf } from '@/lib/figure/drawable';
import type { Chart, Figure, TableRow } from '@/lib/figure/figure';
import { inPanels, labelOf, numberOf, partsOf } from './read';

/** More rows than this and a reader scrolls rather than compares. */
export const mostRows = 30;
export const firstRows = 20;
/** More lines than this, and the notes of the figure would fall off its sheet of paper. */
const paperLines = 14;

const long: ReadonlySet<Chart['kind']> = new Set(['interval', 'dumbbell', 'box']);

/** A dumbbell is read from the widest gap down; everything else keeps the figure's own order. */
function ordered(rows: readonly TableRow[], chart: Chart): readonly TableRow[] {
  if (chart.kind !== 'dumbbell') return rows;
  const gap = (row: TableRow) => {
    const [from, to] = [numberOf(row[chart.from]), numberOf(row[chart.to])];
    return from === null || to === null ? -1 : Math.abs(to - from);
  };
  return [...rows].sort((a, b) => gap(b) - gap(a));
}

/** Which line of the chart a row is on: rows of one name stand side by side in panels. */
function lineOf(chart: Chart, rows: readonly TableRow[]): (row: TableRow) => string | TableRow {
  if (chart.kind !== 'box' || !inPanels(rows, chart.label)) return (row) => row;
  return (row) => partsOf(labelOf(row, chart.label))[1];
}

/** The figure with as many rows as a chart can show at once, how many are left for “show more”, and whether it is drawn smaller on paper. All are in the table. */
export function shortened(
  figure: Figure,
  chart: Chart,
  all: boolean,
): { readonly shown: Figure; readonly hidden: number; readonly tall: boolean } {
  if (!long.has(chart.kind) || tableOf(figure, chart) !== figure.table)
    return { shown: figure, hidden: 0, tall: false };
  const rows = ordered(figure.table.rows, chart);
  const lineAt = lineOf(chart, rows);
  const lines = [...new Set(rows.map(lineAt))];
  const tall = lines.length > paperLines;
  if (all || lines.length <= mostRows)
    return { shown: { ...figure, table: { ...figure.table, rows } }, hidden: 0, tall };
  const first = new Set(lines.slice(0, firstRows));
  const kept = rows.filter((row) => first.has(lineAt(row)));
  return { shown: { ...figure, table: { ...figure.table, rows: kept } }, hidden: lines.length - first.size, tall };
}
