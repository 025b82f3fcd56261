/** Placements in random spellings: what each cell means in the standard's own words, and what somebody wrote for it. */
import fc from 'fast-check';
import { type FieldName, poolFields, type StandardField } from '@/lib/standard/fields';
import { spellingsOf } from '@/lib/standard/spelling';

export type Spelt = readonly [meaning: string, spelling: string];

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (number: number) => String(number).padStart(2, '0');

/** A day of 2000 to 2040 in a style anyone uses. */
const dates: fc.Arbitrary<Spelt> = fc
  .tuple(fc.integer({ min: 36526, max: 51500 }), fc.nat(6))
  .map(([serial, style]) => {
    const day = new Date(Date.UTC(1899, 11, 30 + serial));
    const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
    const styles = [
      `${y}-${two(m)}-${two(d)}`,
      `${y}-${two(m)}-${two(d)}T00:00:00`,
      `${two(d)}/${two(m)}/${y}`,
      `${d}-${m}-${two(y % 100)}`,
      `${d} ${months[m - 1]} ${y}`,
      String(serial),
      `${serial}.0`,
    ];
    return [styles[0] ?? '', styles[style] ?? ''];
  });

const money: fc.Arbitrary<Spelt> = fc.tuple(fc.nat(9_999_99), fc.nat(4)).map(([pence, style]) => {
  const pounds = pence / 100;
  const grouped = pounds.toLocaleString('en-GB', { minimumFractionDigits: 2 });
  return [
    pounds.toFixed(2),
    [pounds.toFixed(2), `£${grouped}`, `${grouped} pw`, `£ ${pounds}`, String(pounds)][style] ?? '',
  ];
});

const words = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9 ,;'"é£-]{0,12}[A-Za-z0-9]$/)
  .filter((text) => !/^(total|note|source|prepared|end|count|official|na|unknown|none|tbc)/i.test(text));

function spelling(field: StandardField): fc.Arbitrary<Spelt> {
  const options = field.options ?? [];
  const same = (texts: readonly string[]) => fc.constantFrom(...texts).map((text): Spelt => [text, text]);
  switch (field.type) {
    case 'category':
      return fc.constantFrom(...options.flatMap((one) => spellingsOf(one).map((text): Spelt => [one.value, text])));
    case 'many':
      return fc
        .tuple(fc.subarray([...options], { minLength: 1 }), fc.constantFrom(';', ', ', '|', '\n'))
        .map(
          ([chosen, mark]): Spelt => [
            chosen.map((one) => one.value).join(';'),
            chosen.map((one) => spellingsOf(one).at(-1)).join(mark),
          ],
        );
    case 'boolean':
      return fc.constantFrom<Spelt>(
        ['Yes', 'Y'],
        ['Yes', 'TRUE'],
        ['Yes', '1'],
        ['No', 'no'],
        ['No', 'false'],
        ['No', '0'],
      );
    case 'integer':
      return fc.constantFrom<Spelt>(
        ['0', '0'],
        ['3', '3.0'],
        ...(field.name === 'siblingCount' ? [['NA', 'N/A'] as const] : []),
      );
    case 'money':
      return money;
    case 'miles':
      return same(['12.4', '0', '120']);
    case 'date':
      return dates;
    case 'outward':
      return fc.constantFrom<Spelt>(['TA3', 'ta3'], ['BS14', 'BS14 9AB'], ['EX4', 'EX4 1']);
    case 'home':
      return fc.constantFrom<Spelt>(['BS14', 'bs14'], ['TA3 1', 'TA3 1AB'], ['Confidential', 'Confidential']);
    case 'urn':
      return fc.constantFrom<Spelt>(
        ['1234567', '1234567'],
        ['Unregistered', 'not registered'],
        ['SC123456', 'sc123456'],
      );
    case 'authority':
      return fc.constantFrom<Spelt>(
        ['E06000066', '933'],
        ['E06000066', 'Somerset Council'],
        ['E06000023', 'Bristol, City of'],
      );
    default:
      return words.map((text): Spelt => [text, text]);
  }
}

const blank: Spelt = ['', ''];
export const speltRecord = fc.record(
  Object.fromEntries(
    poolFields.map((field) => {
      const always = field.name === 'childId' || field.name === 'la_code';
      return [
        field.name,
        always
          ? spelling(field)
          : fc.oneof({ weight: 1, arbitrary: fc.constant(blank) }, { weight: 3, arbitrary: spelling(field) }),
      ];
    }),
  ) as Record<FieldName, fc.Arbitrary<Spelt>>,
);
