import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database, Row } from '@/lib/database/database';
import { addFile, addTable, addTogether, type SmallInput } from '@/lib/ingest/add';
import { emptyPool } from '@/lib/ingest/remove';
import { loadFiles } from '@/lib/session/load';
import { poolColumns } from '@/lib/standard/column';
import { knownRows, labelCsv, templateCsv } from '../support/returns';
import { zip } from '../workbook/fixture';
import { emptyPoolDatabase, rows, utf8 } from './support';

let db: Database;
beforeAll(async () => {
  db = await emptyPoolDatabase();
});
beforeEach(() => emptyPool(db));
afterAll(() => db.close());

const file = (name: string, text: string) => ({ name, content: utf8(text) });

/** Returns with something wrong in each, and nothing of one in another. */
const inputs: readonly SmallInput[] = [
  file('Somerset 2025-07-01.csv', templateCsv(knownRows(12, 'E06000066'))),
  file('Devon 2025-06-01.csv', labelCsv(knownRows(9, 'Devon', 20))),
  file(
    'BCP.csv',
    'child_ID,placement_type,Date_entry_referral,cost_total_weekly,note\nABCD2012,Foster,,,\nB1,Fostering,12/02/2024,£90,x\nB1,Foster,12/02/2024,£900,y\nB1,Foster,12/02/2024,£900,z\nTotal,,,990,\n,Foster,,,\nB2,Residential,,-5,"open\n',
  ),
  {
    name: 'Torbay.xlsx',
    rows: [
      ['OFFICIAL'],
      ['child_ID', 'la', 'dol', 'home_postcode'],
      ['T1', 'Narnia', 'Yes', 'GL71', 'more'],
      ['T2', '', 'maybe', '1 High St'],
    ],
    numbers: [1, 3, 4, 9],
  },
  {
    name: 'Dorset.json',
    rows: [
      ['childId', 'neededBy'],
      ['ABCD2012', 'Today'],
      ['D2', 'soon'],
    ],
    numbers: [0, 1, 2],
    records: true,
  },
  file('pool.csv', 'la,child_ID,dol\nCornwall,1,Yes\nPlymouth,1,No\nNarnia,2,No\n'),
];

async function held(): Promise<Readonly<Record<string, readonly Row[]>>> {
  const columns = poolColumns.map(({ name }) => `"${name}"::VARCHAR AS "${name}"`).join(', ');
  return {
    pool: await rows(db, `SELECT ${columns} FROM pool ORDER BY rowId`),
    source: await rows(
      db,
      'SELECT * REPLACE (quarterFrom::VARCHAR AS quarterFrom, quarterTo::VARCHAR AS quarterTo, sentOn::VARCHAR AS sentOn) FROM source ORDER BY sourceId',
    ),
    problem: await rows(
      db,
      'SELECT sourceId, sourceRow, field::VARCHAR AS f, value, rule::VARCHAR AS r, severity::VARCHAR AS s, advice::VARCHAR AS a FROM problem ORDER BY ALL',
    ),
    superseded: await rows(db, 'SELECT rowId, why FROM superseded ORDER BY ALL'),
  };
}

const alone = (input: SmallInput) => ('content' in input ? addFile(db, input) : addTable(db, input));

describe('several small files read at once', () => {
  it('bring what they bring one after another, and the same reports', async () => {
    const one: unknown[] = [];
    for (const input of inputs) one.push(await alone(input));
    const before = await held();
    await emptyPool(db);
    expect(await addTogether(db, inputs)).toEqual(one);
    expect(await held()).toEqual(before);
    expect(before.pool?.length).toBeGreaterThan(20);
    expect(new Set(before.problem?.map(({ r }) => r)).size).toBeGreaterThan(10);
  });

  it.each([
    [
      'two give the same placement',
      [
        file('Somerset a.csv', 'child_ID,Date_entry_referral\n1,2024-02-12\n'),
        file('Somerset b.csv', 'child_ID,Date_entry_referral\n1,2024-02-12\n'),
      ],
    ],
    [
      'two give a child without a referral date',
      [file('Somerset a.csv', 'child_ID,dol\n1,Yes\n'), file('Somerset b.csv', 'child_ID,dol\n1,No\n')],
    ],
    [
      'one does not say whose it is',
      [file('Somerset.csv', 'child_ID,dol\n1,Yes\n'), file('return.csv', 'child_ID,dol\n1,Yes\n')],
    ],
    ['one cannot be read', [file('Somerset.csv', 'child_ID,dol\n1,Yes\n'), file('Devon.csv', 'nothing,here\n1,2\n')]],
    [
      'headings come again in one',
      [
        file('Somerset.csv', 'child_ID,dol\n1,Yes\ndol,child_ID,pets\nNo,2,No\n'),
        file('Devon.csv', 'child_ID,dol,pets\n1,Yes,\nchild_ID,dol,pets\n2,Yes,\n'),
      ],
    ],
  ])('are read one at a time where %s', async (_, files) => {
    const before = await held();
    expect(await addTogether(db, files)).toBeNull();
    expect(await held()).toEqual(before);
  });

  it('tell of their progress without going back', async () => {
    const files = ['Somerset', 'Devon', 'Dorset'].map((name, at) => ({
      name: `${name}.csv`,
      content: new Blob([templateCsv(knownRows(5, name, at * 10))]),
    }));
    const packed = zip(
      Object.fromEntries(files.map(({ name }) => [name, templateCsv(knownRows(5, name.replace('.csv', ''), 90))])),
    );
    for (const dropped of [files, [{ name: 'all.zip', content: new Blob([new Uint8Array(packed)]) }]]) {
      const moves: number[] = [];
      await loadFiles(db, dropped, { progress: (done) => moves.push(Math.round(done * 1000) / 1000) });
      expect(moves.length).toBeGreaterThan(6);
      expect(moves).toEqual([...moves].sort((one, other) => one - other));
      expect(moves.at(-1)).toBe(1);
    }
  });

  it('end in the same by the door every file comes through, whatever they need', async () => {
    const all = [
      ...inputs.flatMap((input) => ('content' in input ? [input] : [])),
      file('empty.csv', ''),
      file('Somerset 2025-08-01.csv', templateCsv(knownRows(3, 'E06000066'))),
      file('return.csv', 'child_ID,dol\n1,Yes\n'),
    ].map(({ name, content }) => ({
      name,
      content: content instanceof Blob ? content : new Blob([new Uint8Array(content)]),
    }));
    const one = [];
    for (const input of all) one.push(...(await loadFiles(db, [input])));
    const before = await held();
    await emptyPool(db);
    const seen: string[] = [];
    const moves: number[] = [];
    const landed = await loadFiles(db, all, {
      onArrival: ({ name }) => seen.push(name),
      progress: (done) => moves.push(done),
    });
    expect(landed).toEqual(one);
    expect(await held()).toEqual(before);
    expect(seen).toEqual(all.map(({ name }) => name));
    expect(moves.at(-1)).toBe(1);
    expect(Math.max(...moves)).toBe(1);
  });
});
