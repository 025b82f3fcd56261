import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Row } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import { dfeBand, dfeBandSql, fineBand, fineBandSql, fineBands } from '@/lib/place/band';
import { discMiles, locate, milesBetween, sigmaBetween } from '@/lib/place/locate';
import { loadPlaces } from '@/lib/place/places';
import { makePlacePool, type PoolRow } from './pool';

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
});
afterAll(() => database.close());

const vectors = join('..', 'shared', 'reference', 'vectors', 'distance-pairs.json');

describe.skipIf(!existsSync(vectors))('pairs computed elsewhere', () => {
  test('distance and band agree to the decimal', async () => {
    const places = await loadPlaces();
    const { pairs } = JSON.parse(readFileSync(vectors, 'utf8'));
    for (const { a, b, aGrid, bGrid, miles, band } of pairs) {
      const [from, to] = [locate(a, 'district', 'home', places), locate(b, 'district', 'placement', places)];
      if (from.kind !== 'found' || to.kind !== 'found') throw new Error(`${a} or ${b} is nowhere`);
      expect([from.easting, from.northing, to.easting, to.northing]).toEqual([...aGrid, ...bGrid]);
      expect(milesBetween(from, to)).toBe(miles);
      expect(dfeBand(miles).startsWith(band)).toBe(true);
    }
  });
});

async function filled(rows: readonly PoolRow[]): Promise<{ rows: readonly Row[] }> {
  await makePlacePool(database, rows);
  const sql = `SELECT * EXCLUDE (home_la, placement_la, distanceSource), home_la::VARCHAR AS home_la,
    placement_la::VARCHAR AS placement_la, distanceSource::VARCHAR AS distanceSource FROM pool ORDER BY rowId`;
  return { rows: await database.run({ sql, parameters: [] }) };
}

const found = { distanceReason: null };
const none = { distanceMiles: null, distanceSource: 'none', distanceSigma: null };

describe('the best home end there is, and why there is none', () => {
  const cases: [string, PoolRow, Record<string, unknown>][] = [
    [
      'a recorded distance wins',
      { home: 'TA1', placement: 'EX1', recorded: 12.25 },
      { distanceMiles: 12.3, distanceSource: 'recorded', distanceSigma: 0, ...found },
    ],
    [
      'districts',
      { home: 'TA1', placement: 'EX1' },
      {
        distanceMiles: 26.1,
        distanceSource: 'district',
        home_la: 'E06000066',
        placement_la: 'E10000008',
        homeDistrict: 'TA1',
        ...found,
      },
    ],
    ['a sector', { home: 'TA1 1', placement: 'EX1' }, { distanceSource: 'sector', homeDistrict: 'TA1', ...found }],
    ['a postcode', { home: 'TA1 1AA', placement: 'EX1' }, { distanceSource: 'postcode', ...found }],
    [
      'the same district',
      { home: 'TA1', placement: 'TA1' },
      { distanceMiles: 0, distanceSource: 'district', ...found },
    ],
    [
      'a placement written as a sector',
      { home: 'TA1', placement: 'EX1 1' },
      { distanceSource: 'district', placement_la: 'E10000008', ...found },
    ],
    [
      'a sector written without its space',
      { home: 'GL71', placement: 'SN1' },
      { distanceSource: 'sector', homeDistrict: 'GL7', ...found },
    ],
    ['Wales', { home: 'TA1', placement: 'CF10' }, { distanceSource: 'district', placement_la: 'W06000015', ...found }],
    [
      'no home',
      { home: null, placement: 'EX1' },
      { ...none, distanceReason: 'Home not recorded', placement_la: 'E10000008' },
    ],
    ['confidential', { home: 'CON', placement: 'EX1' }, { ...none, distanceReason: 'Home is confidential' }],
    [
      'unaccompanied',
      { home: 'UASC', placement: 'EX1' },
      { ...none, distanceReason: 'Unaccompanied asylum-seeking child' },
    ],
    [
      'a postcode that never was',
      { home: 'TA99', placement: 'EX1' },
      { ...none, distanceReason: 'Home postcode not in use', homeDistrict: null },
    ],
    ['Belfast', { home: 'BT1 5GS', placement: 'EX1' }, { ...none, distanceReason: 'Home outside Great Britain' }],
    ['PO boxes', { home: 'TA1', placement: 'WV99' }, { ...none, distanceReason: 'Placement is a PO box' }],
    // Drawn over two miles of Bristol, at those who collect their post there.
    ['large users', { home: 'TA1', placement: 'BS99' }, { ...none, distanceReason: 'Placement is a PO box' }],
    ['large users below 90', { home: 'NG80', placement: 'TA1' }, { ...none, distanceReason: 'Home is a PO box' }],
    ['an address', { home: '1 High Street', placement: 'EX1' }, { ...none, distanceReason: 'Home cannot be read' }],
    [
      'no placement',
      { home: 'TA1', placement: null, placed: false },
      { ...none, distanceReason: 'No placement recorded' },
    ],
    [
      'placed nobody knows where',
      { home: 'TA1', placement: null },
      { ...none, distanceReason: 'Placement location not recorded' },
    ],
    [
      'Penzance to Lerwick',
      { home: 'TR18', placement: 'ZE1' },
      { ...none, distanceReason: 'More than 500 miles: check the record' },
    ],
    [
      'a recorded distance over 500 miles',
      { home: null, placement: 'EX1', recorded: 900 },
      { ...none, distanceReason: 'More than 500 miles: check the record' },
    ],
    [
      'a negative recorded distance',
      { home: 'TA1', placement: 'EX1', recorded: -3 },
      { distanceMiles: 26.1, distanceSource: 'district', ...found },
    ],
  ];

  test.each(cases)('%s', async (_, row, expected) => {
    const { rows } = await filled([row]);
    expect(rows[0]).toMatchObject(expected);
  });
});

test('the engine and JavaScript agree on every distance and its error', async () => {
  const places = await loadPlaces();
  const ends = [...places.districts.keys(), ...places.sectors.keys()].filter((_, index) => index % 13 === 0);
  const list = Array.from({ length: 3000 }, (_, index) => ({
    home: ends[(index * 7919) % ends.length] ?? null,
    placement: [...places.districts.keys()][(index * 104729) % places.districts.size] ?? null,
  }));
  const { rows } = await filled(list);
  rows.forEach((row, index) => {
    const one = list[index];
    const from = locate(one?.home ?? null, 'home', 'home', places);
    const to = locate(one?.placement ?? null, 'district', 'placement', places);
    const both = from.kind === 'found' && to.kind === 'found';
    const miles = both ? milesBetween(from, to) : null;
    const known = miles !== null && miles <= 500;
    expect(row.distanceMiles).toBe(known ? miles : null);
    if (known && both) expect(row.distanceSigma).toBeCloseTo(sigmaBetween(from, to), 3);
    expect(row.distanceReason === null).toBe(known);
    expect(row.placement_la).toBe(to.kind === 'found' ? to.authority : null);
  });
});

test('the error of two districts is half the root of their squared discs', async () => {
  const { districts } = await loadPlaces();
  const district = districts.get('TA1');
  if (!district) throw new Error('TA1 is missing');
  expect(discMiles(district)).toBeCloseTo(district.radius / 0.95 / 1609.3, 12);
  const r = discMiles(district);
  expect(sigmaBetween({ radius: r }, { radius: r })).toBeCloseTo(r / Math.SQRT2, 12);
});

test('a distance is in the same band in SQL as in JavaScript, and 20.0 is not over 20', async () => {
  expect(dfeBand(20)).toBe('20 miles or less from home');
  expect(dfeBand(20.1)).toBe('More than 20 miles from home');
  const miles = [...fc.sample(fc.integer({ min: 0, max: 1000 }), 300).map((tenths) => tenths / 10), 5, 10, 20, 50];
  for (const value of miles) {
    const sql = `SELECT ${dfeBandSql('m')} AS dfe, ${fineBandSql('m')} AS fine FROM (SELECT ?::DOUBLE AS m)`;
    const [row] = await database.run({ sql, parameters: [value] });
    expect(row).toEqual({ dfe: value <= 20 ? 0 : 1, fine: fineBands.indexOf(fineBand(value)) });
  }
  const sql = `SELECT ${dfeBandSql('m')} AS dfe, ${fineBandSql('m')} AS fine FROM (SELECT NULL::DOUBLE AS m)`;
  expect(await database.run({ sql, parameters: [] })).toEqual([{ dfe: 2, fine: 5 }]);
});
