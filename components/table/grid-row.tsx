import type { TableRow } from '@/lib/figure/figure';
import { CellText, isNumeric } from './cell';
import type { GridColumn, GridRow } from './grid-model';

interface Shared {
  readonly row: GridRow;
  readonly columns: readonly GridColumn[];
  /** Its place among all rows, headings counted, for those who listen. */
  readonly place: number;
  /** The one row that Tab reaches; the arrows move it. */
  readonly current: boolean;
}

interface LeafProps extends Shared {
  readonly largest: ReadonlyMap<string, number>;
  readonly opened: boolean;
  readonly onOpen: (row: TableRow) => void;
}

function Bar({ share }: { readonly share: number }) {
  return (
    <svg className="grid-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.max(0, Math.min(100, share * 100))} height={1} />
    </svg>
  );
}

function Content({ grid, row, most }: { grid: GridColumn; row: TableRow; most: number | undefined }) {
  const cell = row[grid.column.name];
  if (grid.draw) return <>{grid.draw(row)}</>;
  return (
    <>
      <CellText cell={cell} kind={grid.column.kind} />
      {most !== undefined && most > 0 && typeof cell === 'number' && <Bar share={cell / most} />}
    </>
  );
}

/** One row: its name is a button that opens it. */
export function LeafRow({ row, columns, place, current, largest, opened, onOpen }: LeafProps) {
  const [first, ...others] = columns;
  if (!first) return null;
  return (
    <tr aria-rowindex={place} data-row={row.id} className={opened ? 'grid-opened' : undefined}>
      <th scope="row" className="grid-first">
        <button
          type="button"
          className="plain-button row-button"
          tabIndex={current ? 0 : -1}
          aria-expanded={opened}
          onClick={() => onOpen(row.original)}
        >
          <CellText cell={row.original[first.column.name]} kind={first.column.kind} />
        </button>
      </th>
      {others.map((grid) => (
        <td key={grid.column.name} className={isNumeric(grid.column.kind) ? 'number' : 'grid-words'}>
          <Content grid={grid} row={row.original} most={largest.get(grid.column.name)} />
        </td>
      ))}
    </tr>
  );
}

/** A heading over the rows of one group, which it folds away. Only rows are counted: nothing is added up. */
export function GroupRow({ row, columns, place, current, noun }: Shared & { readonly noun: string }) {
  const count = row.subRows.length;
  return (
    <tr aria-rowindex={place} data-row={row.id} className="grid-group">
      <th scope="rowgroup" colSpan={columns.length}>
        <button
          type="button"
          className="plain-button row-button"
          tabIndex={current ? 0 : -1}
          aria-expanded={row.getIsExpanded()}
          onClick={() => row.toggleExpanded()}
        >
          <span aria-hidden="true">{row.getIsExpanded() ? '▾' : '▸'} </span>
          {String(row.groupingValue ?? 'Not known')} ({count} {count === 1 ? noun : `${noun}s`})
        </button>
      </th>
    </tr>
  );
}
