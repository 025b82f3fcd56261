import type { Table, TableRow } from '@/lib/figure/figure';
import { isWithheld } from '@/lib/figure/figure';
import { monthLabel } from '@/lib/figure/format';
import { asBeside } from '@/lib/measure/overview/sparkline';
import { colourOf, hairline, palette } from '../chart/palette';
import { distinct, labelOf, numberOf } from '../chart/read';

const width = 180;
const height = 44;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Straight pieces between known months: a withheld month breaks the line rather than being guessed. */
function pathOf(rows: readonly TableRow[], column: string, at: (index: number, value: number) => Point): string {
  let pen = 'M';
  return rows
    .map((row, index) => {
      const value = numberOf(row[column]);
      if (value === null) {
        pen = 'M';
        return '';
      }
      const { x, y } = at(index, value);
      const piece = `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
      pen = 'L';
      return piece;
    })
    .join('');
}

/** A month that is the view itself has the number beside the line for its own: hidden there, it is not drawn here. */
function withBeside(row: TableRow, { rows }: Table, column: string, series: string | undefined): TableRow {
  const cell = row[column];
  if (cell === undefined || !isWithheld(cell) || cell.reason !== asBeside.reason) return row;
  const own = rows.find((one) => series === undefined || labelOf(one, series) === labelOf(row, series));
  return { ...row, [column]: own?.[column] ?? cell };
}

interface Props {
  readonly table: Table;
  /** The table the number beside the line is from. */
  readonly beside: Table;
  readonly column: string;
  readonly series?: string;
  readonly share: boolean;
}

/** Two years of months beside a number. The figure's own page has the scale; here only the shape is read. */
export function Sparkline({ table: months, beside, column, series, share }: Props) {
  const table = { ...months, rows: months.rows.map((row) => withBeside(row, beside, column, series)) };
  const names = series ? distinct(table.rows, series) : [''];
  const values = table.rows.flatMap((row) => numberOf(row[column]) ?? []);
  if (values.length < 2) return null;
  const most = share ? Math.min(1, Math.max(...values) + 0.1) : Math.max(...values) * 1.08;
  const least = share ? Math.max(0, Math.min(...values) - 0.1) : 0;
  const labels = distinct(table.rows, 'month');
  const at = (index: number, value: number): Point => ({
    x: (index / Math.max(1, labels.length - 1)) * (width - 8) + 4,
    y: height - 6 - ((value - least) / Math.max(1e-9, most - least)) * (height - 12),
  });
  const half = at(Math.max(0, labels.length - 12.5), least).x;
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMinYMid"
      role="img"
      aria-label={`By month, ${monthLabel(labels[0] ?? '')} to ${monthLabel(labels.at(-1) ?? '')}`}
    >
      {labels.length > 12 && (
        <line x1={half} x2={half} y1={2} y2={height - 4} stroke={hairline} strokeDasharray="2 3" />
      )}
      <line x1={4} x2={width - 4} y1={height - 4} y2={height - 4} stroke={hairline} />
      {names.map((name, index) => {
        const rows = series ? table.rows.filter((row) => labelOf(row, series) === name) : table.rows;
        const last = rows.at(-1);
        const end = last ? numberOf(last[column]) : null;
        const colour = series ? colourOf(name, index) : palette[0];
        const dot = end === null ? null : at(rows.length - 1, end);
        return (
          <g key={name}>
            <path d={pathOf(rows, column, at)} fill="none" stroke={colour} strokeWidth={1.75} />
            {dot && <circle cx={dot.x} cy={dot.y} r={3} fill={colour} />}
          </g>
        );
      })}
    </svg>
  );
}
