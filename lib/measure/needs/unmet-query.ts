/** One query counts all 23 flags: cells of six flags a packed code first, then each answer from the few cells. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import { checked, count } from '@/lib/measure/check';
import type { RowsByQuery } from '@/lib/measure/measure';
import { packs } from '@/lib/measure/packed';
import type { NeedFlag } from '@/lib/standard/needs';

const cells = packs.map(
  ({ name }, pack) => `SELECT unmetStratum, ${pack} AS pack, ${name} AS code, count(*) AS n FROM kept
    WHERE slice <= 2 AND unmetStratum IS NOT NULL GROUP BY ALL`,
);
const places = Math.max(...packs.map(({ flags }) => flags.length));
const units = Array.from({ length: places }, (_, place) => `(${place}, ${3 ** place})`);

/** `answer`: 0 not recorded, 1 no, 2 yes. Joining places to the few cells costs a fifth of 46 sums with a condition each. */
export const unmetQuery: Query = {
  sql: `WITH cells AS MATERIALIZED (${cells.join(' UNION ALL ')})
    SELECT unmetStratum AS stratum, pack, place, (code // unit) % 3 AS answer, sum(n)::DOUBLE AS n
    FROM cells, (VALUES ${units.join(', ')}) AS places(place, unit) GROUP BY ALL`,
  parameters: [],
};

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
  const entries = { stratum: count, pack: count, place: count, answer: v.picklist([0, 1, 2]), n: count };
  const found = new Map<string, Map<number, { n: number; yes: number; no: number }>>();
  for (const { stratum, pack, place, answer, n } of checked(rows, 'unmet', entries)) {
    const key = `${pack} ${place}`;
    const strata = found.get(key) ?? new Map<number, { n: number; yes: number; no: number }>();
    const cell = strata.get(stratum) ?? { n: 0, yes: 0, no: 0 };
    cell.n += n;
    if (answer === 2) cell.yes += n;
    if (answer === 1) cell.no += n;
    strata.set(stratum, cell);
    found.set(key, strata);
  }
  return new Map(
    packs.flatMap(({ flags }, pack) =>
      flags.map((flag, place) => {
        const strata = [...(found.get(`${pack} ${place}`) ?? [])];
        return [
          flag,
          strata.map(([stratum, cell]) => ({ sought: Math.floor(stratum / 2), unmet: stratum % 2 === 1, ...cell })),
        ] as const;
      }),
    ),
  );
}
