import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { changesMadeBy, correctionsCsv } from '@/lib/ingest/corrections';
import { emptyPool, removeSources } from '@/lib/ingest/remove';
import { orderSources, setSourceSettings } from '@/lib/ingest/settings';
import { dateInName } from '@/lib/ingest/standing';
import { readOverlaps } from '@/lib/pool/overlap';
import { contents, emptyPoolDatabase, load, problems, rows } from './support';

let db: Database;
beforeAll(async () => {
  db = await emptyPoolDatabase();
});
beforeEach(() => emptyPool(db));
afterAll(() => db.close());

const heading = 'child_ID,Date_entry_referral,cost_total_weekly,placement_type,note';
const file = (...lines: string[]) => [heading, ...lines].join('\n');
const costs = () => rows(db, 'SELECT childId AS c, totalWeeklyCost AS cost FROM pool ORDER BY ALL');
const counts = () => rows(db, 'SELECT name, rowsIn AS i, loaded AS l, setAside AS s FROM source ORDER BY sourceId');

describe('one file', () => {
  it('counts rows alike in every field of the standard once', async () => {
    const result = await load(
      db,
      file('C1,2025-04-01,900,Foster,a', 'C1,01/04/2025,£900,foster,b', 'C2,2025-04-01,900,Foster,'),
    );
    expect(result).toMatchObject({ rowsIn: 3, loaded: 2, setAside: 1, countedOnce: 1, outdated: 0, corrections: [] });
    expect(await problems(db, 'set aside')).toEqual(['3 | childId | C1 | counted once']);
    expect(await problems(db, 'warning')).not.toContain('2 | childId | C1 | duplicate');
  });

  it('keeps both of two rows that differ, and warns', async () => {
    const result = await load(db, file('C1,2025-04-01,900,Foster,', 'C1,2025-04-01,950,Foster,'));
    expect(result).toMatchObject({ rowsIn: 2, loaded: 2, setAside: 0 });
    const warned = (await problems(db, 'warning')).filter((line) => line.endsWith('duplicate'));
    expect(warned).toEqual(['2 | childId | C1 | duplicate', '3 | childId | C1 | duplicate']);
  });

  it('counts rows alike in every field once without a referral date too', async () => {
    const result = await load(db, file('C1,,900,Foster,a', 'C1,,900,Foster,b', 'C2,,900,Foster,'));
    expect(result).toMatchObject({ loaded: 2, setAside: 1, countedOnce: 1 });
    expect(await problems(db, 'set aside')).toEqual(['3 | childId | C1 | counted once']);
    expect((await problems(db, 'warning')).filter((line) => line.endsWith('twice'))).toEqual([]);
  });

  it('keeps rows that differ and says that without a referral date they may be one', async () => {
    const dated = `${heading},date_entry_placement`;
    const lines = [
      'C1,,900,Foster,,2025-05-01',
      'C1,,950,Foster,,2025-06-01',
      'C2,,900,Foster,,',
      'C2,2025-04-01,900,Foster,,2025-05-01',
    ];
    const result = await load(db, [dated, ...lines].join('\n'));
    expect(result).toMatchObject({ loaded: 4, setAside: 0 });
    // Two placement dates are two placements; no date at all says nothing.
    expect((await problems(db, 'warning')).filter((line) => line.endsWith('twice'))).toEqual([
      '4 | referralDate | C2 | may be counted twice',
    ]);
  });
});

describe('a return sent again without referral dates', () => {
  const dated = `${heading},date_entry_placement`;
  const sent = (...lines: string[]) => [dated, ...lines].join('\n');

  it.each([
    ['neither file has one', '', ''],
    ['the later file gives it', '', '2025-04-01'],
    ['the later file left it out', '2025-04-01', ''],
  ])('replaces the row of the same placement date where %s', async (_, was, now) => {
    await load(db, sent(`C1,${was},900,Foster,,2025-05-01`, 'C2,,800,Foster,,2025-05-02'), {
      name: 'Somerset 2025-07-01.csv',
    });
    const result = await load(db, sent(`C1,${now},950,Foster,,2025-05-01`), { name: 'Somerset 2025-07-14.csv' });
    expect(await costs()).toEqual([
      { c: 'C1', cost: 950 },
      { c: 'C2', cost: 800 },
    ]);
    expect(result.corrections).toEqual([{ sourceId: 1, name: 'Somerset 2025-07-01.csv', rows: 1, changed: 1 }]);
    expect(await changesMadeBy(db, result.sourceId)).toContainEqual({
      field: 'totalWeeklyCost',
      from: '900.0',
      to: '950.0',
      rows: 1,
    });
    expect(await readOverlaps(db)).toMatchObject([{ overlaps: [{ placements: 1 }] }]);
    await removeSources(db, [result.sourceId]);
    expect((await costs()).map(({ cost }) => cost)).toEqual([900, 800]);
  });

  it('replaces a row alike in every field, and says of any other that it may be counted twice', async () => {
    await load(db, sent('C1,,900,Foster,,', 'C2,,800,Foster,,'), { name: 'Somerset 2025-07-01.csv' });
    const result = await load(db, sent('C1,,900,Foster,,', 'C2,,850,Foster,,'), { name: 'Somerset 2025-07-14.csv' });
    expect(await costs()).toEqual([
      { c: 'C1', cost: 900 },
      { c: 'C2', cost: 800 },
      { c: 'C2', cost: 850 },
    ]);
    expect(result.corrections).toEqual([{ sourceId: 1, name: 'Somerset 2025-07-01.csv', rows: 1, changed: 0 }]);
    const twice = async () => (await problems(db, 'warning')).filter((line) => line.endsWith('twice'));
    expect(await twice()).toEqual([
      '3 | referralDate | C2 | may be counted twice',
      '3 | referralDate | C2 | may be counted twice',
    ]);
    await removeSources(db, [result.sourceId]);
    expect(await twice()).toEqual([]);
  });

  it('does not bring a row back when the row that replaced it is itself replaced', async () => {
    await load(db, sent('C1,,900,Foster,,2025-05-01'), { name: 'Somerset 2025-07-01.csv' });
    await load(db, sent('C1,2025-04-01,900,Foster,,2025-05-01'), { name: 'Somerset 2025-07-14.csv' });
    await load(db, sent('C1,2025-04-01,900,Foster,,2025-05-09'), { name: 'Somerset 2025-07-28.csv' });
    expect(await counts()).toMatchObject([{ l: 0 }, { l: 0 }, { l: 1 }]);
    await orderSources(db, [1, 2, 3]);
    expect(await counts()).toMatchObject([{ l: 0 }, { l: 0 }, { l: 1 }]);
  });
});

describe('a return sent again', () => {
  const first = file('C1,2025-04-01,900,Foster,', 'C2,2025-04-02,10,Foster,', 'C3,2025-04-03,700,,');
  const second = file('C1,2025-04-01,900,Foster,', 'C2,2025-04-02,1000,Residential,', 'C4,2025-04-04,800,Foster,');

  it('replaces what the later file says again, and says what changed', async () => {
    await load(db, first, { name: 'Somerset 2025-07-01.csv' });
    const result = await load(db, second, { name: 'Somerset 2025-07-14.csv' });
    expect(result).toMatchObject({ rowsIn: 3, loaded: 3, setAside: 0, outdated: 0 });
    expect(result.corrections).toEqual([{ sourceId: 1, name: 'Somerset 2025-07-01.csv', rows: 2, changed: 1 }]);
    expect(await counts()).toMatchObject([
      { i: 3, l: 1, s: 2 },
      { i: 3, l: 3, s: 0 },
    ]);
    expect(await costs()).toEqual([
      { c: 'C1', cost: 900 },
      { c: 'C2', cost: 1000 },
      { c: 'C3', cost: 700 },
      { c: 'C4', cost: 800 },
    ]);
    expect(await problems(db, 'set aside')).toEqual([
      '2 | childId | C1 | replaced by a later file',
      '3 | childId | C2 | replaced by a later file',
    ]);
    expect(await problems(db, 'warning')).not.toContain('3 | totalWeeklyCost | 10.0 | cost out of range');
    expect(await changesMadeBy(db, result.sourceId)).toEqual([
      { field: 'placementType', from: 'Foster', to: 'Residential', rows: 1 },
      { field: 'totalWeeklyCost', from: '10.0', to: '1000.0', rows: 1 },
    ]);
    expect(await (await correctionsCsv(db)).text()).toContain('E06000066,C2,2025-04-02,totalWeeklyCost,10.0,1000.0');
  });

  it('goes by the date in the name, not by the order of loading', async () => {
    await load(db, second, { name: 'Somerset 2025-07-14.csv' });
    const late = await load(db, first, { name: 'Somerset 2025-07-01.csv' });
    expect(late).toMatchObject({ rowsIn: 3, loaded: 1, setAside: 2, outdated: 2 });
    expect((await costs()).map((row) => row.cost)).toEqual([900, 1000, 700, 800]);
  });

  it('lets the user say which is the later', async () => {
    const one = await load(db, first);
    const two = await load(db, second, { name: 'Somerset again.csv' });
    await orderSources(db, [two.sourceId, one.sourceId]);
    expect((await costs()).map((row) => row.cost)).toEqual([900, 10, 700, 800]);
    expect(await counts()).toMatchObject([
      { l: 3, s: 0 },
      { l: 1, s: 2 },
    ]);
    await setSourceSettings(db, one.sourceId, { sentOn: '2025-07-01' });
    await setSourceSettings(db, two.sourceId, { sentOn: '2025-08-01' });
    expect((await costs()).map((row) => row.cost)).toEqual([900, 1000, 700, 800]);
  });

  it('gives the earlier rows back when the later file is taken out', async () => {
    await load(db, first);
    const [before, said] = [await contents(db), await problems(db, 'warning')];
    const two = await load(db, second, { name: 'Somerset again.csv' });
    const three = await load(db, file('C1,2025-04-01,901,Foster,'), { name: 'Somerset third.csv' });
    await removeSources(db, [two.sourceId]);
    expect((await costs()).map((row) => row.cost)).toEqual([901, 10, 700]);
    await removeSources(db, [three.sourceId]);
    expect(await contents(db)).toEqual(before);
    expect(await problems(db, 'warning')).toEqual(said);
    expect(await problems(db, 'set aside')).toEqual([]);
    expect(await counts()).toMatchObject([{ i: 3, l: 3, s: 0 }]);
  });

  it('takes the same child ID in two authorities for two children', async () => {
    await load(db, first);
    await load(db, first, { name: 'Devon.csv' });
    expect(await costs()).toHaveLength(6);
    await setSourceSettings(db, 2, { authority: 'E06000066' });
    expect(await counts()).toMatchObject([
      { l: 0, s: 3 },
      { l: 3, s: 0 },
    ]);
  });
});

describe('the date in a file’s name', () => {
  it.each([
    ['Somerset 2025-07-14.csv', '2025-07-14'],
    ['return_14.07.2025_v2.xlsx', '2025-07-14'],
    ['20250714-somerset.csv', '2025-07-14'],
    ['Q1 14th July 2025.csv', '2025-07-14'],
    ['2025-04-01 to 2025-06-30.csv', '2025-06-30'],
    ['Somerset Q1 2025-26.csv', null],
    ['E06000066-99999999.csv', null],
    ['31.02.2025.csv', null],
    ['SW 2025-07-30.zip · 2024/Somerset 2025-04-30.csv', '2025-04-30'],
    ['SW 2025-07-30.zip · Somerset.csv', '2025-07-30'],
  ])('%s: %s', (name, day) => expect(dateInName(name)).toBe(day));
});
