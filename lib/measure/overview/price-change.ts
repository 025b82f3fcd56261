/** How the median price of each type moved, as a change to be ranked with the others. */
import type { TableRow } from '@/lib/figure/figure';
import type { Sides } from '@/lib/measure/context';
import type { Page } from '@/lib/measure/measure';
import { spoken } from '@/lib/measure/needs/type';
import type { FigureState } from '@/lib/measure/run';
import { fewestForPercent, numeric, pounds, text } from '@/lib/measure/words';

/** Standard error of a median, £ a week, from its quartiles: 1.253 × (q3 − q1) ÷ 1.349 ÷ √n, as for a normal. */
function medianError(q1: number, q3: number, n: number): number {
  return (1.253 * (q3 - q1)) / 1.349 / Math.sqrt(n);
}

interface PriceChange {
  readonly sentence: string;
  readonly figure: string;
  readonly page: Page;
  readonly weight: number;
}

function changeOf(row: TableRow, { beforeWords }: Sides): PriceChange | null {
  const cells = ['n', 'median', 'q1', 'q3', 'comparisonN', 'comparisonMedian', 'comparisonQ1', 'comparisonQ3'];
  const [n, now, q1, q3, thenN, then, thenQ1, thenQ3] = cells.map((name) => numeric(row[name]));
  if (n == null || now == null || q1 == null || q3 == null) return null;
  if (thenN == null || then == null || thenQ1 == null || thenQ3 == null || then <= 0) return null;
  if (Math.min(n, thenN) < fewestForPercent || Math.round(now) === Math.round(then)) return null;
  const error = Math.hypot(medianError(q1, q3, n), medianError(thenQ1, thenQ3, thenN));
  const share = Math.round((Math.abs(now - then) / then) * 100);
  const more = now > then ? 'more' : 'less';
  return {
    sentence: `The middle price of ${spoken(text(row.secured))} is ${pounds(now)} a week, ${pounds(Math.abs(now - then))} (${share}%) ${more} than ${beforeWords}`,
    figure: 'cost-by-type',
    page: 'cost',
    weight: error > 0 ? Math.abs(now - then) / error : 0,
  };
}

export function typeChange(figures: Readonly<Record<string, FigureState>>, sides: Sides): readonly PriceChange[] {
  const state = figures['overview-cost'];
  if (state?.state !== 'ready') return [];
  const rows = state.figure.extra.recent?.rows ?? state.figure.table.rows;
  return rows.flatMap((row) => changeOf(row, sides) ?? []);
}
