/** Months and quarters of the view as rows of a table, none left out, none without placements hidden. */
import type { Column, TableRow } from '@/lib/figure/figure';
import type { Context } from '@/lib/measure/context';
import { byKey, type Level, type LevelRow, type SideCounts, sideCounts, together } from '@/lib/measure/needs/level';
import { financialYearLabel, financialYearOf, monthText, quarterOf } from '@/lib/view/month';

export function timeColumns(unit: 'month' | 'quarter'): readonly Column[] {
  return [{ name: unit, label: unit === 'month' ? 'Month' : 'Quarter of the financial year', kind: 'dimension' }];
}

/** 24303 → `2025-26 Q1`. */
export function quarterName(month: number): string {
  return `${financialYearLabel(financialYearOf(month))} Q${quarterOf(month)}`;
}

/** Months of the view, those of the pool when the view reaches past it. */
export function viewMonths({ period, pool, basis }: Context): readonly number[] {
  const months = pool.months[basis];
  if (period === null || months === null) return [];
  const from = Math.max(period.from, months.from);
  const to = Math.min(period.to, months.to);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

type Cells = (counts: SideCounts) => TableRow;

const noRows: readonly LevelRow[] = [];

/** One row a month: `month` as YYYY-MM and the cells made of its counts. */
export function monthRows(
  rows: readonly LevelRow[],
  context: Context,
  cells: Cells,
  level: Level = 'month',
): readonly TableRow[] {
  const found = byKey(rows, level, 'month');
  return viewMonths(context).map((month) => ({
    month: monthText(month),
    ...cells(sideCounts(found.get(month) ?? noRows, context)),
  }));
}

/** One row a quarter of the financial year: `2025-26 Q1`. */
export function quarterRows(
  rows: readonly LevelRow[],
  context: Context,
  cells: Cells,
  level: Level = 'month',
): readonly TableRow[] {
  const found = byKey(rows, level, 'month');
  const quarters = new Map<string, SideCounts[]>();
  for (const month of viewMonths(context)) {
    const name = quarterName(month);
    const own = sideCounts(found.get(month) ?? noRows, context);
    quarters.set(name, [...(quarters.get(name) ?? []), own]);
  }
  return [...quarters].map(([quarter, members]) => ({ quarter, ...cells(together(members)) }));
}
