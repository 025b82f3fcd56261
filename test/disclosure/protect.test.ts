import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertProtected, Unprotected } from '@/lib/disclosure/gate';
import { type ProtectedDraft, pageProtector, protect } from '@/lib/disclosure/protect';
import { type Figure, isWithheld, type TableRow } from '@/lib/figure/figure';
import { wilson } from '@/lib/method/wilson';
import { draftOf } from './support/draft';
import { figureOf, randomPool, specs } from './support/page';
import { random } from './support/table';

const limits = { threshold: 5, base: 5 };

const rowOf = (shown: ProtectedDraft, la: string): TableRow =>
  shown.table.rows.find((row) => Object.values(row).includes(la)) ?? {};
const symbol = (row: TableRow, name: string): string | undefined => {
  const cell = row[name];
  return isWithheld(cell) ? cell.symbol : undefined;
};

const rateRow = (la: string, k: number, n: number): TableRow => ({ la, k, n, rate: k / n, ...wilson(k, n) });

describe('protection', () => {
  it('changes nothing in the working view', () => {
    const draft = draftOf({ kind: 'rates' }, [rateRow('Devon', 3, 40)]);
    const shown = protect(draft, 'working', limits);
    expect(shown).toMatchObject({ table: draft.table, n: 400, notes: [] });
  });

  it('refuses settings that could not protect', () => {
    const draft = draftOf({ kind: 'rates' }, [rateRow('Devon', 3, 40)]);
    expect(() => protect(draft, 'sharing', { threshold: 0, base: 5 })).toThrow(RangeError);
    expect(() => protect(draft, 'sharing', { threshold: Number.NaN, base: 5 })).toThrow(RangeError);
  });

  it('hides k when k or its rest is small, and works every share from rounded counts', () => {
    const rows = [rateRow('Avon', 61, 123), rateRow('Bourne', 3, 84), rateRow('Culm', 98, 100), rateRow('Dart', 0, 57)];
    const more = [rateRow('Exe', 41, 66), rateRow('Frome', 33, 71)];
    const shown = protect(draftOf({ kind: 'rates' }, [...rows, ...more]), 'sharing', limits);
    const interval = wilson(60, 125);
    expect(rowOf(shown, 'Avon')).toMatchObject({ k: 60, n: 125, rate: 0.48 });
    expect(rowOf(shown, 'Avon').lower).toBe(Math.round(interval.lower * 100) / 100);
    for (const la of ['Bourne', 'Culm']) {
      expect([
        symbol(rowOf(shown, la), 'k'),
        symbol(rowOf(shown, la), 'rate'),
        symbol(rowOf(shown, la), 'upper'),
      ]).toEqual(['c', 'c', 'c']);
    }
    expect(rowOf(shown, 'Dart')).toMatchObject({ k: 0, rate: 0 });
  });

  it('gives no percentage of fewer than ten', () => {
    const rows = [rateRow('Avon', 0, 8), rateRow('Bourne', 40, 90), rateRow('Culm', 30, 70)];
    expect(symbol(rowOf(protect(draftOf({ kind: 'rates' }, rows), 'sharing', limits), 'Avon'), 'rate')).toBe('u');
  });

  it('gives costs only for enough placements, rounded, and never a maximum', () => {
    const cost = (la: string, n: number): TableRow => ({
      la,
      n,
      mean: 1234,
      median: 987,
      q1: 701,
      p90: 5051,
      maximum: 9999,
    });
    const shown = protect(
      draftOf({ kind: 'costs' }, [cost('Avon', 60), cost('Bourne', 12), cost('Culm', 7), cost('Dart', 3)]),
      'sharing',
      limits,
    );
    expect(rowOf(shown, 'Avon')).toMatchObject({ n: 60, mean: 1250, median: 990, q1: 700, p90: 5050 });
    expect(symbol(rowOf(shown, 'Avon'), 'maximum')).toBe('x');
    expect(symbol(rowOf(shown, 'Bourne'), 'p90')).toBe('u');
    expect(rowOf(shown, 'Culm').median).toBe(990);
    expect(symbol(rowOf(shown, 'Culm'), 'q1')).toBe('u');
    expect(symbol(rowOf(shown, 'Dart'), 'median')).toBe('c');
  });

  it('shows a provider only with ten placements from two authorities, none with more than four fifths', () => {
    const provider = (name: string, n: number, authorities: number, largestShare: number): TableRow => ({
      provider: name,
      n,
      authorities,
      largestShare,
      median: 4321,
    });
    const rows = [
      provider('A', 40, 3, 0.5),
      provider('B', 40, 1, 1),
      provider('C', 9, 3, 0.5),
      provider('D', 40, 2, 0.9),
      provider('E', 55, 4, 0.8),
    ];
    const shown = protect(draftOf({ kind: 'providers' }, rows), 'sharing', limits);
    const open = shown.table.rows.filter((row) => typeof row.median === 'number').map((row) => row.provider);
    expect(open).toEqual(['A', 'E']);
    expect(shown.table.columns.map(({ name }) => name)).not.toContain('authorities');
    const bare = rows.map(({ authorities, ...row }) => row);
    expect(
      protect(draftOf({ kind: 'providers' }, bare), 'sharing', limits).table.rows.every((row) => isWithheld(row.n)),
    ).toBe(true);
  });

  it('shows a derived number only when every count behind it is large enough, its verdict with it', () => {
    const derived = (need: string, k: number, n: number, n1: number): TableRow => ({
      need,
      k,
      n,
      n1,
      rr: 1.23456,
      flag: 'yes',
    });
    const rows = [
      derived('a', 20, 60, 80),
      derived('b', 2, 60, 80),
      derived('c', 8, 8, 80),
      derived('d', 30, 90, 70),
      derived('e', 44, 97, 70),
    ];
    const shown = protect(draftOf({ kind: 'derived', counts: ['k', 'n', 'n1'] }, rows), 'sharing', limits);
    expect(rowOf(shown, 'a')).toMatchObject({ rr: 1.23, flag: 'yes' });
    expect([symbol(rowOf(shown, 'b'), 'rr'), symbol(rowOf(shown, 'b'), 'flag')]).toEqual(['c', 'c']);
    expect(symbol(rowOf(shown, 'c'), 'rr')).toBe('u');
  });

  it('protects comparison columns as their own counts', () => {
    const rows = [
      { ...rateRow('Avon', 50, 90), comparisonK: 2, comparisonN: 80, comparisonRate: 0.025 },
      { ...rateRow('Bourne', 50, 90), comparisonK: 40, comparisonN: 80, comparisonRate: 0.5 },
      { ...rateRow('Culm', 61, 99), comparisonK: 44, comparisonN: 77, comparisonRate: 0.57 },
    ];
    const shown = protect(draftOf({ kind: 'rates' }, rows), 'sharing', limits);
    expect(rowOf(shown, 'Avon').rate).toBe(0.56);
    expect([symbol(rowOf(shown, 'Avon'), 'comparisonK'), symbol(rowOf(shown, 'Avon'), 'comparisonRate')]).toEqual([
      'c',
      'c',
    ]);
  });

  it('gives a matrix and its rows of totals one fate, and hides the shares of a row with a hidden cell', () => {
    const pool = randomPool(random(21), 420);
    const { draft } = figureOf(specs[0] as (typeof specs)[number], pool);
    const all = (draft.extra?.sought?.table.rows ?? []).map(({ sought, n }) => ({
      sought: sought ?? '',
      secured: 'All',
      n: n ?? 0,
    }));
    const columns = draft.table.columns.map((column) => column);
    const rows = draft.table.rows.map((row) => ({ ...row, rowRate: 0.25 }));
    const withShares = { columns: [...columns, { name: 'rowRate', label: '', kind: 'rate' as const }], rows };
    const margins = { table: { columns, rows: all }, disclosure: { kind: 'rounded', counts: ['n'] } as const };
    const exact = protect({ ...draft, table: withShares, extra: { margins } }, 'sharing', {
      ...limits,
      crossed: 'exact',
    });
    for (const { sought, n } of exact.extra.margins?.rows ?? []) {
      const line = exact.table.rows.filter((row) => row.sought === sought);
      const shown = line.every((row) => typeof row.n === 'number');
      if (shown && typeof n === 'number') expect(line.reduce((sum, row) => sum + Number(row.n), 0)).toBe(n);
      expect(line.every((row) => isWithheld(row.rowRate))).toBe(!shown || isWithheld(n));
    }
    expect(exact.table.rows.some((row) => isWithheld(row.n))).toBe(true);
  });

  it('rounds the reference line of a chart with its figure', () => {
    const chart = {
      kind: 'interval',
      label: 'la',
      estimate: 'rate',
      lower: 'lower',
      upper: 'upper',
      format: 'percent',
      reference: { value: 0.78345, label: 'Region' },
    } as const;
    const shown = protect(
      draftOf({ kind: 'rates' }, [rateRow('Avon', 50, 90)], { charts: [chart] }),
      'sharing',
      limits,
    );
    expect(shown.charts[0]).toMatchObject({ reference: { value: 0.78 } });
  });

  it('passes its own gate whatever the pool, at every threshold, and is the same every time', () => {
    const seeds = fc.integer({ min: 1, max: 1e6 });
    fc.assert(
      fc.property(seeds, fc.constantFrom(5, 6, 10), fc.integer({ min: 0, max: 600 }), (seed, threshold, size) => {
        const settings = { threshold, base: 5 };
        const pool = randomPool(random(seed), size);
        const [door, again] = [pageProtector(), pageProtector()];
        for (const spec of specs) {
          const { id, draft } = figureOf(spec, pool);
          const shown = door(draft, 'sharing', settings);
          const figure = { ...shown, id, headline: '', subtitle: '', protection: 'sharing' as const };
          assertProtected(figure, settings);
          expect(again(draft, 'sharing', settings)).toEqual(shown);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('gate', () => {
  const figure = (row: TableRow, more: Partial<Figure> = {}) => {
    const { table } = draftOf({ kind: 'rates' }, [row]);
    const rest = {
      extra: {},
      n: 50,
      exclusions: [],
      charts: [],
      headline: '',
      subtitle: '',
      protection: 'sharing' as const,
    };
    return { id: 'f', table, ...rest, ...more };
  };

  it.each([
    ['a small count', { la: 'A', n: 3 }, {}],
    ['an unrounded count', { la: 'A', n: 52 }, {}],
    ['an unrounded share', { la: 'A', rate: 0.123 }, {}],
    ['an unrounded cost', { la: 'A', mean: 1234 }, {}],
    ['a small n', { la: 'A', n: 50 }, { n: 2 }],
    ['a sentence with a small number', { la: 'A', n: 50 }, { headline: 'In Devon 2 children waited' }],
  ] as const)('refuses %s', (_, row, more) => {
    expect(() => assertProtected(figure(row, more), limits)).toThrow(Unprotected);
    expect(() => assertProtected({ ...figure(row, more), protection: 'working' }, limits)).not.toThrow();
  });
});
