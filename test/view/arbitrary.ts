import fc from 'fast-check';
import { authorities } from '@/lib/place/authority';
import {
  bandChoices,
  type Choice,
  distanceChoices,
  needChoices,
  noticeChoices,
  securedChoices,
  soughtChoices,
} from '@/lib/view/choices';
import { monthText } from '@/lib/view/month';
import type { Compare, Period, View } from '@/lib/view/view';

const codes = authorities.map(({ code }) => code);
const regions = [...new Set(authorities.map(({ region }) => region))];

function some<Value>(values: readonly Value[], most = values.length): fc.Arbitrary<Value[]> {
  return fc.oneof(fc.constant<Value[]>([]), fc.uniqueArray(fc.constantFrom(...values), { maxLength: most }));
}

function chosen<Value extends string>(choices: readonly Choice<Value>[]): fc.Arbitrary<Value[]> {
  return some(choices.map(({ value }) => value));
}

const month = fc.integer({ min: 1900 * 12, max: 2099 * 12 + 11 }).map(monthText);

export const arbitraryPeriod: fc.Arbitrary<Period> = fc.oneof(
  fc.constant({ kind: 'all' } as const),
  fc.record({ kind: fc.constant('last' as const), months: fc.constantFrom(3, 6, 12, 24) }),
  fc.record({ kind: fc.constant('latest' as const), unit: fc.constantFrom('month', 'quarter', 'year') }),
  fc.record({ kind: fc.constant('months' as const), from: month, to: month }),
  // Whole quarters and financial years, including those whose name is also a month's.
  fc
    .tuple(fc.integer({ min: 1899, max: 2098 }), fc.constantFrom(0, 3, 6, 9), fc.constantFrom(3, 12))
    .map(([year, start, length]) => ({
      kind: 'months' as const,
      from: monthText(year * 12 + 3 + start),
      to: monthText(year * 12 + 3 + start + length - 1),
    })),
);

const district = fc.constantFrom('BS1', 'BS14', 'E1', 'EC1A', 'TA1', 'M1', 'W1A', 'PL30', 'W06000015', 'S12000033');
const area = fc.oneof(district, fc.constantFrom(...codes));

const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
  fc.constantFrom('a,b', 'a:b', '50%', '%2C', '+ &=?#', 'toString', ' padded ', 'Ysgol Gymraeg', '\n', '\'"<>`'),
);

const compare: fc.Arbitrary<Compare> = fc.oneof(
  fc.record({ kind: fc.constantFrom('none' as const, 'previous' as const, 'rest' as const) }),
  fc.record({ kind: fc.constant('authority' as const), code: fc.constantFrom(...codes) }),
);

const yesNo = fc.constantFrom('yes' as const, 'no' as const, null);

/** Any view a screen could ask for, in any order, with more in it than a person would choose. */
export const arbitraryView: fc.Arbitrary<View> = fc.record({
  authorities: some(codes),
  regions: some(regions),
  period: arbitraryPeriod,
  basis: fc.constantFrom('auto', 'referral', 'placement'),
  sought: chosen(soughtChoices),
  secured: chosen(securedChoices),
  needs: chosen(needChoices),
  needsMatch: fc.constantFrom('any', 'all'),
  notice: chosen(noticeChoices),
  siblingGroup: yesNo,
  locationPreferred: yesNo,
  band: chosen(bandChoices),
  distance: chosen(distanceChoices),
  locality: fc.constantFrom('inside', 'outside', null),
  home: fc.array(area, { maxLength: 8 }),
  placed: fc.array(area, { maxLength: 8 }),
  bespoke: fc
    .array(fc.tuple(word, fc.array(word, { maxLength: 3 })), { maxLength: 2 })
    .map((columns) => Object.fromEntries(columns)),
  compare,
  cuts: fc
    .tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }))
    .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b) + 1]),
});
