'use client';
import { useState } from 'react';
import type { Figure, Table } from '@/lib/figure/figure';
import { labelOf } from '../chart/read';
import { FigureTable } from './figure-table';

interface Props {
  readonly figure: Figure;
  /** The column each part is one value of. */
  readonly by: string;
}

function Part({ name, table, title }: { readonly name: string; readonly table: Table; readonly title: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="details table-part" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {name}: {table.rows.length} {table.rows.length === 1 ? 'group' : 'groups'}
      </summary>
      {open && <FigureTable table={table} caption={`${title}, ${name}`} />}
    </details>
  );
}

/** A long table a part at a time: each is drawn when its name is opened. */
export function GroupedTables({ figure, by }: Props) {
  const parts = new Map<string, Table['rows'][number][]>();
  for (const row of figure.table.rows) {
    const name = labelOf(row, by);
    const held = parts.get(name);
    if (held) held.push(row);
    else parts.set(name, [row]);
  }
  const columns = figure.table.columns.filter(({ name }) => name !== by);
  return (
    <div className="table-parts">
      {[...parts].map(([name, rows]) => (
        <Part key={name} name={name} table={{ columns, rows }} title={figure.title} />
      ))}
    </div>
  );
}
