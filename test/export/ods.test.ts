import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { odsFile } from '@/lib/export/ods';
import { xlsxFile } from '@/lib/export/xlsx';
import { readOds } from '@/lib/workbook/ods';
import { recognise } from '@/lib/workbook/recognise';
import { readXlsx } from '@/lib/workbook/xlsx';
import { anyFigure, context, figure, working } from './sample';

const cellsOf = ({ sheets }: ReturnType<typeof readOds>) =>
  sheets.map(({ name, rows }) => ({ name, rows: rows.map(({ number, cells }) => [number, ...cells]) }));

describe('odsFile', () => {
  it('holds the same sheets as the XLSX, cell for cell', async () => {
    const ods = odsFile([figure, working], context, 'Needs');
    const xlsx = await xlsxFile([figure, working], context, 'Needs');
    expect(ods.name).toBe('INTERNAL Needs.ods');
    expect(cellsOf(readOds(ods.content))).toEqual(cellsOf(readXlsx(xlsx.content)));
  });

  it('is known by its first bytes', () => {
    const { content } = odsFile([figure], context, 'Needs');
    expect(new TextDecoder().decode(content.slice(30, 84))).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    );
    expect(recognise(content)).toBe('ods');
  });

  it('leaves out the characters the XLSX leaves out', async () => {
    const odd = 'a\uFFFDb\u0080c\u{1FFFE}d\uFDD0e';
    const any = { ...figure, headline: odd };
    const ods = readOds(odsFile([any], context, 'any').content);
    const xlsx = readXlsx((await xlsxFile([any], context, 'any')).content);
    expect(ods.sheets[1]?.rows[1]?.cells[0]).toBe('abcde');
    expect(cellsOf(ods)).toEqual(cellsOf(xlsx));
  });

  it('agrees with the XLSX for any figure', async () => {
    // What a spreadsheet shows is the same; ODF alone cannot keep a carriage return or a trailing space apart.
    const plain = (sheets: ReturnType<typeof cellsOf>) =>
      JSON.stringify(sheets, (_, value) => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : value));
    await fc.assert(
      fc.asyncProperty(anyFigure, async (any) => {
        const ods = cellsOf(readOds(odsFile([any], context, 'any').content));
        const xlsx = cellsOf(readXlsx((await xlsxFile([any], context, 'any')).content));
        expect(plain(ods)).toBe(plain(xlsx));
      }),
      { numRuns: 60 },
    );
  });
});
