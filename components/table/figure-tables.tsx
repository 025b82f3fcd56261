import { memo } from 'react';
import { tableOf } from '@/lib/figure/drawable';
import type { Figure, Table, TableRow } from '@/lib/figure/figure';
import { FigureTable } from './figure-table';

interface Props {
  readonly figure: Figure;
  readonly onSelect?: ((row: TableRow) => void) | undefined;
}

/** Further tables of a figure that say more than its sentence does, and what each is. */
const further: Readonly<Record<string, string>> = {
  total: 'In all',
  shares: 'Shares before and after',
  prices: 'Prices before and after',
  factors: 'What each need, type and year adds',
  coverage: 'Who records the parts of a cost',
  reasons: 'Why a distance is not known',
};

/** The figure's own table, any other that its charts draw, and what it rests on. */
export const FigureTables = memo(function FigureTables({ figure, onSelect }: Props) {
  const drawn = new Set([figure.table, ...figure.charts.map((chart) => tableOf(figure, chart))]);
  const others = Object.entries(figure.extra).flatMap(([name, table]): [string, Table][] => {
    const title = further[name];
    return title === undefined || drawn.has(table) || table.rows.length === 0 ? [] : [[title, table]];
  });
  return (
    <>
      {[...drawn].map((table, index) => (
        <FigureTable
          key={table.columns[0]?.name ?? index}
          table={table}
          caption={index === 0 ? figure.title : `${figure.title}, ${table.columns[0]?.label.toLowerCase() ?? ''}`}
          onSelect={onSelect}
        />
      ))}
      {others.map(([title, table]) => (
        <div key={title} className="table-further">
          <p className="table-title">{title}</p>
          <FigureTable table={table} caption={`${figure.title}: ${title.toLowerCase()}`} />
        </div>
      ))}
    </>
  );
});
