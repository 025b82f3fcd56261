import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAuthorities } from '@/data/reference/authority-list';
import { isBoxes } from '@/data/reference/codepoint';
import { fromCodePoint, writeReference } from '@/data/reference/rebuild';
import { readDistricts, readSectors } from '@/lib/place/format';

/** Code-Point Open's layout: no header, ten columns, quality 90 where a postcode has no position. */
const row = (postcode: string, east: number, north: number, county: string, district: string, quality = 10) =>
  `"${postcode}",${quality},${east},${north},"E92000001","E19000003","E18000010","${county}","${district}","E05000000"`;

const files = {
  'ta.csv': [
    row('TA1 1AA', 320000, 124000, '', 'E06000066'),
    row('TA1 1AB', 322000, 124000, '', 'E06000066'),
    row('TA1 2AA', 321000, 127000, '', 'E06000066'),
    row('TA1 2AB', 321000, 121000, 'E10000008', 'E07000042'),
    row('TA999ZZ', 0, 0, '', '', 90),
  ],
  'tr.csv': [row('TR221AA', 88000, 8000, '', 'E06000053'), row('TR991AA', 180000, 45000, '', 'E06000052')],
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'code-point-'));
  mkdirSync(join(folder, 'Data', 'CSV'), { recursive: true });
  for (const [name, lines] of Object.entries(files))
    writeFileSync(join(folder, 'Data', 'CSV', name), lines.join('\r\n'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const known = readAuthorities('data/reference/authorities.json');

test('positions are means, radii ninetieth percentiles, shares of live postcodes by county where there is one', () => {
  const { districts, sectors, authorities } = fromCodePoint(folder, known);
  expect(districts.map((one) => one.code)).toEqual(['TA1', 'TR22', 'TR99']);
  expect(districts[0]).toEqual({
    code: 'TA1',
    easting: 321000,
    northing: 124000,
    radius: 3000,
    authorities: [
      { code: 'E06000066', share: 0.75 },
      { code: 'E10000008', share: 0.25 },
    ],
    boxes: false,
  });
  expect(
    sectors.slice(0, 2).map((one) => [one.code, one.easting, one.northing, one.authority.code, one.authority.share]),
  ).toEqual([
    ['TA1 1', 321000, 124000, 'E06000066', 1],
    ['TA1 2', 321000, 124000, 'E06000066', 0.5],
  ]);
  expect(authorities.find((one) => one.code === 'E06000066')).toMatchObject({ easting: 321000, northing: 125000 });
});

test('a district at one point is PO boxes unless it is a known hamlet', () => {
  const boxes = Object.fromEntries(fromCodePoint(folder, known).districts.map((one) => [one.code, one.boxes]));
  expect(boxes).toEqual({ TA1: false, TR22: false, TR99: true });
});

test('a district is PO boxes by its number, wherever their postcodes are drawn, but not where people live', () => {
  for (const code of ['BS99', 'WV98', 'S95', 'NG80', 'L72']) expect(isBoxes(code, 3000), code).toBe(true);
  for (const code of ['B90', 'B98', 'M90', 'BS9', 'BS14', 'TA1']) expect(isBoxes(code, 3000), code).toBe(false);
});

test('what is written reads back', () => {
  const reference = fromCodePoint(folder, known);
  writeReference(reference, folder);
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const districts = readDistricts(read('districts.json'));
  expect(districts).toEqual(reference.districts);
  expect(readSectors(read('sectors.json'), districts)).toEqual(reference.sectors);
  expect(read('authorities.json')).toEqual(reference.authorities);
});

test('an authority nobody knows stops the rebuild', () => {
  writeFileSync(join(folder, 'zz.csv'), row('ZZ1 1AA', 300000, 100000, '', 'E06009999'));
  expect(() => fromCodePoint(folder, known)).toThrow('E06009999');
});

test('names and counts are refreshed from the latest year of the children-looked-after file', () => {
  writeFileSync(
    join(folder, 'la_cla_on_31_march_by_characteristics.csv'),
    [
      'time_period,geographic_level,region_code,region_name,old_la_code,new_la_code,la_name,characteristic,number',
      '2025,Local authority,E12000009,South West,933,E06000066,Somerset,Total,600',
      '2026,Local authority,E12000009,South West,933,E06000066,Somerset,Total,640',
      '2026,Local authority,E12000009,South West,420,E06000053,Isles of Scilly,Total,c',
      '2026,National,,,,,,Total,82000',
    ].join('\n'),
  );
  const { authorities } = fromCodePoint(folder, known);
  const children = Object.fromEntries(authorities.map((one) => [one.code, one.children]));
  expect(children.E06000066).toBe(640);
  expect(children.E06000053).toBeNull();
});
