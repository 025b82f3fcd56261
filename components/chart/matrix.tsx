import { isWithheld, type TableRow } from '@/lib/figure/figure';
import { CellText } from '../table/cell';
import { RowButton } from '../table/row-button';
import type { ChartProps } from './props';
import { distinct, labelOf, numberOf } from './read';

/** Ten quiet steps; the number is always in the cell, so shading is a help and never the message. */
function shade(share: number | null): string | undefined {
  return share === null ? undefined : `shade-${Math.min(10, Math.round(share * 10))}`;
}

/**
 * Rows sought, columns secured, as an HTML table: n, and its share of the row's placed. The diagonal (got the type
 * asked for) is outlined. Totals come from the figure's margins; nothing is added up here.
 */
export function Matrix({ figure, chart, onSelect }: Omit<ChartProps<'matrix'>, 'width'>) {
  const { rows } = figure.table;
  const columns = distinct(rows, chart.column);
  const cells = new Map(rows.map((row) => [`${labelOf(row, chart.row)}|${labelOf(row, chart.column)}`, row]));
  const margins = new Map(
    (figure.extra.margins?.rows ?? []).map((row) => [`${labelOf(row, chart.row)}|${labelOf(row, chart.column)}`, row]),
  );
  const total = (row: string, column: string) => (
    <td key={column} className="number total">
      <CellText cell={margins.get(`${row}|${column}`)?.[chart.value]} kind="count" />
    </td>
  );
  const body = (row: TableRow | undefined, diagonal: boolean) => {
    const value = row?.[chart.value];
    const share = row?.[chart.share];
    const text = (
      <>
        <span className="matrix-n">
          <CellText cell={value} kind="count" />
        </span>
        {share !== undefined && !isWithheld(share) && typeof share === 'number' && (
          <span className="matrix-share">
            <CellText cell={share} kind="rate" />
          </span>
        )}
      </>
    );
    return { text, className: ['number', diagonal ? 'diagonal' : '', shade(numberOf(share)) ?? ''].join(' ').trim() };
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls is no set of form fields
    <div role="group" className="table-scroll" tabIndex={0} aria-label={`${figure.title}, as a matrix`}>
      <table className="matrix">
        <caption className="visually-hidden">{figure.subtitle}</caption>
        <thead>
          <tr>
            <td />
            <th scope="colgroup" colSpan={columns.length} className="matrix-axis">
              Type secured
            </th>
            <td />
          </tr>
          <tr>
            <th scope="col">Type sought</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {column}
              </th>
            ))}
            <th scope="col" className="number total">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {distinct(rows, chart.row).map((rowLabel) => (
            <tr key={rowLabel}>
              <th scope="row">{rowLabel}</th>
              {columns.map((column) => {
                const row = cells.get(`${rowLabel}|${column}`);
                const { text, className } = body(row, rowLabel === column);
                return (
                  <td key={column} className={className}>
                    {row && onSelect ? (
                      <RowButton row={row} className="matrix-button" onSelect={onSelect}>
                        {text}
                        <span className="visually-hidden">
                          : {rowLabel} sought, {column} secured. Show only these placements
                        </span>
                      </RowButton>
                    ) : (
                      text
                    )}
                  </td>
                );
              })}
              {total(rowLabel, 'All')}
            </tr>
          ))}
          <tr className="total-row">
            <th scope="row">All</th>
            {columns.map((column) => total('All', column))}
            {total('All', 'All')}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
