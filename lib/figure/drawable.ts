/** How much of a figure its charts can draw: one that must leave most of its marks out does not stand first. */
import type { Chart, Figure, Table, TableRow } from './figure';

/** The table a chart draws: the figure's own, or one of its extra tables. */
export function tableOf(figure: Figure, chart: Chart): Table {
  return (chart.kind === 'interval' && chart.table && figure.extra[chart.table]) || figure.table;
}

/** The columns without which a row has no mark. */
function columnsOf(chart: Chart): readonly string[] {
  switch (chart.kind) {
    case 'interval':
      return [chart.estimate];
    case 'line':
      return [chart.y];
    case 'box':
      return ['median'];
    case 'dumbbell':
      return [chart.from, chart.to];
    case 'groups':
    case 'none':
      return [];
    default:
      return [chart.value];
  }
}

function bars(rows: readonly TableRow[], label: string): readonly (readonly TableRow[])[] {
  const found = new Map<unknown, TableRow[]>();
  for (const row of rows) {
    const bar = found.get(row[label]);
    if (bar) bar.push(row);
    else found.set(row[label], [row]);
  }
  return [...found.values()];
}

/** The share of its marks a chart can draw, 0 to 1. Bars that are shares of a whole stand or fall whole. */
function drawnShare(figure: Figure, chart: Chart): number {
  const columns = columnsOf(chart);
  const { rows } = tableOf(figure, chart);
  const whole = chart.kind === 'bar' && chart.layout === 'share';
  const marks = whole ? bars(rows, chart.label) : rows.map((row) => [row]);
  const drawn = marks.filter((mark) => mark.every((row) => columns.every((name) => typeof row[name] === 'number')));
  return marks.length === 0 || columns.length === 0 ? 0 : drawn.length / marks.length;
}

const drawings = ({ charts }: Figure) => charts.filter(({ kind }) => kind !== 'none');

/** Which of a figure's charts stands first: the first that can draw half of its marks, else the one that can draw most. */
export function firstChart(figure: Figure): number {
  const charts = drawings(figure);
  // Asked at every drawing, of tables of thousands of rows: most figures have no other chart.
  if (charts.length < 2) return 0;
  const shares = charts.map((chart) => drawnShare(figure, chart));
  const half = shares.findIndex((share) => share >= 0.5);
  return Math.max(0, half >= 0 ? half : shares.indexOf(Math.max(0, ...shares)));
}

/** Whether a figure has nothing to look at: no chart of it a mark, or without charts no number in its table. Only why is left to say. */
export function nothingDrawn(figure: Figure): boolean {
  const charts = drawings(figure).filter(({ kind }) => kind !== 'groups');
  if (charts.length > 0) return charts.every((chart) => drawnShare(figure, chart) === 0);
  const { columns, rows } = figure.table;
  const numbers = columns.filter(({ kind }) => kind !== 'dimension' && kind !== 'text');
  return rows.every((row) => numbers.every(({ name }) => typeof row[name] !== 'number'));
}
