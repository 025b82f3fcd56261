/** When no placement matches: for each filter, how many there would be without it, counted in one query. */
import * as v from 'valibot';
import type { Database } from '@/lib/database/database';
import { contextFor, type PoolFacts } from '@/lib/measure/context';
import { joined } from '@/lib/measure/fragment';
import { viewCondition } from '@/lib/measure/kept';
import { type Chip, chipsOf } from '@/lib/view/chips';
import type { View } from '@/lib/view/view';

export interface Advice {
  /** The filter to take away, as its chip. */
  readonly chip: Chip;
  /** Placements in the view without it. */
  readonly n: number;
}

/** Advice for every active filter, the most placements first. None where no filter is active. */
export async function advise(
  database: Database,
  { view, pool }: { readonly view: View; readonly pool: PoolFacts },
  signal?: AbortSignal,
): Promise<readonly Advice[]> {
  const chips = chipsOf(view);
  if (chips.length === 0) return [];
  const counts = joined(
    chips.map((chip, index) => {
      const condition = viewCondition(contextFor({ ...view, ...chip.patch }, pool, 'referral'));
      return { sql: `count(*) FILTER (WHERE ${condition.sql}) AS "${index}"`, parameters: condition.parameters };
    }),
    ', ',
  );
  const [row] = await database.run({ sql: `SELECT ${counts.sql} FROM pool`, parameters: counts.parameters }, signal);
  return chips.map((chip, index) => ({ chip, n: v.parse(v.number(), row?.[String(index)]) })).sort((a, b) => b.n - a.n);
}
