/** What a dense table is told by its screen: columns, what they are sorted, searched, filtered and grouped by. */
import {
  type ColumnDef,
  columnFilteringFeature,
  columnGroupingFeature,
  columnPinningFeature,
  columnVisibilityFeature,
  createExpandedRowModel,
  createFilteredRowModel,
  createGroupedRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  metaHelper,
  type Row,
  rowExpandingFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { type Cell, type Column, isWithheld, type TableRow } from '@/lib/figure/figure';
import { isNumeric } from './cell';

export interface GridColumn {
  readonly column: Column;
  /** A bar under the number, as long as its share of the largest shown. */
  readonly bar?: boolean;
  /** Drawn by the screen instead of written. */
  readonly draw?: (row: TableRow) => ReactNode;
}

/** `n` from low to high, `-n` from high to low, `''` as the rows come. */
export type GridSort = string;

interface Meta {
  readonly grid: GridColumn;
}

const collator = new Intl.Collator('en-GB', { numeric: true });

type Value = number | string | undefined;

/** Withheld cells have no value: they sort last and match no search. */
function comparable(cell: Cell | undefined): Value {
  return cell === undefined || isWithheld(cell) ? undefined : cell;
}

function compare(a: Value, b: Value): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

export const gridFeatures = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  columnGroupingFeature,
  groupedRowModel: createGroupedRowModel(),
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  rowExpandingFeature,
  expandedRowModel: createExpandedRowModel(),
  columnVisibilityFeature,
  columnPinningFeature,
  columnMeta: metaHelper<Meta>(),
});
export type GridFeatures = typeof gridFeatures;
export type GridRow = Row<GridFeatures, TableRow>;

export function gridColumns(columns: readonly GridColumn[]): ColumnDef<GridFeatures, TableRow, unknown>[] {
  return columns.map((grid) => ({
    id: grid.column.name,
    accessorFn: (row) => comparable(row[grid.column.name]),
    header: grid.column.label,
    meta: { grid },
    sortFn: (a, b, id) => compare(a.getValue<Value>(id), b.getValue<Value>(id)),
    sortUndefined: 'last',
    sortDescFirst: isNumeric(grid.column.kind),
    filterFn: (row, id, wanted) => row.getValue<Value>(id) === wanted,
    enableGlobalFilter: !isNumeric(grid.column.kind),
  }));
}

/** Every word of what is searched for stands somewhere in the row's texts. */
export function matchesWords(texts: readonly string[], search: string): boolean {
  const all = texts.join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** Groups stand in the order of their names, whatever the rows in them are sorted by. */
export function sortingOf(sort: GridSort, group: string): SortingState {
  const own = sort === '' ? [] : [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }];
  return group === '' ? own : [{ id: group, desc: false }, ...own.filter(({ id }) => id !== group)];
}

/** The next order when a heading is pressed: numbers from high to low first, words from A to Z. */
export function nextSort(sort: GridSort, { name, kind }: Column): GridSort {
  if (sort === name) return `-${name}`;
  if (sort === `-${name}`) return name;
  return isNumeric(kind) ? `-${name}` : name;
}

/** The largest number of each column with a bar, of the rows shown. */
export function largest(columns: readonly GridColumn[], rows: readonly TableRow[]): ReadonlyMap<string, number> {
  return new Map(
    columns
      .filter(({ bar }) => bar)
      .map(({ column: { name, kind } }) => {
        const numbers = rows.map((row) => row[name]).filter((cell) => typeof cell === 'number');
        return [name, kind === 'rate' ? 1 : Math.max(0, ...numbers)];
      }),
  );
}
