/** Promises that no label gives a period months that some of the figures beside it do not cover. */
import type { MonthRange } from '@/lib/view/month';
import { resolvePeriod } from '@/lib/view/period';
import type { View } from '@/lib/view/view';

/** First and last month of the pool by each date. */
export type MonthsByDate = Readonly<Record<'referral' | 'placement', MonthRange | null>>;

/** First month to last of either date: a placement can follow its referral into a later month. */
export function wholeMonths({ referral, placement }: MonthsByDate): MonthRange | null {
  if (referral === null || placement === null) return referral ?? placement;
  return { from: Math.min(referral.from, placement.from), to: Math.max(referral.to, placement.to) };
}

/**
 * The months a relative period is counted back from, for words that stand beside figures of either date. Demand and
 * cost are each counted from their own last month: where that gives them different months there is no one answer,
 * and each figure's subtitle says its own. All periods reach from the first month to the last of either.
 */
export function saidMonths({ period, basis }: Pick<View, 'period' | 'basis'>, byDate: MonthsByDate): MonthRange | null {
  const { referral, placement } = byDate;
  if (basis !== 'auto' && byDate[basis]) return byDate[basis];
  if (referral === null || placement === null) return referral ?? placement;
  if (period.kind === 'all') return wholeMonths(byDate);
  const [one, other] = [resolvePeriod(period, referral), resolvePeriod(period, placement)];
  return one?.from === other?.from && one?.to === other?.to ? referral : null;
}
