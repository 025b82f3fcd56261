import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { addFile } from '@/lib/ingest/add';
import { emptyPool } from '@/lib/ingest/remove';
import { emptyPoolDatabase, problems, utf8, value } from './support';

const folder = path.resolve('../shared/standard');

function plainText(text: string): string {
  const names: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => names[name] ?? '');
}

const column = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The first rows of a template's second sheet, as text cells: enough of a reader for this test. */
function dataSheet(name: string): string[][] {
  const parts = unzipSync(readFileSync(path.join(folder, name)));
  const part = (file: string) => strFromU8(parts[file] ?? new Uint8Array(0));
  const plain = (xml: string) =>
    plainText([...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map((one) => one[1]).join(''));
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map((one) => plain(one[1] ?? ''));
  const rows = [...part('xl/worksheets/sheet2.xml').matchAll(/<row [^>]*?r="(\d+)"[^>]*>(.*?)<\/row>/gs)].slice(0, 8);
  return rows.map(([, , xml = '']) => {
    const cells: string[] = [];
    for (const [, attributes = '', body = ''] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const at = column(/r="([A-Z]+)/.exec(attributes)?.[1] ?? 'A');
      const raw = /<v>([^<]*)<\/v>/.exec(body)?.[1];
      while (cells.length < at) cells.push('');
      cells[at] =
        raw === undefined ? plain(body) : /t="s"/.test(attributes) ? (strings[Number(raw)] ?? '') : plainText(raw);
    }
    return cells;
  });
}

const csv = (rows: readonly (readonly string[])[], width: number) =>
  rows
    .map((row) => Array.from({ length: width }, (_, at) => `"${(row[at] ?? '').replaceAll('"', '""')}"`).join(','))
    .join('\r\n');

const templates = [
  ['National-Placement-Standard-Excel-20260427.xlsx', 'April 2026', 45],
  ['National-Placement-Standard-Excel-20260624.xlsx', 'June 2026', 44],
] as const;

describe.skipIf(!existsSync(folder))('the published templates, saved as CSV', () => {
  let db: Database;
  beforeAll(async () => {
    db = await emptyPoolDatabase();
  });
  beforeEach(() => emptyPool(db));
  afterAll(() => db.close());

  it.each(templates)('%s: every heading is known and the example is never counted', async (name, version, width) => {
    const rows = dataSheet(name).filter((row) => row.some((cell) => cell !== ''));
    const example = rows[3] ?? [];
    const filled = example.map((cell) => (cell === 'ABCD2012' ? 'C1' : cell === 'ABCD10293002' ? '1234567' : cell));
    const content = utf8(csv([...rows.slice(0, 4), filled], width));
    const result = await addFile(db, { name: 'Somerset.csv', content });
    if (result.status !== 'loaded') throw new Error(result.status);
    expect(result).toMatchObject({ rowsIn: 3, loaded: 1, setAside: 2, unknown: [], proposals: [], headerRow: 2 });
    expect([result.vocabulary, result.template, result.educationPolarity]).toEqual(['template', version, 'disrupted']);
    expect(result.mapping.filter((one) => one.field === null).map((one) => one.officer)).toEqual([true, true, true]);
    expect((await problems(db, 'set aside')).map((line) => line.split(' | ').at(-1))).toEqual([
      'description row',
      'example row',
    ]);
    expect(await problems(db, 'violation')).toEqual([]);
    expect([await value(db, 'neededBy'), await value(db, 'referralDate'), await value(db, 'totalWeeklyCost')]).toEqual([
      '< 5 days',
      '2024-02-12',
      '23000.0',
    ]);
    expect([await value(db, 'livingCompanions'), await value(db, 'outOfLAReason')]).toEqual([
      'Only with other younger children',
      'Court order',
    ]);
  });

  it.each(templates)('%s: with no heading row, the descriptions serve', async (name, _, width) => {
    const rows = dataSheet(name).filter((row) => row.some((cell) => cell !== ''));
    const filled = (rows[3] ?? []).map((cell) => (cell === 'ABCD2012' ? 'C1' : cell === 'ABCD10293002' ? '1' : cell));
    const result = await addFile(db, { name: 'Somerset.csv', content: utf8(csv([rows[2] ?? [], filled], width)) });
    expect(result).toMatchObject({ status: 'loaded', loaded: 1 });
    expect(result.status === 'loaded' && result.unknown).toEqual([]);
  });
});
