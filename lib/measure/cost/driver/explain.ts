/** Promises each area's change in weekly cost as five causes that add to it, with what chance alone could make of them. */

import type { Row } from '@/lib/database/database';
import type { Context } from '@/lib/measure/context';
import { whiskersAway } from '@/lib/measure/cost/driver/away';
import { chunks, draws } from '@/lib/measure/cost/driver/draw';
import { drawChunk, drawnCells, exactTallies, type Tallies } from '@/lib/measure/cost/driver/tally';
import type { RowsByQuery } from '@/lib/measure/measure';
import { atOnce, inSlices, type Slicing } from '@/lib/measure/slices';
import { type Decomposition, type Driver, decompose, fewestForDrivers } from '@/lib/method/cost-drivers';
import { noneDrawn, takeDraw, type Whiskers, whiskersOf } from '@/lib/method/driver-draws';

export interface Explained {
  /** '' for the view as a whole, else the authority's code. */
  readonly area: string;
  readonly name: string;
  readonly exact: Decomposition;
  /** Null where either period has too few placements to explain. */
  readonly whiskers: Whiskers | null;
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

/** What is recorded, and the areas with enough of it to be drawn again: the view as a whole ('') first. */
function begin(rows: RowsByQuery) {
  const exact = exactTallies(rows);
  const exactly = new Map([...exact].map(([area, [before, after]]) => [area, decompose(before, after)]));
  const areas = [...exactly].flatMap(([area, one]) => (enough(one) ? [area] : []));
  areas.sort((a, b) => Number(b === '') - Number(a === ''));
  return { exact, exactly, areas };
}

function explanation(
  { exact, exactly, areas }: ReturnType<typeof begin>,
  whiskers: readonly (Whiskers | null)[],
  { pool }: Context,
): Explanation {
  const names = new Map(pool.authorities.map(({ code, name }) => [code, name]));
  const byArea = new Map(areas.map((area, index) => [area, whiskers[index] ?? null]));
  const explained = [...exactly].map(([area, one]): Explained => {
    const name = area === '' ? '' : (names.get(area) ?? area);
    return { area, name, exact: one, whiskers: byArea.get(area) ?? null };
  });
  explained.sort((a, b) => a.name.localeCompare(b.name));
  return { exact, explained };
}

/** Yields after each draw, with the share of them done. */
function* steps(rows: RowsByQuery, areas: readonly string[]): Generator<number, readonly (Whiskers | null)[]> {
  const { cells, placeOf } = drawnCells(rows, areas);
  const drawn = noneDrawn(cells);
  let taken = 0;
  for (let index = 0; index < chunks && areas.length > 0; index += 1) {
    const chunk = drawChunk(rows, index, placeOf);
    for (let draw = 0; draw < chunk.n.length; draw += 1) {
      takeDraw(drawn, cells, chunk, draw);
      taken += 1;
      yield taken / draws;
    }
  }
  return whiskersOf(drawn);
}

function kept(rows: RowsByQuery, result: Explanation): Explanation {
  if (rows.cells) done.set(rows.cells, result);
  return result;
}

/** Every area's decomposition, with whiskers where both periods have enough placements. */
export function explain(rows: RowsByQuery, context: Context): Explanation {
  const found = rows.cells && done.get(rows.cells);
  if (found) return found;
  const begun = begin(rows);
  return kept(rows, explanation(begun, atOnce(steps(rows, begun.areas)), context));
}

/** The same, worked out away from the page (where that cannot be, a slice at a time) and kept for whoever asks next. */
export async function explainAway(rows: RowsByQuery, context: Context, work: Slicing): Promise<void> {
  if (rows.cells && done.has(rows.cells)) return;
  const begun = begin(rows);
  const away = begun.areas.length > 0 ? await whiskersAway(rows, begun.areas, work) : null;
  kept(rows, explanation(begun, away ?? (await inSlices(steps(rows, begun.areas), work)), context));
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
