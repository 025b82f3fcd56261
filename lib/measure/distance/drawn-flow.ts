import type { Exclusion, TableRow } from '@/lib/figure/figure';
import { numeric } from '@/lib/measure/words';

/** A thread of fewer placements than this cannot be shared. */
export const smallestFlow = 5;

/** More flows than this are hard on the reader and hide those that matter: the working view has the rest. */
export const mostFlows = 400;

/** How the sharing view differs, for definitions. */
export const cutWords = `The working view lists every flow; the sharing view those of ${smallestFlow} or more, the ${mostFlows} largest.`;

/**
 * The flows worth sharing, the most first; where all are small, all: an empty map would say nothing. `flows` gives
 * those of at least so many placements.
 */
export function sharedFlows<Flow>(flows: (least: number) => readonly Flow[]): readonly Flow[] {
  const large = flows(smallestFlow);
  return (large.length > 0 ? large : flows(1)).slice(0, mostFlows);
}

/** What `shown` of `all` placements leaves out of the table, not of what it rests on. */
export function smallFlows(all: number, shown: readonly { readonly n: number }[]): (Exclusion & { n: number })[] {
  const n = all - shown.reduce((sum, flow) => sum + flow.n, 0);
  const label = `Flows of fewer than ${smallestFlow} placements, or beyond the ${mostFlows} largest`;
  return n > 0 ? [{ label, n, counted: true }] : [];
}

/** The row with most placements that may be said; protection may have hidden some and changed their order. */
export function largestRow(rows: readonly TableRow[]): TableRow | undefined {
  let largest: TableRow | undefined;
  for (const row of rows) if ((numeric(row.n) ?? 0) > (numeric(largest?.n) ?? 0)) largest = row;
  return largest;
}
