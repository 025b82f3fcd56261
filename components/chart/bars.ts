import { isWithheld, type TableRow } from '@/lib/figure/figure';
import type { ChartProps } from './props';
import { labelOf, numberOf } from './read';

export type Bars = Record<string, string | number | null>;

/**
 * One bar a label, one key a series; without series the key is `value`. A withheld value is no bar; where bars are
 * shares of a whole, a whole with a withheld part is no bar either: the rest would be stretched to look like all of it.
 */
export function barsOf(rows: readonly TableRow[], chart: ChartProps<'bar'>['chart']): readonly Bars[] {
  const broken =
    chart.layout === 'share'
      ? new Set(rows.filter((row) => isWithheld(row[chart.value])).map((row) => labelOf(row, chart.label)))
      : new Set<string>();
  const bars = new Map<string, Bars>();
  for (const row of rows) {
    const label = labelOf(row, chart.label);
    if (broken.has(label)) {
      bars.set(label, { label: `${label} (not shown)` });
      continue;
    }
    // A bar that is not there must not look like none.
    const hidden = !chart.series && isWithheld(row[chart.value]);
    const bar = bars.get(label) ?? { label: hidden ? `${label} [c]` : label };
    bar[chart.series ? labelOf(row, chart.series) : 'value'] = numberOf(row[chart.value]);
    bars.set(label, bar);
  }
  return [...bars.values()];
}
