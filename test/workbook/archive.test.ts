import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArchive } from '@/lib/workbook/archive';
import { defaultLimits } from '@/lib/workbook/limits';
import { readOds } from '@/lib/workbook/ods';
import { recognise } from '@/lib/workbook/recognise';
import { Unreadable } from '@/lib/workbook/unreadable';
import { fillMergedDown } from '@/lib/workbook/workbook';
import { readXlsx } from '@/lib/workbook/xlsx';
import { readZip } from '@/lib/workbook/zip';
import { rows, utf8, xlsx, zip } from './fixture';

const kindOf = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    if (error instanceof Unreadable) return error.kind;
    throw error;
  }
  return 'read';
};

describe('readZip', () => {
  it('gives the files people meant to send, by their path', () => {
    const bytes = zip({
      'Somerset/2026 Q1.csv': 'a',
      'Devon.csv': 'b',
      '__MACOSX/._Devon.csv': 'x',
      '.DS_Store': 'x',
      'Devon/~$Devon.xlsx': 'x',
      'empty/': '',
    });
    expect(readZip(bytes).map(({ name, read }) => [name, new TextDecoder().decode(read())])).toEqual([
      ['Somerset/2026 Q1.csv', 'a'],
      ['Devon.csv', 'b'],
    ]);
  });

  it('counts what it unpacks over all entries, so that a bomb stops early', () => {
    const zeros = new Uint8Array(3_000_000);
    const entries = readZip(zip({ 'a.csv': zeros, 'b.csv': zeros }), { ...defaultLimits, totalBytes: 5_000_000 });
    expect(entries.map(({ read }) => kindOf(read))).toEqual(['read', 'too-large']);
  });

  it('names a damaged entry and still reads the others', () => {
    const bytes = zip({ 'a.csv': utf8('one,two,three,four'.repeat(50)), 'b.csv': 'fine' });
    bytes[45] = (bytes[45] ?? 0) ^ 0xff;
    expect(readZip(bytes).map(({ read }) => kindOf(read))).toEqual(['damaged', 'read']);
  });

  it('keeps both of two entries with one name', () => {
    const bytes = zip({ 'a.csv': 'one', 'b.csv': 'two' });
    const name = Buffer.from(bytes).lastIndexOf('b.csv', undefined, 'latin1');
    bytes[name] = 'a'.charCodeAt(0);
    const entries = readZip(bytes).map(({ name, read }) => [name, new TextDecoder().decode(read())]);
    expect(entries).toEqual([
      ['a.csv', 'one'],
      ['a.csv (2)', 'two'],
    ]);
  });

  it('says when an entry is protected by a password', () => {
    const bytes = zip({ 'a.csv': 'x' });
    const directory = Buffer.from(bytes).indexOf('PK\u0001\u0002', 0, 'latin1');
    bytes[directory + 8] = 1;
    expect(kindOf(() => readZip(bytes)[0]?.read())).toBe('password');
  });

  it('does not believe a size that the file only claims', () => {
    const bytes = zip({ 'a.csv': 'x'.repeat(5000) });
    const directory = Buffer.from(bytes).indexOf('PK\u0001\u0002', 0, 'latin1');
    new DataView(bytes.buffer).setUint32(directory + 24, 10, true);
    expect(kindOf(() => openArchive(bytes).read('a.csv'))).toBe('damaged');
  });
});

describe('recognise', () => {
  const workbook = xlsx({ sheets: [{ name: 'Data', xml: rows('') }] });
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const withName = (name: string) =>
    new Uint8Array([...ole, ...new Array(600).fill(0), ...Buffer.from(name, 'utf16le')]);

  it.each([
    ['a workbook', workbook, 'xlsx'],
    ['a zip of files', zip({ 'a.csv': 'x' }), 'zip'],
    ['an OpenDocument sheet', zip({ mimetype: 'x', 'content.xml': 'x' }), 'ods'],
    ['JSON', utf8('\uFEFF { "@context": "x" }'), 'json'],
    ['a list of JSON', utf8('[\n{"a":1}]'), 'json'],
    ['CSV', utf8('child_ID,dol\n1,2'), 'text'],
    ['Unicode text', new Uint8Array(Buffer.from('\uFEFFchild_ID\tdol', 'utf16le')), 'text'],
  ] as const)('knows %s by its content', (_, bytes, kind) => expect(recognise(bytes)).toBe(kind));

  it.each([
    ['password', withName('EncryptedPackage')],
    ['old-excel', withName('Workbook')],
    ['old-excel', utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>')],
    ['binary-excel', zip({ '[Content_Types].xml': '', 'xl/workbook.bin': '' })],
    ['numbers', zip({ 'Index/Document.iwa': '', 'Metadata/Properties.plist': '' })],
    ['web-page', utf8('\n<html><table>')],
    ['empty', new Uint8Array()],
    ['damaged', workbook.subarray(0, workbook.length - 40)],
  ] as const)('refuses %s and says what to do', (kind, bytes) => {
    expect(kindOf(() => recognise(bytes))).toBe(kind);
    expect(() => recognise(bytes)).toThrowError(
      expect.objectContaining({ advice: expect.stringMatching(/try again|ask for it again|fresh copy/i) }),
    );
  });
});

describe('a damaged workbook', () => {
  const strings = '<si><t>one</t></si>';
  const bytes = xlsx({
    sheets: [{ name: 'Data', xml: rows('<row><c t="s"><v>0</v></c><c s="1"><v>45334</v></c></row>'.repeat(40)) }],
    strings,
  });
  const read = (content: Uint8Array) => kindOf(() => (recognise(content) === 'xlsx' ? readXlsx(content) : null));

  it('is never read as if it were whole, wherever it is cut', () => {
    for (let length = 4; length < bytes.length; length += 7) expect(read(bytes.subarray(0, length))).not.toBe('read');
  });

  it('gives a result or a reason for any changed bytes, never another error', () => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const changed = bytes.slice();
        for (const [at, value] of changes) changed[at] = value;
        read(changed);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives a result or a reason for any changed bytes of an OpenDocument sheet', () => {
    const table = '<table:table table:name="a"><table:table-row table:number-rows-repeated="3">';
    const ods = zip({
      mimetype: 'x',
      'content.xml': `<office:x xmlns:office="o" xmlns:table="t">${table}<table:table-cell office:value-type="float" office:value="5" table:number-columns-repeated="9"/></table:table-row></table:table></office:x>`,
    });
    const change = fc.tuple(fc.nat(ods.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const changed = ods.slice();
        for (const [at, value] of changes) changed[at] = value;
        kindOf(() => readOds(changed));
      }),
      { numRuns: 1000 },
    );
  });

  it('cannot be made to hang by columns hidden or cells merged without end', () => {
    const xml = `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(5000)}</cols>${rows('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="B1048576"><v>1</v></c></row>')}<mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(5000)}</mergeCells>`;
    const [sheet] = readXlsx(xlsx({ sheets: [{ name: 'Data', xml }] })).sheets;
    expect(sheet?.hiddenColumns).toHaveLength(16_384);
    expect(sheet && fillMergedDown(sheet).rows).toHaveLength(2);
  });

  it('gives a result or a reason for arbitrary bytes behind an archive’s first four', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (tail) => {
        kindOf(() => readXlsx(new Uint8Array([0x50, 0x4b, 3, 4, ...tail])));
        kindOf(() => recognise(new Uint8Array([0x50, 0x4b, 3, 4, ...tail])));
        kindOf(() => recognise(tail));
      }),
      { numRuns: 2000 },
    );
  });
});
