import type { Chart, Figure, TableRow } from '@/lib/figure/figure';

export type ChartOf<Kind extends Chart['kind']> = Extract<Chart, { kind: Kind }>;

/** What every chart is given: a protected figure, what to draw of it, and what a click on a mark means. */
export interface ChartProps<Kind extends Chart['kind']> {
  readonly figure: Figure;
  readonly chart: ChartOf<Kind>;
  readonly width: number;
  /** Absent where a mark means nothing as a filter. */
  readonly onSelect?: ((row: TableRow) => void) | undefined;
}
