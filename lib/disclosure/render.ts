/** The published form of a table once every count's fate is settled. */
import { type Cell, type Column, type Disclosure, isWithheld, type Table, type TableRow } from '@/lib/figure/figure';
import { protectCost } from './cost';
import { derivedWithheld, roundDerived } from './derived';
import type { Marked } from './mark';
import { providerColumns } from './provider';
import { type Basis, protectRate } from './rate';
import { roundedShare, roundTo, wholePercent } from './round';
import { hiddenCount, hiddenMeasure, type Limits, providerHidden } from './settings';
import { type Count, type CountsByRow, countsByColumn } from './sheet';

/** Rows in their first order; sorting comes after. */
export function render(marked: Marked, limits: Limits): Table {
  const { sheet, barred } = marked;
  const { table, disclosure } = sheet;
  const dropped: readonly string[] = disclosure.kind === 'providers' ? Object.values(providerColumns(disclosure)) : [];
  const columns = table.columns.filter(({ name }) => !dropped.includes(name));
  const byColumn = countsByColumn(sheet);
  const all = [...byColumn.values()];
  const named = 'counts' in disclosure ? disclosure.counts.map((name) => byColumn.get(name) ?? []) : all;
  const guarded = marked.guarded();
  const part = disclosure.kind === 'crossed' ? byColumn.get(disclosure.value) : undefined;
  const cells = columns.map((column): CellOf => {
    const { name, kind } = column;
    const counts = byColumn.get(name);
    const basisAt = marked.basisOf(column);
    return (value, index, derived) => {
      // A verdict in words ("harder to place") falls with the numbers it rests on.
      if (typeof value !== 'number' || kind === 'dimension') return kind === 'text' && derived ? derived : value;
      const count = counts?.[index];
      if (count) return publishedCount(count, limits);
      if (derived) return derived;
      if (guarded.has(index)) return hiddenMeasure;
      return measure(disclosure, { column, basis: basisAt(index), part: part?.[index] }, value, limits);
    };
  });
  const differences = columns.filter(({ from = [] }) => from.length > 0);
  const products = columns.filter(({ product }) => product !== undefined);
  const hidden: TableRow = Object.fromEntries(columns.map(({ name }) => [name, providerHidden]));
  const rows = table.rows.map((row, index): TableRow => {
    // Which small provider a placement is with says too much already: the row is counted, not named.
    if (barred.has(index)) return hidden;
    const derived = disclosure.kind === 'derived' ? derivedWithheld(countsAt(named, index), limits) : null;
    const shown: Record<string, Cell> = {};
    columns.forEach(({ name }, at) => {
      const value = row[name];
      const cellOf = cells[at];
      if (value !== undefined && cellOf) shown[name] = cellOf(value, index, derived);
    });
    for (const { name, from = [] } of differences) {
      const missing = from.map((one) => shown[one]).find(isWithheld);
      if (missing !== undefined && name in shown) shown[name] = missing;
    }
    for (const { name, product } of products) if (product && name in shown) shown[name] = productOf(shown, product);
    return shown;
  });
  return { columns, rows };
}

/** What a reader would make of the two; the reason of the first that is withheld, where one is. */
function productOf(shown: TableRow, names: readonly [string, string]): Cell {
  const [one, other] = names.map((name) => shown[name]);
  if (typeof one === 'number' && typeof other === 'number') return one * other;
  return [one, other].find(isWithheld) ?? hiddenMeasure;
}

/** A column's cell of one row, from its value; `derived` where all the row's derived numbers are withheld. */
type CellOf = (value: Cell, row: number, derived: Cell | null) => Cell;

function countsAt(columns: readonly CountsByRow[], row: number): readonly Count[] {
  return columns.flatMap((column) => column[row] ?? []);
}

export function publishedCount({ state, value }: Count, limits: Limits): Cell {
  if (state === 'hidden') return hiddenCount(limits.threshold);
  return state === 'exact' ? value : roundTo(value, limits.base);
}

interface Place {
  readonly column: Column;
  readonly basis: Basis;
  /** In a crossed table, the count a share is of. */
  readonly part: Count | undefined;
}

function measure(disclosure: Disclosure, { column, basis, part }: Place, value: number, limits: Limits): Cell {
  if (disclosure.kind === 'derived') return roundDerived(column, value, limits);
  if (disclosure.kind === 'crossed' && column.kind === 'rate') {
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
