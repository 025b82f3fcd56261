import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import { formatNumber, monthLabel } from '@/lib/figure/format';
import { barsOf } from './bars';
import { keyOf, legendHeight } from './legend';
import { colourOf, grid, quiet } from './palette';
import type { ChartProps } from './props';
import { distinct } from './read';

/** A column a month, stacked by series: time runs along the page, never down it. */
export function MonthColumns({ figure, chart, width }: ChartProps<'bar'>) {
  const series = chart.series ? distinct(figure.table.rows, chart.series) : ['value'];
  const legend = legendHeight(series, width);
  return (
    <BarChart
      width={width}
      height={266 + legend}
      data={[...barsOf(figure.table.rows, chart)]}
      margin={{ top: 8, right: 16, bottom: 4, left: 4 }}
      title={figure.title}
      desc={figure.headline}
    >
      <CartesianGrid stroke={grid} vertical={false} />
      <XAxis
        dataKey="label"
        tickFormatter={monthLabel}
        tick={{ fontSize: 12, fill: quiet }}
        minTickGap={24}
        tickLine={false}
      />
      <YAxis
        width={84}
        tickFormatter={(value: number) => formatNumber(value, chart.format)}
        tick={{ fontSize: 12, fill: quiet }}
        tickLine={false}
        axisLine={false}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: '#f3f2f1' }}
        labelFormatter={(label) => monthLabel(String(label))}
        formatter={(value, name) => [
          formatNumber(Number(value), chart.format),
          name === 'value' ? figure.title : String(name),
        ]}
      />
      {keyOf(legend)}
      {series.map((name, index) => (
        <Bar
          key={name}
          dataKey={name}
          stackId="all"
          fill={colourOf(name, index)}
          stroke="#fff"
          isAnimationActive={false}
        />
      ))}
    </BarChart>
  );
}
