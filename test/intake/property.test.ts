/**
 * Whatever bytes arrive, through the door every file comes by: an error or a report, and every row accounted for. The suite
 * draws two hundred; ten thousand take long, and are drawn by
 * `PROPERTY_RUNS=2000 npx vitest run --config test/vitest.config.ts --root . --project unit test/intake/property.test.ts`.
 */

import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { cleanText } from '@/lib/ingest/cell/text';
import { emptyPool } from '@/lib/ingest/remove';
import { openBytes } from '@/lib/intake/open';
import { loadFiles } from '@/lib/session/load';
import { emptyPoolDatabase, rows, utf8 } from '../ingest/support';
import { odsOf, xlsxOf } from '../support/sheet-file';
import { delimited, grid } from '../support/truth';
import { zip } from '../workbook/fixture';

let db: Database;
beforeAll(async () => {
  db = await emptyPoolDatabase();
});
afterAll(() => db.close());

const cases = Number(process.env.PROPERTY_RUNS ?? 40) * 5;
const patience = 7_200_000;

const clean = grid();
const lines = [clean.headings, ...clean.rows];
const text = delimited(lines);
const json = JSON.stringify({
  '@graph': clean.rows.map((row) => Object.fromEntries(clean.fields.map((name, at) => [name, row[at]]))),
});
const xlsx = xlsxOf(lines, { text: 'shared', merged: ['A1:C1', 'B2:B4'], guidance: true });
const ods = odsOf(lines);
const valid: readonly Uint8Array[] = [
  utf8(text),
  utf8(json),
  xlsx,
  xlsxOf(lines, { text: 'inline', formulas: true, hiddenRows: [2] }),
  ods,
  zip({ 'a.csv': utf8(text), 'b/c.xlsx': xlsx, 'd.json': utf8(json) }),
];

/** Anywhere alike: without this most changes would strike the first heading. */
const place = fc.noBias(fc.nat(999_999)).map((part) => part / 1_000_000);

/** Bytes changed, taken out, doubled, or cut off. */
const byteChange = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), at: place, value: fc.nat(255) }),
  fc.record({
    kind: fc.constantFrom('drop' as const, 'double' as const, 'cut' as const),
    at: place,
    value: fc.nat(200),
  }),
);

function changed(bytes: Uint8Array, changes: readonly { kind: string; at: number; value: number }[]): Uint8Array {
  return changes.reduce((before, { kind, at, value }) => {
    const from = Math.floor(at * before.length);
    if (kind === 'set') return before.map((byte, index) => (index === from ? value : byte));
    const end = Math.min(before.length, from + value);
    if (kind === 'cut') return before.slice(0, from);
    const middle = kind === 'double' ? [...before.slice(from, end), ...before.slice(from, end)] : [];
    return Uint8Array.from([...before.slice(0, from), ...middle, ...before.slice(end)]);
  }, bytes);
}

/** What reaches past an archive's checksums: its markup changed before it is packed. */
const markup = [
  '<',
  '>',
  '"',
  '&',
  '&#0;',
  '&amp;',
  '</c>',
  '<row r="1">',
  '<c r="A1">',
  ' r="ZZZ99999999"',
  ' t="s"',
  '<v>-1</v>',
  '<v>1e309</v>',
  ' table:number-rows-repeated="99999999"',
  ' table:number-columns-repeated="99999999"',
  '\u0000',
  '{',
  '}',
  '[',
  ',',
  '\n',
  "'",
  '\ufeff',
];
const textChange = fc.record({
  at: place,
  drop: fc.nat(40),
  put: fc.oneof(fc.constantFrom(...markup), fc.string({ maxLength: 8 })),
});

function spliced(source: string, changes: readonly { at: number; drop: number; put: string }[]): string {
  return changes.reduce((before, { at, drop, put }) => {
    const from = Math.floor(at * before.length);
    return before.slice(0, from) + put + before.slice(from + drop);
  }, source);
}

const inside = (archive: Uint8Array, part: string) => {
  const files = unzipSync(archive);
  return fc
    .array(textChange, { minLength: 1, maxLength: 4 })
    .map((changes) =>
      zipSync({ ...files, [part]: strToU8(spliced(strFromU8(files[part] ?? new Uint8Array()), changes)) }),
    );
};

const bytes = fc.oneof(
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('PK\u0003\u0004', '{"', '[', '<', '\ufeff{', 'sep=;\n'),
        fc.string({ maxLength: 200, unit: 'binary' }),
      )
      .map(([head, tail]) => utf8(head + tail)),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(...valid), fc.array(byteChange, { minLength: 1, maxLength: 5 }))
      .map(([base, changes]) => changed(base, changes)),
  },
  {
    weight: 2,
    arbitrary: fc.array(textChange, { minLength: 1, maxLength: 4 }).map((changes) => utf8(spliced(text, changes))),
  },
  {
    weight: 2,
    arbitrary: fc.array(textChange, { minLength: 1, maxLength: 4 }).map((changes) => utf8(spliced(json, changes))),
  },
  { weight: 2, arbitrary: inside(xlsx, 'xl/worksheets/sheet2.xml') },
  { weight: 1, arbitrary: inside(xlsx, 'xl/sharedStrings.xml') },
  { weight: 1, arbitrary: inside(xlsx, 'xl/workbook.xml') },
  { weight: 2, arbitrary: inside(ods, 'content.xml') },
);

const filled = (cells: readonly string[]) => cells.some((cell) => cleanText(cell) !== '');

describe('arbitrary bytes, by the door every file comes through', () => {
  it(
    'end in an error or a report, with every row accounted for',
    async () => {
      const ends = { loaded: 0, asked: 0, refused: 0 };
      await fc.assert(
        fc.asyncProperty(bytes, async (content) => {
          const parts = openBytes('Somerset.csv', content);
          if (parts.every(({ kind }) => kind === 'refused')) {
            for (const part of parts) expect(part).toMatchObject({ message: /\S/, advice: /\S/ });
            ends.refused += 1;
            return;
          }
          await emptyPool(db);
          const results = await loadFiles(db, [{ name: 'Somerset.csv', content: new Blob([new Uint8Array(content)]) }]);
          expect(results).toHaveLength(parts.length);
          let loaded = 0;
          for (const [at, result] of results.entries()) {
            const part = parts[at];
            if (result.status === 'refused') expect(result.message).toMatch(/\S/);
            ends[result.status === 'loaded' ? 'loaded' : result.status === 'needs authority' ? 'asked' : 'refused'] +=
              1;
            if (result.status !== 'loaded') continue;
            loaded += result.loaded;
            expect(result.rowsIn).toBe(result.loaded + result.setAside);
            // Every row of a sheet below its headings that says anything.
            if (part?.kind === 'table')
              expect(result.rowsIn).toBe(
                part.rows.slice(part.numbers.indexOf(result.headerRow) + 1).filter(filled).length,
              );
          }
          const [held] = await rows(
            db,
            `SELECT (SELECT count(*) FROM pool) AS pool, (SELECT coalesce(sum(loaded), 0) FROM source) AS loaded,
            (SELECT coalesce(sum(setAside), 0) FROM source) AS aside, (SELECT count(*) FROM problem WHERE severity = 'set aside') AS told`,
          );
          expect(Number(held?.pool)).toBe(Number(held?.loaded));
          expect(Number(held?.told)).toBe(Number(held?.aside));
          expect(Number(held?.pool)).toBeLessThanOrEqual(loaded);
        }),
        { numRuns: cases },
      );
      // A test in which nothing loads, or nothing is refused, tests less than it says.
      expect(Math.min(ends.loaded, ends.refused)).toBeGreaterThan(cases / 20);
    },
    patience,
  );
});
