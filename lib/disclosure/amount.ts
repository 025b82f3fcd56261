/** Amounts that add up: the sum over all types, beside the types that are shown, would give away those that are not. */
import { isWithheld, type Table, type TableRow } from '@/lib/figure/figure';
import { fewForShare, hiddenMeasure, type Limits } from './settings';

interface Parts {
  /** As the measure drew them, and as published; rows in any order. */
  readonly before: Table;
  readonly after: Table;
}

/**
 * `sums`, without the amounts (`adds`) of rows whose hidden parts together rest on fewer than 10 placements: what is
 * left after taking away the shown parts would be the amount of those few.
 */
export function guardAmounts(sums: Table, adds: readonly string[], { before, after }: Parts, limits: Limits): Table {
  const over = sums.columns.filter(({ kind }) => kind === 'dimension').map(({ name }) => name);
  const names = before.columns.filter(({ kind }) => kind === 'dimension').map(({ name }) => name);
  const keyOf = (row: TableRow) => names.map((name) => String(row[name])).join('\t');
  const published = new Map(after.rows.map((row) => [keyOf(row), row]));
  const rows = sums.rows.map((sum) => {
    const parts = before.rows.filter((row) => over.every((name) => row[name] === sum[name]));
    const tells = adds.filter((column) => {
      const hidden = parts.filter((row) => isWithheld(published.get(keyOf(row))?.[column]));
      const few = hidden.reduce((total, { n }) => total + (typeof n === 'number' ? n : 0), 0);
      return few > 0 && few < Math.max(fewForShare, limits.threshold);
    });
    return tells.length === 0 ? sum : { ...sum, ...Object.fromEntries(tells.map((column) => [column, hiddenMeasure])) };
  });
  return { ...sums, rows };
}
