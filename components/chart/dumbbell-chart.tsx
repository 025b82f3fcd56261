import { scaleLinear } from 'd3-scale';
import type { TableRow } from '@/lib/figure/figure';
import { formatNumber } from '@/lib/figure/format';
import { HorizontalAxis } from './axis';
import { keyPlaces } from './key-lines';
import { Mark } from './mark';
import { hairline, ink, palette, quiet } from './palette';
import type { ChartProps } from './props';
import { fitted, labelOf, numberOf } from './read';
import { RowLabel } from './row-label';

const rowHeight = 30;

const keySpacing = { sign: 16, gap: 20, line: 20 };

/** Two values a row joined by a line: a ring for the first, a filled dot for the second, a thin grey mark for the comparison's second. */
export function DumbbellChart({ figure, chart, width, onSelect }: ChartProps<'dumbbell'>) {
  const { rows } = figure.table;
  const left = Math.min(width > 900 ? 400 : 270, Math.round(width * 0.4));
  const right = 76;
  const compared = figure.table.columns.find(({ name }) => name === chart.comparison);
  const labels = [chart.fromLabel, chart.toLabel, ...(compared ? [compared.label] : [])];
  // Over the drawing, or from the edge where they would not fit there.
  const over = keyPlaces(labels, keySpacing, width, left);
  const keys = over.some(({ y }) => y > 0) ? keyPlaces(labels, keySpacing, width) : over;
  const top = 26 + (keys.at(-1)?.y ?? 0);
  const bottom = top + rows.length * rowHeight;
  const beforeOf = (row: TableRow) => (compared ? numberOf(row[compared.name]) : null);
  const high = Math.max(
    1,
    ...rows.flatMap((row) => [numberOf(row[chart.from]) ?? 0, numberOf(row[chart.to]) ?? 0, beforeOf(row) ?? 0]),
  );
  const scale = scaleLinear([0, high], [left, width - right]).nice();
  return (
    <svg width={width} height={bottom + 24} role="img" aria-label={figure.headline}>
      {keys.map(({ x, y }, at) => (
        <g key={labels[at]} transform={`translate(${x} ${y})`}>
          {at === 2 ? (
            <line x1={6} x2={6} y1={2} y2={18} stroke={quiet} strokeWidth={2} />
          ) : (
            <circle cx={6} cy={10} r={5} fill={at === 0 ? '#fff' : palette[0]} stroke={palette[0]} strokeWidth={2} />
          )}
          <text x={16} y={14} fontSize={13} fill={quiet}>
            {fitted(labels[at] ?? '', width - x - 16)}
          </text>
        </g>
      ))}
      <HorizontalAxis scale={scale} format={chart.format} top={top} bottom={bottom} count={width > 600 ? 6 : 3} />
      {rows.map((row, index) => {
        const y = top + index * rowHeight + rowHeight / 2;
        const label = labelOf(row, chart.label);
        const from = numberOf(row[chart.from]);
        const to = numberOf(row[chart.to]);
        const before = beforeOf(row);
        const gap = from !== null && to !== null ? to - from : null;
        return (
          <Mark key={label} row={row} onSelect={onSelect}>
            <rect x={0} y={y - rowHeight / 2} width={width} height={rowHeight} fill="transparent" />
            <title>{label}</title>
            <RowLabel label={label} x={left - 12} y={y} room={left - 12} />
            {from !== null && to !== null && (
              <line x1={scale(from)} x2={scale(to)} y1={y} y2={y} stroke={hairline} strokeWidth={3} />
            )}
            {before !== null && (
              <line x1={scale(before)} x2={scale(before)} y1={y - 10} y2={y + 10} stroke={quiet} strokeWidth={2} />
            )}
            {from !== null && <circle cx={scale(from)} cy={y} r={5} fill="#fff" stroke={palette[0]} strokeWidth={2} />}
            {to !== null && <circle cx={scale(to)} cy={y} r={5} fill={palette[0]} />}
            <text x={width - right + 12} y={y + 5} fontSize={13} fill={gap === null ? quiet : ink} className="numbers">
              {gap === null ? 'too few' : `${gap > 0 ? '+' : ''}${formatNumber(gap, chart.format)}`}
            </text>
          </Mark>
        );
      })}
    </svg>
  );
}
