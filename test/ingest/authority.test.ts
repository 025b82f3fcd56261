import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { addFile } from '@/lib/ingest/add';
import { emptyPool } from '@/lib/ingest/remove';
import { contents, emptyPoolDatabase, load, problems, rows, utf8 } from './support';

let db: Database;
beforeAll(async () => {
  db = await emptyPoolDatabase();
});
beforeEach(() => emptyPool(db));
afterAll(() => db.close());

const body = 'child_ID,dol\nC1,Yes\n';
const authorities = () =>
  rows(db, 'SELECT childId AS c, la_code::VARCHAR AS la, region::VARCHAR AS r FROM pool ORDER BY 1');

describe('whose placements they are', () => {
  it.each([
    ['Somerset_Q1.csv', 'E06000066'],
    ['E06000066-2025.csv', 'E06000066'],
    ['933 placements.csv', 'E06000066'],
    ['north-somerset return.csv', 'E06000024'],
  ])('from the file name %s', async (name, code) => {
    const result = await load(db, body, { name });
    expect(result.authorityFrom).toBe('file name');
    expect(await authorities()).toEqual([{ c: 'C1', la: code, r: 'E12000009' }]);
  });

  it('from each row, by code, former code, number and name', async () => {
    const result = await load(
      db,
      'Local Authority,child_ID,dol\nE06000066,C1,Yes\nE10000027,C2,Yes\n933,C3,Yes\nSomerset County Council,C4,Yes\nBristol,C5,Yes\n',
      { name: 'pool.csv' },
    );
    expect(result.authorityFrom).toBe('column');
    expect((await authorities()).map((row) => row.la)).toEqual([
      ...Array.from({ length: 4 }, () => 'E06000066'),
      'E06000023',
    ]);
    expect(result.authorities).toEqual([
      { code: 'E06000023', rows: 1 },
      { code: 'E06000066', rows: 4 },
    ]);
  });

  it('asks when nothing says, and adds with the answer', async () => {
    const content = utf8(body);
    const asked = await addFile(db, { name: 'return.csv', content });
    expect(asked).toMatchObject({ status: 'needs authority', rowsIn: 1, notKnown: [] });
    expect(await contents(db)).toEqual([]);
    const answered = await addFile(db, { name: 'return.csv', content, authority: 'E06000052' });
    expect(answered).toMatchObject({ status: 'loaded', authorityFrom: 'chosen' });
  });

  it('asks when nobody knows the authority named', async () => {
    const asked = await addFile(db, { name: 'x.csv', content: utf8('la,child_ID,dol\nNowhereshire,C1,Yes\n') });
    expect(asked).toMatchObject({ status: 'needs authority', notKnown: ['Nowhereshire'] });
  });

  it('sets aside rows whose authority nobody knows, in a file of several', async () => {
    const text = 'la,child_ID,dol\nDevon,C1,Yes\nNowhereshire,C2,Yes\n,C3,Yes\n';
    const result = await load(db, text, { name: 'Somerset and others.csv' });
    expect([result.rowsIn, result.loaded, result.setAside]).toEqual([3, 1, 2]);
    expect(await problems(db, 'set aside')).toEqual([
      '3 | la_code | Nowhereshire | authority not known',
      '4 | la_code | no authority',
    ]);
  });

  it('gives silent rows the chosen authority and says where it did', async () => {
    const text = 'la,child_ID,dol\nDevon,C1,Yes\nNowhereshire,C2,Yes\n,C3,Yes\n';
    const result = await load(db, text, { name: 'x.csv', authority: 'E06000066' });
    expect(result.loaded).toBe(3);
    expect((await authorities()).map((row) => row.la)).toEqual(['E10000008', 'E06000066', 'E06000066']);
    expect(await problems(db, 'warning')).toEqual(['3 | la_code | Nowhereshire | authority assumed']);
  });

  it('refuses a code that is no authority’s', async () => {
    await expect(load(db, body, { authority: 'E99999999' })).rejects.toThrow(TypeError);
  });
});
