/** Four queries count all 23 flags: six flags a packed code, cells first, flags from the few cells. */

import type { Query } from '@/lib/database/database';
import { checked, count } from '@/lib/measure/check';
import type { RowsByQuery } from '@/lib/measure/measure';
import { type Pack, packs } from '@/lib/measure/packed';
import type { NeedFlag } from '@/lib/standard/needs';

function packQuery({ name, flags }: Pack): Query {
  const sums = flags.flatMap((flag, place) => {
    const digit = `(code // ${3 ** place}) % 3`;
    return [
      `coalesce(sum(n) FILTER (${digit} = 2), 0)::DOUBLE AS "yes ${flag}"`,
      `coalesce(sum(n) FILTER (${digit} = 1), 0)::DOUBLE AS "no ${flag}"`,
    ];
  });
  return {
    sql: `WITH cells AS MATERIALIZED (
        SELECT unmetStratum, ${name} AS code, count(*) AS n FROM kept
        WHERE slice <= 2 AND unmetStratum IS NOT NULL GROUP BY ALL)
      SELECT unmetStratum AS stratum, sum(n)::DOUBLE AS n, ${sums.join(', ')} FROM cells GROUP BY ALL`,
    parameters: [],
  };
}

export const unmetQueries: Readonly<Record<string, Query>> = Object.fromEntries(
  packs.map((pack) => [pack.name, packQuery(pack)]),
);

/** Placed with a preferred type, by type sought and outcome, in each arm of a flag. */
export interface FlagCell {
  /** Which type was sought: a stratum. */
  readonly sought: number;
  readonly unmet: boolean;
  readonly n: number;
  readonly yes: number;
  readonly no: number;
}

/** Every flag's cells. */
export function flagCells(rows: RowsByQuery): ReadonlyMap<NeedFlag, readonly FlagCell[]> {
  const found = new Map<NeedFlag, readonly FlagCell[]>();
  for (const { name, flags } of packs) {
    const arms = Object.fromEntries(flags.flatMap((flag) => [`yes ${flag}`, `no ${flag}`].map((key) => [key, count])));
    const cells = checked(rows, name, { stratum: count, n: count, ...arms });
    for (const flag of flags)
      found.set(
        flag,
        cells.map((cell) => {
          const counts = cell as unknown as Readonly<Record<string, number>>;
          return {
            sought: Math.floor(cell.stratum / 2),
            unmet: cell.stratum % 2 === 1,
            n: cell.n,
            yes: counts[`yes ${flag}`] ?? 0,
            no: counts[`no ${flag}`] ?? 0,
          };
        }),
      );
  }
  return found;
}
