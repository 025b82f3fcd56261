import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import { orderSources } from '@/lib/ingest/settings';
import { emptyPool, makePool } from '@/lib/pool/change';
import { moved, readOverlaps } from '@/lib/pool/overlap';
import { restoreSources } from '@/lib/pool/settings';
import { readSources } from '@/lib/pool/sources';
import { loadFiles } from '@/lib/session/load';

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
  await makePool(database);
});
beforeEach(() => emptyPool(database));
afterAll(() => database.close());

const heading = 'child_ID,Date_entry_referral,cost_total_weekly';
const file = (name: string, ...rows: readonly string[]) => ({
  name,
  content: new Blob([[heading, ...rows].join('\n')]),
});
const one = file('Somerset first.csv', 'C1,2025-04-01,900', 'C2,2025-04-02,900');
const two = file('Somerset second.csv', 'C2,2025-04-02,950', 'C3,2025-04-03,900');
const three = file('Somerset third.csv', 'C3,2025-04-03,980');
const apart = file('Devon.csv', 'C1,2025-04-01,900');

async function told() {
  return (await readOverlaps(database)).map(({ files, overlaps }) => ({
    files: files.map(({ name }) => name),
    overlaps: overlaps.map(({ earlier, later, placements }) => `${later.name} over ${earlier.name}: ${placements}`),
  }));
}
const cost = async (child: string) => {
  const rows = await database.run({
    sql: "SELECT totalWeeklyCost AS cost FROM pool WHERE childId = ? AND la_code = 'E06000066'",
    parameters: [child],
  });
  return rows.map((row) => row.cost);
};

describe('files that overlap', () => {
  test('are none where no placement is in two files', async () => {
    await loadFiles(database, [one, apart]);
    expect(await readOverlaps(database)).toEqual([]);
  });

  test('are one group where a third file joins them, earliest first', async () => {
    await loadFiles(database, [one, two, three, apart]);
    expect(await told()).toEqual([
      {
        files: ['Somerset first.csv', 'Somerset second.csv', 'Somerset third.csv'],
        overlaps: ['Somerset second.csv over Somerset first.csv: 1', 'Somerset third.csv over Somerset second.csv: 1'],
      },
    ]);
  });

  test('moved a place give the other file’s rows, and back again', async () => {
    await loadFiles(database, [one, two]);
    const ids = (await readOverlaps(database)).flatMap(({ files }) => files.map(({ sourceId }) => sourceId));
    const later = moved(ids, 0, 1) ?? [];
    await orderSources(database, later);
    expect(await told()).toMatchObject([{ files: ['Somerset second.csv', 'Somerset first.csv'] }]);
    expect(await cost('C2')).toEqual([900]);
    await orderSources(database, moved(later, 1, -1) ?? []);
    expect(await cost('C2')).toEqual([950]);
  });

  test('move no further than the ends', () => {
    expect([moved([1, 2], 0, -1), moved([1, 2], 1, 1)]).toEqual([null, null]);
    expect(moved([1, 2, 3], 1, 1)).toEqual([1, 3, 2]);
  });

  test('keep the order the user gave when their files had to be read again', async () => {
    await loadFiles(database, [one, two]);
    const ids = (await readOverlaps(database)).flatMap(({ files }) => files.map(({ sourceId }) => sourceId));
    await orderSources(database, [...ids].reverse());
    const wanted = await readSources(database);
    await emptyPool(database);
    await loadFiles(database, [one, two]);
    await restoreSources(database, wanted);
    expect(await cost('C2')).toEqual([900]);
  });
});
