'use client';
import type { ReactNode } from 'react';
import type { TableRow } from '@/lib/figure/figure';
import { useConsideredRow } from '../filter/considered-row';

interface Props {
  readonly row: TableRow;
  readonly className: string;
  readonly onSelect: (row: TableRow) => void;
  readonly children: ReactNode;
}

/** What stands for a row in a table: a press filters the page by it. */
export function RowButton({ row, className, onSelect, children }: Props) {
  const consideredRow = useConsideredRow();
  return (
    <button type="button" className={className} onClick={() => onSelect(row)} {...consideredRow(row)}>
      {children}
    </button>
  );
}
