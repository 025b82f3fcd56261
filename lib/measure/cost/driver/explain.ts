/** Promises each area's change in weekly cost as five causes that add to it, with what chance alone could make of them. */

import type { Row } from '@/lib/database/database';
import type { Context } from '@/lib/measure/context';
import { draws } from '@/lib/measure/cost/driver/draw';
import { drawnTallies, exactTallies, type Tallies } from '@/lib/measure/cost/driver/tally';
import type { RowsByQuery } from '@/lib/measure/measure';
import { atOnce, inSlices, type Slicing } from '@/lib/measure/slices';
import {
  type Decomposition,
  type Driver,
  decompose,
  driverWhiskers,
  fewestForDrivers,
} from '@/lib/method/cost-drivers';

export interface Explained {
  /** '' for the view as a whole, else the authority's code. */
  readonly area: string;
  readonly name: string;
  readonly exact: Decomposition;
  /** Null where either period has too few placements to explain. */
  readonly whiskers: ReturnType<typeof driverWhiskers> | null;
}

export function enough({ nBefore, nAfter }: Decomposition): boolean {
  return Math.min(nBefore, nAfter) >= fewestForDrivers;
}

export interface Explanation {
  readonly exact: Tallies;
  /** The view first, then its authorities by name. */
  readonly explained: readonly Explained[];
}

/** Two figures are drawn from the same rows. */
const done = new WeakMap<readonly Row[], Explanation>();

/** Yields after each draw, with the share of them done. */
function* steps(rows: RowsByQuery, { pool }: Context): Generator<number, Explanation> {
  const exact = exactTallies(rows);
  const exactly = new Map([...exact].map(([area, [before, after]]) => [area, decompose(before, after)]));
  const drawn = new Map([...exactly].flatMap(([area, one]) => (enough(one) ? [[area, [] as Decomposition[]]] : [])));
  let taken = 0;
  for (const tallies of drawnTallies(rows)) {
    for (const [area, list] of drawn) {
      const pair = tallies.get(area);
      if (pair) list.push(decompose(pair[0], pair[1]));
    }
    taken += 1;
    yield taken / draws;
  }
  const names = new Map(pool.authorities.map(({ code, name }) => [code, name]));
  const explained = [...exactly].map(([area, one]): Explained => {
    const own = drawn.get(area) ?? [];
    const name = area === '' ? '' : (names.get(area) ?? area);
    return { area, name, exact: one, whiskers: own.length > 0 ? driverWhiskers(own) : null };
  });
  explained.sort((a, b) => a.name.localeCompare(b.name));
  return { exact, explained };
}

function kept(rows: RowsByQuery, result: Explanation): Explanation {
  if (rows.cells) done.set(rows.cells, result);
  return result;
}

/** Every area's decomposition, with whiskers where both periods have enough placements. */
export function explain(rows: RowsByQuery, context: Context): Explanation {
  return (rows.cells && done.get(rows.cells)) ?? kept(rows, atOnce(steps(rows, context)));
}

/** The same, worked out a slice at a time and kept for whoever asks next. */
export async function explainInSlices(rows: RowsByQuery, context: Context, work: Slicing): Promise<void> {
  if (!rows.cells || !done.has(rows.cells)) kept(rows, await inSlices(steps(rows, context), work));
}

const words: Readonly<Record<Driver, readonly [up: string, down: string]>> = {
  volume: ['More children placed', 'Fewer children placed'],
  needMix: ['Higher needs', 'Lower needs'],
  soughtMix: ['Dearer homes asked for', 'Cheaper homes asked for'],
  displacement: ['Homes asked for not found', 'Homes asked for found more often'],
  price: ['Higher prices', 'Lower prices'],
};

/** A cause in words a councillor understands, by whether it added to the cost. */
export function driverWords(driver: Driver, amount: number): string {
  return words[driver][amount < 0 ? 1 : 0];
}
