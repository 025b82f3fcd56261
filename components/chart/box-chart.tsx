import { scaleLinear } from 'd3-scale';
import { formatNumber } from '@/lib/figure/format';
import { HorizontalAxis } from './axis';
import { colourOf, ink, quiet } from './palette';
import type { ChartProps } from './props';
import { inLines, labelOf, numberOf } from './read';

/** The other side’s median, where the view is compared with another (lib/measure/cost/spread.ts). */
const comparison = 'comparisonMedian';

/** Median, quartile box and P10–P90 whiskers, one a row, a grey mark where the comparison’s median is; whatever is withheld is left out of the drawing. */
export function BoxChart({ figure, chart, width, onSelect }: ChartProps<'box'>) {
  const { rows } = figure.table;
  const rowHeight = rows.length > 12 ? 38 : 52;
  const left = Math.min(200, Math.round(width * 0.34));
  const top = 8;
  const bottom = top + rows.length * rowHeight;
  const columns = ['p10', 'q1', 'median', 'q3', 'p90'] as const;
  const high = Math.max(1, ...rows.flatMap((row) => [...columns, comparison].map((name) => numberOf(row[name]) ?? 0)));
  const scale = scaleLinear([0, high], [left, width - 24]).nice();
  const compared = figure.table.columns.find(({ name }) => name === comparison);
  return (
    <svg width={width} height={bottom + (compared ? 46 : 24)} role="img" aria-label={figure.headline}>
      <HorizontalAxis scale={scale} format={chart.format} top={top} bottom={bottom} count={width > 600 ? 7 : 4} />
      {rows.map((row, index) => {
        const y = top + index * rowHeight + rowHeight / 2 + 6;
        const label = labelOf(row, chart.label);
        const [p10, q1, median, q3, p90] = columns.map((name) => numberOf(row[name]));
        const before = numberOf(row[comparison]);
        const colour = colourOf(label.split(': ')[0] ?? label, 0);
        const lines = inLines(label, left - 12);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table behind the chart offers the same by keyboard
          <g key={label} className={onSelect ? 'mark-button' : undefined} onClick={onSelect && (() => onSelect(row))}>
            <rect x={0} y={y - rowHeight / 2} width={width} height={rowHeight} fill="transparent" />
            <title>{label}</title>
            {lines.map((line, at) => (
              <text
                key={line}
                x={left - 12}
                y={y + 5 + (at - (lines.length - 1) / 2) * 16}
                textAnchor="end"
                fontSize={lines.length > 1 ? 13 : 14}
                fill={ink}
              >
                {line}
              </text>
            ))}
            {p10 != null && p90 != null && (
              <g stroke={colour} strokeWidth={2}>
                <line x1={scale(p10)} x2={scale(p90)} y1={y} y2={y} />
                <line x1={scale(p10)} x2={scale(p10)} y1={y - 6} y2={y + 6} />
                <line x1={scale(p90)} x2={scale(p90)} y1={y - 6} y2={y + 6} />
              </g>
            )}
            {q1 != null && q3 != null && (
              <rect
                x={scale(q1)}
                y={y - 11}
                width={Math.max(1, scale(q3) - scale(q1))}
                height={22}
                fill="#fff"
                stroke={colour}
                strokeWidth={2}
              />
            )}
            {before !== null && (
              <line x1={scale(before)} x2={scale(before)} y1={y - 15} y2={y + 15} stroke={quiet} strokeWidth={2} />
            )}
            {median == null ? (
              <text x={left + 6} y={y + 5} fontSize={13} fill={quiet}>
                not shown
              </text>
            ) : (
              <>
                <line x1={scale(median)} x2={scale(median)} y1={y - 11} y2={y + 11} stroke={colour} strokeWidth={4} />
                <text x={scale(median)} y={y - 15} textAnchor="middle" fontSize={13} fontWeight={700} fill={ink}>
                  {formatNumber(median, chart.format)}
                </text>
              </>
            )}
          </g>
        );
      })}
      {compared && (
        <g>
          <line x1={left} x2={left} y1={bottom + 28} y2={bottom + 42} stroke={quiet} strokeWidth={2} />
          <text x={left + 8} y={bottom + 40} fontSize={13} fill={quiet}>
            {compared.label}
          </text>
        </g>
      )}
    </svg>
  );
}
