/** Why a number has no more room than it has: what the figure at hand shows that its bounds rest on. */
import { eachOf, givenRoom, holding, leftTo, other, playOf, shownRoom, type Wanted, type Way } from './infer';
import type { Unknown } from './known';

/**
 * The numbers whose hiding could give `small` more room, nearest first, then least: no other can. Found backwards
 * from its bounds through every sum that gives exactly the room there is.
 */
export function reasonsOf(small: Unknown, isOpen: (unknown: Unknown) => boolean, wanted: Wanted): readonly Unknown[] {
  const found = new Set<Unknown>();
  const seen = { up: new Set([small]), down: new Set([small]) };
  let edge: readonly (readonly [Unknown, Way])[] = [
    [small, 'up'],
    [small, 'down'],
  ];
  while (edge.length > 0) {
    const next: (readonly [Unknown, Way])[] = [];
    const shown: Unknown[] = [];
    for (const [unknown, way] of edge) {
      const room = unknown[way];
      // What was given out before cannot be taken back.
      if (room >= givenRoom(unknown, way, wanted)) continue;
      if (isOpen(unknown) && room === shownRoom(unknown, way, wanted)) shown.push(unknown);
      for (const [sum, held] of holding(unknown, way)) {
        const play = playOf(sum, held, wanted);
        if (!play || leftTo(unknown, unknown[other[way]], play) !== room) continue;
        eachOf(sum, held, (member, _, gives) => {
          if (member === unknown || seen[gives].has(member)) return;
          seen[gives].add(member);
          next.push([member, gives]);
        });
      }
    }
    for (const unknown of shown.sort((one, two) => one.value - two.value)) found.add(unknown);
    edge = next;
  }
  return [...found];
}
