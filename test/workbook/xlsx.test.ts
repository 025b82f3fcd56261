import { describe, expect, it } from 'vitest';
import { defaultLimits } from '@/lib/workbook/limits';
import { fillMergedDown } from '@/lib/workbook/workbook';
import { readXlsx } from '@/lib/workbook/xlsx';
import { rows, xlsx } from './fixture';

const first = (bytes: Uint8Array) => {
  const sheet = readXlsx(bytes).sheets[0];
  if (!sheet) throw new Error('the workbook has no sheet');
  return sheet;
};
const cellsOf = (xml: string, rest: Omit<Parameters<typeof xlsx>[0], 'sheets'> = {}) =>
  first(xlsx({ sheets: [{ name: 'Data', xml: rows(xml) }], ...rest })).rows.map((row) => row.cells);

const dates = `<numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy;@"/><numFmt numFmtId="165" formatCode="[$-809]d mmmm yyyy"/><numFmt numFmtId="166" formatCode="0000"/><numFmt numFmtId="167" formatCode="&quot;day &quot;0"/><numFmt numFmtId="168" formatCode="[h]:mm"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="10"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="168"/></cellXfs>`;

describe('readXlsx', () => {
  it('reads shared strings, joining rich text and leaving pronunciation out', () => {
    const strings =
      '<si><t>plain</t></si><si><r><rPr><b/></rPr><t>two </t></r><r><t>runs</t></r><rPh sb="0" eb="1"><t>guide</t></rPh></si><si><t xml:space="preserve"> kept </t></si><si><t>a_x000D_b</t></si><si/>';
    const cells = [0, 1, 2, 3, 4].map((at) => `<c t="s"><v>${at}</v></c>`).join('');
    expect(cellsOf(`<row>${cells}<c t="s"><v>99</v></c><c t="str"><v>end</v></c></row>`, { strings })).toEqual([
      ['plain', 'two runs', ' kept ', 'a\rb', '', '', 'end'],
    ]);
  });

  it('reads inline strings, booleans, errors, ISO dates and cached formula values', () => {
    expect(
      cellsOf(
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>&lt; 5 </t></r><r><t>days</t></r></is></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="b"><v>0</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="d"><v>2024-02-12T00:00:00</v></c><c r="F1" t="str"><f>A1</f><v>text</v></c><c r="G1"><f>1+1</f><v>2</v></c></row>',
      ),
    ).toEqual([['< 5 days', 'TRUE', 'FALSE', '#N/A', '2024-02-12', 'text', '2']]);
  });

  it('counts formulas that hold no result, so that their blanks are not taken for data', () => {
    const sheet = first(
      xlsx({ sheets: [{ name: 'Data', xml: rows('<row><c><f>1+1</f></c><c t="str"><v>x</v></c></row>') }] }),
    );
    expect([sheet.uncalculated, sheet.rows[0]?.cells]).toEqual([1, ['', 'x']]);
  });

  it('turns serials into ISO dates by their number format and leaves every other number alone', () => {
    const styled = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`;
    expect(
      cellsOf(
        `<row>${[
          styled(0, '45334'),
          styled(1, '45334'),
          styled(2, '45334'),
          styled(3, '45334'),
          styled(4, '12'),
          styled(5, '45334'),
          styled(6, '0.125'),
          styled(7, '45334.5'),
          styled(8, '0.75'),
          styled(9, '1.5'),
          styled(1, '0'),
          styled(1, '60'),
          styled(1, '59'),
        ].join('')}</row>`,
        { styles: dates },
      ),
    ).toEqual([
      [
        '45334',
        '2024-02-12',
        '2024-02-12',
        '2024-02-12',
        '0012',
        '45334',
        '0.125',
        '2024-02-12T12:00:00',
        '18:00:00',
        '1.5',
        '0',
        '60',
        '1900-02-28',
      ],
    ]);
  });

  it('reads the 1904 date system', () => {
    expect(
      cellsOf('<row><c s="1"><v>43872</v></c></row>', { styles: dates, workbookPr: '<workbookPr date1904="1"/>' }),
    ).toEqual([['2024-02-12']]);
  });

  it('writes numbers as a spreadsheet shows them, never with an exponent', () => {
    const values = ['4500', '1234.5600000000001', '1E3', '1.5e-7', '-2.50', '123456789012345678', '0.1'];
    expect(cellsOf(`<row>${values.map((value) => `<c><v>${value}</v></c>`).join('')}</row>`)).toEqual([
      ['4500', '1234.56', '1000', '0.00000015', '-2.5', '123456789012346000', '0.1'],
    ]);
  });

  it('keeps row numbers, gaps, hidden rows, hidden columns and merged blocks', () => {
    const sheet = first(
      xlsx({
        sheets: [
          {
            name: 'Data',
            xml: `<dimension ref="A1:B2"/><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols>${rows(
              '<row r="2"><c r="B2"><v>1</v></c><c r="AA2"><v>2</v></c><c r="AB2" s="4"/></row><row r="7" hidden="1"><c r="A7"><v>3</v></c></row><row r="9"/>',
            )}<mergeCells><mergeCell ref="A2:B3"/></mergeCells>`,
          },
        ],
      }),
    );
    expect(sheet.rows.map(({ number, hidden, cells }) => [number, hidden, cells.length])).toEqual([
      [2, false, 27],
      [7, true, 1],
    ]);
    expect(sheet.hiddenColumns).toEqual([1, 2]);
    expect(sheet.merged).toEqual([{ top: 2, left: 0, bottom: 3, right: 1 }]);
  });

  it('puts rows in order whatever order they are stored in', () => {
    expect(cellsOf('<row r="3"><c><v>3</v></c></row><row r="1"><c><v>1</v></c></row>')).toEqual([['1'], ['3']]);
  });

  it('copies merged values down only when asked', () => {
    const sheet = first(
      xlsx({
        sheets: [
          {
            name: 'Data',
            xml: `${rows('<row r="1"><c r="B1" t="str"><v>Somerset</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>')}<mergeCells><mergeCell ref="B1:B2"/></mergeCells>`,
          },
        ],
      }),
    );
    expect(sheet.rows.map((row) => row.cells)).toEqual([['', 'Somerset'], ['2']]);
    expect(fillMergedDown(sheet).rows.map((row) => row.cells)).toEqual([
      ['', 'Somerset'],
      ['2', 'Somerset'],
    ]);
  });

  it('lists hidden sheets with their state', () => {
    const { sheets } = readXlsx(
      xlsx({
        sheets: [
          { name: 'Data &amp; notes', xml: rows('') },
          { name: 'Lists', xml: rows(''), state: 'veryHidden' },
        ],
      }),
    );
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Data & notes', false],
      ['Lists', true],
    ]);
  });

  it('reads prefixed elements and UTF-16 parts as other producers write them', () => {
    const prefixed =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>£ – ’</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const wide = new Uint8Array(Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${prefixed}`, 'utf16le'));
    for (const part of [prefixed, wide]) {
      const bytes = xlsx({ sheets: [{ name: 'Data', xml: '' }], parts: { 'xl/worksheets/sheet1.xml': part } });
      expect(first(bytes).rows[0]?.cells).toEqual(['£ – ’']);
    }
  });

  it('stops at its limits with words that say what to do', () => {
    const bytes = xlsx({ sheets: [{ name: 'Data', xml: rows(' '.repeat(2_000_000)) }] });
    const limits = { ...defaultLimits, entryBytes: 1024 * 1024 };
    expect(() => readXlsx(bytes, limits)).toThrowError(
      expect.objectContaining({ kind: 'too-large', advice: expect.stringContaining('Split it') }),
    );
    const wide = xlsx({ sheets: [{ name: 'Data', xml: rows('<row r="1"><c r="XFD1"><v>1</v></c></row>'.repeat(9)) }] });
    expect(() => readXlsx(wide, { ...defaultLimits, cells: 100_000 })).toThrowError(/more than 100000 cells/);
  });
});
