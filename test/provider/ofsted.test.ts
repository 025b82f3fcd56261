import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withOfsted } from '@/lib/provider/match';
import { type OfstedSheet, readOfsted } from '@/lib/provider/ofsted';
import { headsProviders, ofstedColumns } from '@/lib/provider/ofsted-heading';
import { ofstedUrn } from '@/lib/provider/urn';

const sheet = (...rows: readonly (readonly string[])[]): OfstedSheet => ({
  name: 'Providers',
  rows: rows.map((cells, index) => ({ number: index + 1, cells })),
});

const headings = ['Web link', 'URN', 'Provision type', 'Name', 'Government Office Region', 'Sector', 'Places'];
const home = (urn: string, name = 'Invented House') => [
  'link',
  urn,
  'Children’s home',
  name,
  'South West',
  'Private',
  '4',
];

describe('an Ofsted list', () => {
  test('is read below its title and notes', () => {
    const list = readOfsted([sheet(['Providers at 31 March'], ['Note 1'], [], headings, home('2600001'))]);
    expect(list?.entries.get('2600001')).toMatchObject({
      ...{ name: 'Invented House', region: 'South West', sector: 'Private', places: 4, nameWithheld: false },
      ...{ grade: null, graded: null, authority: null },
    });
    expect(list).toMatchObject({ rows: 1, problems: [] });
  });

  test('keeps apart a name withheld and a name missing', () => {
    const list = readOfsted([sheet(headings, home('2600001', 'REDACTED'), home('2600002', ''))]);
    expect(list?.entries.get('2600001')).toMatchObject({ name: null, nameWithheld: true });
    expect(list?.entries.get('2600002')).toMatchObject({ name: null, nameWithheld: false });
  });

  test('takes the grade of the latest inspection, whatever the order of its rows', () => {
    const graded = [...headings, 'Inspection date', 'Overall experiences and progress of children and young people'];
    const rows = [
      [...home('SC100001'), '02/11/2022', 'Good'],
      [...home('SC100001'), '09/02/2023', 'Requires improvement to be good'],
      [...home('SC100001'), '12/12/2021', 'Outstanding'],
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 3 }), (order) => {
        const entry = readOfsted([sheet(graded, ...order)])?.entries.get('SC100001');
        expect(entry).toMatchObject({ grade: 'Requires improvement to be good', graded: '2023-02-09', places: 4 });
      }),
    );
  });

  test('joins its sheets by URN, the fullest first', () => {
    const short = sheet(['URN', 'Provision type', 'Name'], ['2600001', 'Children’s home', 'Old name']);
    const list = readOfsted([short, sheet(headings, home('2600001'))]);
    expect(list?.entries.get('2600001')).toMatchObject({ name: 'Invented House', places: 4 });
    expect(list?.rows).toBe(2);
  });

  test('adds up the settings of a provider of supported accommodation', () => {
    const settings = [
      'Provider local authority',
      'Setting Local Authority',
      'URN',
      'Provider type',
      'Provider name',
      'Capacity',
    ];
    const row = (capacity: string) => [
      'Devon',
      'Somerset',
      '2700001',
      'Supported accommodation',
      'Invented Care',
      capacity,
    ];
    const list = readOfsted([sheet(settings, row('3'), row('5'))]);
    expect(list?.entries.get('2700001')).toMatchObject({ places: 8, authority: 'Somerset', name: 'Invented Care' });
  });

  test('reports every row it cannot use, by its number, and leaves notes alone', () => {
    const list = readOfsted([sheet(headings, home('12'), home(''), home('2600001'), ['Source: Ofsted'])]);
    expect(list?.problems).toEqual([
      { sheet: 'Providers', row: 2, value: '12', reason: 'Not a URN: 7 digits, or SC and 6 digits' },
      { sheet: 'Providers', row: 3, value: '', reason: 'No URN' },
    ]);
    expect([list?.rows, list?.entries.size]).toEqual([3, 1]);
  });

  test('is not made of a table about something else', () => {
    expect(readOfsted([sheet(['child_ID', 'provider_URN'], ['1', '2600001'])])).toBeNull();
    expect(readOfsted([])).toBeNull();
  });

  test('never throws, whatever the cells', () => {
    const cells = fc.array(fc.oneof(fc.constantFrom(...headings, 'REDACTED', '2600001', 'SC100001'), fc.string()), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 12 }), (rows) => {
        const list = readOfsted([sheet(...rows)]);
        if (list === null) return;
        for (const urn of list.entries.keys()) expect(ofstedUrn(urn)).toBe(urn);
        expect(list.entries.size + list.problems.length).toBeLessThanOrEqual(list.rows);
      }),
    );
  });
});

test.each([
  ['2600001', '2600001'],
  [' 2600001 ', '2600001'],
  ['2600001.0', '2600001'],
  ['sc009423', 'SC009423'],
  ['SC 009423', 'SC009423'],
  ['123456', null],
  ['EY123456', null],
  ['Unregistered', null],
])('the URN %j is %j', (text, urn) => {
  expect(ofstedUrn(text)).toBe(urn);
});

describe('beside the table of providers', () => {
  const columns = [{ name: 'provider', label: 'Provider', kind: 'dimension' } as const];
  const list = readOfsted([sheet(headings, home('2600001', 'REDACTED'), home('SC100001'))]);

  test('names, or says why there is no name, and counts the matches', () => {
    if (!list) throw new Error('The list was not read');
    const rows = [{ provider: '2600001' }, { provider: 'sc100001' }, { provider: 'House on the hill' }];
    const { table, matched, of } = withOfsted({ columns, rows }, list);
    expect([matched, of]).toEqual([2, 3]);
    expect(table.rows.map(({ ofstedName }) => ofstedName)).toEqual([
      'Name withheld by Ofsted',
      'Invented House',
      { symbol: 'x', reason: 'Not in the Ofsted list' },
    ]);
    expect(table.columns.map(({ name }) => name).slice(0, 2)).toEqual(['provider', 'ofstedName']);
  });
});

const shared = new URL('../../../shared/reference/', import.meta.url);
const here = existsSync(new URL('ofsted-headers.csv', shared));

/** Records of a small published CSV: cells may be quoted and hold commas. */
function records(name: string): readonly (readonly string[])[] {
  const text = readFileSync(new URL(name, shared), 'utf8').replace(/^\ufeff/, '');
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
        cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
      ),
    );
}

describe.skipIf(!here)('published layouts', () => {
  test('each list of headings is known for what it is', () => {
    for (const [file = '', , , , columns = ''] of records('ofsted-headers.csv').slice(1)) {
      const found = ofstedColumns(columns.split('|'));
      expect(headsProviders(found), file).toBe(true);
      if (!/Leavers/.test(columns)) expect(found.places ?? found.grade, file).toBeDefined();
    }
  });

  test.each(['ofsted-2023-providers-places.csv', 'ofsted-2023-provider-level-inspections.csv'])(
    '%s loads whole',
    (name) => {
      const rows = records(name);
      const list = readOfsted([{ name, rows: rows.map((cells, index) => ({ number: index + 1, cells })) }]);
      expect(list?.problems).toEqual([]);
      expect(list?.entries.size).toBe(rows.length - 1);
      const entries = [...(list?.entries.values() ?? [])];
      expect(
        entries.every(({ sector, places, region }) => sector !== null && region !== null && places !== undefined),
      ).toBe(true);
      expect(entries.some(({ nameWithheld }) => nameWithheld)).toBe(true);
      if (name.includes('inspections'))
        expect(entries.filter(({ grade }) => grade !== null).length).toBeGreaterThan(100);
    },
  );
});
