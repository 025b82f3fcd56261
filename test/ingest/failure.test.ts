import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, DatabaseOutOfMemory } from '@/lib/database/database';
import { addFile } from '@/lib/ingest/add';
import { contents, emptyPoolDatabase, load, problems, rows, utf8 } from './support';

let db: Database;
beforeAll(async () => {
  db = await emptyPoolDatabase();
});
afterAll(() => db.close());

/** The same engine, whose memory runs out at the statement of that number. */
function failingAt(number: number): Database & { readonly asked: () => number } {
  let asked = 0;
  const next = () => {
    asked += 1;
    if (asked === number) throw new DatabaseOutOfMemory('Out of Memory Error');
  };
  return {
    ...db,
    asked: () => asked,
    run: async (query, signal) => {
      next();
      return db.run(query, signal);
    },
    execute: async (sql, signal) => {
      next();
      return db.execute(sql, signal);
    },
  };
}

const first = 'child_ID,Date_entry_referral,cost_total_weekly\nC1,2025-04-01,900\nC2,2025-04-02,50\n';
const second = 'child_ID,Date_entry_referral,cost_total_weekly\nC1,2025-04-01,950\nC3,TBC,1\n,,5\n';

it('leaves the pool as it was, wherever memory runs out, and takes the file afterwards', {
  timeout: 300_000,
}, async () => {
  await load(db, first);
  const state = async () => [
    await contents(db),
    await problems(db, 'warning'),
    await rows(db, 'SELECT sourceId, loaded, setAside AS s FROM source'),
    await rows(db, 'SELECT count(*) AS n FROM superseded'),
  ];
  const before = await state();
  const again = { name: 'Somerset again.csv', content: utf8(second) };
  let failures = 0;
  for (let number = 1; ; number += 4) {
    const failing = failingAt(number);
    try {
      await addFile(failing, again);
      break;
    } catch (error) {
      expect(error).toBeInstanceOf(DatabaseOutOfMemory);
      failures += 1;
    }
    expect(await state()).toEqual(before);
  }
  expect(failures).toBeGreaterThan(5);
  expect(await rows(db, 'SELECT childId AS c, totalWeeklyCost AS cost FROM pool ORDER BY ALL')).toEqual([
    { c: 'C1', cost: 950 },
    { c: 'C2', cost: 50 },
    { c: 'C3', cost: 1 },
  ]);
});
