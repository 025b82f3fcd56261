import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import { downloadPool } from '@/lib/ingest/download';
import { setSourceSettings } from '@/lib/ingest/settings';
import { emptyPool, makePool, removeSources } from '@/lib/pool/change';
import { readCoverage } from '@/lib/pool/coverage';
import { readRecorded } from '@/lib/pool/recorded';
import { restoreSources } from '@/lib/pool/settings';
import { writeSnapshot } from '@/lib/pool/snapshot';
import { readSources } from '@/lib/pool/sources';
import { filesOf, withEarlier } from '@/lib/session/arrivals';
import { type Arrival, loadFiles } from '@/lib/session/load';

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
  await makePool(database);
});
beforeEach(() => emptyPool(database));
afterAll(() => database.close());

const file = (name: string, lines: readonly string[]) => ({ name, content: new Blob([lines.join('\n')]) });
const somerset = file('somerset.csv', [
  'child_ID,Date_entry_referral,education_continuity,how_many_siblings_were_placed_together',
  '1,01/04/2025,Yes,2',
  '2,02/04/2025,No,1',
]);
const devon = file('devon.csv', ['childId,referralDate,isEducationContinuous,note', '1,2025-07-01,Yes,=x']);
const ask = (sql: string) => database.run({ sql, parameters: [] });

describe('files into the pool', () => {
  test('land one by one, each told of with its place and share', async () => {
    const landed: string[] = [];
    const moves: (readonly [number, number])[] = [];
    await loadFiles(database, [somerset, file('empty.csv', ['']), devon], {
      onArrival: ({ name, status }) => landed.push(`${name} ${status}`),
      onFile: (at, share) => moves.push([at, share]),
    });
    expect(landed).toEqual(['somerset.csv loaded', 'empty.csv refused', 'devon.csv loaded']);
    expect([...new Set(moves.filter(([, share]) => share === 1).map(([at]) => at))]).toEqual([0, 1, 2]);
  });

  test('that cannot be read for want of a child’s ID say which headings they have', async () => {
    const [refused] = await loadFiles(database, [
      file('x.csv', ['ref,placement_type,Date_entry_referral', '1,Foster,2025-04-01']),
    ]);
    expect(refused).toMatchObject({ status: 'refused', headings: ['ref', 'placement_type', 'Date_entry_referral'] });
  });

  test('may be a saved pool, which joins with its settings', async () => {
    await loadFiles(database, [somerset]);
    const [source] = await readSources(database);
    await setSourceSettings(database, source?.sourceId ?? 0, { siblingsIncludeChild: true });
    const zip = await writeSnapshot(database, { name: 'Ours', synthetic: false });
    await emptyPool(database);
    const arrivals = await loadFiles(database, [devon, { name: 'pool.zip', content: new Blob([new Uint8Array(zip)]) }]);
    expect(arrivals[1]).toMatchObject({ status: 'opened', poolName: 'Ours', rows: 2, synthetic: false });
    expect((await readSources(database)).map(({ name, siblingsIncludeChild }) => [name, siblingsIncludeChild])).toEqual(
      [
        ['devon.csv', false],
        ['somerset.csv', true],
      ],
    );
  });

  test('remember in a saved pool which rows a later file replaced', async () => {
    const later = file('somerset-2025-09-01.csv', ['child_ID,Date_entry_referral,my note', '1,01/04/2025,mended']);
    await loadFiles(database, [somerset, later]);
    const counts = async () => (await readSources(database)).map(({ name, loaded }) => `${name} ${loaded}`).sort();
    expect(await counts()).toEqual(['somerset-2025-09-01.csv 1', 'somerset.csv 1']);
    const zip = await writeSnapshot(database, { name: 'Ours', synthetic: false });
    await emptyPool(database);
    await loadFiles(database, [{ name: 'pool.zip', content: new Blob([new Uint8Array(zip)]) }]);
    expect(await counts()).toEqual(['somerset-2025-09-01.csv 1', 'somerset.csv 1']);
    const mended = (await readSources(database)).find(({ name }) => name !== 'somerset.csv');
    await removeSources(database, [mended?.sourceId ?? 0]);
    expect(await counts()).toEqual(['somerset.csv 2']);
  });

  test('with invented placements are refused beside real ones', async () => {
    await loadFiles(database, [somerset]);
    const zip = await writeSnapshot(database, { name: 'Invented', synthetic: true });
    const content = new Blob([new Uint8Array(zip)]);
    const [refused] = await loadFiles(database, [{ name: 'pool.zip', content }], { real: true });
    expect(refused).toMatchObject({ status: 'refused', message: expect.stringContaining('invented') });
    expect(await readSources(database)).toHaveLength(1);
  });

  test('may turn out to be another authority’s, with its region', async () => {
    await loadFiles(database, [somerset]);
    const [source] = await readSources(database);
    await setSourceSettings(database, source?.sourceId ?? 0, { authority: 'E08000025' });
    expect(await ask('SELECT DISTINCT la_code::VARCHAR AS code, region::VARCHAR AS region FROM pool')).toEqual([
      { code: 'E08000025', region: 'E12000005' },
    ]);
    expect((await readSources(database)).map(({ code }) => code)).toEqual(['E08000025']);
  });

  test('read again keep their settings, and those removed before stay away', async () => {
    await loadFiles(database, [somerset, devon]);
    const [first, second] = await readSources(database);
    await setSourceSettings(database, second?.sourceId ?? 0, { educationPolarity: 'continued', sentOn: '2025-08-01' });
    const wanted = (await readSources(database)).filter(({ sourceId }) => sourceId !== first?.sourceId);
    await emptyPool(database);
    await loadFiles(database, [devon, somerset]);
    await restoreSources(database, wanted);
    expect((await readSources(database)).map(({ name, educationPolarity }) => [name, educationPolarity])).toEqual([
      ['somerset.csv', 'continued'],
    ]);
  });
});

describe('a downloaded pool added again', () => {
  test('says the same of education and siblings, though its files had different customs', async () => {
    await loadFiles(database, [somerset, devon]);
    const own = (await readSources(database)).find(({ name }) => name === 'somerset.csv');
    await setSourceSettings(database, own?.sourceId ?? 0, { siblingsIncludeChild: true });
    const meant = `SELECT la_code::VARCHAR AS code, childId, isEducationContinuous = (educationPolarity = 'continued') AS continued,
      siblingsPlacedTogether - siblingsIncludeChild::INTEGER AS together, bespoke::VARCHAR AS bespoke
      FROM pool JOIN (SELECT sourceId, educationPolarity, siblingsIncludeChild FROM source) USING (sourceId) ORDER BY code, childId`;
    const before = await ask(meant);
    const csv = await downloadPool(database);
    await emptyPool(database);
    await loadFiles(database, [{ name: 'sufficiency-pool.csv', content: new Blob([csv]) }]);
    expect(await ask(meant)).toEqual(before);
    expect(before.map((row) => row.continued)).toEqual([false, true, true]);
  });
});

describe('what is said of files', () => {
  const arrival = (name: string, status: string, content: Blob) =>
    ({ name, status, file: { name, content } }) as Arrival;
  test('is replaced when a file is tried again, and kept for those that loaded', () => {
    const [a, b] = [new Blob(['a']), new Blob(['b'])];
    const earlier = [arrival('a.csv', 'loaded', a), arrival('b.csv', 'needs authority', b)];
    expect(
      withEarlier([arrival('b.csv', 'loaded', b)], earlier).map(({ name, status }) => `${name} ${status}`),
    ).toEqual(['b.csv loaded', 'a.csv loaded']);
  });

  test('gives back the files of the pool, each once, in the order they came', () => {
    const book = { name: 'book.xlsx', content: new Blob(['x']) };
    const sheets = ['two', 'one'].map((name) => ({ name, status: 'loaded', file: book }) as Arrival);
    const first = arrival('a.csv', 'loaded', new Blob(['a']));
    expect(filesOf([arrival('no.csv', 'refused', new Blob(['n'])), ...sheets, first]).map(({ name }) => name)).toEqual([
      'a.csv',
      'book.xlsx',
    ]);
  });
});

describe('coverage', () => {
  test('spans the quarters of the pool, names the gaps, and does not let a mistyped year draw a hundred columns', async () => {
    const rows = (months: readonly string[]) => months.map((month, at) => `${month}${at},${month}-01`);
    await loadFiles(database, [
      file('somerset.csv', ['childId,referralDate', ...rows(['2025-04', '2025-05', '2025-10', '2003-01']), 'x,']),
      file('devon.csv', ['childId,referralDate', ...rows(['2025-07', '2025-08'])]),
    ]);
    const { quarters, cells, stray, undated } = await readCoverage(database);
    expect(quarters.map(({ label }) => label)).toEqual(['2025-26 Q1', '2025-26 Q2', '2025-26 Q3']);
    expect(cells.map(({ code, n }) => `${code} ${n}`).sort()).toEqual(['E06000066 1', 'E06000066 2', 'E10000008 2']);
    expect(stray.map(({ code, label }) => `${code} ${label}`)).toEqual(['E06000066 2002-03 Q4']);
    expect(undated).toBe(1);
  });

  test('of a field tells what was not asked from what was left blank', async () => {
    await loadFiles(database, [
      somerset,
      file('devon.csv', ['childId,referralDate,pets', '1,2025-07-01,', '2,2025-07-01,No']),
    ]);
    const pets = (await readRecorded(database)).find(({ field }) => field.name === 'pets');
    expect([...(pets?.cells ?? [])]).toEqual([['E10000008', { asked: 2, recorded: 1 }]]);
  });
});
