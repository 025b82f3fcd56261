import type { TableRow } from '@/lib/figure/figure';
import { numeric } from '@/lib/measure/words';

/** A thread of fewer placements than this says little, cannot be shared, and hides those that matter. */
export const smallestFlow = 5;

/** The flows worth drawing; where all are small, all of them: an empty map would say nothing. */
export function drawnFlows<Flow extends { readonly n: number }>(flows: readonly Flow[]): readonly Flow[] {
  const large = flows.filter(({ n }) => n >= smallestFlow);
  return large.length > 0 ? large : flows;
}

/** The row with most placements that may be said; protection may have hidden some and changed their order. */
export function largestRow(rows: readonly TableRow[]): TableRow | undefined {
  const said = rows.filter((row) => (numeric(row.n) ?? 0) > 0);
  return said.toSorted((a, b) => (numeric(b.n) ?? 0) - (numeric(a.n) ?? 0))[0];
}
