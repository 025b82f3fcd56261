import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { FigureTables } from '@/components/table/figure-tables';
import { GroupedTables } from '@/components/table/grouped-tables';
import { shownTable } from '@/lib/export/shown';
import { figure } from '../../export/sample';

const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ la: `Place ${index % 4}`, n: index }));
const columns = [
  { name: 'la', label: 'Authority', kind: 'dimension' },
  { name: 'n', label: 'Placements', kind: 'count' },
] as const;
const lines = (markup: string) => markup.match(/<tr>/g)?.length ?? 0;

describe('the table behind a figure', () => {
  test('is drawn whole where it is short, and begun where it is long, saying how many rows there are', () => {
    const of = (count: number) =>
      renderToStaticMarkup(<FigureTables figure={{ ...figure, extra: {}, table: { columns, rows: rows(count) } }} />);
    expect(lines(of(60))).toBe(61);
    expect(of(60)).not.toContain('Show all');
    expect(lines(of(300))).toBe(31);
    expect(of(300)).toContain('Show all 300 rows');
  });

  test('shows an interval in one column beside its number, headed as the measure heads it', () => {
    const table = {
      columns: [
        { name: 'label', label: 'Cause', kind: 'text' },
        { name: 'value', label: '£ a week', kind: 'pounds' },
        { name: 'lower', label: '90% interval from', kind: 'pounds' },
        { name: 'upper', label: 'to', kind: 'pounds' },
        { name: 'said', label: 'In words', kind: 'text' },
      ],
      rows: [{ label: 'Prices', value: 100, lower: 50, upper: 150, said: 'more' }],
    } as const;
    const markup = renderToStaticMarkup(<FigureTables figure={{ ...figure, extra: {}, table }} />);
    const headings = [...markup.matchAll(/<th scope="col"[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(headings).toEqual(['Cause', '£ a week', '90% interval', 'In words']);
    expect(shownTable({ ...figure, table })).toEqual({
      headings: headings.map((label, at) => ({ label, numeric: at === 1 || at === 2 })),
      rows: [['Prices', '£100', '£50–£150', 'more']],
    });
  });

  test('is followed by what the figure rests on', () => {
    const markup = renderToStaticMarkup(
      <FigureTables
        figure={{ ...figure, extra: { prices: { columns, rows: rows(2) }, sparkline: { columns, rows: rows(2) } } }}
      />,
    );
    expect(markup).toContain('Prices before and after');
    expect(markup.match(/<table/g)).toHaveLength(2);
  });
});

test('a table in parts names each with how many groups it has, and draws none until it is opened', () => {
  const markup = renderToStaticMarkup(
    <GroupedTables figure={{ ...figure, table: { columns, rows: rows(10) } }} by="la" />,
  );
  expect(markup.match(/<summary>/g)).toHaveLength(4);
  expect(markup).toContain('Place 0: 3 groups');
  expect(markup).not.toContain('<table');
});
