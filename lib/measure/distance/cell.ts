/** Counts of placements by band and place, at the levels a rate is shown: all, by authority, by month, by type. */
import { firstMonth, packedScan } from '@/lib/measure/distance/packed';
import { cellsALine, type Scan } from '@/lib/measure/distance/scan';
import type { RowsByQuery } from '@/lib/measure/measure';
import { type Counts, type LevelRow, levels } from '@/lib/measure/needs/level';
import { fineBands } from '@/lib/place/band';

/** Where a placement lies: inside its authority, outside, or nobody knows. */
export const localities = ['inside', 'outside', 'unknown'] as const;
export type Locality = (typeof localities)[number];

function cellName(band: number, locality: Locality): string {
  return `band${band}${locality}`;
}

const cellNames = fineBands.flatMap((_, band) => localities.map((locality) => cellName(band, locality)));

/** The counts of every row. */
export const cellCounts: readonly string[] = ['total', 'placed', ...cellNames];

/** Counts of the line of the scan that starts at `from`, or null where nothing is in it. */
function lineCounts(table: Uint32Array, from: number): Counts | null {
  let total = 0;
  for (let at = from; at < from + cellsALine; at += 1) total += table[at] ?? 0;
  if (total === 0) return null;
  const counts: Record<string, number> = { total, placed: total - (table[from + cellNames.length] ?? 0) };
  cellNames.forEach((name, cell) => {
    counts[name] = table[from + cell] ?? 0;
  });
  return counts;
}

type Keys = Pick<LevelRow, 'la_code' | 'month' | 'sought'>;
const noKeys: Keys = { la_code: null, month: null, sought: null };

/** Lines of one table of the scan: `width` of them a slice. */
function lines(table: Uint32Array, width: number, level: number, keys: (at: number) => Partial<Keys>): LevelRow[] {
  const found: LevelRow[] = [];
  for (let at = 0; at < table.length / cellsALine; at += 1) {
    const counts = lineCounts(table, at * cellsALine);
    if (counts !== null) found.push({ ...noKeys, slice: Math.floor(at / width), level, ...keys(at % width), counts });
  }
  return found;
}

/** The type secured stands in the place of the type sought. */
function levelled({ byType, byAuthority, byMonth, labels }: Scan): readonly LevelRow[] {
  return [
    ...lines(byType, 4, levels.sought, (type) => ({ sought: labels.secured[type] ?? null })),
    ...lines(byType, 4, levels.all, () => ({})),
    ...lines(byAuthority, 256, levels.authority, (at) => ({ la_code: labels.authority[at] ?? null })),
    ...lines(byMonth, 4096, levels.month, (at) => ({ month: at === 0 ? null : at + firstMonth })),
  ];
}

const done = new WeakMap<Scan, readonly LevelRow[]>();

export function distanceLevels(rows: RowsByQuery): readonly LevelRow[] {
  const scanned = packedScan(rows);
  const found = done.get(scanned) ?? levelled(scanned);
  done.set(scanned, found);
  return found;
}

/** Placements in any of the fine bands (indexes of `fineBands`) and localities. */
export function bandCount(counts: Counts, bands: readonly number[], where: readonly Locality[] = localities): number {
  return bands.reduce(
    (sum, band) => sum + where.reduce((part, locality) => part + (counts[cellName(band, locality)] ?? 0), 0),
    0,
  );
}

/** DfE's three bands as indexes of the fine ones. */
export const dfeBandParts: readonly (readonly number[])[] = [[0, 1, 2], [3, 4], [5]];
export const overTwenty: readonly number[] = [3, 4];
export const knownBands: readonly number[] = [0, 1, 2, 3, 4];

export function placedCount(counts: Counts): number {
  return counts.placed ?? 0;
}
