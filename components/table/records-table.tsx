'use client';
import { type ColumnDef, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { type RecordColumn, type RecordOrder, type RecordRow, recordText } from '@/lib/measure/records';
import { Spacer } from './spacer';
import type { Records } from './use-records';

interface Props {
  readonly caption: string;
  readonly columns: readonly RecordColumn[];
  readonly records: Records;
  readonly order: RecordOrder | null;
  readonly onOrder: (order: RecordOrder | null) => void;
}

const features = tableFeatures({});

const numeric = ({ kind }: RecordColumn) => kind === 'number' || kind === 'pounds' || kind === 'miles';

/** A press sorts up, another down, a third as loaded. */
function next(order: RecordOrder | null, column: string): RecordOrder | null {
  if (order?.column !== column) return { column, descending: false };
  return order.descending ? null : { column, descending: true };
}

function classOf(column: RecordColumn): string | undefined {
  if (numeric(column)) return 'number';
  return column.kind === 'long' ? 'records-long' : undefined;
}

/** Only the rows on screen are drawn and asked for, however many there are. Sorting is the engine's, over all of them. */
export function RecordsTable({ caption, columns, records, order, onOrder }: Props) {
  const scroll = useRef<HTMLElement>(null);
  const count = records.count ?? 0;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => 33,
    overscan: 20,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => {
    if (count > 0) records.want(first, last);
  }, [first, last, count, records.want]);

  const here = items.map(({ index }) => records.rowAt(index));
  const data = here.filter((row) => row !== undefined);
  const definitions = useMemo(
    (): ColumnDef<typeof features, RecordRow, unknown>[] =>
      columns.map((column) => ({ id: column.name, accessorFn: (row) => recordText(column, row[column.name]) })),
    [columns],
  );
  const table = useTable({ features, columns: definitions, data, getRowId: (row) => String(row.rowId) });
  const drawn = new Map(table.getRowModel().rows.map((row) => [row.id, row]));

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="grid-scroll" ref={scroll} tabIndex={0} aria-label={caption}>
      <table className="figure-table grid records-table" aria-rowcount={count + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => {
              const sorted = order?.column === column.name ? (order.descending ? 'descending' : 'ascending') : 'none';
              return (
                <th key={column.name} scope="col" className={numeric(column) ? 'number' : undefined} aria-sort={sorted}>
                  <button type="button" className="sort-button" onClick={() => onOrder(next(order, column.name))}>
                    {column.label}{' '}
                    <span aria-hidden="true">{sorted === 'none' ? '↕' : sorted === 'ascending' ? '▲' : '▼'}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          <Spacer height={items[0]?.start ?? 0} columns={columns.length} />
          {items.map(({ index, key }, at) => {
            const row = drawn.get(String(here[at]?.rowId));
            return (
              <tr
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                className={row ? undefined : 'records-waiting'}
              >
                {row ? (
                  row.getAllCells().map((cell, place) => {
                    const column = columns[place];
                    return (
                      <td key={cell.id} className={column && classOf(column)}>
                        {String(cell.getValue())}
                      </td>
                    );
                  })
                ) : (
                  <td colSpan={columns.length}>Reading…</td>
                )}
              </tr>
            );
          })}
          <Spacer height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} columns={columns.length} />
        </tbody>
      </table>
    </section>
  );
}
