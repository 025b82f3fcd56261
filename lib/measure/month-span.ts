import type { MonthRange } from '@/lib/view/month';

/** Months without a placement that set a few rows apart from all the others. */
const longGap = 6;
/** The most that can be set apart, as a share of dated rows: more than this is history, not a slip of the pen. */
const fewRows = 0.005;

export interface MonthCount {
  readonly month: number;
  readonly n: number;
}

/**
 * First and last month of a pool, in order of month: a handful of rows dated years before or after the rest (a mistyped
 * year) do not stretch every chart. Their rows still count wherever no period is chosen. Null where nothing is dated.
 */
export function monthSpan(months: readonly MonthCount[]): MonthRange | null {
  const limit = months.reduce((sum, { n }) => sum + n, 0) * fewRows;
  const from = edge(months, limit);
  const to = edge([...months].reverse(), limit);
  return from === null || to === null ? null : { from, to };
}

/** The month after the last long gap that only few rows lie before. */
function edge(months: readonly MonthCount[], limit: number): number | null {
  let found = months[0]?.month ?? null;
  let before = 0;
  for (const [index, { month, n }] of months.entries()) {
    before += n;
    const next = months[index + 1];
    if (before > limit || next === undefined) break;
    if (Math.abs(next.month - month) > longGap) found = next.month;
  }
  return found;
}
