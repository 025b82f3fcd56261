import { describe, expect, it } from 'vitest';
import { Group } from '@/lib/disclosure/group';
import { infer, loosen, undo } from '@/lib/disclosure/infer';
import { Known, put, type Unknown, unbounded } from '@/lib/disclosure/known';
import { reasonsOf } from '@/lib/disclosure/reason';
import { type Count, newCount } from '@/lib/disclosure/sheet';
import { hide, widthOf } from '@/lib/disclosure/widen';
import { random, randomTable } from './support/table';

const limits = { threshold: 5, base: 5 };
const wanted = { limits, enough: 5 };

/** A table with its totals, everything small hidden and some of the rest, as one figure shows it. */
function shownTable(next: () => number): Known {
  const grid = randomTable(next, 3 + Math.floor(next() * 3), 3 + Math.floor(next() * 3), 0.2, 30);
  const known = new Known();
  const counts = grid.map((line, i) =>
    line.map((value, j): Count => {
      const dimensions = [...(i < grid.length - 1 ? [`a=${i}`] : []), ...(j < line.length - 1 ? [`b=${j}`] : [])];
      const state = (value > 0 && value < 5) || next() < 0.2 ? 'hidden' : 'rounded';
      return newCount({ row: -1, column: 'n', value, side: '', group: Group.of(dimensions), state });
    }),
  );
  const add = (parts: readonly Count[], total: Count | undefined) => {
    if (total) known.addSum({ parts, side: '', group: total.group, total: total.value });
  };
  for (const count of counts.flat()) {
    const unknown = known.unknownOf(count);
    unknown.here = put(unknown.here, count);
  }
  for (const line of counts) add(line.slice(0, -1), line.at(-1));
  for (const j of counts[0]?.keys() ?? [])
    add(
      counts.slice(0, -1).flatMap((line) => line[j] ?? []),
      counts.at(-1)?.[j],
    );
  return known;
}

const roomsOf = (known: Known) => known.unknowns.map(({ up, down }) => [up, down]);

function anew(known: Known) {
  for (const unknown of known.unknowns) Object.assign(unknown, { up: unbounded, down: unbounded });
  infer(known.unknowns, known.equations, wanted);
  return roomsOf(known);
}

const isOpen = ({ here }: Unknown) => here.some(({ state }) => state !== 'hidden');

describe('what a reader infers, kept up while numbers are hidden', () => {
  it('is what would be inferred from the beginning, and hiding can be taken back', () => {
    const next = random(31);
    let moved = 0;
    for (let i = 0; i < 300; i++) {
      const known = shownTable(next);
      let rooms = anew(known);
      for (const unknown of known.unknowns.filter(isOpen).slice(0, 6)) {
        const states = unknown.here.map(({ state }) => state);
        hide(unknown);
        const trail = loosen([unknown], wanted);
        const after = roomsOf(known);
        moved += trail.length;
        undo(trail);
        expect(roomsOf(known)).toEqual(rooms);
        unknown.here.forEach((count, at) => {
          count.state = states[at] ?? 'hidden';
        });
        expect(anew(known)).toEqual(rooms);
        hide(unknown);
        expect(anew(known)).toEqual(after);
        rooms = after;
      }
    }
    expect(moved).toBeGreaterThan(2_000);
  });

  it('rests on the numbers named as its reasons and on no other number shown', () => {
    const next = random(32);
    let held = 0;
    for (let i = 0; i < 300; i++) {
      const known = shownTable(next);
      anew(known);
      for (const small of known.unknowns.filter(({ value }) => value > 0 && value < 5).slice(0, 4)) {
        const before = widthOf(small);
        if (before >= 5) continue;
        const reasons = reasonsOf(small, isOpen, wanted);
        const others = known.unknowns.filter((unknown) => isOpen(unknown) && !reasons.includes(unknown));
        const states = others.map(({ here }) => here.map(({ state }) => state));
        for (const unknown of others) hide(unknown);
        const trail = loosen(others, wanted);
        expect(widthOf(small)).toBe(before);
        undo(trail);
        others.forEach(({ here }, at) => {
          here.forEach((count, one) => {
            count.state = states[at]?.[one] ?? 'hidden';
          });
        });
        held++;
      }
    }
    expect(held).toBeGreaterThan(100);
  });
});
