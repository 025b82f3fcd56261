/** The bootstrap of a decomposition: what each draw of the placements would have explained, and the whiskers they make. */
import { type Decomposition, decompose, driverWhiskers } from './cost-drivers';
import { emptyTally, type PeriodTally } from './driver-factors';

/** What each cell is of, by its position. */
export interface DrawnCells {
  /** How many areas are explained; 0 is the whole, which every cell is part of. */
  readonly areas: number;
  /** The cell's own area beside the whole, below 0 where it is not explained. */
  readonly area: Int32Array;
  /** 0 before, 1 after. */
  readonly period: Uint8Array;
  /** Its `driverCell`. */
  readonly place: Uint8Array;
}

/** Some draws: which cells they hold, and for each draw those cells' placements and £ a week. */
export interface DrawChunk {
  readonly cells: Int32Array;
  readonly n: readonly Float64Array[];
  readonly cost: readonly Float64Array[];
}

/** Decompositions drawn so far, by area. */
export type Drawn = readonly Decomposition[][];

export type Whiskers = ReturnType<typeof driverWhiskers>;

export function noneDrawn({ areas }: DrawnCells): Drawn {
  return Array.from({ length: areas }, () => []);
}

/** Adds one draw of a chunk; an area no placement of which was drawn is left out of it. */
export function takeDraw(drawn: Drawn, cells: DrawnCells, chunk: DrawChunk, draw: number): void {
  const pairs = new Map<number, readonly [PeriodTally, PeriodTally]>();
  const [n, cost] = [chunk.n[draw], chunk.cost[draw]];
  chunk.cells.forEach((cell, at) => {
    const placements = n?.[at] ?? 0;
    if (cell < 0 || placements === 0) return;
    const place = cells.place[cell] ?? 0;
    for (const area of [0, cells.area[cell] ?? -1]) {
      if (area < 0) continue;
      const pair = pairs.get(area) ?? [emptyTally(), emptyTally()];
      pairs.set(area, pair);
      const tally = pair[cells.period[cell] === 1 ? 1 : 0];
      tally.n[place] = (tally.n[place] ?? 0) + placements;
      tally.cost[place] = (tally.cost[place] ?? 0) + (cost?.[at] ?? 0);
    }
  });
  for (const [area, [before, after]] of pairs) drawn[area]?.push(decompose(before, after));
}

/** By area; null where nothing of it was ever drawn. */
export function whiskersOf(drawn: Drawn): readonly (Whiskers | null)[] {
  return drawn.map((own) => (own.length > 0 ? driverWhiskers(own) : null));
}
