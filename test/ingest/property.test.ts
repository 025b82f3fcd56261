import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { addFile } from '@/lib/ingest/add';
import { UnreadableFile } from '@/lib/ingest/file/failure';
import { emptyPool } from '@/lib/ingest/remove';
import { type FieldName, poolFields, type StandardField } from '@/lib/standard/fields';
import { spellingsOf } from '@/lib/standard/spelling';
import { contents, emptyPoolDatabase, rows, utf8 } from './support';

let db: Database;
beforeAll(async () => {
  db = await emptyPoolDatabase();
});
afterAll(() => db.close());

const runs = Number(process.env.PROPERTY_RUNS ?? 40);
const patience = 600_000;
type Spelt = readonly [meaning: string, spelling: string];

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
const record = fc.record(
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

interface Style {
  readonly heading: number;
  readonly delimiter: string;
  readonly encoding: 'utf-8' | 'bom' | 'utf-16le' | 'windows-1252';
  readonly lineEnd: string;
}

const styles: fc.Arbitrary<Style> = fc.record({
  heading: fc.nat(10),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  encoding: fc.constantFrom('utf-8' as const, 'bom' as const, 'utf-16le' as const, 'windows-1252' as const),
  lineEnd: fc.constantFrom('\n', '\r\n'),
});

function encode(text: string, { encoding }: Style): Uint8Array {
  if (encoding === 'utf-8') return utf8(text);
  if (encoding === 'bom') return utf8(`\ufeff${text}`);
  if (encoding === 'windows-1252')
    return Uint8Array.from(text, (letter) => (letter.charCodeAt(0) < 256 ? letter.charCodeAt(0) : 63));
  const units = Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

function write(records: readonly Record<FieldName, Spelt>[], style: Style, side: 0 | 1): Uint8Array {
  const named = poolFields.map((field) => {
    const headings = [field.name, field.template ?? field.name, field.json ?? field.name, ...field.headings].filter(
      (one) => !/sector/.test(one),
    );
    return side === 0 ? field.name : (headings[style.heading % headings.length] ?? field.name);
  });
  const cell = (text: string) => (/["\r\n,;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = records.map((one) =>
    poolFields.map((field) => {
      // What a Windows-1252 file cannot say, it says in a way it can.
      const [meaning, spelt] = one[field.name];
      const sayable =
        style.encoding === 'windows-1252' && [...spelt].some((letter) => letter > '\u00ff') ? meaning : spelt;
      return cell(side === 0 ? meaning : sayable);
    }),
  );
  const text = [named.map(cell), ...lines].map((line) => line.join(style.delimiter)).join(style.lineEnd);
  return encode(text, style);
}

describe('any way of writing a pool', () => {
  it(
    'loads to the same table',
    async () => {
      const plain: Style = { heading: 0, delimiter: ',', encoding: 'utf-8', lineEnd: '\n' };
      await fc.assert(
        fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 6 }), styles, async (records, style) => {
          await emptyPool(db);
          await addFile(db, { name: 'clean.csv', content: write(records, plain, 0) });
          const truth = await contents(db);
          expect(truth).toHaveLength(records.length);
          await emptyPool(db);
          const result = await addFile(db, { name: 'spelt.csv', content: write(records, style, 1) });
          expect(result).toMatchObject({ status: 'loaded', loaded: records.length, setAside: 0 });
          expect(await contents(db)).toEqual(truth);
          expect(
            await rows(db, "SELECT field::VARCHAR AS f, value FROM problem WHERE rule = 'not understood'"),
          ).toEqual([]);
        }),
        { numRuns: runs },
      );
    },
    patience,
  );
});

/** Bytes likely to reach every part of the reader: headings, separators, quotes, odd letters, then noise. */
const scraps = fc.array(
  fc.oneof(
    fc.constantFrom(
      'child_ID',
      'dol',
      'pets',
      'la',
      ',',
      ',',
      ';',
      '\t',
      '|',
      '\n',
      '\n',
      '\r\n',
      '\r',
      '"',
      '""',
      'Yes',
      'C1',
      'Somerset',
      ' ',
      '=',
      "'",
      '\u00a0',
      '£',
      '\u0000',
      '\ufeff',
      'ABCD2012',
      'Total',
    ),
    fc.string({ maxLength: 6 }),
  ),
  { maxLength: 60 },
);

const bytes = fc.oneof(
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  { weight: 3, arbitrary: scraps.map((parts) => utf8(parts.join(''))) },
  { weight: 3, arbitrary: scraps.map((parts) => utf8(`child_ID,dol,note\n${parts.join('')}`)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(scraps, fc.uint8Array({ maxLength: 20 }))
      .map(([parts, noise]) => Uint8Array.from([...utf8(`child_ID,dol\n${parts.join('')}`), ...noise])),
  },
);

describe('arbitrary bytes', () => {
  it(
    'end in an error or a report, with every row accounted for',
    async () => {
      await emptyPool(db);
      await fc.assert(
        fc.asyncProperty(bytes, async (content) => {
          const count = async () => Number((await rows(db, 'SELECT count(*) AS n FROM pool'))[0]?.n);
          const before = await count();
          try {
            const result = await addFile(db, { name: 'Somerset.csv', content });
            if (result.status !== 'loaded') return expect(await count()).toBe(before);
            expect(result.rowsIn).toBe(result.loaded + result.setAside);
            expect(await count()).toBe(before + result.loaded);
            const aside = await rows(
              db,
              `SELECT count(*) AS n FROM problem WHERE sourceId = ${result.sourceId} AND severity = 'set aside'`,
            );
            expect(Number(aside[0]?.n)).toBe(result.setAside);
          } catch (error) {
            if (!(error instanceof UnreadableFile)) throw error;
            expect(await count()).toBe(before);
          }
        }),
        { numRuns: runs * 5 },
      );
    },
    patience,
  );
});
