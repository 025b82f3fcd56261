import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { addFile, addTable } from '@/lib/ingest/add';
import { emptyPool } from '@/lib/ingest/remove';
import { contents, emptyPoolDatabase, load, problems, rows, utf8, value } from './support';

let db: Database;
beforeAll(async () => {
  db = await emptyPoolDatabase();
});
beforeEach(() => emptyPool(db));
afterAll(() => db.close());

const plain = 'child_ID,when_placement_is_needed_by,cost_total_weekly\nC1,Today,£900\nC2,< 5 days,1000\n';

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + (mark ? 2 : 0));
  const view = new DataView(bytes.buffer);
  if (mark) view.setUint16(0, 0xfeff, !bigEndian);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2 + (mark ? 2 : 0), text.charCodeAt(at), !bigEndian);
  return bytes;
}

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('encodings, separators and line ends', () => {
  it.each([
    ['UTF-8', utf8(plain)],
    ['UTF-8 with a mark', utf8(`\ufeff${plain}`)],
    ['UTF-16 little-endian', utf16(plain, false, true)],
    ['UTF-16 big-endian', utf16(plain, true, true)],
    ['UTF-16 without a mark', utf16(plain, false, false)],
    ['Windows-1252', latin(plain)],
    ['Windows line ends', utf8(plain.replaceAll('\n', '\r\n'))],
    ['old Mac line ends', utf8(plain.replaceAll('\n', '\r'))],
    ['mixed line ends', utf8(plain.replace('\n', '\r\n'))],
    ['no last line end', utf8(plain.trimEnd())],
    ['blank lines at the end', utf8(`${plain}\n\n\n`)],
    ['semicolons', utf8(plain.replaceAll(',', ';'))],
    ['tabs in UTF-16', utf16(plain.replaceAll(',', '\t'), false, true)],
    ['bars', utf8(plain.replaceAll(',', '|'))],
    ['a separator line', utf8(`sep=;\n${plain.replaceAll(',', ';')}`)],
    ['quotes round everything', utf8(plain.replace(/[^,\n]+/g, '"$&"'))],
  ])('%s', async (_, content) => {
    const result = await load(db, content);
    expect([result.rowsIn, result.loaded, result.setAside]).toEqual([2, 2, 0]);
    expect(await rows(db, 'SELECT childId, neededBy::VARCHAR AS n, totalWeeklyCost AS c FROM pool ORDER BY 1')).toEqual(
      [
        { childId: 'C1', n: 'Today', c: 900 },
        { childId: 'C2', n: '< 5 days', c: 1000 },
      ],
    );
  });

  it('reads Windows-1252 whose odd letter comes late', async () => {
    const many = Array.from({ length: 60_000 }, (_, at) => `C${at},Today,900`).join('\n');
    await load(
      db,
      latin(`child_ID,when_placement_is_needed_by,cost_total_weekly\n${many}\nZ,Today,£1,x`.replace(',x', '')),
    );
    expect(await rows(db, "SELECT totalWeeklyCost AS c FROM pool WHERE childId = 'Z'")).toEqual([{ c: 1 }]);
  });

  it('takes a Blob', async () => {
    const result = await addFile(db, { name: 'Somerset.csv', content: new Blob([plain]) });
    expect(result.status).toBe('loaded');
  });
});

describe('rows above, between and below', () => {
  const header = 'child_ID,when_placement_is_needed_by,cost_total_weekly,note';

  it('finds the headings under titles and groups, and numbers rows as a spreadsheet does', async () => {
    const text = `OFFICIAL SENSITIVE,,,\n\nDeterminants of placement availability,,,\n${header}\n"Child ID\n\nPlease enter the unique ID used","By when?",,\nABCD2012,< 5 days,23000,\nC1,soon,900,x\n\n"C2\n",Today,900,\n${header}\n,Today,5,\nTotal,,1800,\nNotes: these are the figures for Q1 only,,,\n`;
    const result = await load(db, text);
    expect(result.headerRow).toBe(4);
    expect([result.rowsIn, result.loaded, result.setAside]).toEqual([8, 2, 6]);
    expect(await problems(db, 'set aside')).toEqual([
      '10 | childId | child_ID | headings repeated',
      '11 | childId | no child ID',
      '12 | childId | Total | totals or notes',
      '13 | childId | Notes: these are the figures for Q1 only | totals or notes',
      '5 | childId | Child ID\n\nPlease enter the unique ID used | description row',
      '6 | childId | ABCD2012 | example row',
    ]);
    expect(await problems(db, 'violation')).toContain('7 | neededBy | soon | not understood');
    expect(await rows(db, 'SELECT sourceRow AS r, childId AS c FROM pool ORDER BY 1')).toEqual([
      { r: 7, c: 'C1' },
      { r: 9, c: 'C2' },
    ]);
  });

  it('never counts a row of descriptions in any words, nor loses a child for an odd ID', async () => {
    const columns = 'child_ID,when_placement_is_needed_by,placement_type,Date_entry_referral,pets,cultural_needs';
    const described = 'The identifier used in your own system,By when is it needed,Foster or residential,dd/mm/yyyy,,';
    const long = `Identifier,${Array.from({ length: 5 }, () => '"Say which of the values of the list applies to this child"').join(',')}`;
    const children = ['J B of the north,Today,Foster,01/04/2025,,', '"A\nB",,,02/04/2025,,', 'our own child,soon,,,,'];
    const result = await load(db, [columns, described, long, ...children, ''].join('\n'));
    expect([result.loaded, result.setAside]).toEqual([3, 2]);
    expect((await problems(db, 'set aside')).map((line) => line.split(' | ').at(-1))).toEqual([
      'description row',
      'description row',
    ]);
  });

  it('takes no line under the table for a child, nor a child for a line', async () => {
    const lines = [
      'Average,,4500,',
      'Mean: ,,4500,',
      'SUM,,9000,',
      'Median cost (weekly),,900,',
      'Overall total,2,9000,',
    ];
    const words = [
      'Confidential,,,',
      'End,,,',
      'Key:,,,',
      'Q4 2024/25,,,',
      'Data extracted 12/02/2024,,,',
      'Completed by,J Smith,,',
    ];
    const gone = ['#N/A,Today,900,', 'NULL,Today,,', '-,Today,,'];
    const children = [
      'C1,Today,900,',
      'f47ac10b-58cc-4372-a567-0e02b2c3d479,,,',
      'JS,Today,,',
      'Summer B,Today,,',
      'C 3,,,',
    ];
    const result = await load(db, [header, ...children, ...lines, ...words, ...gone, ''].join('\n'));
    expect([result.loaded, result.setAside]).toEqual([children.length, lines.length + words.length + gone.length]);
    const told = (await problems(db, 'set aside')).map((line) => line.split(' | ').at(-1));
    expect(told.filter((reason) => reason === 'no child ID')).toHaveLength(gone.length);
  });

  it('reads headings that take two rows', async () => {
    const text = 'Child ID,Risk to child,,\n,Self-harm,Going missing,Eating disorder\nC1,Risk Present,No known risk,\n';
    await load(db, text);
    expect(await value(db, 'riskSelfHarm')).toBe('Risk Present');
    expect(await value(db, 'riskMissing')).toBe('No known risk');
  });

  it('keeps short rows, and long rows whose values are in place', async () => {
    const result = await load(
      db,
      `${header}\nC1,Today\nC2,Today,900,x,,\nC3,Today,900,x,surplus\nC4,Today,£1,200,x\nC5\n`,
    );
    expect([result.rowsIn, result.loaded, result.setAside]).toEqual([5, 5, 0]);
    expect(await problems(db, 'warning')).toContain('4 | childId | surplus | surplus cells');
  });

  it('sets aside a long row whose values have moved', async () => {
    const moved = 'child_ID,cost_total_weekly,when_placement_is_needed_by\nC1,£4,500,Today\nC2,900,Today\n';
    const result = await load(db, moved);
    expect([result.loaded, result.setAside]).toEqual([1, 1]);
    expect(await problems(db, 'set aside')).toEqual(['2 | childId | C1 | cells out of place']);
  });

  it('loses nothing to a quote without a partner', async () => {
    const result = await load(
      db,
      `${header}\nC1,Today,900,5" pipe\nC2,Today,900,"open\nC3,Today,900,x\nC4,Today,900,"a""b"\n`,
    );
    expect([result.rowsIn, result.loaded]).toEqual([4, 4]);
    expect(await rows(db, "SELECT childId AS c, bespoke['note'] AS n FROM pool ORDER BY 1")).toEqual([
      { c: 'C1', n: '5" pipe' },
      { c: 'C2', n: '"open' },
      { c: 'C3', n: 'x' },
      { c: 'C4', n: 'a"b' },
    ]);
    expect(await problems(db, 'warning')).toContain('3 | childId | quote not paired');
  });

  it('keeps text of several lines, separators and quotes', async () => {
    await load(db, `${header}\nC1,Today,900,"first, line\nsecond ""line"""\n`);
    expect(await rows(db, "SELECT bespoke['note'] AS n FROM pool")).toEqual([{ n: 'first, line\nsecond "line"' }]);
  });

  it('keeps 0012 and 12 apart', async () => {
    await load(db, 'child_ID,dol\n0012,Yes\n12,No\n"=""007""",No\n');
    expect((await contents(db)).map((row) => row.childId)).toEqual(['0012', '007', '12']);
  });
});

describe('files pasted together', () => {
  const first = 'child_ID,when_placement_is_needed_by,cost_total_weekly,placement_type';
  const own = ['C1,Today,900,Foster', 'C2,< 5 days,800,Residential'];
  const held = () =>
    rows(
      db,
      `SELECT childId AS c, neededBy::VARCHAR AS n, totalWeeklyCost AS w, placementType::VARCHAR AS p, dol, note FROM
        (SELECT *, CASE deprivationOfLiberty WHEN true THEN 'Yes' END AS dol, bespoke['note'] AS note FROM pool) ORDER BY rowId`,
    );
  const [one, two] = [
    { c: 'C1', n: 'Today', w: 900, p: 'Foster', dol: null, note: null },
    { c: 'C2', n: '< 5 days', w: 800, p: 'Residential', dol: null, note: null },
  ];
  const three = { c: 'C3', n: '> 5 days', w: 700, p: 'Foster' };

  it.each([
    ['in another order', 'Placement Type,Child ID,Total weekly cost,Needed by', 'Foster,C3,700,> 5 days', {}],
    ['with a column more', `${first},dol`, 'C3,> 5 days,700,Foster,Yes', { dol: 'Yes' }],
    ['with a column less', 'child_ID,cost_total_weekly,placement_type', 'C3,700,Foster', { n: null }],
    ['with a column of its own', `note,${first}`, 'seen,C3,> 5 days,700,Foster', { note: 'seen' }],
    ['after a blank column', `,${first}`, ',C3,> 5 days,700,Foster', {}],
  ])('reads headings that come again %s', async (_, again, row, other) => {
    for (const table of [
      [first, ...own, again, row],
      ['OFFICIAL', first, ...own, '', 'OFFICIAL', again, '', row, ''],
    ]) {
      await emptyPool(db);
      const result = await load(db, table.join('\n'));
      expect(await held()).toEqual([one, two, { ...three, dol: null, note: null, ...other }]);
      expect(result.loaded + result.setAside).toBe(result.rowsIn);
      expect((await problems(db, 'set aside')).map((line) => line.split(' | ').at(-1))).toContain('headings repeated');
      await emptyPool(db);
      await addTable(db, { name: 'Somerset.xlsx', rows: table.map((line) => line.split(',')) });
      expect(await held()).toEqual([one, two, { ...three, dol: null, note: null, ...other }]);
    }
  });

  it('reads them in a file too large to be read row by row', async () => {
    const many = Array.from({ length: 6000 }, (_, at) => `D${at},Today,900,Foster`);
    const swapped = ['placement_type,child_ID,when_placement_is_needed_by,cost_total_weekly', 'Foster,C3,> 5 days,700'];
    const wider = [`${first},dol`, 'C4,> 5 days,700,Foster,Yes'];
    const result = await load(db, [first, ...many, ...swapped, ...wider].join('\n'));
    expect([result.rowsIn, result.loaded, result.setAside]).toEqual([6004, 6002, 2]);
    expect((await held()).slice(-2)).toEqual([
      { ...three, dol: null, note: null },
      { ...three, c: 'C4', dol: 'Yes', note: null },
    ]);
  });

  it('keeps the rows of a file in their order', async () => {
    await load(db, [first, ...own].join('\n'));
    expect((await rows(db, 'SELECT childId AS c FROM pool ORDER BY rowId')).map(({ c }) => c)).toEqual(['C1', 'C2']);
  });
});

describe('files that cannot be read', () => {
  it.each([
    ['empty', new Uint8Array(0), 'empty'],
    ['white space', utf8(' \n\n \n'), 'empty'],
    ['header only', utf8('child_ID,dol\n'), 'header only'],
    ['header and blank rows', utf8('child_ID,dol\n,\n , \n'), 'header only'],
    ['prose', utf8('Dear colleague,\nplease find attached\n'), 'no header'],
    ['another table', utf8('name,colour\nA,red\n'), 'no header'],
    ['no child', utf8('when_placement_is_needed_by,dol\nToday,Yes\n'), 'no child ID'],
    ['PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'picture'],
    ['JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'picture'],
    ['PDF', utf8('%PDF-1.7\n'), 'pdf'],
    ['XLSX', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'spreadsheet'],
    ['XLS', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old spreadsheet'],
    ['zeros', new Uint8Array(500), 'binary'],
  ])('%s: a clear error and the pool as it was', async (_, content, reason) => {
    await load(db, plain);
    const before = await contents(db);
    await expect(addFile(db, { name: 'Devon.csv', content })).rejects.toMatchObject({
      name: 'UnreadableFile',
      reason,
      advice: expect.stringMatching(/\w+/),
    });
    expect(await contents(db)).toEqual(before);
    expect(await rows(db, 'SELECT count(*) AS n FROM source')).toEqual([{ n: 1 }]);
  });

  it('stops when asked and leaves the pool as it was', async () => {
    const stop = new AbortController();
    const adding = addFile(db, {
      name: 'Somerset.csv',
      content: utf8(plain),
      signal: stop.signal,
      onProgress: (phase) => phase === 'checking' && stop.abort(),
    });
    await expect(adding).rejects.toBeDefined();
    expect(await contents(db)).toEqual([]);
    expect((await load(db, plain)).loaded).toBe(2);
  });
});
