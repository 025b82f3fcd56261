/** Promises each area's change in weekly cost as five causes that add to it, with what chance alone could make of them. */

import type { Row } from '@/lib/database/database';
import type { Context } from '@/lib/measure/context';
import { type DriverTallies, driverTallies } from '@/lib/measure/cost/driver/draw';
import type { RowsByQuery } from '@/lib/measure/measure';
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

/** Two figures are drawn from the same rows. */
const done = new WeakMap<readonly Row[], { tallies: DriverTallies; explained: readonly Explained[] }>();

/** The view first, then its authorities by name. */
export function explain(rows: RowsByQuery, context: Context) {
  const held = rows.cells && done.get(rows.cells);
  if (held) return held;
  const tallies = driverTallies(rows);
  const names = new Map(context.pool.authorities.map(({ code, name }) => [code, name]));
  const explained = [...tallies.exact].map(([area, [before, after]]): Explained => {
    const exact = decompose(before, after);
    const drawn = tallies.draws.flatMap((draw) => {
      const pair = enough(exact) ? draw.get(area) : undefined;
      return pair ? [decompose(pair[0], pair[1])] : [];
    });
    return {
      area,
      name: area === '' ? '' : (names.get(area) ?? area),
      exact,
      whiskers: drawn.length > 0 ? driverWhiskers(drawn) : null,
    };
  });
  explained.sort((a, b) => a.name.localeCompare(b.name));
  const result = { tallies, explained };
  if (rows.cells) done.set(rows.cells, result);
  return result;
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
