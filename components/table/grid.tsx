'use client';
import { type ExpandedState, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { TableRow } from '@/lib/figure/figure';
import { isNumeric } from './cell';
import {
  type GridColumn,
  type GridSort,
  gridColumns,
  gridFeatures,
  largest,
  matchesWords,
  nextSort,
  sortingOf,
} from './grid-model';
import { GroupRow, LeafRow } from './grid-row';
import { Spacer } from './spacer';
import { usePrinting } from './use-printing';
import { useRowFocus } from './use-row-focus';

interface Props {
  readonly caption: string;
  /** What a row is, for counts: `provider`. */
  readonly noun: string;
  /** The first names the row and stays in sight. */
  readonly columns: readonly GridColumn[];
  readonly rows: readonly TableRow[];
  readonly visible: readonly string[];
  readonly pinned: boolean;
  readonly sort: GridSort;
  readonly onSort: (sort: GridSort) => void;
  readonly search: string;
  /** Column → the one value its rows must have. */
  readonly filters: Readonly<Record<string, string>>;
  readonly group: string;
  /** The name of the row that is open beside the table. */
  readonly opened: string;
  readonly onOpen: (name: string) => void;
}

/** Above this many rows only those on screen are drawn. */
const mostDrawn = 150;
const rowHeight = 38;

/** A dense table: sorted by its headings, searched, filtered, grouped, with its first column in sight and its rows by keyboard. */
export function Grid(props: Props) {
  const { caption, noun, columns, rows, visible, pinned, sort, onSort, search, filters, group, opened, onOpen } = props;
  const scroll = useRef<HTMLElement>(null);
  const printing = usePrinting();
  const [expanded, setExpanded] = useState<ExpandedState>(true);
  const name = columns[0]?.column.name ?? '';
  const definitions = useMemo(() => gridColumns(columns), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const words = useMemo(
    () => columns.filter(({ column }) => !isNumeric(column.kind)).map(({ column }) => column.name),
    [columns],
  );
  const state = useMemo(
    () => ({
      sorting: sortingOf(sort, group),
      grouping: group === '' ? [] : [group],
      globalFilter: search.trim(),
      columnFilters: Object.entries(filters).map(([id, value]) => ({ id, value })),
      columnVisibility: Object.fromEntries(
        columns.map(({ column }) => [column.name, column.name === name || visible.includes(column.name)]),
      ),
      columnPinning: { start: pinned ? [name] : [], end: [] },
      expanded,
    }),
    [sort, group, search, filters, columns, name, visible, pinned, expanded],
  );
  const table = useTable({
    features: gridFeatures,
    columns: definitions,
    data,
    state,
    getRowId: (row) => String(row[name]),
    onExpandedChange: setExpanded,
    groupedColumnMode: false,
    globalFilterFn: (row, _id, wanted) =>
      matchesWords(
        words.map((word) => String(row.original[word] ?? '')),
        String(wanted),
      ),
    getColumnCanGlobalFilter: (column) => column.id === name,
    autoResetExpanded: false,
  });
  const model = table.getRowModel().rows;
  const shown = table.getVisibleLeafColumns().flatMap(({ columnDef }) => columnDef.meta?.grid ?? []);
  const most = useMemo(() => largest(columns, rows), [columns, rows]);
  const whole = printing || model.length <= mostDrawn;
  const virtual = useVirtualizer({
    count: model.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    enabled: !whole,
  });
  const focus = useRowFocus(
    useMemo(() => model.map(({ id }) => id), [model]),
    (index) => (whole ? undefined : virtual.scrollToIndex(index)),
  );
  const items = virtual.getVirtualItems();
  const places = whole ? model.map((_, index) => index) : items.map(({ index }) => index);
  const found = table.getFilteredRowModel().rows.length;
  const some = found === rows.length ? '' : found === 0 ? `No ${noun} matches.` : `${found} of ${rows.length} ${noun}s`;
  return (
    <>
      <p role="status" className="grid-note">
        {some}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="grid-scroll" ref={scroll} tabIndex={0} aria-label={caption}>
        <table className="figure-table grid" aria-rowcount={model.length + 1} data-pinned={pinned}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr aria-rowindex={1}>
              {shown.map(({ column }) => {
                const mine = sort.replace(/^-/, '') === column.name;
                const descending = sort.startsWith('-');
                return (
                  <th
                    key={column.name}
                    scope="col"
                    className={column.name === name ? 'grid-first' : isNumeric(column.kind) ? 'number' : undefined}
                    aria-sort={mine ? (descending ? 'descending' : 'ascending') : 'none'}
                  >
                    <button type="button" className="sort-button" onClick={() => onSort(nextSort(sort, column))}>
                      {column.label}
                      {'\u00a0'}
                      <span aria-hidden="true">{mine ? (descending ? '▼' : '▲') : '↕'}</span>
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody onKeyDown={focus.onKeyDown}>
            {!whole && <Spacer height={items[0]?.start ?? 0} columns={shown.length} />}
            {places.map((index) => {
              const row = model[index];
              if (!row) return null;
              const shared = { row, columns: shown, place: index + 2, current: focus.current === row.id };
              return row.getIsGrouped() ? (
                <GroupRow key={row.id} {...shared} noun={noun} />
              ) : (
                <LeafRow
                  key={row.id}
                  {...shared}
                  largest={most}
                  opened={opened !== '' && row.id === opened}
                  onOpen={() => {
                    focus.setCurrent(row.id);
                    onOpen(row.id);
                  }}
                />
              );
            })}
            {!whole && <Spacer height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} columns={shown.length} />}
          </tbody>
        </table>
      </section>
    </>
  );
}
