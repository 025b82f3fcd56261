import { memo } from 'react';
import type { Figure, TableRow } from '@/lib/figure/figure';
import { tableOf } from '../chart/read';
import { FigureTable } from './figure-table';

interface Props {
  readonly figure: Figure;
  readonly onSelect?: ((row: TableRow) => void) | undefined;
}

/** The figure's own table, and any other that its charts draw. */
export const FigureTables = memo(function FigureTables({ figure, onSelect }: Props) {
  const tables = new Set([figure.table, ...figure.charts.map((chart) => tableOf(figure, chart))]);
  return [...tables].map((table, index) => (
    <FigureTable
      key={table.columns[0]?.name ?? index}
      table={table}
      caption={index === 0 ? figure.title : `${figure.title}, ${table.columns[0]?.label.toLowerCase() ?? ''}`}
      onSelect={onSelect}
    />
  ));
});
