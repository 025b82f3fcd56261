import { describe, expect, it } from 'vitest';
import { protect } from '@/lib/disclosure/protect';
import { isWithheld } from '@/lib/figure/figure';
import { draftOf } from './support/draft';

const limits = { threshold: 5, base: 5 };

describe('the order of protected rows', () => {
  it('orders rows by what is shown, hidden ones last by name', () => {
    const rows = [
      ['Zeal', 90],
      ['Avon', 61],
      ['Yeo', 58],
      ['Mole', 4],
      ['Bray', 3],
      ['Lyn', 2],
    ].map(([la, n]) => ({ la: String(la), n: Number(n) }));
    const shown = protect(draftOf({ kind: 'rounded', counts: ['n'] }, rows), 'sharing', limits);
    expect(shown.table.rows.map(({ la }) => la)).toEqual(['Zeal', 'Avon', 'Yeo', 'Bray', 'Lyn', 'Mole']);
  });

  it('orders rows within the blocks of a known scale by what is shown, and those that hide their block last', () => {
    let n = 30;
    const provider = (name: string, secured: string, ratio: number, authorities: number) => ({
      provider: name,
      secured,
      n: n++,
      authorities,
      largestShare: 0.5,
      rr: ratio,
    });
    const rows = [
      provider('SC3', 'Residential', 1.5, 1),
      provider('SC4', 'Residential', 1.4, 1),
      provider('SC2', 'Residential', 1.304, 3),
      provider('SC1', 'Residential', 1.302, 3),
      provider('2', 'Foster', 1.4, 1),
      provider('3', 'Foster', 1.3, 1),
      provider('9', 'Foster', 1.2, 3),
      provider('7', 'Foster', 1.1, 3),
    ];
    const { table } = protect(draftOf({ kind: 'providers' }, rows), 'sharing', limits);
    expect(table.rows.slice(0, 4).map(({ provider: name, rr }) => [name, rr])).toEqual([
      // Equal as shown: by name, whatever they are exactly.
      ['SC1', 1.3],
      ['SC2', 1.3],
      ['9', 1.2],
      ['7', 1.1],
    ]);
    for (const row of table.rows.slice(4)) expect(isWithheld(row.provider)).toBe(true);
  });

  it('keeps authorities in the order of their names, whatever their codes', () => {
    const rows = [
      ['E10', 'Avon', 90],
      ['E06', 'Bray', 3],
      ['E08', 'Culm', 61],
      ['E07', 'Dart', 80],
    ].map(([la_code, la, n]) => ({ la_code: String(la_code), la: String(la), n: Number(n) }));
    const draft = draftOf({ kind: 'rounded', counts: ['n'] }, rows);
    const columns = draft.table.columns.map((column) =>
      column.name === 'la_code' ? { ...column, kind: 'dimension' as const, hidden: true } : column,
    );
    const shown = protect({ ...draft, table: { columns, rows } }, 'sharing', limits);
    expect(shown.table.rows.map(({ la }) => la)).toEqual(['Avon', 'Bray', 'Culm', 'Dart']);
  });
});
