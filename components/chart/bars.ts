import type { TableRow } from '@/lib/figure/figure';
import type { ChartProps } from './props';
import { labelOf, numberOf } from './read';

export type Bars = Record<string, string | number | null>;

/** One bar a label, one key a series; without series the key is `value`. A withheld value is no bar. */
export function barsOf(rows: readonly TableRow[], chart: ChartProps<'bar'>['chart']): readonly Bars[] {
  const bars = new Map<string, Bars>();
  for (const row of rows) {
    const label = labelOf(row, chart.label);
    const bar = bars.get(label) ?? { label };
    bar[chart.series ? labelOf(row, chart.series) : 'value'] = numberOf(row[chart.value]);
    bars.set(label, bar);
  }
  return [...bars.values()];
}
