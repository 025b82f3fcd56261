/** Promises one second opinion on who paid more or less: the regression of methods §2, worked out once for every figure that asks. */
import type { Row } from '@/lib/database/database';
import type { Context } from '@/lib/measure/context';
import type { Verdict } from '@/lib/measure/cost/standard/adjusted';
import { type AuthoritySums, authoritySumRows, terms } from '@/lib/measure/cost/standard/log-cost-sums';
import type { RowsByQuery } from '@/lib/measure/measure';
import { type Effect, fitLogCost, type LogCostModel } from '@/lib/method/log-cost';

interface Opinion {
  readonly sums: readonly AuthoritySums[];
  /** Null where there are too few placements to estimate it. */
  readonly model: LogCostModel | null;
}

const found = new WeakMap<readonly Row[], Opinion>();

/** Of the rows of `authoritySums`, under the name `sums`. */
export function secondOpinion(rows: RowsByQuery, context: Context): Opinion {
  const before = rows.sums && found.get(rows.sums);
  if (before) return before;
  const sums = authoritySumRows(rows, context);
  const opinion = {
    sums,
    model: fitLogCost(
      terms(context).map(({ label }) => label),
      sums,
    ),
  };
  if (rows.sums) found.set(rows.sums, opinion);
  return opinion;
}

/** What the regression says of a group by itself. */
export function direction({ lower, upper }: Effect): Verdict {
  if (lower > 0) return 'more';
  return upper < 0 ? 'less' : 'no clear difference';
}

export type Agreement =
  | `Agree: ${Verdict}`
  | 'Only like for like is clear'
  | 'Only the regression is clear'
  | 'Disagree';

/** Whether both methods lean the same way: only one of them being sure is not disagreement. */
export function agreementOf(effect: Effect, standard: Verdict): Agreement {
  const check = direction(effect);
  if (check === standard) return `Agree: ${check}`;
  if (check === 'no clear difference') return 'Only like for like is clear';
  return standard === 'no clear difference' ? 'Only the regression is clear' : 'Disagree';
}

export function agrees(agreement: string): boolean {
  return agreement.startsWith('Agree');
}
