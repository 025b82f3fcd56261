/** Files that hold the same placements, and which of them are used: the later file's, in an order the user may change. */
import * as v from 'valibot';
import type { Database } from '@/lib/database/database';
import { besidesSql } from '@/lib/ingest/corrections';
import { readRows } from './read';
import { readSources, type SourceRow } from './sources';

/** Placements of an earlier file that a later one gives as well. */
export interface Overlap {
  readonly earlier: SourceRow;
  readonly later: SourceRow;
  readonly placements: number;
}

/** Files that overlap with one another, directly or by way of a third: earliest first. */
export interface OverlapGroup {
  readonly files: readonly SourceRow[];
  readonly overlaps: readonly Overlap[];
}

const sql = `SELECT sourceId AS earlier, laterId AS later, count(DISTINCT newId) AS placements
  FROM ${besidesSql} GROUP BY ALL ORDER BY ALL`;
const entries = { earlier: v.number(), later: v.number(), placements: v.number() };

/** Joins sets that share a member until none do. */
function joined(pairs: readonly (readonly number[])[]): readonly ReadonlySet<number>[] {
  let groups: ReadonlySet<number>[] = [];
  for (const pair of pairs) {
    const touching = groups.filter((group) => pair.some((id) => group.has(id)));
    groups = [
      ...groups.filter((group) => !touching.includes(group)),
      new Set([...touching.flatMap((group) => [...group]), ...pair]),
    ];
  }
  return groups;
}

/** Empty where no two files hold the same placement. */
export async function readOverlaps(database: Database): Promise<readonly OverlapGroup[]> {
  const pairs = await readRows(database, sql, entries);
  if (pairs.length === 0) return [];
  const sources = new Map((await readSources(database)).map((source) => [source.sourceId, source]));
  const overlaps = pairs.flatMap(({ earlier, later, placements }): Overlap[] => {
    const [one, other] = [sources.get(earlier), sources.get(later)];
    return one && other ? [{ earlier: one, later: other, placements }] : [];
  });
  return joined(pairs.map(({ earlier, later }) => [earlier, later])).map((ids) => ({
    files: [...sources.values()]
      .filter(({ sourceId }) => ids.has(sourceId))
      .sort((one, other) => one.standing - other.standing),
    overlaps: overlaps.filter(({ later }) => ids.has(later.sourceId)),
  }));
}

/** The files' ids with the one at `index` a place earlier or later; null where it cannot move so. */
export function moved(ids: readonly number[], index: number, by: -1 | 1): readonly number[] | null {
  const [own, other] = [ids[index], ids[index + by]];
  if (own === undefined || other === undefined) return null;
  return ids.map((id) => (id === own ? other : id === other ? own : id));
}
