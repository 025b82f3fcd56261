/** Promises the second opinion on each provider, worked out once for every figure that asks. */
import type { Row } from '@/lib/database/database';
import type { TableRow } from '@/lib/figure/figure';
import type { Context } from '@/lib/measure/context';
import { providerSumRows } from '@/lib/measure/cost/standard/log-cost-sums';
import { secondOpinion } from '@/lib/measure/cost/standard/second-opinion';
import type { RowsByQuery } from '@/lib/measure/measure';
import { type ProviderEffect, providerEffects } from '@/lib/method/provider-effect';

export interface ProviderOpinion {
  readonly effect: ProviderEffect;
  /** Who uses it, of all its types of home: the cells of the providers rule. */
  readonly use: TableRow;
}

type Opinions = ReadonlyMap<string, ProviderOpinion>;

const found = new WeakMap<readonly Row[], Opinions>();
const none: Opinions = new Map();

/** By URN, from the rows of `authoritySums` and `providerSums`, under the names `sums` and `providerSums`; empty without a model. */
export function providerOpinions(rows: RowsByQuery, context: Context): Opinions {
  const before = rows.providerSums && found.get(rows.providerSums);
  if (before) return before;
  const { model, sums } = secondOpinion(rows, context);
  if (!model || !rows.providerSums) return none;
  const own = providerSumRows(rows, context, sums);
  const sizes = new Map(own.map(({ provider, groups }) => [provider, groups.map(({ n }) => n)]));
  const opinions: Opinions = new Map(
    providerEffects(model, own).map((effect) => {
      const { name, n } = effect;
      const used = sizes.get(name) ?? [];
      const use = { provider: name, n, authorities: used.length, largestShare: Math.max(0, ...used) / n };
      return [name, { effect, use }];
    }),
  );
  found.set(rows.providerSums, opinions);
  return opinions;
}
