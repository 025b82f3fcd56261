/** Promises the rows of the drivers' queries as tallies by area: exactly, and the bootstrap draws as plain arrays. */
import * as v from 'valibot';
import { category, checked, count } from '@/lib/measure/check';
import { drawsAChunk } from '@/lib/measure/cost/driver/draw';
import { listColumn } from '@/lib/measure/cost/list-column';
import type { RowsByQuery } from '@/lib/measure/measure';
import type { DrawChunk, DrawnCells } from '@/lib/method/driver-draws';
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

/** Every cell of the drawn ones, with the place of each code; `areas` are those explained, the view as a whole ('') first. */
export function drawnCells(
  rows: RowsByQuery,
  areas: readonly string[],
): { readonly cells: DrawnCells; readonly placeOf: ReadonlyMap<number, number> } {
  const all = cells(rows);
  const numbers = new Map(areas.map((area, index) => [area, index]));
  return {
    cells: {
      areas: areas.length,
      area: Int32Array.from(all, ({ areas: [, own = ''] }) => numbers.get(own) ?? -1),
      period: Uint8Array.from(all, ({ period }) => period),
      place: Uint8Array.from(all, ({ place }) => place),
    },
    placeOf: new Map(all.map(({ code }, index) => [code, index])),
  };
}

/** The draws of one query, in arrays of their own that may be handed over; none where there are no placements. */
export function drawChunk(rows: RowsByQuery, chunk: number, placeOf: ReadonlyMap<number, number>): DrawChunk {
  const lists = checked(rows, `draws${chunk}`, drawEntries)[0] ?? {};
  const values = (name: string): ArrayLike<number> => lists[name]?.toArray() ?? [];
  const codes = Int32Array.from(values('code'), (code) => placeOf.get(code) ?? -1);
  const each = (letter: string) =>
    Array.from({ length: drawsAChunk }, (_, draw) => new Float64Array(values(`${letter}${draw}`)));
  return codes.length === 0 ? { cells: codes, n: [], cost: [] } : { cells: codes, n: each('n'), cost: each('c') };
}
