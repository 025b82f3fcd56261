import { type ScaleLogarithmic, scaleLinear, scaleLog } from 'd3-scale';
import { tableOf } from '@/lib/figure/drawable';
import { formatInterval, formatNumber } from '@/lib/figure/format';
import { AnchorKey, anchorAt, anchorHeight, anchorLook, drawsAnchor } from './anchor';
import { HorizontalAxis, ReferenceLine, type Scale } from './axis';
import { IntervalKeys, placeKeys } from './interval-key';
import { Mark } from './mark';
import { hairline, ink, palette, quiet } from './palette';
import type { ChartProps } from './props';
import { labelOf, numberOf } from './read';
import { RowLabel } from './row-label';

const rowHeight = 30;

/** A log axis read in doublings and halvings; the library's own ticks crowd near one. */
const logTicks = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8];

function withTicks(scale: ScaleLogarithmic<number, number>): Scale {
  const [low = 0, high = 1] = scale.domain();
  const read = (value: number) => scale(value);
  return Object.assign(read, { ticks: () => logTicks.filter((tick) => tick >= low && tick <= high) });
}

function extent(values: readonly (number | null)[], format: string): readonly [number, number] {
  const known = values.filter((value): value is number => value !== null);
  if (known.length === 0) return [0, 1];
  if (format === 'percent') return [0, 1];
  return [Math.min(...known), Math.max(...known)];
}

/** One dot and its 95 % interval a row; the value and interval are written at the right. */
export function IntervalChart({ figure, chart, width, anchor, onSelect }: ChartProps<'interval'>) {
  const { columns, rows } = tableOf(figure, chart);
  const mark = columns.find(({ name }) => name === chart.comparison)?.label;
  const left = Math.min(width > 900 ? 340 : 240, Math.round(width * 0.36));
  const right = width > 520 ? 128 : 64;
  const published = drawsAnchor(anchor) ? anchor : null;
  const own = placeKeys(
    { ...(mark && { comparison: mark }), ...(chart.hollow && { hollow: chart.hollow.label }) },
    width,
  );
  const keys = own.height + (published ? anchorHeight : 0);
  const top = (chart.reference ? 22 : 8) + keys;
  const bottom = top + rows.length * rowHeight;
  const values = rows.flatMap((row) => [chart.estimate, chart.lower, chart.upper].map((name) => numberOf(row[name])));
  if (chart.reference) values.push(chart.reference.value);
  if (chart.comparison && chart.format === 'ratio')
    values.push(...rows.map((row) => numberOf(row[chart.comparison ?? ''])));
  const [low, high] = extent(values, chart.format);
  const range: [number, number] = [left, width - right];
  const scale: Scale =
    chart.scale === 'log'
      ? withTicks(scaleLog([Math.max(0.05, low * 0.9), Math.max(high * 1.1, low * 1.2)], range))
      : scaleLinear(chart.format === 'ratio' ? [low, high] : [Math.min(0, low), high], range).nice();
  const clamp = (value: number) => Math.min(range[1], Math.max(range[0], scale(value)));
  return (
    <svg width={width} height={bottom + 24} role="img" aria-label={figure.headline}>
      <IntervalKeys keys={own.keys} />
      {published && <AnchorKey anchor={published} x={left} y={keys - 8} width={width} />}
      <HorizontalAxis scale={scale} format={chart.format} top={top} bottom={bottom} count={width > 600 ? 6 : 4} />
      {chart.reference && (
        <ReferenceLine
          x={scale(chart.reference.value)}
          label={chart.reference.label}
          top={top}
          bottom={bottom}
          width={width}
        />
      )}
      {rows.map((row, index) => {
        const y = top + index * rowHeight + rowHeight / 2;
        const label = labelOf(row, chart.label);
        const [value, from, to] = [chart.estimate, chart.lower, chart.upper].map((name) => numberOf(row[name]));
        const beside = anchorAt(published, label);
        const before = chart.comparison ? numberOf(row[chart.comparison]) : null;
        const flagged = chart.flag !== undefined && (row[chart.flag] === 'yes' || row[chart.flag] === 1);
        const hollow = chart.hollow !== undefined && row[chart.hollow.column] === 'no';
        const colour = flagged ? palette[2] : palette[0];
        return (
          <Mark key={label} row={row} onSelect={onSelect}>
            <rect x={0} y={y - rowHeight / 2} width={width} height={rowHeight} fill="transparent" />
            <title>{label}</title>
            <RowLabel label={label} x={left - 12} y={y} room={left - 12} bold={flagged} />
            {value != null && from != null && to != null && (
              <line x1={clamp(from)} x2={clamp(to)} y1={y} y2={y} stroke={colour} strokeWidth={flagged ? 3 : 2} />
            )}
            {value == null && (
              <text x={width - right + 12} y={y + 5} fontSize={13} fill={quiet}>
                not shown
              </text>
            )}
            {beside !== null && (
              <line
                x1={clamp(beside)}
                x2={clamp(beside)}
                y1={y - rowHeight / 2}
                y2={y + rowHeight / 2}
                {...anchorLook}
              />
            )}
            {before !== null && (
              <line x1={clamp(before)} x2={clamp(before)} y1={y - 8} y2={y + 8} stroke={hairline} strokeWidth={3} />
            )}
            {value != null &&
              (flagged ? (
                <rect
                  x={clamp(value) - 5}
                  y={y - 5}
                  width={10}
                  height={10}
                  fill={colour}
                  transform={`rotate(45 ${clamp(value)} ${y})`}
                />
              ) : (
                <circle
                  cx={clamp(value)}
                  cy={y}
                  r={5}
                  fill={hollow ? '#fff' : colour}
                  stroke={colour}
                  strokeWidth={hollow ? 2 : 0}
                />
              ))}
            {value != null && (
              <text x={width - right + 12} y={y + 5} fontSize={13} fill={ink} className="numbers">
                {formatNumber(value, chart.format)}
                {width > 520 && from != null && to != null && (
                  <tspan fill={quiet}> {`(${formatInterval(from, to, chart.format)})`}</tspan>
                )}
              </text>
            )}
          </Mark>
        );
      })}
    </svg>
  );
}
