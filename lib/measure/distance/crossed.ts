/** A small two-way table of placements: something × distance band or place, with each line's shares. */
import type { Chart, Column, Disclosure, Table, TableRow } from '@/lib/figure/figure';
import { noPlacements } from '@/lib/measure/needs/rate';
import type { DfeBand, FineBand } from '@/lib/place/band';

export interface Line {
  readonly label: string;
  /** One count for each of the headings. */
  readonly counts: readonly number[];
}

/** One row a cell: `row, column, n, share` (of its line). Lines without placements are left out. */
export function crossedTable(
  row: { readonly name: string; readonly label: string },
  column: { readonly name: string; readonly label: string; readonly headings: readonly string[] },
  lines: readonly Line[],
): Table {
  const columns: readonly Column[] = [
    { ...row, kind: 'dimension' },
    { name: column.name, label: column.label, kind: 'dimension' },
    { name: 'n', label: 'Placements', kind: 'count' },
    { name: 'share', label: 'Share of the line', kind: 'rate' },
  ];
  const rows = lines.flatMap(({ label, counts }): TableRow[] => {
    const total = counts.reduce((sum, n) => sum + n, 0);
    if (total === 0) return [];
    return column.headings.map((heading, index) => {
      const n = counts[index] ?? 0;
      return { [row.name]: label, [column.name]: heading, n, share: total === 0 ? noPlacements : n / total };
    });
  });
  return { columns, rows };
}

export function crossedDisclosure(row: string, column: string): Disclosure {
  return { kind: 'crossed', row, column, value: 'n' };
}

export function shareChart(label: string, series: string): Extract<Chart, { kind: 'bar' }> {
  return { kind: 'bar', label, value: 'n', series, layout: 'share', format: 'count' };
}

/** The same by distance, with DfE's line at 20 miles; `near`: the last band within it. */
export function bandsChart(label: string, near: FineBand | DfeBand): Extract<Chart, { kind: 'bar' }> {
  return { ...shareChart(label, 'distanceBand'), divide: { after: near, label: '20 miles' } };
}
