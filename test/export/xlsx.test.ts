import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sheetNames } from '@/lib/export/book';
import { figureBook } from '@/lib/export/figure-book';
import { neutralise, withoutForbidden } from '@/lib/export/neutral';
import { xlsxFile } from '@/lib/export/xlsx';
import { isWithheld } from '@/lib/figure/figure';
import { readXlsx } from '@/lib/workbook/xlsx';
import { anyFigure, context, figure, working } from './sample';

const sheetsOf = async (...input: Parameters<typeof xlsxFile>) => readXlsx((await xlsxFile(...input)).content).sheets;

describe('xlsxFile', () => {
  it('opens with a cover that says what, from where, when, how many and how protected', async () => {
    const [cover] = await sheetsOf([figure], context, 'match-rate');
    expect(cover?.rows.map(({ cells }) => cells)).toEqual([
      ['Needs sought and provision secured'],
      ['Protected for sharing: small numbers are suppressed or rounded.'],
      ['Placements shown', 'Somerset · foster sought · April 2025 to March 2026'],
      ['Link to this view', context.link],
      ['Pool', 'South West returns'],
      ['Pool runs to', '2026-03-31'],
      ['Written on', '2026-11-21'],
      ['Small numbers', 'Counts of 1 to 4 are hidden and others rounded to the nearest 5. As agreed by the region.'],
      ['Source', 'Placements Data Standard returns, “South West returns”'],
      ['Figures'],
      ['Sheet', 'What it says', 'Placements'],
      ['match-rate', `${figure.title}: ${figure.headline}`, '1209'],
      ['Before you use these figures'],
      ['', 'One authority never asked about sexual exploitation.'],
      ['', 'The home’s own address is not in the standard.'],
      ['How small numbers are protected'],
      ['', '1 number is suppressed.'],
      ['Symbols'],
      ['', '[c] suppressed, so that no child can be identified'],
      ['', '[u] too few placements to be reliable'],
      ['Definitions'],
      ['Match rate', 'Placements of a preferred type, as a share of those with one.'],
    ]);
  });

  it('wraps a long term on the cover, which its meaning beside it would cut short', () => {
    const term = 'Got the type of home that was asked for, over time';
    const [cover] = figureBook([figure], { ...context, definitions: [{ term, meaning: 'A share.' }] }).sheets;
    expect(cover?.rows.at(-1)?.[0]).toMatchObject({ value: term, style: 'wrapped' });
  });

  it('holds a sheet a figure with real numbers and dates, symbols in brackets and notes below', async () => {
    const [, sheet] = await sheetsOf([figure], context, 'match-rate');
    expect(sheet?.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, figure.title],
      [2, figure.headline],
      [3, figure.subtitle],
      [4, 'Type sought', 'Authority code', 'Month', 'Placements', 'Matched', 'Median cost a week', 'Change'],
      [5, 'Foster', 'E06000066', '2026-01-01', '1204', '0.7812345', '861.5', '-0.031'],
      [6, 'Residential', 'E06000066', '2026-02-01', '[c]', '[c]', '[u]', '0'],
      [7, '\'=HYPERLINK("x")', "'-1+1", '2026-03-01', '5', '1', '5100', '0.25'],
      [9, 'Rests on 40 of 50 records (80%).'],
      [10, 'Left out: no preference recorded (812).'],
      [11, 'Left out: not placed ([c]).'],
      [12, 'A risk never asked: Never asked in a.csv: Eating disorder.'],
      [13, 'One authority never asked about sexual exploitation.'],
      [14, 'The home’s own address is not in the standard.'],
      [15, '1 number is suppressed.'],
      [16, '[c] suppressed, so that no child can be identified'],
      [17, '[u] too few placements to be reliable'],
      [18, 'Source: Placements Data Standard returns, “South West returns”'],
      [19, 'Back to Contents'],
      [21, 'By year'],
      [22, 'Type sought'],
      [23, 'Foster'],
    ]);
  });

  it('freezes the heading, sets widths, and links the cover to the view and to each sheet', async () => {
    const { content } = await xlsxFile([figure], context, 'match-rate');
    const part = (name: string) => new TextDecoder().decode(unzipSync(content)[name]);
    expect(part('xl/worksheets/sheet2.xml')).toMatch(/<pane [^>]*ySplit="4"[^>]*state="frozen"/);
    expect(part('xl/worksheets/sheet2.xml')).toMatch(/<col [^>]*width="\d+/);
    expect(part('xl/worksheets/sheet1.xml')).toContain(`location="'match-rate'!A1"`);
    expect(part('xl/worksheets/_rels/sheet1.xml.rels')).toContain('la=E06000066&amp;sought=Foster');
    expect(part('docProps/core.xml')).toContain('<dc:title>Needs sought and provision secured</dc:title>');
  });

  it('marks a working file INTERNAL in its name and on its cover, whole pages included', async () => {
    const file = await xlsxFile([figure, working], context, 'Needs');
    expect(file.name).toBe('INTERNAL Needs.xlsx');
    const { sheets } = readXlsx(file.content);
    expect(sheets.map(({ name }) => name)).toEqual(['Contents', 'match-rate', 'match-rate (2)']);
    expect(sheets[0]?.rows[1]?.cells).toEqual(['INTERNAL: contains small numbers. Do not share.']);
  });

  it('reads back as it was for any figure', async () => {
    await fc.assert(
      fc.asyncProperty(anyFigure, async (any) => {
        const [, sheet] = await sheetsOf([any], context, 'any');
        const cells = new Map(sheet?.rows.map((row) => [row.number, row.cells]));
        any.table.rows.forEach((row, at) => {
          any.table.columns.forEach(({ name }, column) => {
            const [cell, back] = [row[name], cells.get(at + 5)?.[column] ?? ''];
            if (isWithheld(cell)) expect(back).toBe(`[${cell.symbol}]`);
            else if (typeof cell === 'number') expect(Number(back)).toBe(Number(cell.toPrecision(15)) + 0);
            else
              expect(back.replace(/ $/, '')).toBe(
                withoutForbidden(neutralise(cell ?? ''))
                  .replace(/\r\n?/g, '\n')
                  .replace(/ $/, ''),
              );
          });
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('sheetNames', () => {
  it('are unique whatever their case, short, and without forbidden characters', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('a', 'A', 'x'.repeat(40)))), (wanted) => {
        const names = sheetNames(wanted);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/s);
      }),
    );
  });
});
