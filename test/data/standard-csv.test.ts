import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateNationalRows } from '@/data/generate/national';
import { generateRows } from '@/data/generate/rows';
import { standardColumns, standardCsv, writeStandardCsv } from '@/data/generate/standard-csv';
import { parse } from './read-return';

test('a standard file has one line a row and the standard’s own names', () => {
  const text = [...standardCsv(generateRows({ rows: 5001, seed: 4 }))].join('');
  const [header, ...rows] = parse(text, ',');
  expect(header).toEqual(standardColumns);
  expect(rows.length).toBe(5001);
  expect(rows.every((cells) => cells.length === standardColumns.length)).toBe(true);
});

test('a national pool has 150 authorities, and the file on disk is the file in pieces', () => {
  const folder = mkdtempSync(join(tmpdir(), 'standard-'));
  try {
    const path = join(folder, 'national.csv');
    const bytes = writeStandardCsv(generateNationalRows({ rows: 3000, seed: 4 }), path);
    const written = readFileSync(path, 'utf8');
    expect(Buffer.byteLength(written)).toBe(bytes);
    expect(written).toBe([...standardCsv(generateNationalRows({ rows: 3000, seed: 4 }))].join(''));
    const rows = parse(written, ',').slice(1);
    expect(new Set(rows.map(([code]) => code)).size).toBe(150);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('different seeds give different pools', () => {
  const first = (seed: number) => [...standardCsv(generateRows({ rows: 50, seed }))].join('');
  expect(first(1)).not.toBe(first(2));
});
