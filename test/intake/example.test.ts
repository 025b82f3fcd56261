import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { addTable } from '@/lib/ingest/add';
import { emptyPool } from '@/lib/ingest/remove';
import type { Loaded } from '@/lib/ingest/report';
import { openBytes } from '@/lib/intake/open';
import { emptyPoolDatabase, problems, rows } from '../ingest/support';

const folder = path.resolve('../shared/standard');

let db: Database;
beforeAll(async () => {
  db = await emptyPoolDatabase();
});
beforeEach(() => emptyPool(db));
afterAll(() => db.close());

async function add(name: string, bytes: Uint8Array): Promise<Loaded> {
  const [part, ...others] = openBytes(name, bytes);
  if (part?.kind !== 'table' || others.length > 0) throw new Error(JSON.stringify([part, ...others]).slice(0, 300));
  const result = await addTable(db, { ...part, authority: 'E06000066' });
  if (result.status !== 'loaded') throw new Error(result.status);
  return result;
}

describe.skipIf(!existsSync(folder))('the published examples', () => {
  const example = (name: string) => add(name, readFileSync(path.join(folder, 'examples', name)));

  it.each(['valid-placement', 'valid-neededby-symbolic', 'valid-other-options'])('%s breaks no rule', async (name) => {
    expect(await example(`${name}.jsonld`)).toMatchObject({ rowsIn: 1, loaded: 1, setAside: 0, unknown: [] });
    expect(await problems(db, 'violation')).toEqual([]);
    expect(await problems(db, 'warning')).toEqual([]);
  });

  it.each([
    ['invalid-bad-enum', 'violation', 'not understood'],
    ['invalid-cost-out-of-range', 'warning', 'cost out of range'],
    ['invalid-missing-required', 'violation', 'missing'],
    ['invalid-negative-cost', 'violation', 'negative cost'],
    ['invalid-other-missing-text', 'violation', 'other not explained'],
    ['invalid-postcode', 'violation', 'not understood'],
  ])('%s raises its %s: %s', async (name, severity, rule) => {
    const result = await example(`${name}.jsonld`);
    expect(result.rowsIn).toBe(1);
    const raised = [...(await problems(db, severity)), ...(await problems(db, 'set aside'))];
    expect(
      raised.filter((line) => line.includes(rule)),
      raised.join('\n'),
    ).not.toEqual([]);
  });
});

const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);

/** The template with rows written below its example, as inline text: what a form filled in by a program looks like. */
function filled(name: string, count: number): Uint8Array {
  const parts = unzipSync(readFileSync(path.join(folder, name)));
  const [table] = openBytes(name, readFileSync(path.join(folder, name)));
  if (table?.kind !== 'table') throw new Error('The template has no data sheet');
  const width = Math.max(...table.rows.slice(0, 4).map((row) => row.length));
  const example = table.rows.find((row) => row.includes('ABCD2012')) ?? [];
  const last = Math.max(...table.numbers);
  const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const lines = Array.from({ length: count }, (_, at) => {
    const number = last + 1 + at;
    const cells = Array.from({ length: width }, (_, column) => {
      const text = example[column] ?? '';
      const own = text === 'ABCD2012' ? `C${at}` : text === 'ABCD10293002' ? '1234567' : text;
      return `<c r="${letters(column)}${number}" t="inlineStr"><is><t xml:space="preserve">${inXml(own)}</t></is></c>`;
    });
    return `<row r="${number}">${cells.join('')}</row>`;
  });
  const sheet = Object.keys(parts).find(
    (one) =>
      one.startsWith('xl/worksheets/') &&
      strFromU8(parts[one] ?? new Uint8Array()).includes('</sheetData>') &&
      /sheet2\.xml$/.test(one),
  );
  if (!sheet) throw new Error('No sheet to fill');
  const xml = strFromU8(parts[sheet] ?? new Uint8Array());
  // Rows that stand empty below the example make room for ours.
  const room = xml.replace(/<row [^>]*?r="(\d+)"[^>]*?(?:\/>|>.*?<\/row>)/gs, (row, number: string) =>
    Number(number) > last ? '' : row,
  );
  parts[sheet] = strToU8(room.replace('</sheetData>', `${lines.join('')}</sheetData>`));
  return zipSync(parts);
}

describe.skipIf(!existsSync(folder))('the published templates, filled', () => {
  it.each([
    ['National-Placement-Standard-Excel-20260427.xlsx', 'April 2026'],
    ['National-Placement-Standard-Excel-20260624.xlsx', 'June 2026'],
  ])('%s loads exactly', async (name, template) => {
    const result = await add(name, filled(name, 20));
    expect(result).toMatchObject({ loaded: 20, template, unknown: [], proposals: [] });
    expect(await problems(db, 'violation')).toEqual([]);
    const found = await rows(
      db,
      `SELECT DISTINCT neededBy::VARCHAR AS n, referralDate::VARCHAR AS r, totalWeeklyCost AS c, livingCompanions::VARCHAR AS l,
        outOfLAReason::VARCHAR AS o, providerURN AS u FROM pool`,
    );
    expect(found).toEqual([
      {
        n: '< 5 days',
        r: '2024-02-12',
        c: 23000,
        l: 'Only with other younger children',
        o: 'Court order',
        u: '1234567',
      },
    ]);
    expect((await rows(db, 'SELECT childId AS c FROM pool ORDER BY sourceRow')).map((row) => row.c)).toEqual(
      Array.from({ length: 20 }, (_, at) => `C${at}`),
    );
    expect(
      await rows(
        db,
        "SELECT DISTINCT rule::VARCHAR AS r FROM problem WHERE severity = 'set aside' AND rule NOT IN ('example row', 'description row')",
      ),
    ).toEqual([]);
  });
});
