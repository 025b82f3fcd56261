import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthSpan } from '@/lib/measure/month-span';

const steady = (from: number, to: number, n = 100) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ month: from + index, n }));

describe('the months of a pool', () => {
  test('are its first to its last', () => {
    expect(monthSpan(steady(24303, 24326))).toEqual({ from: 24303, to: 24326 });
  });

  test('are not stretched by a mistyped year before or after', () => {
    expect(monthSpan([{ month: 24240, n: 1 }, ...steady(24303, 24326), { month: 24800, n: 2 }])).toEqual({
      from: 24303,
      to: 24326,
    });
  });

  test('keep a gap that many rows lie before: that is history', () => {
    expect(monthSpan([...steady(24200, 24210), ...steady(24303, 24326)])).toEqual({ from: 24200, to: 24326 });
  });

  test('keep small early months without a gap', () => {
    expect(monthSpan([{ month: 24302, n: 1 }, ...steady(24303, 24326)])).toEqual({ from: 24302, to: 24326 });
  });

  test('of nothing are none', () => {
    expect(monthSpan([])).toBeNull();
  });

  test('always lie within the data, in order, and hold nearly every row', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({ month: fc.integer({ min: 24000, max: 24400 }), n: fc.integer({ min: 1, max: 500 }) }),
          { selector: ({ month }) => month, minLength: 1 },
        ),
        (found) => {
          const months = [...found].sort((a, b) => a.month - b.month);
          const span = monthSpan(months);
          expect(span).not.toBeNull();
          if (span === null) return;
          const total = months.reduce((sum, { n }) => sum + n, 0);
          const inside = months
            .filter(({ month }) => month >= span.from && month <= span.to)
            .reduce((sum, { n }) => sum + n, 0);
          expect(span.from).toBeLessThanOrEqual(span.to);
          expect(inside).toBeGreaterThanOrEqual(total * 0.99);
        },
      ),
    );
  });
});
