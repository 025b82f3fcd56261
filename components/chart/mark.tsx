'use client';
import type { ReactNode } from 'react';
import type { TableRow } from '@/lib/figure/figure';
import { useConsideredRow } from '../filter/considered-row';

interface Props {
  readonly row: TableRow;
  /** Absent where the marks of the chart are no filters. */
  readonly onSelect: ((row: TableRow) => void) | undefined;
  readonly children: ReactNode;
}

/** What stands for a row in a drawing: a press filters the page by it. */
export function Mark({ row, onSelect, children }: Props) {
  const consideredRow = useConsideredRow();
  if (!onSelect) return <g>{children}</g>;
  const { onFocus: _, ...pointed } = consideredRow(row);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table behind the chart offers the same by keyboard
    <g className="mark-button" onClick={() => onSelect(row)} {...pointed}>
      {children}
    </g>
  );
}
