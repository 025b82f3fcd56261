import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { partsSql } from '@/lib/ingest/cell/category';
import { cellSql, partsName } from '@/lib/ingest/cell/cell';
import { notApplicableSql } from '@/lib/ingest/cell/number';
import { type FieldName, fieldOf, fields } from '@/lib/standard/fields';
import { spellingsOf } from '@/lib/standard/spelling';
import { emptyPoolDatabase } from './support';

let db: Database;
beforeAll(async () => {
  db = await emptyPoolDatabase();
});
afterAll(() => db.close());

/** A field's value of one cell, as text. */
async function read(name: FieldName, text: string, heading = ''): Promise<unknown> {
  const field = fieldOf(name);
  const parts = field.type === 'many' ? `, ${partsSql(name, 'cell')} AS "${partsName('cell')}"` : '';
  const [row] = await db.run({
    sql: `SELECT (${cellSql(field, 'cell', String(/sector/i.test(heading)))})::VARCHAR AS x FROM (SELECT *${parts} FROM (SELECT ?::VARCHAR AS cell))`,
    parameters: [text],
  });
  return row?.x;
}

const listed = fields.flatMap((field) =>
  (field.options ?? []).flatMap((option) =>
    spellingsOf(option).map((text) => [field.name, text, option.value] as const),
  ),
);

describe('values of a list', () => {
  it.each(listed)('%s: %s is %s', async (name, text, expected) => {
    expect(await read(name, text)).toBe(expected);
    expect(await read(name, `\u00a0 ${text.replaceAll(' ', '  ')}\u200b `)).toBe(expected);
  });

  it.each([
    ['neededBy', 'â‰¤5 days', '< 5 days'],
    ['neededBy', '< 5days', '< 5 days'],
    ['neededBy', '>5days', '> 5 days'],
    ['neededBy', '<Â 5 days', '< 5 days'],
    ['pets', 'Yes – must', 'Yes-must'],
    ['pets', 'Yes - can', 'Yes-can'],
    ['pets', 'Don’t know', 'Not known'],
    ['livingCompanions', 'Only With Other younger children', 'Only with other younger children'],
    ['riskSelfHarm', 'High risk', 'Risk Present'],
    ['placementType', 'Supported Accomodation ', 'Supported Accommodation'],
    ['fosterCareSuitability', 'Suitable but not preferred,', 'Suitable but not preferred'],
  ] as const)('%s: %s is %s', async (name, text, expected) => expect(await read(name, text)).toBe(expected));

  it.each([
    ['neededBy', '5 days'],
    ['neededBy', 'soon'],
    ['communicationNeeds', 'Yes?'],
    ['riskSelfHarm', 'Severe'],
    ['placementType', 'Fostering'],
    ['pets', 'Maybe'],
    ['isLocationPreferred', '10'],
    ['isLocationPreferred', '2'],
    ['isLocationPreferred', 'Yes/No'],
  ] as const)('%s: %s is no guess', async (name, text) => expect(await read(name, text)).toBeNull());
});

describe('several values in one cell', () => {
  it.each([
    ['BSL; ESOL', 'ESOL;BSL'],
    ['BSL,ESOL', 'ESOL;BSL'],
    ['BSL|esol', 'ESOL;BSL'],
    ['Makaton/BSL/', 'BSL;Makaton'],
    ['BSL\r\nOther', 'BSL;Other'],
    ['BSL; BSL', 'BSL'],
    ['BSL; signing', 'BSL'],
    ['signing', null],
  ])('%j is %s', async (text, expected) => {
    expect(await read('specificCommunicationRequirement', text)).toBe(expected);
  });

  it.each([
    ['N/A', 'NA'],
    ['n/a', 'NA'],
    ['TaxisToSchool; WorkerForRespite', 'A worker for respite;Taxis to school'],
    ['therapeutic support, other (please specify)', 'Therapeutic support;Other'],
  ])('%j is %s', async (text, expected) => expect(await read('additionalSupport', text)).toBe(expected));
});

describe('yes and no', () => {
  it.each(['Yes', 'Y', 'y', 'TRUE', 'true', '1', '1.0', ' yes '])('%j is yes', async (text) => {
    expect(await read('isLocationPreferred', text)).toBe('true');
  });
  it.each(['No', 'N', 'FALSE', 'false', '0', '0.0', 'NO'])('%j is no', async (text) => {
    expect(await read('isLocationPreferred', text)).toBe('false');
  });
});

describe('money', () => {
  it.each([
    ['£4,500', '4500.0'],
    ['4500.00', '4500.0'],
    ['4,500 pw', '4500.0'],
    ['£4,500.50 per week', '4500.5'],
    ['£ 4 500 p.w.', '4500.0'],
    ['1,234,567', '1234567.0'],
    ['Â£800', '800.0'],
    ['£950/week', '950.0'],
    ['-50', '-50.0'],
    ['−£50', '-50.0'],
    ['0', '0.0'],
    ['1234.5678', '1234.5678'],
    ['4\u202f500', '4500.0'],
    ['£4\u2009500.25', '4500.25'],
    ['\ufffd4,500', '4500.0'],
    ['4,500 £', '4500.0'],
    ['£4,500 + VAT', '4500.0'],
    ['£4,500 per week (excl. VAT)', '4500.0'],
    ['4500 ex VAT pw', '4500.0'],
    ['1.5E+03', '1500.0'],
    ['4,\u200b500', '4500.0'],
  ])('%j is %s', async (text, expected) => expect(await read('totalWeeklyCost', text)).toBe(expected));

  it.each([
    '£3,000–£3,500',
    '3000-3500',
    'TBC',
    '4,50',
    '4500,00',
    '4.5k',
    'nan',
    'inf',
    '1e400',
    '£',
    '$500',
    '12,34,567',
    '£4,500 inc VAT',
    '£20,000 pcm',
    '4500 per month',
    '5000 (est)',
    '1.5E+30',
  ])('%j is not an amount', async (text) => expect(await read('totalWeeklyCost', text)).toBeNull());
});

describe('dates', () => {
  it.each([
    '2024-02-12',
    '2024-02-12T00:00:00',
    '2024-02-12 10:30:00.000',
    '2024-02-12T10:30:00Z',
    '2024/02/12',
    '12/02/2024',
    '12/02/24',
    '12-02-24',
    '12.02.2024',
    '12/2/2024',
    '12 Feb 2024',
    '12-Feb-24',
    '12 February 2024',
    '12th Feb 2024',
    'Monday, 12 February 2024',
    '12/02/2024 00:00',
    '12/02/2024 10:15:00',
    '45334',
    '45334.0',
    '45334.75',
    '20240212',
    ' 12–02–2024\u00a0',
    '12\u00a0Feb\u00a02024',
    '12\u202fFebruary\u2009 2024',
    '12/\u200b02/2024',
    '12FEB2024',
    '12Feb24',
    'February 12, 2024',
    'Feb 12th 2024',
    'Mon Feb 12 2024 00:00:00',
    '12\\02\\2024',
    '12/02/2024.',
  ])('%j is 12 February 2024', async (text) => expect(await read('referralDate', text)).toBe('2024-02-12'));

  it('knows a day of one figure and Sept', async () => {
    expect(await read('referralDate', '1/2/2024')).toBe('2024-02-01');
    expect(await read('referralDate', '3 Sept 2024')).toBe('2024-09-03');
  });

  it.each([
    '31/02/2024',
    '2024-02-30',
    '02/13/2024',
    '13/13/24',
    'last week',
    'epoch',
    'infinity',
    '12/02/9999',
    '12/02/202',
    '1',
    '99999',
    '12 Febuary 2024',
    'Feb 2024',
    'Feb 30 2024',
    '12/02/2024 or 13/02/2024',
  ])('%j is no date', async (text) => expect(await read('referralDate', text)).toBeNull());
});

describe('places', () => {
  it.each([
    ['TA3', 'TA3'],
    ['ta3', 'TA3'],
    ['TA3 1', 'TA3'],
    ['ta3 1ab', 'TA3'],
    ['BS149AB', 'BS14'],
    ['BS1 9AB', 'BS1'],
    ['BS141', 'BS14'],
    ['W1A 1AA', 'W1A'],
    ['BS 14', 'BS14'],
    ['NOT A POSTCODE', null],
    ['Somerset', null],
    ['123', null],
  ])('a placement at %j is in %s', async (text, expected) =>
    expect(await read('placementLocation', text)).toBe(expected),
  );

  it.each([
    ['ta3 1ab', '', 'TA3 1'],
    ['TA3 1', '', 'TA3 1'],
    ['BS14', '', 'BS14'],
    ['GL71', 'Primary family location (postcode sector - e.g. GL71)', 'GL7 1'],
    // Neither EX91 nor EX9 1 is in use: nobody can say that it means EX9.
    ['EX91', 'Primary family location', 'EX91'],
    ['BS149', '', 'BS14 9'],
    ['Confidential', '', 'Confidential'],
    ['ZZ99 3VZ', '', 'ZZ99 3VZ'],
  ])('a home at %j under %j is %s', async (text, heading, expected) => {
    expect(await read('homeLocation', text, heading)).toBe(expected);
  });

  it.each([
    ['1234567', '1234567'],
    ['1234567.0', '1234567'],
    ['sc123456', 'SC123456'],
    ['Unregistered', 'Unregistered'],
    ['Not registered', 'Unregistered'],
    ['N/A – unreg', 'Unregistered'],
    ['non-registered provider', 'Unregistered'],
    ['N/A', null],
    ['ABC Care Ltd', 'ABC Care Ltd'],
    ['not\u00a0registered', 'Unregistered'],
    ['Not yet registered', 'Unregistered'],
    ['Not Ofsted registered', 'Unregistered'],
    ['Unregulated', null],
    ['SC123456 (unregulated)', 'SC123456 (unregulated)'],
    ['SC 123456', 'SC123456'],
    ['SC\u00a0123456', 'SC123456'],
    ['URN: 1234567', '1234567'],
    ['1,234,567', '1234567'],
    ['No URN', null],
    ['Not applicable', null],
    ['#N/A', null],
  ])('a provider %j is %s', async (text, expected) => expect(await read('providerURN', text)).toBe(expected));
});

describe('counts and text', () => {
  it.each([
    ['2', '2'],
    ['2.0', '2'],
    [' 2 ', '2'],
    ['12', '12'],
    ['NA', null],
    ['2.5', null],
    ['-1', null],
    ['two', null],
    ['1e2', null],
  ])('a count of %j is %s', async (text, expected) => expect(await read('siblingCount', text)).toBe(expected));

  it.each([
    ['NA', true],
    ['N/A', true],
    ['not applicable', true],
    ['0', false],
    ['', false],
    ['none', false],
  ])('%j says not applicable: %s', async (text, expected) => {
    const sql = `SELECT ${notApplicableSql('cell')} AS x FROM (SELECT ?::VARCHAR AS cell)`;
    expect((await db.run({ sql, parameters: [text] }))[0]?.x).toBe(expected);
  });

  it.each([
    ['0012', '0012'],
    ["'0012", '0012'],
    ['\u00a0C1\ufeff', 'C1'],
    ['  ', null],
    ['Zoë O’Neil', 'Zoë O’Neil'],
    ['C\u00a01', 'C 1'],
    ['AB‑0\u200b12', 'AB-012'],
    ['#N/A', null],
    ['#REF!', null],
    ['NULL', null],
    ['nan', null],
    ['N/A', null],
    ['-', null],
  ])('a child ID %j is %j', async (text, expected) => expect(await read('childId', text)).toBe(expected));
});
