import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf, runsOf, sides } from '@/lib/export/deck-columns';

const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 14 });
const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const table = fc.integer({ min: 1, max: 9 }).chain((columns) =>
  fc.record({
    headings: fc.array(fc.record({ label: text, numeric: fc.boolean() }), { minLength: columns, maxLength: columns }),
    rows: fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { maxLength: 30 }),
  }),
);

describe('columns of a slide', () => {
  it('are no wider than the slide, and hold the longest word of each where the smallest size allows it', () => {
    fc.assert(
      fc.property(table, (one) => {
        const { size, widths } = layoutOf(one, 12.13);
        expect(widths.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(12.13 + 1e-9);
        if (size === 8) return;
        const letter = (size * 0.58) / 72;
        one.headings.forEach(({ label, numeric }, at) => {
          const words = one.rows.flatMap((row) => (numeric ? [row[at] ?? ''] : (row[at] ?? '').split(' ')));
          const most = Math.max(...[...label.split(' '), ...words].map(({ length }) => length));
          expect((widths[at] ?? 0) - sides).toBeGreaterThanOrEqual(most * letter - 1e-9);
        });
      }),
    );
  });

  it('lets a narrow table be narrow, and writes smaller before it breaks a sum of money', () => {
    const narrow = layoutOf({ headings: [{ label: 'Month', numeric: false }], rows: [['Mar 2026']] }, 12.13);
    expect(narrow).toMatchObject({ size: 14 });
    expect(narrow.widths[0]).toBeLessThan(2);
    const headings = Array.from({ length: 12 }, () => ({ label: 'Placements expected', numeric: true }));
    expect(layoutOf({ headings, rows: [headings.map(() => '£1,234,567')] }, 12.13).size).toBeLessThan(12);
  });
});

describe('rows of a slide', () => {
  it('are all there in order, as many as fit, and one where even that is too high', () => {
    const height = (row: number) => row;
    expect(runsOf([1, 1, 1, 5, 1], height, { room: 3, most: 12 })).toEqual([[1, 1, 1], [5], [1]]);
    expect(runsOf([1, 1, 1], height, { room: 30, most: 2 })).toEqual([[1, 1], [1]]);
    expect(runsOf([], height, { room: 3, most: 2 })).toEqual([[]]);
  });
});
