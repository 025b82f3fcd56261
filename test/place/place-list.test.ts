import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import { listPlaces } from '@/lib/place/place-list';
import { makePlacePool, type PoolRow } from './pool';

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
});
afterAll(() => database.close());

/** A pool of one file, with what the reading of it refused. */
async function listed(rows: readonly PoolRow[], refused: readonly string[] = []) {
  await makePlacePool(database, rows);
  await database.execute(
    `ALTER TABLE pool ADD COLUMN sourceId INTEGER DEFAULT 1; ALTER TABLE pool ADD COLUMN sourceRow INTEGER;
    UPDATE pool SET sourceRow = rowId + 1;
    CREATE OR REPLACE TABLE source AS SELECT 1 AS sourceId, 'somerset.csv' AS name;
    CREATE OR REPLACE TABLE problem (sourceId INTEGER, sourceRow INTEGER, field VARCHAR, value VARCHAR, rule VARCHAR, advice VARCHAR)`,
  );
  for (const value of refused)
    await database.run({
      sql: `INSERT INTO problem VALUES (1, 9, 'placementLocation', ?, 'Not a place', 'Give the district.')`,
      parameters: [value],
    });
  return listPlaces(database);
}

describe('places to check', () => {
  const cases: readonly (readonly [string, PoolRow, string, RegExp])[] = [
    ['a sector without its space', { home: 'GL71', placement: 'SN1' }, 'homeLocation', /written alike/],
    ['a district nobody lives in any more', { home: 'SN1', placement: 'TA99' }, 'placementLocation', /not in use/],
    ['a PO box', { home: 'SN1', placement: 'BS99' }, 'placementLocation', /PO box/],
    ['Northern Ireland', { home: 'SN1', placement: 'BT1' }, 'placementLocation', /outside Great Britain/],
    ['no fixed abode', { home: 'NFA', placement: 'SN1' }, 'homeLocation', /No fixed abode/],
    ['a confidential home', { home: 'CON', placement: 'SN1' }, 'homeLocation', /confidential/],
    ['unknown', { home: 'unknown', placement: 'SN1' }, 'homeLocation', /not known/],
    ['words', { home: 'by the river', placement: 'SN1' }, 'homeLocation', /cannot be read/],
    ['more than 500 miles', { home: 'TR19', placement: 'KW17' }, 'distance', /More than 500 miles/],
  ];

  test.each(cases)('%s is listed with where it stands, why and what to do', async (_, row, field, reason) => {
    const { rows, total } = await listed([{ home: 'TA1', placement: 'EX1' }, row]);
    expect(total).toBe(1);
    expect(rows).toEqual([
      {
        file: 'somerset.csv',
        row: 3,
        field,
        value: expect.stringMatching(/\S/),
        reason: expect.stringMatching(reason),
        advice: expect.stringMatching(/\w{4}/),
      },
    ]);
  });

  test('plain places are not: England, Scotland, Wales, and home and placement in one district', async () => {
    const { rows, total } = await listed([
      { home: 'TA1', placement: 'TA1' },
      { home: 'CF10', placement: 'EH1' },
      { home: null, placement: 'TA1' },
      { home: 'TA1 1AA', placement: null, placed: false },
    ]);
    expect([rows, total]).toEqual([[], 0]);
  });

  test('what the reading of a file refused is listed as it was said', async () => {
    const { rows } = await listed([{ home: 'TA1', placement: null }], ['the old mill']);
    expect(rows).toEqual([
      {
        file: 'somerset.csv',
        row: 9,
        field: 'placementLocation',
        value: 'the old mill',
        reason: 'Not a place',
        advice: 'Give the district.',
      },
    ]);
  });

  test('a mistake made on every row is counted in full and listed as far as a reader would go', async () => {
    const { rows, total } = await listed(Array.from({ length: 2300 }, () => ({ home: 'TA99', placement: 'EX1' })));
    expect(total).toBe(2300);
    expect(rows).toHaveLength(2000);
  });
});
