import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ascending,
  type Grouping,
  groupedSpread,
  noGroup,
  plainGrouping,
  spreadShares,
} from '@/lib/method/grouped-spread';
import { quantiles } from '@/lib/method/quantile';

const values = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 100_000 }),
    fc.integer({ min: 0, max: 10_000_000 }).map((pennies) => pennies / 100),
    fc.constantFrom(650, 650.5, 0.1),
  ),
  { maxLength: 200 },
);

test('positions put any amounts in order, ties as they came', () => {
  fc.assert(
    fc.property(values, (list) => {
      const expected = list
        .map((value, index) => ({ value, index }))
        .sort((a, b) => a.value - b.value || a.index - b.index);
      expect([...ascending(Float64Array.from(list))]).toEqual(expected.map(({ index }) => index));
    }),
  );
});

function expectSpread(spread: { n: number; sum: number; quantiles: readonly number[] } | undefined, own: number[]) {
  expect(spread?.n).toBe(own.length);
  expect(spread?.sum).toBeCloseTo(
    own.reduce((a, b) => a + b, 0),
    4,
  );
  const expected = own.length === 0 ? [] : quantiles(own, spreadShares);
  expect(spread?.quantiles.length).toBe(expected.length);
  expected.forEach((quantile, i) => {
    expect(spread?.quantiles[i]).toBeCloseTo(quantile ?? Number.NaN, 8);
  });
}

function coded(codes: readonly number[]) {
  return values.chain((list) =>
    fc.tuple(
      fc.constant([...list].sort((a, b) => a - b)),
      fc.array(fc.constantFrom(...codes), { minLength: list.length, maxLength: list.length }),
    ),
  );
}

test('each group has the count, sum and quantiles it would have alone; others are left out', () => {
  fc.assert(
    fc.property(coded([0, 1, 2, noGroup]), ([sorted, codes]) => {
      const spreads = groupedSpread(Float64Array.from(sorted), Uint16Array.from(codes), plainGrouping(3));
      spreads.forEach((spread, code) => {
        expectSpread(
          spread,
          sorted.filter((_, i) => codes[i] === code),
        );
      });
    }),
  );
});

test('a code may stand for several groups at once', () => {
  // Code = low digit + 3 × high digit; groups 0–2 are the low digit, 3–5 the high one, and a high 2 is in none.
  const codes = Array.from({ length: 9 }, (_, code) => code);
  const grouping: Grouping = {
    codes: 9,
    groups: 6,
    width: 2,
    groupOf: Uint16Array.from(codes.flatMap((code) => [code % 3, code >= 6 ? noGroup : 3 + Math.floor(code / 3)])),
  };
  fc.assert(
    fc.property(coded(codes), ([sorted, marks]) => {
      const spreads = groupedSpread(Float64Array.from(sorted), Uint16Array.from(marks), grouping);
      expectSpread(
        spreads[1],
        sorted.filter((_, i) => (marks[i] ?? 0) % 3 === 1),
      );
      expectSpread(
        spreads[4],
        sorted.filter((_, i) => Math.floor((marks[i] ?? 0) / 3) === 1),
      );
      expectSpread(spreads[5], []);
    }),
  );
});
