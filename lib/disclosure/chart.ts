/** Reference lines of charts are numbers too: rounded like the figures they stand among. */
import type { Chart } from '@/lib/figure/figure';
import type { Marked } from './mark';
import { roundedPounds } from './round';

/** Charts as published. A line over a table in which everything is hidden is left out. */
export function protectCharts(charts: readonly Chart[], main: Marked): readonly Chart[] {
  const { counts } = main.sheet;
  const anyShown = counts.length === 0 || counts.some(({ state }) => state !== 'hidden');
  return charts.map((chart): Chart => {
    if ((chart.kind !== 'interval' && chart.kind !== 'bar') || !chart.reference) return chart;
    const { reference, ...rest } = chart;
    if (!anyShown) return rest;
    return { ...chart, reference: { ...reference, value: rounded(reference.value, chart.format) } };
  });
}

function rounded(value: number, format: 'percent' | 'ratio' | 'pounds' | 'count' | 'miles'): number {
  if (format === 'pounds') return roundedPounds(value);
  if (format === 'count' || format === 'miles') return Math.round(value);
  return Math.round(value * 100) / 100;
}
