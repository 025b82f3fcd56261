import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type District,
  readDistricts,
  readSectors,
  type Sector,
  writeDistricts,
  writeSectors,
} from '@/lib/place/format';

const position = { easting: fc.integer({ min: 0, max: 700_000 }), northing: fc.integer({ min: 0, max: 1_300_000 }) };
const share = fc.record({
  code: fc.constantFrom('', 'E06000066', 'E10000008', 'W06000001', 'S12000033'),
  share: fc.integer({ min: 1, max: 1000 }).map((permille) => permille / 1000),
});
const district: fc.Arbitrary<District> = fc.record({
  code: fc.stringMatching(/^[A-Z]{1,2}[0-9][0-9A-Z]?$/),
  ...position,
  radius: fc.integer({ min: 0, max: 5000 }).map((tens) => tens * 10),
  authorities: fc.array(share, { minLength: 1, maxLength: 4 }),
  boxes: fc.boolean(),
});
const districts = fc.uniqueArray(district, { selector: (one) => one.code, maxLength: 20 });

test('districts come back as they were written', () => {
  fc.assert(
    fc.property(districts, (list) => {
      expect(readDistricts(writeDistricts(list))).toEqual(list);
    }),
  );
});

test('sectors come back as they were written, in the order of the districts', () => {
  const shape = fc.record({ digit: fc.integer({ min: 0, max: 9 }), ...position, authority: share });
  const sectorsOf = (list: District[]): fc.Arbitrary<Sector[]> =>
    fc.tuple(...list.map(() => fc.uniqueArray(shape, { selector: (one) => one.digit, maxLength: 5 }))).map((groups) =>
      groups.flatMap((group, index) =>
        group.map(({ digit, ...rest }) => {
          const code = list[index]?.code ?? '';
          return { code: `${code} ${digit}`, district: code, ...rest };
        }),
      ),
    );
  const both = districts.chain((list) => sectorsOf(list).map((sectors) => ({ list, sectors })));
  fc.assert(
    fc.property(both, ({ list, sectors }) => {
      expect(readSectors(writeSectors(sectors, list), list)).toEqual(sectors);
    }),
  );
});
