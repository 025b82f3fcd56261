import { Area, CartesianGrid, ComposedChart, LabelList, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { TableRow } from '@/lib/figure/figure';
import { formatNumber, monthLabel } from '@/lib/figure/format';
import { AnchorKey, anchorHeight, anchorLook, drawsAnchor } from './anchor';
import { colourOf, dashes, grid, quiet } from './palette';
import type { ChartProps } from './props';
import { distinct, labelOf, numberOf } from './read';

type Point = Record<string, string | number | readonly [number, number] | null>;

/** Ends the key of a series' comparison. */
const compared = ' compared';

/** One row a point in time, one key a series: `Foster`, `Foster band` for its interval and `Foster compared` for its comparison. */
function pointsOf(rows: readonly TableRow[], { chart }: Pick<ChartProps<'line'>, 'chart'>): readonly Point[] {
  const points = new Map<string, Point>();
  for (const row of rows) {
    const x = labelOf(row, chart.x);
    const name = chart.series ? labelOf(row, chart.series) : 'value';
    const point = points.get(x) ?? { x };
    point[name] = numberOf(row[chart.y]);
    const lower = chart.lower ? numberOf(row[chart.lower]) : null;
    const upper = chart.upper ? numberOf(row[chart.upper]) : null;
    if (lower !== null && upper !== null) point[`${name} band`] = [lower, upper];
    if (chart.comparison) point[`${name}${compared}`] = numberOf(row[chart.comparison]);
    points.set(x, point);
  }
  return [...points.values()];
}

/** Pixels right of the last point for the longest name. */
function endRoom(series: readonly string[]): number {
  if (series.length < 2) return 48;
  return 16 + Math.round(Math.max(...series.map((name) => name.length)) * 7.2);
}

/** Where a line's name stands so that it is on no other's: beside its own end, or the nearest free line above. */
function apart(ends: Map<string, number>, name: string, wanted: number): number {
  ends.delete(name);
  const others = [...ends.values()].sort((a, b) => b - a);
  const y = others.reduce((at, other) => (Math.abs(at - other) < 15 ? other - 15 : at), wanted);
  ends.set(name, y);
  return y;
}

/** Lines over time with interval ribbons, each line labelled at its end rather than in a legend. */
export function LineOverTime({ figure, chart, width, anchor }: ChartProps<'line'>) {
  const points = pointsOf(figure.table.rows, { chart });
  const series = chart.series ? distinct(figure.table.rows, chart.series) : ['value'];
  // From the lowest end up: a name moves up from the one below it, and no farther than it must.
  const lastOf = (name: string) => points.findLastIndex((point) => typeof point[name] === 'number');
  const endOf = (name: string) => Number(points[lastOf(name)]?.[name] ?? 0);
  const inOrder = [...series.entries()].map(([index, name]) => [name, index] as const);
  inOrder.sort(([one], [other]) => endOf(one) - endOf(other));
  const ends = new Map<string, number>();
  const share = chart.format === 'percent';
  const published = drawsAnchor(anchor) ? anchor : null;
  const mark = figure.table.columns.find(({ name }) => name === chart.comparison)?.label;
  const nameOf = (key: string) =>
    key
      .replace(/^value/, figure.title)
      .replace(/ band$/, ', range')
      .replace(compared, `, ${mark?.toLowerCase() ?? ''}`);
  return (
    <ComposedChart
      width={width}
      height={260}
      data={[...points]}
      margin={{
        top: 12 + (mark === undefined ? 0 : 18) + (published ? anchorHeight : 0),
        right: endRoom(series),
        bottom: 4,
        left: 4,
      }}
      title={figure.title}
      desc={figure.headline}
    >
      {mark !== undefined && (
        <g>
          <line x1={70} x2={92} y1={12} y2={12} stroke={quiet} strokeWidth={1.25} />
          <text x={98} y={16} fontSize={13} fill={quiet}>
            {mark}
          </text>
        </g>
      )}
      {published && <AnchorKey anchor={published} x={70} y={mark === undefined ? 16 : 38} width={width} />}
      {typeof published?.at === 'number' && <ReferenceLine y={published.at} {...anchorLook} />}
      <CartesianGrid stroke={grid} vertical={false} />
      <XAxis
        dataKey="x"
        tickFormatter={monthLabel}
        tick={{ fontSize: 12, fill: quiet }}
        minTickGap={28}
        tickLine={false}
      />
      <YAxis
        width={64}
        domain={share ? [0, 1] : [0, 'auto']}
        tickFormatter={(value: number) => formatNumber(value, chart.format)}
        tick={{ fontSize: 12, fill: quiet }}
        tickLine={false}
        axisLine={false}
      />
      <Tooltip
        isAnimationActive={false}
        labelFormatter={(label) => monthLabel(String(label))}
        formatter={(value, name) => [
          Array.isArray(value)
            ? `${formatNumber(Number(value[0]), chart.format)} to ${formatNumber(Number(value[1]), chart.format)}`
            : formatNumber(Number(value), chart.format),
          nameOf(String(name)),
        ]}
      />
      {series.map((name, index) => (
        <Area
          key={`${name} band`}
          dataKey={`${name} band`}
          name={`${name} band`}
          stroke="none"
          fill={colourOf(name, index)}
          fillOpacity={0.14}
          isAnimationActive={false}
          connectNulls={false}
          activeDot={false}
        />
      ))}
      {mark !== undefined &&
        series.map((name, index) => (
          <Line
            key={name + compared}
            dataKey={name + compared}
            stroke={quiet}
            strokeWidth={1.25}
            strokeDasharray={dashes[index % dashes.length] ?? ''}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
            connectNulls={false}
          />
        ))}
      {inOrder.map(([name, index]) => (
        <Line
          key={name}
          dataKey={name}
          stroke={colourOf(name, index)}
          strokeDasharray={dashes[index % dashes.length] ?? ''}
          strokeWidth={2.5}
          dot={points.length <= 8 ? { r: 3 } : false}
          isAnimationActive={false}
          connectNulls={false}
        >
          {chart.series && (
            <LabelList
              dataKey={name}
              content={({ y, index: at, value }) =>
                at === lastOf(name) && value != null ? (
                  <text
                    x={width - endRoom(series) + 8}
                    y={apart(ends, name, Number(y) + 4)}
                    fontSize={13}
                    fontWeight={700}
                    fill={colourOf(name, index)}
                  >
                    {name}
                  </text>
                ) : null
              }
            />
          )}
        </Line>
      ))}
    </ComposedChart>
  );
}
