/** Promises the rows of the drivers' queries as tallies by area: exactly once, then once a bootstrap draw. */
import * as v from 'valibot';
import { category, checked, count } from '@/lib/measure/check';
import { chunks, drawsAChunk } from '@/lib/measure/cost/driver/draw';
import { listColumn } from '@/lib/measure/cost/list-column';
import type { RowsByQuery } from '@/lib/measure/measure';
import {
  driverBands,
  driverCell,
  driverSoughts,
  driverTypes,
  emptyTally,
  type PeriodTally,
} from '@/lib/method/driver-factors';

/** Both periods of one area. */
export type TallyPair = readonly [before: PeriodTally, after: PeriodTally];

/** Of the view as a whole under the key '', and of each authority under its code. */
export type Tallies = ReadonlyMap<string, TallyPair>;

interface Cell {
  readonly code: number;
  readonly areas: readonly string[];
  readonly period: 0 | 1;
  readonly place: number;
  readonly n: number;
  readonly cost: number;
}

const cellEntries = {
  ...{ code: v.number(), la_code: category, period: v.picklist([0, 1]) },
  ...{ band: v.picklist(driverBands), sought: v.picklist(driverSoughts), type: v.picklist(driverTypes) },
  ...{ n: count, cost: v.number() },
};

function cells(rows: RowsByQuery): readonly Cell[] {
  return checked(rows, 'cells', cellEntries).map(({ code, la_code, period, band, sought, type, n, cost }) => ({
    ...{ code, period, n, cost, areas: ['', la_code ?? 'unknown'] },
    place: driverCell(driverBands.indexOf(band), driverSoughts.indexOf(sought), driverTypes.indexOf(type)),
  }));
}

function pairIn(tallies: Map<string, TallyPair>, area: string): TallyPair {
  const pair = tallies.get(area) ?? [emptyTally(), emptyTally()];
  tallies.set(area, pair);
  return pair;
}

function add({ n, cost }: PeriodTally, place: number, placements: number, pounds: number): void {
  n[place] = (n[place] ?? 0) + placements;
  cost[place] = (cost[place] ?? 0) + pounds;
}

/** What was recorded. */
export function exactTallies(rows: RowsByQuery): Tallies {
  const tallies = new Map<string, TallyPair>();
  for (const { areas, period, place, n, cost } of cells(rows)) {
    for (const area of areas) add(pairIn(tallies, area)[period], place, n, cost);
  }
  return tallies;
}

const drawEntries = Object.fromEntries(
  Array.from({ length: drawsAChunk }, (_, draw) => [`n${draw}`, `c${draw}`])
    .flat()
    .concat('code')
    .map((name) => [name, v.nullable(listColumn)]),
);

/** One draw after another; an area no placement of which was drawn is left out of it. */
export function* drawnTallies(rows: RowsByQuery): Generator<Tallies> {
  const byCode = new Map(cells(rows).map((cell) => [cell.code, cell]));
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const lists = checked(rows, `draws${chunk}`, drawEntries)[0] ?? {};
    const values = (name: string): ArrayLike<number> => lists[name]?.toArray() ?? [];
    const drawn = Array.from(values('code'), (code) => byCode.get(code));
    for (let draw = 0; draw < drawsAChunk; draw += 1) {
      const [n, cost] = [values(`n${draw}`), values(`c${draw}`)];
      const tallies = new Map<string, TallyPair>();
      drawn.forEach((cell, index) => {
        if (!cell || !n[index]) return;
        for (const area of cell.areas) add(pairIn(tallies, area)[cell.period], cell.place, n[index], cost[index] ?? 0);
      });
      if (drawn.length > 0) yield tallies;
    }
  }
}
