import { scaleLinear } from 'd3-scale';
import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  LabelList,
  Rectangle,
  ReferenceDot,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatNumber } from '@/lib/figure/format';
import { AnchorKey, anchorAt, anchorHeight, anchorLook, drawsAnchor } from './anchor';
import { type Bars, barsOf } from './bars';
import { keyOf, legendHeight } from './legend';
import { colourOf, grid, ink, quiet } from './palette';
import type { ChartProps } from './props';
import { distinct } from './read';
import { RowLabel } from './row-label';

/** An axis for values either side of zero: round ends, with room for the numbers written beyond the bars, and round ticks. */
function roundAxis(bars: readonly Bars[], count: number) {
  const values = bars.flatMap((bar) => Object.values(bar).filter((value) => typeof value === 'number'));
  const scale = scaleLinear([Math.min(0, ...values) * 1.75, Math.max(0, ...values) * 1.15], [0, 1]).nice(5);
  return { domain: scale.domain(), ticks: scale.ticks(count) };
}

/** A bar with a strong line at its near end, if the whole bar is not beyond what the line divides; the first says what the line is. */
function divided(label: string, sides: readonly string[]) {
  return function Divided(bar: BarShapeProps) {
    const { x, y, height, index, payload } = bar;
    if (sides.every((name) => !payload?.[name])) return <Rectangle {...bar} />;
    return (
      <g>
        <Rectangle {...bar} />
        <line x1={x} x2={x} y1={y - 6} y2={y + height + 6} stroke={ink} strokeWidth={3} />
        {index === 0 && (
          <text x={x} y={y - 10} textAnchor="middle" fontSize={12} fill={ink}>
            {label}
          </text>
        )}
      </g>
    );
  };
}

/** Horizontal bars from zero: single, stacked, stacked to 100 %, or either side of zero. */
export function HorizontalBars({ figure, chart, width, anchor }: ChartProps<'bar'>) {
  const published = drawsAnchor(anchor) ? anchor : null;
  const bars = barsOf(figure.table.rows, chart);
  const series = chart.series ? distinct(figure.table.rows, chart.series) : ['value'];
  const left = Math.min(220, Math.round(width * 0.36));
  const share = chart.layout === 'share';
  const stacked = share || chart.layout === 'stacked';
  const diverging = chart.layout === 'diverging';
  const legend = legendHeight(series, width);
  const { divide } = chart;
  const beyond = divide ? series.indexOf(divide.after) + 1 : -1;
  const headroom = (divide || chart.reference ? 18 : 4) + (published ? anchorHeight : 0);
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={bars.length * 36 + 40 + headroom + legend}
      data={[...bars]}
      stackOffset={share ? 'expand' : diverging ? 'sign' : 'none'}
      margin={{ top: headroom, right: stacked ? 16 : 72, bottom: 4, left: 4 }}
      title={figure.title}
      desc={figure.headline}
    >
      {published && <AnchorKey anchor={published} x={left} y={14} width={width} />}
      <CartesianGrid stroke={grid} horizontal={false} />
      <YAxis
        type="category"
        dataKey="label"
        width={left}
        tick={({ x, y, payload }) => (
          <RowLabel label={String(payload.value)} x={Number(x)} y={Number(y)} room={left - 12} />
        )}
        axisLine={!diverging}
        tickLine={false}
        interval={0}
      />
      <XAxis
        type="number"
        {...(diverging && roundAxis(bars, width < 560 ? 3 : 5))}
        tickFormatter={(value: number) => formatNumber(value, share ? 'percent' : chart.format)}
        tick={{ fontSize: 12, fill: quiet }}
        tickLine={false}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: '#f3f2f1' }}
        formatter={(value, name) => [
          formatNumber(Number(value), chart.format),
          name === 'value' ? figure.title : String(name),
        ]}
      />
      {keyOf(legend)}
      {diverging && <ReferenceLine x={0} stroke={quiet} />}
      {chart.reference && (
        <ReferenceLine
          x={chart.reference.value}
          stroke={ink}
          strokeDasharray="4 3"
          label={{ value: chart.reference.label, position: 'top', fontSize: 12 }}
        />
      )}
      {series.map((name, index) => (
        <Bar
          key={name}
          dataKey={name}
          stackId={stacked ? 'all' : undefined}
          fill={colourOf(name, index)}
          stroke="#fff"
          strokeWidth={stacked ? 1 : 0}
          barSize={20}
          isAnimationActive={false}
          {...(divide && index === beyond && { shape: divided(divide.label, series.slice(0, beyond + 1)) })}
        >
          {!stacked && (
            <LabelList
              dataKey={name}
              position="right"
              fontSize={13}
              fill={ink}
              formatter={(value) => (typeof value === 'number' ? formatNumber(value, chart.format) : '')}
            />
          )}
        </Bar>
      ))}
      {published &&
        bars.map(({ label }) => {
          const at = anchorAt(published, String(label));
          return (
            at !== null && (
              <ReferenceDot
                key={String(label)}
                x={at}
                y={String(label)}
                r={0}
                shape={({ cx = 0, cy = 0 }) => <line x1={cx} x2={cx} y1={cy - 17} y2={cy + 17} {...anchorLook} />}
              />
            )
          );
        })}
    </BarChart>
  );
}
