/** The published form of a table once every count's fate is settled. */
import { type Cell, type Column, isWithheld, type Table, type TableRow } from '@/lib/figure/figure';
import { protectCost } from './cost';
import { derivedWithheld, roundDerived } from './derived';
import type { Marked } from './mark';
import { providerColumns } from './provider';
import { protectRate } from './rate';
import { roundedShare, roundTo, wholePercent } from './round';
import { hiddenCount, hiddenMeasure, type Limits, providerHidden } from './settings';
import type { Count } from './sheet';

/** Rows in their first order; sorting comes after. */
export function render(marked: Marked, limits: Limits): Table {
  const { table, disclosure, counts } = marked.sheet;
  const dropped: readonly string[] = disclosure.kind === 'providers' ? Object.values(providerColumns(disclosure)) : [];
  const columns = table.columns.filter(({ name }) => !dropped.includes(name));
  const byRow = new Map<number, Count[]>();
  for (const count of counts) {
    const own = byRow.get(count.row);
    if (own) own.push(count);
    else byRow.set(count.row, [count]);
  }
  const guarded = marked.guarded();
  const rows = table.rows.map((row, index): TableRow => {
    const own = byRow.get(index) ?? [];
    const named =
      'counts' in disclosure ? own.filter(({ column }) => column && disclosure.counts.includes(column)) : own;
    const derived = disclosure.kind === 'derived' ? derivedWithheld(named, limits) : null;
    const cellOf = (column: Column, value: Cell): Cell => {
      // Which small provider a placement is with says too much already: the row is counted, not named.
      if (marked.barred.has(index)) return providerHidden;
      // A verdict in words ("harder to place") falls with the numbers it rests on.
      if (typeof value !== 'number' || column.kind === 'dimension')
        return column.kind === 'text' && derived ? derived : value;
      const count = own.find((item) => item.column === column.name);
      if (count) return publishedCount(count, limits);
      if (derived) return derived;
      return guarded.has(index) ? hiddenMeasure : measure(marked, { index, own }, column, value, limits);
    };
    const shown: Record<string, Cell> = {};
    for (const column of columns) {
      const value = row[column.name];
      if (value !== undefined) shown[column.name] = cellOf(column, value);
    }
    for (const { name, from = [] } of columns) {
      const missing = from.map((one) => shown[one]).find(isWithheld);
      if (missing !== undefined && name in shown) shown[name] = missing;
    }
    return shown;
  });
  return { columns, rows };
}

export function publishedCount({ state, value }: Count, limits: Limits): Cell {
  if (state === 'hidden') return hiddenCount(limits.threshold);
  return state === 'exact' ? value : roundTo(value, limits.base);
}

interface Line {
  readonly index: number;
  /** The counts of its row. */
  readonly own: readonly Count[];
}

function measure(marked: Marked, { index, own }: Line, column: Column, value: number, limits: Limits): Cell {
  const { disclosure } = marked.sheet;
  const basis = marked.basisOf(index, column);
  if (disclosure.kind === 'derived') return roundDerived(column, value, limits);
  if (disclosure.kind === 'crossed' && column.kind === 'rate') {
    const part = own.find((count) => count.column === disclosure.value);
    if (limits.crossed === 'exact' || !part || part.value === 0 || value === 0) return wholePercent(value);
    // The whole it is a share of stands in no column, but follows from the two.
    return roundedShare(part.value, part.value / value, limits);
  }
  if (column.kind === 'rate') return protectRate(column, value, basis, limits);
  if (column.kind === 'pounds' || column.kind === 'miles') return protectCost(column, value, basis, limits);
  const rests = [basis.n, basis.k].filter((count) => count !== undefined);
  if (rests.some(({ state }) => state === 'hidden')) return hiddenMeasure;
  return roundDerived(column, value, limits);
}
