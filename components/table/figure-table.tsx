'use client';
import { useState } from 'react';
import { type Column, isWithheld, type Table, type TableRow } from '@/lib/figure/figure';
import { formatNumber, intervalHeading, isInterval, isShown, monthLabel, rowInterval } from '@/lib/figure/format';
import { CellText, isNumeric } from './cell';
import { RowButton } from './row-button';

interface Props {
  readonly table: Table;
  readonly caption: string;
  readonly onSelect?: ((row: TableRow) => void) | undefined;
}

/** More rows than this are drawn when asked for: all are in the download. */
const mostRows = 60;
const firstRows = 30;
/** So many at a time: a page stands still while tens of thousands are laid out. */
const moreRows = 1000;
/** A longer table moves under headings that stay. */
const mostStill = 20;
/** More columns than this are printed smaller. */
const fitsSheet = 10;
const fewer = 'Show fewer rows';

/** The table behind every chart: the same rows, the same protection; lower and upper ends read as one interval. */
export function FigureTable({ table, caption, onSelect }: Props) {
  const [wanted, setWanted] = useState(firstRows);
  const columns = table.columns.filter(isShown);
  // A row of which nothing may be said is counted, not drawn.
  const said = table.rows.filter((row) => columns.some(({ name }) => name in row && !isWithheld(row[name])));
  const count = said.length;
  const unsaid = table.rows.length - count;
  const long = count > mostRows;
  const rows = long ? said.slice(0, wanted) : said;
  const rest = count - rows.length;
  const next = wanted < moreRows ? moreRows : wanted + moreRows;
  const heading = (column: Column) => (
    <th key={column.name} scope="col" className={isNumeric(column.kind) ? 'number' : undefined}>
      {isInterval(column) ? intervalHeading(column.label) : column.label}
    </th>
  );
  const scroller = (
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls is no set of form fields
    <div
      role="group"
      className={rows.length > mostStill ? 'table-scroll table-long' : 'table-scroll'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={caption}
    >
      <table className={columns.length > fitsSheet ? 'figure-table table-wide' : 'figure-table'}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>{columns.map(heading)}</tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${index}-${columns[0] ? String(row[columns[0].name]) : ''}`}>
              {columns.map((column, position) => {
                if (isInterval(column)) {
                  return (
                    <td key={column.name} className="number">
                      {rowInterval(row, column)}
                    </td>
                  );
                }
                const cell = row[column.name];
                if (position > 0) {
                  return (
                    <td key={column.name} className={isNumeric(column.kind) ? 'number' : undefined}>
                      <CellText cell={cell} kind={column.kind} />
                    </td>
                  );
                }
                const text = typeof cell === 'string' ? monthLabel(cell) : cell;
                return (
                  <th key={column.name} scope="row">
                    {onSelect && column.kind === 'dimension' ? (
                      <RowButton row={row} className="plain-button row-button" onSelect={onSelect}>
                        <CellText cell={text} kind={column.kind} />
                        <span className="visually-hidden">: show only these placements</span>
                      </RowButton>
                    ) : (
                      <CellText cell={text} kind={column.kind} />
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  const hidden = unsaid > 0 && (
    <p className="table-note">
      {formatNumber(unsaid, 'count')} more {unsaid === 1 ? 'row' : 'rows'} cannot be shown.
    </p>
  );
  if (!long)
    return (
      <>
        {scroller}
        {count > mostStill && (
          <p className="table-note table-note-screen">
            {formatNumber(count, 'count')} rows: the table moves under its headings.
          </p>
        )}
        {hidden}
      </>
    );
  return (
    <>
      {scroller}
      <button
        type="button"
        className="plain-button chart-more"
        aria-expanded={rest === 0}
        onClick={() => setWanted(rest > 0 ? next : firstRows)}
      >
        {rest === 0
          ? fewer
          : next >= count
            ? `Show all ${formatNumber(count, 'count')} rows`
            : `Show ${formatNumber(next, 'count')} of ${formatNumber(count, 'count')} rows`}
        <span className="visually-hidden"> of {caption}</span>
      </button>
      {hidden}
      {rest > 0 && wanted > firstRows && (
        <button type="button" className="plain-button chart-more" onClick={() => setWanted(firstRows)}>
          {fewer}
          <span className="visually-hidden"> of {caption}</span>
        </button>
      )}
    </>
  );
}
