import type { Chart, Figure, TableRow } from '@/lib/figure/figure';
import { numberOf, tableOf } from './read';

/** More rows than this and a reader scrolls rather than compares. */
const mostRows = 30;
const firstRows = 20;

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

/** The figure with as many rows as a chart can show at once, and how many are left for “show more”. All are in the table. */
export function shortened(
  figure: Figure,
  chart: Chart,
  all: boolean,
): { readonly shown: Figure; readonly hidden: number } {
  if (!long.has(chart.kind) || tableOf(figure, chart) !== figure.table) return { shown: figure, hidden: 0 };
  const rows = ordered(figure.table.rows, chart);
  const kept = all || rows.length <= mostRows ? rows : rows.slice(0, firstRows);
  return { shown: { ...figure, table: { ...figure.table, rows: kept } }, hidden: rows.length - kept.length };
}
