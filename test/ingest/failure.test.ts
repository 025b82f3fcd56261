import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, DatabaseCancelled, DatabaseOutOfMemory } from '@/lib/database/database';
import { addFile } from '@/lib/ingest/add';
import { emptyPool } from '@/lib/ingest/remove';
import { loadFiles } from '@/lib/session/load';
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

/** The same engine, at whose statement of that number the reader changes their mind. */
function cancelledAt(number: number, stop: AbortController): Database {
  let asked = 0;
  const next = () => {
    asked += 1;
    if (asked === number) stop.abort();
    if (stop.signal.aborted && asked === number) throw new DatabaseCancelled();
  };
  return {
    ...db,
    run: async (query, signal) => {
      if (signal) next();
      return db.run(query, signal);
    },
    execute: async (sql, signal) => {
      if (signal) next();
      return db.execute(sql, signal);
    },
  };
}

const state = async () => [
  await contents(db),
  await problems(db, 'warning'),
  await rows(db, 'SELECT sourceId, loaded, setAside AS s FROM source'),
  await rows(db, 'SELECT count(*) AS n FROM superseded'),
];

it('leaves the pool as it was, wherever in a file the reader cancels', { timeout: 300_000 }, async () => {
  await emptyPool(db);
  await load(db, first);
  const before = await state();
  let stopped = 0;
  for (let number = 1; ; number += 1) {
    const stop = new AbortController();
    const file = { name: 'Somerset again.csv', content: utf8(second), signal: stop.signal };
    const result = await addFile(cancelledAt(number, stop), file).catch((error: unknown) => error);
    if (!stop.signal.aborted) break;
    expect(result).toBeInstanceOf(DatabaseCancelled);
    expect(await state()).toEqual(before);
    stopped += 1;
  }
  expect(stopped).toBeGreaterThan(3);
});

it('says what the pool holds when memory runs out', async () => {
  await emptyPool(db);
  await load(db, first);
  // The third statement of a load; those after it are answered again.
  const files = [{ name: 'Somerset again.csv', content: new Blob([second]) }];
  const [refused] = await loadFiles(failingAt(3), files);
  expect(refused).toMatchObject({
    status: 'refused',
    message: 'There is not enough memory in this browser for this file as well.',
    advice: expect.stringMatching(/^The pool is as it was before it: 1 file, 2 placements\. Remove files/),
  });
});

it('leaves the pool as it was, wherever memory runs out, and takes the file afterwards', {
  timeout: 300_000,
}, async () => {
  await emptyPool(db);
  await load(db, first);
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
