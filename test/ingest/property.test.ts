import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { addFile } from '@/lib/ingest/add';
import { UnreadableFile } from '@/lib/ingest/file/failure';
import { emptyPool } from '@/lib/ingest/remove';
import { loadFiles } from '@/lib/session/load';
import { type FieldName, poolFields } from '@/lib/standard/fields';
import { odsOf, xlsxOf } from '../support/sheet-file';
import { type Spelt, speltRecord } from '../support/spelt';
import { contents, emptyPoolDatabase, rows, utf8 } from './support';

let db: Database;
beforeAll(async () => {
  db = await emptyPoolDatabase();
});
afterAll(() => db.close());

const runs = Number(process.env.PROPERTY_RUNS ?? 40);
const patience = 600_000;

const containers = ['delimited', 'xlsx, shared', 'xlsx, inline', 'ods', 'json'] as const;

interface Style {
  readonly container: (typeof containers)[number];
  readonly heading: number;
  readonly delimiter: string;
  readonly encoding: 'utf-8' | 'bom' | 'utf-16le' | 'windows-1252';
  readonly lineEnd: string;
}

const styles: fc.Arbitrary<Style> = fc.record({
  // As often delimited text as all the others together.
  container: fc.oneof(fc.constant('delimited' as const), fc.constantFrom(...containers.slice(1))),
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

/** Headings and cells: side 0 says what is meant, in the standard's names; side 1 as `style` writes it. */
function table(
  records: readonly Record<FieldName, Spelt>[],
  style: Style,
  side: 0 | 1,
): readonly (readonly string[])[] {
  const headings = poolFields.map((field) => {
    if (side === 0) return field.name;
    // A record's properties have names, not labels.
    if (style.container === 'json') return style.heading % 2 === 0 ? field.name : (field.json ?? field.name);
    const all = [field.name, field.template ?? field.name, field.json ?? field.name, ...field.headings];
    const known = all.filter((one) => !/sector/.test(one));
    return known[style.heading % known.length] ?? field.name;
  });
  const latin = style.container === 'delimited' && style.encoding === 'windows-1252';
  const lines = records.map((one) =>
    poolFields.map((field) => {
      const [meaning, spelt] = one[field.name];
      // What a Windows-1252 file cannot say, it says in a way it can.
      return side === 0 || (latin && [...spelt].some((letter) => letter > '\u00ff')) ? meaning : spelt;
    }),
  );
  return [headings, ...lines];
}

function write(lines: readonly (readonly string[])[], style: Style): Uint8Array {
  const [headings = [], ...rows] = lines;
  switch (style.container) {
    case 'xlsx, shared':
      return xlsxOf(lines, { text: 'shared', guidance: true });
    case 'xlsx, inline':
      return xlsxOf(lines, { text: 'inline', formulas: true });
    case 'ods':
      return odsOf(lines);
    case 'json':
      return utf8(JSON.stringify(rows.map((row) => Object.fromEntries(headings.map((name, at) => [name, row[at]])))));
    case 'delimited': {
      const cell = (text: string) => (/["\r\n,;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
      const text = lines.map((line) => line.map(cell).join(style.delimiter)).join(style.lineEnd);
      return encode(text, style);
    }
  }
}

describe('any way of writing a pool', () => {
  it(
    'loads to the same table',
    async () => {
      const plain: Style = { container: 'delimited', heading: 0, delimiter: ',', encoding: 'utf-8', lineEnd: '\n' };
      await fc.assert(
        fc.asyncProperty(fc.array(speltRecord, { minLength: 1, maxLength: 6 }), styles, async (records, style) => {
          await emptyPool(db);
          await addFile(db, { name: 'clean.csv', content: write(table(records, plain, 0), plain) });
          const truth = await contents(db);
          expect(truth).toHaveLength(records.length);
          await emptyPool(db);
          const content = new Blob([new Uint8Array(write(table(records, style, 1), style))]);
          const results = await loadFiles(db, [{ name: 'spelt', content }]);
          expect(results).toMatchObject([{ status: 'loaded', loaded: records.length, setAside: 0 }]);
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
