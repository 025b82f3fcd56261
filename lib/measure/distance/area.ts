/** Placements by what was sought and where they were made, from the same scan. */
import { packedScan } from '@/lib/measure/distance/packed';
import type { RowsByQuery } from '@/lib/measure/measure';

export interface AreaCell {
  readonly placed: boolean;
  /** Whether a placement in the area was sought: 1, 0, or null where not recorded. */
  readonly local: number | null;
  readonly reason: string | null;
  readonly preferred: number | null;
  /** Whether it was made inside the placing authority. */
  readonly inside: number | null;
  /** Index of the fine band. */
  readonly band: number;
  readonly n: number;
}

const yesNo = [0, 1, null] as const;
const insides = [1, 0, null] as const;

export function areaCells(rows: RowsByQuery): readonly AreaCell[] {
  const { byArea, labels } = packedScan(rows);
  const cells: AreaCell[] = [];
  byArea.forEach((n, at) => {
    if (n === 0) return;
    let rest = at;
    const next = (width: number): number => {
      const value = rest % width;
      rest = Math.floor(rest / width);
      return value;
    };
    const [band, where, reason, preferred, local] = [next(6), next(3), next(5), next(3), next(3)];
    cells.push({
      placed: rest === 1,
      local: yesNo[local] ?? null,
      preferred: yesNo[preferred] ?? null,
      reason: labels.reason[reason] ?? null,
      inside: insides[where] ?? null,
      band,
      n,
    });
  });
  return cells;
}

export function cellSum(cells: readonly AreaCell[], wanted: (cell: AreaCell) => boolean = () => true): number {
  return cells.reduce((sum, cell) => (wanted(cell) ? sum + cell.n : sum), 0);
}
