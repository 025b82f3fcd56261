import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { columnsOf, firstVisible, shownRows, valuesOf } from '@/components/providers/columns';
import { Grid } from '@/components/table/grid';
import { matchesWords, nextSort, sortingOf } from '@/components/table/grid-model';
import type { Figure, Table, TableRow } from '@/lib/figure/figure';

const columns = [
  { name: 'provider', label: 'Provider (URN)', kind: 'dimension' },
  { name: 'type', label: 'Main type', kind: 'text' },
  { name: 'n', label: 'Placements', kind: 'count' },
  { name: 'matchK', label: 'Number', kind: 'count', hidden: true },
  { name: 'sector', label: 'Sector', kind: 'text', hidden: true },
] as const;
const hidden = { symbol: 'c', reason: 'Hidden because it is small' } as const;
const rows: readonly TableRow[] = [
  { provider: '9900001', type: 'Foster', n: 20, matchK: 1, sector: 'Private' },
  { provider: '9900002', type: 'Residential', n: hidden, matchK: hidden, sector: 'Private' },
  { provider: '9900003', type: 'Foster', n: 45, matchK: 2, sector: 'Voluntary' },
  { provider: '9900004', type: 'Residential', n: 10, matchK: 3, sector: 'Private' },
];
const table: Table = { columns, rows };

type Patch = Partial<Parameters<typeof Grid>[0]>;

function grid(patch: Patch = {}): string {
  const own = columnsOf(table);
  const shared = { caption: 'Providers', noun: 'provider', columns: own, rows, visible: firstVisible(own, false) };
  const state = { pinned: true, sort: '', search: '', filters: {}, group: '', opened: '', onSort() {}, onOpen() {} };
  return renderToStaticMarkup(<Grid {...shared} {...state} {...patch} />);
}

/** Names of rows, in order. */
function names(markup: string): readonly string[] {
  return [...markup.matchAll(/data-row="([^"]+)"/g)].flatMap(([, name = '']) => (/^\d+$/.test(name) ? [name] : []));
}

describe('the table', () => {
  test('says by which heading it is sorted and which way', () => {
    const markup = grid({ sort: '-n' });
    expect([...markup.matchAll(/aria-sort="(\w+)"/g)].map(([, how]) => how)).toEqual(['none', 'none', 'descending']);
    expect(markup).toMatch(/<button type="button" class="sort-button">Placements/);
  });

  test('puts what is not shown last, whichever way it is sorted', () => {
    expect(names(grid({ sort: '-n' }))).toEqual(['9900003', '9900001', '9900004', '9900002']);
    expect(names(grid({ sort: 'n' }))).toEqual(['9900004', '9900001', '9900003', '9900002']);
  });

  test('is searched by its words and narrowed by a value', () => {
    expect(names(grid({ search: 'foster 0003' }))).toEqual(['9900003']);
    expect(names(grid({ filters: { sector: 'Private' }, sort: '-n' }))).toEqual(['9900001', '9900004', '9900002']);
    expect(matchesWords(['Invented House', 'Private'], 'private house')).toBe(true);
    expect(matchesWords(['Invented House', 'Private'], 'public')).toBe(false);
  });

  test('groups rows under headings that fold, in the order of their names, and adds nothing up', () => {
    const markup = grid({ group: 'type', sort: '-n' });
    expect(names(markup)).toEqual(['9900003', '9900001', '9900004', '9900002']);
    const headings = [...markup.matchAll(/<tr[^>]*grid-group[^>]*>.*?<\/tr>/g)].map(([row]) => row);
    expect(headings.map((row) => row.replace(/<[^>]+>/g, ''))).toEqual([
      '▾ Foster (2 providers)',
      '▾ Residential (2 providers)',
    ]);
    expect(headings.every((row) => row.includes('aria-expanded="true"'))).toBe(true);
  });

  test('is one stop for the keyboard, and says which row is open', () => {
    const markup = grid({ opened: '9900003' });
    expect(markup.match(/tabindex="0" aria-expanded/g)?.length).toBe(1);
    expect(markup.match(/tabindex="-1"/g)?.length).toBe(3);
    expect(markup).toMatch(/data-row="9900003" class="grid-opened"/);
    expect(markup).toContain('aria-rowcount="5"');
  });

  test('draws bars from what is shown alone, and explains what is not', () => {
    const markup = grid();
    expect(markup.match(/class="grid-bar"/g)?.length).toBe(3);
    expect(markup).toContain('Hidden because it is small');
  });

  test('has no inline style: the site’s policy forbids it', () => {
    expect(grid({ group: 'type' })).not.toContain('style=');
  });
});

test.each([
  ['', 'n', 'count', '-n'],
  ['-n', 'n', 'count', 'n'],
  ['n', 'n', 'count', '-n'],
  ['', 'type', 'text', 'type'],
  ['type', 'type', 'text', '-type'],
] as const)('from the order %j a press on %s gives the next', (sort, name, kind, next) => {
  expect(nextSort(sort, { name, label: '', kind })).toBe(next);
});

test('a group is sorted by its name before its rows', () => {
  expect(sortingOf('-n', 'type')).toEqual([
    { id: 'type', desc: false },
    { id: 'n', desc: true },
  ]);
  expect(sortingOf('', '')).toEqual([]);
});

test('providers that may not be shown are counted, not listed', () => {
  const { table: shown, tooSmall } = shownRows({ table } as Figure);
  expect(shown.rows.map(({ provider }) => provider)).toEqual(['9900001', '9900003', '9900004']);
  expect(tooSmall).toBe(1);
  expect(valuesOf(shown, 'sector')).toEqual(['Private', 'Voluntary']);
});
