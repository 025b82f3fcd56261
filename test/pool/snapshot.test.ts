import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import { addFile } from '@/lib/ingest/add';
import { emptyPool, makePool } from '@/lib/pool/change';
import { writeSnapshot } from '@/lib/pool/snapshot';
import { appendSnapshot, SnapshotUnreadable } from '@/lib/pool/snapshot-read';
import { everything, file, nasty } from './nasty';

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
    expect(await appendSnapshot(second, bytes)).toMatchObject({ name: 'Our pool', synthetic: false });
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
    await expect(appendSnapshot(second, new TextEncoder().encode('childId\n1\n'))).rejects.toThrow(SnapshotUnreadable);
  });
});
