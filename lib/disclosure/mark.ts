/** The first look at a table: what its own rule hides, before relations with other numbers are considered. */
import type { Column } from '@/lib/figure/figure';
import { linesWithHidden, markCrossed } from './crossed';
import { providerAllowed } from './provider';
import { type Basis, markRate } from './rate';
import { isSmall } from './round';
import type { Limits } from './settings';
import { type Count, type CountsByRow, countsByColumn, type Sheet, type Sum, sideOf } from './sheet';

export interface Marked {
  readonly sheet: Sheet;
  /** Numbers no column holds, but a reader can infer. */
  readonly inferable: readonly Count[];
  readonly sums: readonly Sum[];
  /** For a column, what its number of each row rests on. */
  basisOf(column: Column): (row: number) => Basis;
  /** Rows whose shares would give a hidden count away; asked after settling. */
  guarded(): ReadonlySet<number>;
  /** Rows of providers that may not be shown at all. */
  readonly barred: ReadonlySet<number>;
}

export function mark(sheet: Sheet, limits: Limits): Marked {
  const basisOf = basisFinder(sheet);
  const inferable: Count[] = [];
  const sums: Sum[] = [...sheet.sums];
  const barred = new Set<number>();
  const { disclosure, table } = sheet;
  if (disclosure.kind === 'crossed') {
    for (const { name, kind } of table.columns) {
      if (kind === 'count' || name === disclosure.value) inferable.push(...markCrossed(sheet, name, limits));
    }
    return { sheet, inferable, sums, basisOf, barred, guarded: () => linesWithHidden(sheet, inferable) };
  }
  for (const count of sheet.counts) if (isSmall(count.value, limits)) count.state = 'hidden';
  // Each part–whole pair once, at its k.
  const parts = table.columns.map((column) => ({ name: column.name, basisAt: basisOf(column) }));
  table.rows.forEach((row, index) => {
    for (const { name, basisAt } of parts) {
      const basis = basisAt(index);
      const found = basis.k?.column === name ? markRate(basis, limits) : null;
      if (!found) continue;
      inferable.push(found.rest);
      sums.push(found.sum);
    }
    if (disclosure.kind === 'providers' && !providerAllowed(row, disclosure)) barred.add(index);
  });
  for (const count of sheet.counts) if (barred.has(count.row)) count.state = 'hidden';
  return { sheet, inferable, sums, basisOf, barred, guarded: () => new Set() };
}

/** Finds the n (and k) a column's numbers rest on: those of its own side, else the row's plain `n` and `k`. */
function basisFinder(sheet: Sheet): Marked['basisOf'] {
  const byColumn = countsByColumn(sheet);
  const columnFor = (side: string, letter: 'k' | 'n'): CountsByRow | undefined =>
    byColumn.get(side === '' ? letter : side + letter.toUpperCase());
  const [firstCount] = byColumn.values();
  const found = new Map<string, { readonly n: CountsByRow | undefined; readonly k: CountsByRow | undefined }>();
  for (const { name } of sheet.table.columns) {
    const side = sideOf(name);
    const own = columnFor(side, 'n');
    const n = own ?? columnFor('', 'n') ?? firstCount;
    const k = columnFor(side, 'k') ?? (own ? undefined : columnFor('', 'k'));
    found.set(name, { n, k: k === n ? undefined : k });
  }
  return ({ name }) => {
    const basis = found.get(name);
    return (row) => ({ n: basis?.n?.[row], k: basis?.k?.[row] });
  };
}
