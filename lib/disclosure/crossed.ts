/** Small two-way tables of counts: suppressed as if exact, and the same fate for their totals wherever shown. */
import { type Cell, type Disclosure, isWithheld } from '@/lib/figure/figure';
import type { Position } from './attack';
import { everyone, Group } from './group';
import type { Grid } from './network';
import { isSmall } from './round';
import type { Limits } from './settings';
import { type Count, newCount, type Sheet } from './sheet';
import { suppress } from './suppress';

type Crossed = Extract<Disclosure, { readonly kind: 'crossed' }>;

interface Layout {
  readonly grid: Grid;
  /** The count at each position of the grid, totals included; undefined where the table has no row for it (0). */
  readonly at: readonly (readonly (Count | undefined)[])[];
}

/**
 * Marks one count column of a crossed table and returns its totals as counts (shown or not, they are a sum away).
 * What is hidden would protect the small cells even if everything else were known exactly; what is shown is rounded
 * all the same, because the page around it says the same counts in other ways. Tables of fractions are only rounded.
 */
export function markCrossed(sheet: Sheet, column: string, limits: Limits): readonly Count[] {
  const disclosure = sheet.disclosure as Crossed;
  const own = sheet.counts.filter((count) => count.column === column);
  if (own.some(({ value }) => !Number.isInteger(value) || value < 0)) {
    for (const count of own) if (isSmall(count.value, limits)) count.state = 'hidden';
    return [];
  }
  const { grid, at } = layout(sheet, disclosure, own);
  const positions = at.flatMap((row, i) =>
    row.flatMap((count, j) => (count ? [{ count, cell: [i, j] as Position }] : [])),
  );
  const last: Position = [grid.length - 1, (grid[0]?.length ?? 1) - 1];
  // The grand total is the figure's own n, which always stands beside it.
  const result = suppress(grid, limits.threshold, { known: [last] });
  const shown = limits.crossed === 'exact' ? 'exact' : 'rounded';
  for (const { count } of positions) count.suppressed = true;
  for (const { count } of positions) count.state = result.kind === 'published' ? shown : 'hidden';
  if (result.kind === 'published') {
    for (const [row, position] of result.hidden) {
      const count = at[row]?.[position];
      if (count) count.state = 'hidden';
    }
  }
  for (const { count } of positions) {
    if (count.state === 'rounded' && isSmall(count.value, limits)) count.state = 'hidden';
  }
  return positions.map(({ count }) => count).filter((count) => count.column === null);
}

function layout(sheet: Sheet, { row, column }: Crossed, own: readonly Count[]): Layout {
  const { rows } = sheet.table;
  const label = (count: Count, name: string): string => labelOf(rows[count.row]?.[name]);
  const rowNames = [...new Set(own.map((count) => label(count, row)))];
  const columnNames = [...new Set(own.map((count) => label(count, column)))];
  const at: (Count | undefined)[][] = rowNames.map(() => columnNames.map(() => undefined));
  for (const count of own) {
    const line = at[rowNames.indexOf(label(count, row))];
    if (line) line[columnNames.indexOf(label(count, column))] = count;
  }
  const total = (parts: readonly (Count | undefined)[], group: Group): Count =>
    newCount({
      row: -1,
      column: null,
      value: parts.reduce((sum, part) => sum + (part?.value ?? 0), 0),
      side: own[0]?.side ?? '',
      group,
      state: 'rounded',
    });
  const lines = at.map((line, i) => [...line, total(line, Group.of([`${row}=${rowNames[i]}`]))]);
  const columnTotals = columnNames.map((name, j) =>
    total(
      lines.map((line) => line[j]),
      Group.of([`${column}=${name}`]),
    ),
  );
  const all = [...lines, [...columnTotals, total(own, everyone)]];
  return { grid: all.map((line) => line.map((count) => count?.value ?? 0)), at: all };
}

function labelOf(cell: Cell | undefined): string {
  return isWithheld(cell) ? cell.symbol : String(cell);
}

/** Rows of the table in whose line (same row category) something is hidden: their shares would give it away. */
export function linesWithHidden(sheet: Sheet, totals: readonly Count[]): ReadonlySet<number> {
  const { row } = sheet.disclosure as Crossed;
  const lines = new Set<string>();
  for (const count of sheet.counts) {
    if (count.state === 'hidden') lines.add(labelOf(sheet.table.rows[count.row]?.[row]));
  }
  for (const { state, group } of totals) {
    const [own] = group.dimensions;
    if (state === 'hidden' && own?.startsWith(`${row}=`)) lines.add(own.slice(row.length + 1));
  }
  const touched = sheet.table.rows.flatMap((line, i) => (lines.has(labelOf(line[row])) ? [i] : []));
  return new Set(touched);
}
