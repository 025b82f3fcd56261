import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFile, figureCsv } from '@/lib/export/csv';
import { neutralise } from '@/lib/export/neutral';
import { isWithheld } from '@/lib/figure/figure';
import { anyFigure, figure, working } from './sample';

/** A CSV reader of its own, to the letter of RFC 4180, so that writer and test share no mistake. */
function parse(csv: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = pattern.exec(csv); match; match = pattern.exec(csv)) {
    line.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

describe('figureCsv', () => {
  it('writes a row a cell, columns in order, numbers unrounded, and the status last', () => {
    expect(figureCsv(figure).split('\r\n')).toEqual([
      'sought,la_code,month,n,rate,median,change,status',
      'Foster,E06000066,2026-01,1204,0.7812345,861.5,-0.031,ok',
      'Residential,E06000066,2026-02,,,,0,c;u',
      `"'=HYPERLINK(""x"")",'-1+1,2026-03,5,1,5100,0.25,ok`,
      '',
    ]);
  });

  it('reads back as it was for any figure', () => {
    fc.assert(
      fc.property(anyFigure, (any) => {
        const [heading, ...lines] = parse(figureCsv(any));
        expect(heading).toEqual([...any.table.columns.map(({ name }) => name), 'status']);
        expect(lines).toHaveLength(any.table.rows.length);
        any.table.rows.forEach((row, at) => {
          const cells = any.table.columns.map(({ name }) => row[name]);
          const back = lines[at] ?? [];
          cells.forEach((cell, column) => {
            if (isWithheld(cell)) expect(back[column]).toBe('');
            else if (typeof cell === 'number') expect(Number(back[column])).toBe(cell === 0 ? 0 : cell);
            else expect(back[column]).toBe(neutralise(cell ?? ''));
          });
          const symbols = new Set(cells.filter(isWithheld).map(({ symbol }) => symbol));
          expect(back.at(-1)).toBe(symbols.size === 0 ? 'ok' : [...symbols].join(';'));
        });
      }),
    );
  });

  it('writes groups that the screen shows side by side as one row a group', () => {
    const columns = [
      { name: 'need', label: 'Need', kind: 'dimension' },
      { name: 'withN', label: 'With', kind: 'count', arm: { present: 'Yes', name: 'n' } },
      { name: 'withMedian', label: 'With', kind: 'pounds', arm: { present: 'Yes', name: 'median' } },
      { name: 'withoutN', label: 'Without', kind: 'count', arm: { present: 'No', name: 'n' } },
      { name: 'withoutMedian', label: 'Without', kind: 'pounds', arm: { present: 'No', name: 'median' } },
      { name: 'unknownN', label: 'Not recorded', kind: 'count', arm: { present: 'Not recorded', name: 'n' } },
      { name: 'difference', label: 'Difference', kind: 'pounds' },
    ] as const;
    const few = { symbol: 'u', reason: 'Fewer than 5' } as const;
    const row = { need: 'riskMissing', withN: 4, withMedian: few, withoutN: 9, withoutMedian: 812.5, unknownN: 2 };
    expect(figureCsv({ ...figure, table: { columns, rows: [{ ...row, difference: few }] } }).split('\r\n')).toEqual([
      'need,present,n,median,status',
      'riskMissing,Yes,4,,u',
      'riskMissing,No,9,812.5,ok',
      'riskMissing,Not recorded,2,,z',
      '',
    ]);
  });

  it('never lets text start as a formula, and never touches a number', () => {
    fc.assert(
      fc.property(anyFigure, (any) => {
        const [, ...lines] = parse(figureCsv(any));
        any.table.rows.forEach((row, at) => {
          any.table.columns.forEach(({ name }, column) => {
            const written = lines[at]?.[column] ?? '';
            if (typeof row[name] === 'string') expect(written).not.toMatch(/^[=+\-@\t\r]/);
            if (typeof row[name] === 'number') expect(written).not.toMatch(/^'/);
          });
        });
      }),
    );
  });

  it('is named by the figure’s id alone, in the working view too, and has no byte order mark', () => {
    const file = csvFile(working);
    expect(file.name).toBe('match-rate.csv');
    expect([...file.content.slice(0, 6)]).toEqual([...new TextEncoder().encode('sought')]);
  });
});
