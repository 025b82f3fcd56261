import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import { addFile } from '@/lib/ingest/add';
import { makePool, removeSources } from '@/lib/pool/change';
import { writeSnapshot } from '@/lib/pool/snapshot';
import { readPool } from '@/lib/pool/state';
import { openStore, ownStore } from '@/lib/pool/store';
import { storeOf } from '@/lib/site/store';
import { everything, file } from './nasty';

describe('a pool shipped as the engine’s own file', () => {
  let first: Database;
  let bytes: Uint8Array;
  beforeAll(async () => {
    first = await openNodeDatabase();
    await makePool(first);
    await addFile(first, { name: 'notes.csv', content: new TextEncoder().encode(file) });
    bytes = await storeOf(await writeSnapshot(first, { name: 'Ours', synthetic: false }));
  });
  afterAll(() => first.close());

  test('opens in a new engine as it was, with what screens know of it', async () => {
    const second = await openNodeDatabase();
    await openStore(second, bytes);
    expect(await everything(second)).toEqual(await everything(first));
    expect(await readPool(second, 'Ours')).toEqual(await readPool(first, 'Ours'));
    await second.close();
  });

  test('takes the place of what was open, and once owned is a pool like any other', async () => {
    const second = await openNodeDatabase();
    await makePool(second);
    const other = 'la_code,childId,referralDate\nE06000066,9,2025-01-01\n';
    await addFile(second, { name: 'other.csv', content: new TextEncoder().encode(other) });
    await openStore(second, bytes);
    await openStore(second, bytes);
    await ownStore(second);
    await ownStore(second);
    expect(await everything(second)).toEqual(await everything(first));
    const added = await addFile(second, { name: 'other.csv', content: new TextEncoder().encode(other) });
    expect(added).toMatchObject({ status: 'loaded', loaded: 1 });
    await removeSources(second, [1, 2]);
    const [count] = await second.run({ sql: 'SELECT count(*) AS n FROM pool', parameters: [] });
    expect(count?.n).toBe(0);
    await openStore(second, bytes);
    expect(await everything(second)).toEqual(await everything(first));
    await second.close();
  });

  test('cannot be changed where it lies', async () => {
    const second = await openNodeDatabase();
    await openStore(second, bytes);
    await expect(second.execute('DELETE FROM pool')).rejects.toThrow(/read-only/);
    await second.close();
  });

  test('is refused when it is no such file', async () => {
    const second = await openNodeDatabase();
    await expect(openStore(second, new TextEncoder().encode('childId'))).rejects.toThrow();
    await second.close();
  });
});
