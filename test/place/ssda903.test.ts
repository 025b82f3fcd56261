import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Row } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import { locate, milesBetween } from '@/lib/place/locate';
import { loadPlaces } from '@/lib/place/places';
import { linkSsda903 } from '@/lib/place/ssda903';
import { dayNumber, readEpisodes, readUnaccompanied } from '@/lib/place/ssda903-file';
import { linkEpisodes } from '@/lib/place/ssda903-link';
import { makePlacePool, type PoolRow } from './pool';

const columns = 'CHILD|DECOM|RNE|LS|CIN|PLACE|PLACE_PROVIDER|DEC|REC|REASON_PLACE_CHANGE|HOME_POST|PL_POST|URN'.split(
  '|',
);

interface Line {
  child: string;
  start: string;
  home?: string;
  placement?: string;
  rne?: string;
  place?: string;
}

const file = (lines: readonly Line[]): string[][] => [
  columns,
  ...lines.map(({ child, start, home = 'TA1 1AA', placement = 'EX1 1AA', rne = 'P', place = 'U4' }) => [
    child,
    start,
    rne,
    'C2',
    'N1',
    place,
    'PR1',
    '',
    '',
    'CHILD',
    home,
    placement,
    '',
  ]),
];

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
});
afterAll(() => database.close());

async function linked(pool: readonly PoolRow[], lines: readonly Line[], uasc: ReadonlySet<string> = new Set()) {
  await makePlacePool(database, pool);
  const report = await linkSsda903(database, 'E06000066', readEpisodes(file(lines)), uasc);
  const sql = `SELECT childId, distanceMiles, distanceSource::VARCHAR AS distanceSource, distanceReason, distanceSigma,
    home_la::VARCHAR AS home_la, placement_la::VARCHAR AS placement_la, homeDistrict FROM pool ORDER BY rowId`;
  return { report, rows: await database.run({ sql, parameters: [] }) };
}

const somerset = { home: null, placement: 'EX1', date: '2025-01-15' };

async function expectedMiles(home: string, placement: string): Promise<number> {
  const places = await loadPlaces();
  const [a, b] = [locate(home, 'postcode', 'home', places), locate(placement, 'postcode', 'placement', places)];
  if (a.kind !== 'found' || b.kind !== 'found') throw new Error('nowhere');
  return milesBetween(a, b);
}

describe('joining a return with known answers', () => {
  test('the nearest start within the window gives the distance, and others are counted by why not', async () => {
    const pool: PoolRow[] = [
      { ...somerset, child: 'A' },
      { ...somerset, child: 'B' },
      { ...somerset, child: 'C' },
      { ...somerset, child: 'D' },
      { ...somerset, child: 'E', authority: 'E10000008' },
      { ...somerset, child: 'F', recorded: 7 },
    ];
    const { report, rows } = await linked(pool, [
      { child: 'A', start: '01/01/2025', placement: 'BS1 4AB' },
      { child: 'A', start: '17/01/2025' },
      { child: 'B', start: '10/01/2025', placement: 'BS1 4AB' },
      { child: 'B', start: '20/01/2025', placement: 'PL1 1AA' },
      { child: 'C', start: '30/01/2025' },
      { child: 'E', start: '15/01/2025' },
      { child: 'F', start: '15/01/2025' },
    ]);
    expect(report).toMatchObject({
      placements: 5,
      dated: 5,
      joined: 2,
      distances: 2,
      ambiguous: 1,
      outside: 1,
      strangers: 1,
    });
    const miles = await expectedMiles('TA1 1AA', 'EX1 1AA');
    expect(rows[0]).toMatchObject({
      distanceMiles: miles,
      distanceSource: 'SSDA903',
      homeDistrict: 'TA1',
      home_la: 'E06000066',
    });
    expect(rows[1]).toMatchObject({ distanceMiles: null, distanceSource: 'none' });
    expect(rows[4]).toMatchObject({ distanceMiles: null });
    expect(rows[5]).toMatchObject({ distanceMiles: 7, distanceSource: 'recorded' });
  });

  test('two starts equally near on the same journey are not ambiguous', async () => {
    const { report } = await linked(
      [{ ...somerset, child: 'A' }],
      [
        { child: 'A', start: '2025-01-10', home: 'TA11AA' },
        { child: 'A', start: '2025-01-20' },
      ],
    );
    expect(report).toMatchObject({ joined: 1, ambiguous: 0 });
  });

  test('one episode serves the placement nearest to it; another of the child is contested', async () => {
    const { report, rows } = await linked(
      [
        { ...somerset, child: 'A' },
        { ...somerset, child: 'A', date: '2025-01-18' },
      ],
      [{ child: 'A', start: '2025-01-16' }],
    );
    expect(report).toMatchObject({ joined: 1, contested: 1 });
    expect(rows.map((row: Row) => row.distanceSource)).toEqual(['SSDA903', 'none']);
  });

  test('unaccompanied children keep that as their reason, joined or not', async () => {
    const { report, rows } = await linked(
      [
        { ...somerset, child: 'A' },
        { ...somerset, child: 'B' },
      ],
      [{ child: 'A', start: '15/01/2025', home: '' }],
      new Set(['A', 'B']),
    );
    expect(report).toMatchObject({ unaccompanied: 2, joined: 1, distances: 0 });
    const reasons = rows.map((row: Row) => row.distanceReason);
    expect(reasons).toEqual(Array(2).fill('Unaccompanied asylum-seeking child'));
  });

  test('leading zeros lost by a spreadsheet are pointed out', async () => {
    const { report } = await linked([{ ...somerset, child: '0012' }], [{ child: '12', start: '15/01/2025' }]);
    expect(report.joined).toBe(0);
    expect(report.advice).toContain('leading zeros');
  });

  test('nothing but distances stays in the engine', async () => {
    await linked([{ ...somerset, child: 'A' }], [{ child: 'A', start: '15/01/2025' }]);
    const tables = await database.run({
      sql: 'SELECT table_name AS name FROM information_schema.tables',
      parameters: [],
    });
    expect(tables.map((row) => row.name).sort()).toEqual(['home_place', 'placement_place', 'pool']);
  });
});

describe('the files', () => {
  test('legal status changes, temporary moves and undated rows start no placement', () => {
    const { episodes, skipped } = readEpisodes(
      file([
        { child: 'A', start: '15/01/2025' },
        { child: 'A', start: '15/02/2025', rne: 'L' },
        { child: 'A', start: '15/03/2025', place: 'T1' },
        { child: 'A', start: 'soon' },
      ]),
    );
    expect(episodes).toHaveLength(1);
    expect(skipped).toEqual({ legalStatusOnly: 1, temporary: 1, unreadable: 1 });
  });

  test('a recorded PL_DISTANCE is taken as it is', () => {
    const { episodes } = readEpisodes([
      ['child', 'decom', 'pl_distance'],
      ['A', '2025-01-15', '12.4'],
      ['B', '2025-01-15', ''],
    ]);
    expect(episodes.map((one) => one.miles)).toEqual([12.4, null]);
  });

  test('wrong headers are explained', () => {
    const headerFile = [['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB']];
    expect(() => readEpisodes(headerFile)).toThrow('it has no DECOM column. It looks like the Header file.');
    expect(() => readEpisodes([['CHILD', 'DECOM', 'HOME_POST']])).toThrow('it has no PL_POST column');
    expect(() => readEpisodes([])).toThrow('not an SSDA903 Episodes file');
    expect(() => readUnaccompanied([columns])).toThrow('It looks like the Episodes file.');
  });

  test('unaccompanied children come from the UASC file or a UASC column of the header', () => {
    expect([
      ...readUnaccompanied([
        ['CHILD', 'SEX', 'DOB', 'DUC'],
        ['A', '1', '01/01/2009', ''],
      ]),
    ]).toEqual(['A']);
    const rows = [
      ['CHILD', 'SEX', 'DOB', 'UASC'],
      ['A', '1', '', '1'],
      ['B', '1', '', '0'],
    ];
    expect([...readUnaccompanied(rows)]).toEqual(['A']);
    expect(
      readUnaccompanied([
        ['CHILD', 'DOB', 'UPN'],
        ['A', '', 'UN1'],
      ]).size,
    ).toBe(0);
  });

  test('dates are day first, and impossible ones are refused', () => {
    expect(dayNumber('03/02/2025')).toBe(dayNumber('2025-02-03'));
    expect(dayNumber('31/02/2025')).toBeNull();
    expect(dayNumber('2025-01-15 00:00:00')).toBe(dayNumber('15/01/2025'));
  });
});

test('every placement is accounted for once, no episode serves two, and no link leaves the window', () => {
  const child = fc.constantFrom('A', 'B', 'C');
  const day = fc.integer({ min: 0, max: 60 });
  const episode = fc.record({
    child,
    start: day,
    home: fc.constantFrom('TA1', 'EX1'),
    placement: fc.constantFrom('BS1', 'PL1'),
    miles: fc.constant(null),
  });
  const placements = fc
    .array(fc.record({ child: fc.oneof(child, fc.constant('D')), day }), { maxLength: 12 })
    .map((list) => list.map((one, rowId) => ({ rowId, ...one })));
  fc.assert(
    fc.property(
      placements,
      fc.array(episode, { maxLength: 12 }),
      fc.integer({ min: 0, max: 30 }),
      (list, episodes, window) => {
        const { links, ...others } = linkEpisodes(list, episodes, window);
        const seen = [...links.map((one) => one.placement), ...Object.values(others).flat()].map((one) => one.rowId);
        expect(seen.sort((a, b) => a - b)).toEqual(list.map((one) => one.rowId));
        expect(new Set(links.map((one) => one.episode)).size).toBe(links.length);
        for (const { placement, episode: start, days } of links) {
          expect(days).toBeLessThanOrEqual(window);
          expect(placement.child).toBe(start.child);
          const nearest = Math.min(
            ...episodes.filter((e) => e.child === placement.child).map((e) => Math.abs(e.start - placement.day)),
          );
          expect(days).toBe(nearest);
        }
      },
    ),
  );
});
