/** Promises what each part of the weekly cost comes to, over the placements that give it (methods §2). */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import type { Column, TableRow, Withheld } from '@/lib/figure/figure';
import { amount, category, checked, count } from '@/lib/measure/check';
import { fewest } from '@/lib/measure/cost/caveat';
import { emptySpread, spreadCells, spreadColumns, steady } from '@/lib/measure/cost/spread';
import type { RowsByQuery } from '@/lib/measure/measure';
import { typeValues } from '@/lib/measure/needs/type';
import type { Spread } from '@/lib/method/grouped-spread';

const parts = [
  { field: 'coreWeeklyCost', label: 'Core' },
  { field: 'additionalSupportWeeklyCost', label: 'Additional support' },
  { field: 'educationWeeklyCost', label: 'Education' },
  { field: 'otherWeeklyCost', label: 'Other' },
] as const;

export const partFields = parts.map(({ field }) => field);

/** A placement with any part of its cost. A part below £0 is no amount: the standard has costs at 0 or more. */
export const partGiven = `(${partFields.map((field) => `coalesce(${field} >= 0, false)`).join(' OR ')})`;

/** A placement with a part below £0. */
export const partNegative = `(${partFields.map((field) => `coalesce(${field} < 0, false)`).join(' OR ')})`;

const selects = parts.map(
  ({ field, label }) => `SELECT '${label}' AS part, secured::VARCHAR AS secured, count(*)::DOUBLE AS n,
    sum(${field})::DOUBLE AS total, quantile_cont(${field}, [0.1, 0.25, 0.5, 0.75, 0.9]) AS q
    FROM kept WHERE costOK AND slice <= 2 AND ${field} >= 0 GROUP BY secured`,
);
const names = ['p10', 'q1', 'median', 'q3', 'p90'] as const;

export const partQuery: Query = {
  sql: `SELECT part, secured, n, total, ${names.map((name, at) => `q[${at + 1}]::DOUBLE AS ${name}`).join(', ')}
    FROM (${selects.join(' UNION ALL ')})`,
  parameters: [],
};

const entries = { part: v.string(), secured: category, n: count, total: v.number() };
const quantiles = { p10: amount, q1: amount, median: amount, q3: amount, p90: amount };

const noBreakdown: Withheld = { symbol: 'x', reason: 'No breakdown recorded' };

export const partColumns: readonly Column[] = [
  { name: 'part', label: 'Part', kind: 'dimension' },
  ...spreadColumns.map((column) => ({
    ...column,
    ...(column.name === 'n' ? { label: 'Placements that give it' } : {}),
    hidden: !['n', 'median'].includes(column.name),
  })),
  { name: 'breakdownN', label: 'Placements with a breakdown', kind: 'count' },
  { name: 'breakdownMean', label: 'Mean, blank as nothing', kind: 'pounds' },
  { name: 'share', label: 'Share of the cost', kind: 'rate' },
];

/** `given` = placements of a type with any part of their cost. */
export function partRows(rows: RowsByQuery, given: (type: string) => number): readonly TableRow[] {
  const found = checked(rows, 'parts', { ...entries, ...quantiles });
  return typeValues.flatMap((type) => {
    const own = found.filter(({ secured }) => secured === type);
    const all = own.reduce((sum, { total }) => sum + total, 0);
    const breakdownN = given(type);
    return parts.map(({ label }) => {
      const one = own.find(({ part }) => part === label);
      const spread: Spread = one
        ? { n: one.n, sum: one.total, quantiles: names.map((name) => one[name] ?? 0) }
        : emptySpread;
      return {
        secured: type,
        part: label,
        ...spreadCells(spread),
        breakdownN,
        breakdownMean: breakdownN === 0 ? noBreakdown : steady(breakdownN, fewest.median, spread.sum / breakdownN),
        share: breakdownN === 0 || all <= 0 ? noBreakdown : steady(breakdownN, fewest.median, spread.sum / all),
      };
    });
  });
}
