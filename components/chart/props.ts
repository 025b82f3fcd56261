import type { Anchor, Chart, Figure, TableRow } from '@/lib/figure/figure';

export type ChartOf<Kind extends Chart['kind']> = Extract<Chart, { kind: Kind }>;

/** What every chart is given: a protected figure, what to draw of it, and what a click on a mark means. */
export interface ChartProps<Kind extends Chart['kind']> {
  readonly figure: Figure;
  readonly chart: ChartOf<Kind>;
  readonly width: number;
  /** The published figure drawn beside, where one is chosen and the chart has it. */
  readonly anchor?: Anchor | null | undefined;
  /** Absent where a mark means nothing as a filter. */
  readonly onSelect?: ((row: TableRow) => void) | undefined;
}
