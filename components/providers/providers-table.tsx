'use client';
import { useMemo, useState } from 'react';
import type { Figure, Table } from '@/lib/figure/figure';
import { usePageChoice } from '@/lib/view/use-page-choice';
import { Grid } from '../table/grid';
import { columnsOf, firstVisible } from './columns';
import { type TableChoices, TableTools } from './table-tools';

interface Props {
  readonly figure: Figure;
  /** The rows that may be shown, with the Ofsted list's columns where there is one. */
  readonly table: Table;
  readonly tooSmall: number;
  readonly withList: boolean;
  readonly opened: string;
  readonly onOpen: (urn: string) => void;
}

const unset = { search: '', type: '', sector: '', group: '', pinned: true } as const;

function tooSmallWords(tooSmall: number, shown: number): string {
  const few = `${tooSmall} ${tooSmall === 1 ? 'provider is' : 'providers are'} not shown`;
  const rule = 'fewer than 10 placements, a single placing authority, or one with more than 80% of them';
  const all = shown === 0 ? ' Switch on the working view to see them on your own screen.' : '';
  return `${few}: ${rule}.${all}`;
}

/** The table with its tools, and in words what the sharing view leaves out of it. */
export function ProvidersTable({ figure, table, tooSmall, withList, opened, onOpen }: Props) {
  const columns = useMemo(() => columnsOf(table), [table]);
  const [choices, setChoices] = useState<Omit<TableChoices, 'visible'>>(unset);
  // Null until the reader has chosen: a list added later then brings its own columns.
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [asked, setSort] = usePageChoice('sort');
  const sort = columns.some(({ column }) => column.name === asked?.[0]?.replace(/^-/, '')) ? (asked?.[0] ?? '') : '-n';
  const sectorColumn = withList ? 'ofstedSector' : 'sector';
  const visible = chosen ?? firstVisible(columns, opened !== '');
  const filters = Object.fromEntries(
    [
      ['type', choices.type],
      [sectorColumn, choices.sector],
    ].filter(([, value]) => value !== ''),
  );
  return (
    <>
      <TableTools
        choices={{ ...choices, visible }}
        onChange={({ visible: columnsChosen, ...patch }) => {
          if (columnsChosen) setChosen(columnsChosen);
          setChoices((before) => ({ ...before, ...patch }));
        }}
        columns={columns}
        table={table}
        sectorColumn={sectorColumn}
      />
      {tooSmall > 0 && <p className="grid-note">{tooSmallWords(tooSmall, table.rows.length)}</p>}
      {table.rows.length > 0 && (
        <Grid
          caption={figure.title}
          noun="provider"
          columns={columns}
          rows={table.rows}
          visible={visible}
          pinned={choices.pinned}
          sort={sort}
          onSort={(next) => setSort(next === '-n' ? null : [next])}
          search={choices.search}
          filters={filters}
          group={choices.group}
          opened={opened}
          onOpen={onOpen}
        />
      )}
    </>
  );
}
