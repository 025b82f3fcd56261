import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableHtml, tableText } from '@/lib/export/clipboard';
import { anyFigure, figure } from './sample';

describe('tableText', () => {
  it('gives a spreadsheet the shown columns with unrounded numbers and bracketed symbols', () => {
    expect(
      tableText(figure)
        .split('\n')
        .map((line) => line.split('\t')),
    ).toEqual([
      ['Type sought', 'Month', 'Placements', 'Matched', 'Median cost a week', 'Change'],
      ['Foster', '2026-01', '1204', '0.7812345', '861.5', '-0.031'],
      ['Residential', '2026-02', '[c]', '[c]', '[u]', '0'],
      ['\'=HYPERLINK("x")', '2026-03', '5', '1', '5100', '0.25'],
    ]);
  });

  it('keeps its shape for any figure, and lets no text start as a formula', () => {
    fc.assert(
      fc.property(anyFigure, (any) => {
        const lines = tableText(any)
          .split('\n')
          .map((line) => line.split('\t'));
        expect(lines).toHaveLength(any.table.rows.length + 1);
        for (const line of lines) expect(line).toHaveLength(any.table.columns.length);
        for (const field of lines.flat()) if (!Number.isFinite(Number(field))) expect(field).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});

describe('tableHtml', () => {
  it('gives a word processor a table with headings, as it reads on screen', () => {
    const html = tableHtml(figure);
    expect(html).toContain('<caption>Placements of a type that was asked for</caption>');
    expect(html).toContain('<th scope="col">Median cost a week</th>');
    expect(html).toContain(
      '<th scope="row">Foster</th><td>Jan 2026</td><td align="right">1,204</td><td align="right">78%</td>',
    );
    expect(html).toContain('<p>[c] suppressed, so that no child can be identified</p>');
    expect(html).not.toContain('E06000066');
  });

  it('escapes whatever a file put into a label', () => {
    const html = tableHtml({ ...figure, headline: '<img src=x onerror=alert(1)>' });
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});
