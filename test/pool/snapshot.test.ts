import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import { addFile } from '@/lib/ingest/add';
import { emptyPool, makePool } from '@/lib/pool/change';
import { writeSnapshot } from '@/lib/pool/snapshot';
import { appendSnapshot, readSnapshot, SnapshotUnreadable } from '@/lib/pool/snapshot-read';

const nasty = ['a "quoted" note', 'a,b;c', 'line one\nline two', '\\N', '', '{x=y}', "it's", '  ', 'null', 'ünïcödé £'];

function field(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

const file = [
  'la_code,childId,referralDate,placementDate,neededBy,placementType,totalWeeklyCost,"my, note",other note',
  ...nasty.map(
    (text, index) =>
      `E06000066,00${index},2025-04-0${(index % 9) + 1},2025-05-01,Today,Foster,${800 + index},${field(text)},${field(nasty[(index + 3) % nasty.length] ?? '')}`,
  ),
  'E06000066,x,2025-04-31,,sometimes,,nonsense,,',
].join('\n');

async function everything(database: Database): Promise<unknown> {
  const rows = async (sql: string) => database.run({ sql, parameters: [] });
  return {
    pool: await rows(
      'SELECT * EXCLUDE (bespoke) REPLACE (referralDate::VARCHAR AS referralDate, placementDate::VARCHAR AS placementDate, costDate::VARCHAR AS costDate), bespoke::VARCHAR AS bespoke FROM pool ORDER BY rowId',
    ),
    source: await rows(
      'SELECT * REPLACE (quarterFrom::VARCHAR AS quarterFrom, quarterTo::VARCHAR AS quarterTo) FROM source ORDER BY sourceId',
    ),
    problem: await rows('SELECT * FROM problem ORDER BY ALL'),
  };
}

describe('a saved pool', () => {
  let first: Database;
  let second: Database;
  beforeAll(async () => {
    [first, second] = await Promise.all([openNodeDatabase(), openNodeDatabase()]);
    await makePool(first);
    await makePool(second);
    await addFile(first, { name: 'notes.csv', content: new TextEncoder().encode(file) });
  });
  afterAll(() => Promise.all([first.close(), second.close()]));

  test('opens again with every row, bespoke text, source and problem as it was', async () => {
    const bytes = await writeSnapshot(first, { name: 'Our pool', synthetic: false });
    expect(await readSnapshot(second, bytes)).toEqual({ name: 'Our pool', synthetic: false });
    expect(await everything(second)).toEqual(await everything(first));
    const [count] = await second.run({ sql: 'SELECT count(*) AS n FROM pool', parameters: [] });
    expect(count?.n).toBe(nasty.length + 1);
  });

  test('joins a pool that holds other files, whole, with ids of its own', async () => {
    const bytes = await writeSnapshot(first, { name: 'Our pool', synthetic: false });
    await emptyPool(second);
    const other = 'la_code,childId,referralDate,my note\nE06000066,9,2025-01-01,kept\n';
    await addFile(second, { name: 'other.csv', content: new TextEncoder().encode(other) });
    const added = await appendSnapshot(second, bytes);
    expect(added).toEqual({ name: 'Our pool', synthetic: false, sourceIds: [2], rows: nasty.length + 1 });
    const [count] = await second.run({
      sql: `SELECT count(*) AS n, count(DISTINCT rowId) AS ids, count(*) FILTER (bespoke IS NOT NULL) AS bespoke FROM pool`,
      parameters: [],
    });
    expect(count).toMatchObject({ n: nasty.length + 2, ids: nasty.length + 2 });
    const own = (where: string) =>
      `SELECT bespoke::VARCHAR AS bespoke, childId, totalWeeklyCost FROM pool WHERE ${where} ORDER BY sourceRow`;
    expect(await second.run({ sql: own('sourceId = 2'), parameters: [] })).toEqual(
      await first.run({ sql: own('true'), parameters: [] }),
    );
    await expect(appendSnapshot(second, bytes)).rejects.toThrow(/notes\.csv/);
    const [again] = await second.run({ sql: 'SELECT count(*) AS n FROM pool', parameters: [] });
    expect(again?.n).toBe(nasty.length + 2);
  });

  test('that is something else is refused in words', async () => {
    await expect(readSnapshot(second, new TextEncoder().encode('childId\n1\n'))).rejects.toThrow(SnapshotUnreadable);
  });
});
