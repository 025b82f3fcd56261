import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { downloadPool, problemCsv } from '@/lib/ingest/download';
import { emptyPool } from '@/lib/ingest/remove';
import { writeSnapshot } from '@/lib/pool/snapshot';
import { severities } from '@/lib/standard/rule';
import { contents, emptyPoolDatabase, load, problems, rows } from './support';

let db: Database;
beforeAll(async () => {
  db = await emptyPoolDatabase();
});
beforeEach(() => emptyPool(db));
afterAll(() => db.close());

const address = '12 Elm Road, Taunton, with her aunt "Jo" Smith';
const file = (...homes: readonly string[]) =>
  [
    'child_ID,Date_entry_referral,home_postcode',
    ...homes.map((home, at) => `C${at},2025-04-0${at + 1},"${home.replaceAll('"', '""')}"`),
  ].join('\n');
const homes = async () =>
  (await rows(db, 'SELECT homeLocation AS home FROM pool ORDER BY childId')).map((row) => row.home);

describe('a home', () => {
  it('keeps where it is, or the reason it is nowhere', async () => {
    await load(db, file('TA3 1AB', 'Conf - father must not know', 'UASC', 'n/k', '', 'bs14'));
    expect(await homes()).toEqual([
      'TA3 1',
      'Confidential',
      'Unaccompanied asylum-seeking child',
      'Not known',
      null,
      'BS14',
    ]);
    expect(await problems(db, 'violation')).toEqual([]);
    expect(
      await rows(db, "SELECT distanceReason AS why FROM pool WHERE childId IN ('C1', 'C2') ORDER BY childId"),
    ).toEqual([{ why: 'No placement recorded' }, { why: 'No placement recorded' }]);
  });

  it('that cannot be read is reported, and its words are kept nowhere', async () => {
    await load(db, file('TA3 1AB', address));
    expect(await homes()).toEqual(['TA3 1', 'Cannot be read']);
    expect(await problems(db, 'violation')).toEqual([
      '3 | homeLocation | (not kept: it may identify a child) | not understood',
    ]);
    const saved = unzipSync(await writeSnapshot(db, { name: 'Ours', synthetic: false }));
    const written = [
      await (await downloadPool(db)).text(),
      await (await problemCsv(db, { severities })).text(),
      ...Object.values(saved).map((bytes) => new TextDecoder().decode(bytes)),
    ];
    for (const text of written) expect(text).not.toMatch(/Elm Road|Smith/);
  });

  it('means the same when the pool is downloaded and read again', async () => {
    await load(db, file('TA3 1AB', address, 'Confidential', 'PO Box 12', 'NFA', 'abroad'));
    const before = await contents(db);
    const written = await (await downloadPool(db)).text();
    await emptyPool(db);
    await load(db, written, { name: 'pool.csv' });
    expect(await contents(db)).toEqual(before);
    expect(await homes()).toEqual([
      'TA3 1',
      'Cannot be read',
      'Confidential',
      'PO box',
      'No fixed abode',
      'Outside the United Kingdom',
    ]);
  });
});
