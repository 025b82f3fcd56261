'use client';
import { memo, useMemo, useState } from 'react';
import type { Figure, TableRow } from '@/lib/figure/figure';
import { firstRows, mostRows } from '../chart/long';
import { labelOf, numberOf } from '../chart/read';
import { CellText } from '../table/cell';
import { RowButton } from '../table/row-button';
import { DotCell } from './dot-cell';

interface Measured {
  /** Names of the columns it is read from. */
  readonly value: string;
  readonly lower: string;
  readonly upper: string;
  readonly label: string;
  readonly kind: 'rate' | 'ratio';
  /** What all of them together have; null where that is not shown. */
  readonly together: number | null;
}

/** Rates as the figure names them, or the one ratio of a figure that compares with what the region paid. */
function measuredOf({ table, extra }: Figure): readonly Measured[] {
  const total = extra.total?.rows[0];
  const ends = (value: string) => ({
    value,
    lower: value.replace('Rate', 'Lower'),
    upper: value.replace('Rate', 'Upper'),
  });
  return table.columns.flatMap(({ name, label, kind }): Measured[] => {
    if (name.endsWith('Rate')) return [{ ...ends(name), label, kind: 'rate', together: numberOf(total?.[name]) }];
    if (name !== 'adjusted' || kind !== 'ratio') return [];
    return [{ value: name, lower: 'lower', upper: 'upper', label: 'Cost, like for like', kind, together: 1 }];
  });
}

/** Rows of the figures by authority: each was protected on its own, and nothing is worked out between them. */
function joined(figures: readonly Figure[]): readonly TableRow[] {
  const rows = new Map<string, TableRow>();
  for (const { table } of figures) {
    for (const row of table.rows) rows.set(labelOf(row, 'la_code'), { ...rows.get(labelOf(row, 'la_code')), ...row });
  }
  return [...rows.values()];
}

function sorted(rows: readonly TableRow[], by: string): readonly TableRow[] {
  if (by === '') return [...rows].sort((a, b) => labelOf(a, 'la').localeCompare(labelOf(b, 'la')));
  return [...rows].sort((a, b) => (numberOf(b[by]) ?? -1) - (numberOf(a[by]) ?? -1));
}

interface Props {
  readonly figures: readonly Figure[];
  readonly onSelect: (row: TableRow) => void;
}

/**
 * One row an authority, a dot and interval for each measure, all authorities together as a line; sorted as the reader likes,
 * and of very many the first until more are asked for.
 */
export const SideBySide = memo(function SideBySide({ figures, onSelect }: Props) {
  const [by, setBy] = useState('');
  const [all, setAll] = useState(false);
  const measured = useMemo(() => figures.flatMap(measuredOf), [figures]);
  const rows = useMemo(() => sorted(joined(figures), by), [figures, by]);
  const shown = all || rows.length <= mostRows ? rows : rows.slice(0, firstRows);
  const heading = (name: string, label: string) => (
    <th key={name} scope="col" aria-sort={by === name ? (name === '' ? 'ascending' : 'descending') : 'none'}>
      <button type="button" className="sort-button" onClick={() => setBy(name)}>
        {label}
        {'\u00a0'}
        <span aria-hidden="true">{by === name ? (name === '' ? '▲' : '▼') : '↕'}</span>
      </button>
    </th>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls is no set of form fields
    <div role="group" className="table-scroll" tabIndex={0} aria-label="Authorities side by side">
      <table className="figure-table side-by-side">
        <caption className="visually-hidden">
          Authorities side by side, with 95% intervals; the dashed line is all of them together, or what the region paid
        </caption>
        <thead>
          <tr>
            {heading('', 'Authority')}
            {measured.map(({ value, label }) => heading(value, label))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={labelOf(row, 'la_code')}>
              <th scope="row">
                <RowButton row={row} className="plain-button row-button" onSelect={onSelect}>
                  <CellText cell={row.la} kind="dimension" />
                  <span className="visually-hidden">: show only these placements</span>
                </RowButton>
              </th>
              {measured.map((one) => (
                <td key={one.value}>
                  <DotCell
                    cell={row[one.value]}
                    lower={row[one.lower]}
                    upper={row[one.upper]}
                    together={one.together}
                    kind={one.kind}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows && (
        <button type="button" className="plain-button chart-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer authorities' : `Show ${rows.length - shown.length} more authorities`}
        </button>
      )}
    </div>
  );
});
