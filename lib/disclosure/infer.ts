/**
 * What a reader can infer: how far each number may lie above and below its true value, narrowed by every sum until
 * nothing moves, and kept so while numbers are hidden. A sum leaves a number as much room as its other numbers have
 * together, so room of `enough` anywhere narrows nothing below `enough`, and counts as no bound at all.
 */
import { type Equation, type Unknown, unbounded } from './known';
import { roundedBounds } from './round';
import type { Limits } from './settings';

export type Way = 'up' | 'down';

/** How far a number may lie above and below its true value. */
export type Room = Readonly<Record<Way, number>>;

export interface Wanted {
  readonly limits: Limits;
  /** The width wanted: whether a number has exactly this much room or more makes no difference. */
  readonly enough: number;
}

/** The room numbers had before something was hidden, to take it back. */
export type Trail = readonly (Room & { readonly unknown: Unknown })[];

/**
 * Takes in what is new: what the figure at hand would show of `told`, and `equations`. What was worked out before
 * stands, for more knowledge only narrows.
 */
export function infer(told: Iterable<Unknown>, equations: Iterable<Equation>, wanted: Wanted): void {
  const again = new Set(equations);
  for (const unknown of told) {
    const up = shownRoom(unknown, 'up', wanted);
    const down = shownRoom(unknown, 'down', wanted);
    if (up >= unknown.up && down >= unknown.down) continue;
    unknown.up = Math.min(unknown.up, up);
    unknown.down = Math.min(unknown.down, down);
    for (const sum of unknown.sums) again.add(sum);
  }
  narrowAll(again, wanted);
}

/** Works out again only what rested on `hidden`, whose states have just been changed to hidden. */
export function loosen(hidden: Iterable<Unknown>, wanted: Wanted): Trail {
  const rested = restedOn(hidden, wanted);
  const trail = [...new Set(rested.map(([unknown]) => unknown))].map(roomOf);
  const again = new Set<Equation>();
  for (const [unknown, way] of rested) {
    unknown[way] = shownRoom(unknown, way, wanted);
    for (const sum of unknown.sums) again.add(sum);
  }
  narrowAll(again, wanted);
  return trail;
}

function roomOf(unknown: Unknown): Trail[number] {
  return { unknown, up: unknown.up, down: unknown.down };
}

/** Takes `loosen` back; the states are the caller's to take back. */
export function undo(trail: Trail): void {
  for (const { unknown, up, down } of trail) {
    unknown.up = up;
    unknown.down = down;
  }
}

/** What figures already given out leave open, whatever the figure at hand does. */
export function givenRoom({ value, given }: Unknown, way: Way, { enough }: Wanted): number {
  return bounded(way === 'up' ? given.high - value : value - given.low, enough);
}

/** What is given, and what the figure at hand would say of a number by itself. */
export function shownRoom(unknown: Unknown, way: Way, wanted: Wanted): number {
  const given = givenRoom(unknown, way, wanted);
  const { value, here } = unknown;
  let shown = false;
  for (const { state } of here) {
    if (state === 'exact') return 0;
    if (state !== 'hidden') shown = true;
  }
  if (!shown) return given;
  const { low, high } = roundedBounds(value, wanted.limits);
  return Math.min(given, way === 'up' ? high - value : value - low);
}

function bounded(room: number, enough: number): number {
  return room < enough ? room : unbounded;
}

export const other: Readonly<Record<Way, Way>> = { up: 'down', down: 'up' };

/** What a sum lets its numbers move together: parts `way`, its total the other way. */
export interface Play {
  /** The room of all that are bounded. */
  readonly all: number;
  /** The one that is not, if any; two, and the sum says nothing. */
  readonly free: Unknown | null;
}

/**
 * Parts can move `way` (and the total against it) only as far as the rest of the sum gives: other parts the other way,
 * the total along. Null when that is `enough` for every one of them.
 */
export function playOf({ parts, total }: Equation, way: Way, { enough }: Wanted): Play | null {
  let all = 0;
  let largest = 0;
  let free: Unknown | null = null;
  const back = other[way];
  for (let at = parts.length; at >= 0; at--) {
    const member = at === parts.length ? total : (parts[at] as Unknown);
    const room = member === total ? member[way] : member[back];
    if (room === unbounded) {
      if (free) return null;
      free = member;
    } else {
      all += room;
      if (room > largest) largest = room;
    }
    if (all - (free ? 0 : largest) >= enough) return null;
  }
  return { all, free };
}

/** The room `play` leaves one of the sum's numbers, whose own share in it is `own`. */
export function leftTo(unknown: Unknown, own: number, { all, free }: Play): number {
  if (free === null) return all - own;
  return free === unknown ? all : unbounded;
}

const ways: readonly Way[] = ['up', 'down'];

function narrowAll(equations: ReadonlySet<Equation>, wanted: Wanted): void {
  for (let turn = equations; turn.size > 0; ) {
    const next = new Set<Equation>();
    for (const sum of turn) {
      for (const way of ways) {
        const play = playOf(sum, way, wanted);
        if (!play) continue;
        eachOf(sum, way, (unknown, moves, gives) => {
          const room = leftTo(unknown, unknown[gives], play);
          if (room >= unknown[moves] || room >= wanted.enough) return;
          unknown[moves] = room;
          for (const again of unknown.sums) next.add(again);
        });
      }
    }
    turn = next;
  }
}

/** The numbers of a sum, each with the way it is held and the way it gives room to the others. */
export function eachOf(sum: Equation, way: Way, visit: (unknown: Unknown, moves: Way, gives: Way) => void): void {
  visit(sum.total, other[way], way);
  for (const part of sum.parts) visit(part, way, other[way]);
}

/** The sums a number stands in, by what each says of its room `way`. */
export function holding(unknown: Unknown, way: Way): readonly (readonly [Equation, Way])[] {
  return unknown.sums.map((sum) => [sum, sum.total === unknown ? other[way] : way] as const);
}

/** The rooms that may have rested on what `hidden` showed: a sum gives each exactly the room it has. */
function restedOn(hidden: Iterable<Unknown>, wanted: Wanted): readonly (readonly [Unknown, Way])[] {
  const rested: (readonly [Unknown, Way])[] = [];
  const seen = { up: new Set<Unknown>(), down: new Set<Unknown>() };
  const take = (unknown: Unknown, way: Way): void => {
    if (seen[way].has(unknown) || unknown[way] >= shownRoom(unknown, way, wanted)) return;
    seen[way].add(unknown);
    rested.push([unknown, way]);
  };
  for (const unknown of hidden) for (const way of ways) take(unknown, way);
  for (const [unknown, way] of rested) {
    // Where a number gives room one way it holds the others.
    for (const [sum, held] of holding(unknown, other[way])) {
      const play = playOf(sum, held, wanted);
      if (!play) continue;
      eachOf(sum, held, (next, moves, gives) => {
        if (next !== unknown && next[moves] === leftTo(next, next[gives], play)) take(next, moves);
      });
    }
  }
  return rested;
}
