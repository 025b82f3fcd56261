import { describe, expect, test } from 'vitest';
import { parseView } from '@/lib/view/parse';
import { defaultView, type View } from '@/lib/view/view';
import { viewQuery } from '@/lib/view/write';

/**
 * Every link form ever published, with the view it must always open. Add to this list; never take
 * from it. The last column is what the form is written as today, where that differs.
 */
const published: readonly (readonly [string, Partial<View>, string?])[] = [
  ['', {}],
  ['?la=somerset', { authorities: ['E06000066'] }],
  ['?la=bristol,devon', { authorities: ['E06000023', 'E10000008'] }],
  ['?la=E06000066', { authorities: ['E06000066'] }, '?la=somerset'],
  ['?la=933', { authorities: ['E06000066'] }, '?la=somerset'],
  ['?la=E10000027', { authorities: ['E06000066'] }, '?la=somerset'],
  ['?la=bath-and-north-east-somerset', { authorities: ['E06000022'] }],
  ['?la=st-helens', { authorities: ['E08000013'] }],
  ['?la=kingston-upon-hull', { authorities: ['E06000010'] }],
  ['?region=south-west', { regions: ['E12000009'] }],
  ['?region=E12000009', { regions: ['E12000009'] }, '?region=south-west'],
  ['?period=all', { period: { kind: 'all' } }, ''],
  ['?period=last-12-months', { period: { kind: 'last', months: 12 } }],
  ['?period=last-3-months', { period: { kind: 'last', months: 3 } }],
  ['?period=latest-quarter', { period: { kind: 'latest', unit: 'quarter' } }],
  ['?period=latest-month', { period: { kind: 'latest', unit: 'month' } }],
  ['?period=latest-year', { period: { kind: 'latest', unit: 'year' } }],
  ['?period=2025-26', { period: { kind: 'months', from: '2025-04', to: '2026-03' } }],
  ['?period=2025-04..2026-03', { period: { kind: 'months', from: '2025-04', to: '2026-03' } }, '?period=2025-26'],
  ['?period=2025-26-q1', { period: { kind: 'months', from: '2025-04', to: '2025-06' } }],
  ['?period=2025-26-q4', { period: { kind: 'months', from: '2026-01', to: '2026-03' } }],
  ['?period=2025-06', { period: { kind: 'months', from: '2025-06', to: '2025-06' } }],
  ['?period=2025-05..2026-01', { period: { kind: 'months', from: '2025-05', to: '2026-01' } }],
  ['?basis=referral', { basis: 'referral' }],
  ['?basis=placement', { basis: 'placement' }],
  ['?sought=foster,residential', { sought: ['Foster', 'Residential'] }],
  ['?sought=supported,several,not-stated', { sought: ['Supported Accommodation', 'Several preferred', 'Not stated'] }],
  [
    '?secured=foster,residential,supported,not-recorded',
    { secured: ['Foster', 'Residential', 'Supported Accommodation', 'No placement recorded'] },
  ],
  ['?needs=riskMissing,neededToday', { needs: ['riskMissing', 'neededToday'] }],
  ['?needs=riskMissing,soloPlacement&needs-match=all', { needs: ['riskMissing', 'soloPlacement'], needsMatch: 'all' }],
  ['?notice=today,under-5-days,over-5-days', { notice: ['Today', '< 5 days', '> 5 days'] }],
  ['?siblings=yes', { siblingGroup: 'yes' }],
  ['?siblings=no', { siblingGroup: 'no' }],
  ['?preferred=no', { locationPreferred: 'no' }],
  ['?band=lower,medium,higher', { band: ['Lower', 'Medium', 'Higher'] }],
  [
    '?distance=up-to-5,5-10,10-20,20-50,over-50,not-known',
    {
      distance: [
        'Up to 5 miles',
        'More than 5 to 10 miles',
        'More than 10 to 20 miles',
        'More than 20 to 50 miles',
        'More than 50 miles',
        'Distance not known',
      ],
    },
  ],
  ['?locality=outside', { locality: 'outside' }],
  ['?home=bs14,somerset', { home: ['BS14', 'E06000066'] }],
  ['?placed=ta1,w06000015', { placed: ['TA1', 'W06000015'] }],
  [
    '?x=School+type:Special,Mainstream',
    { bespoke: { 'School type': ['Mainstream', 'Special'] } },
    '?x=School+type:Mainstream,Special',
  ],
  ['?x=A:1&x=B:2', { bespoke: { A: ['1'], B: ['2'] } }],
  ['?compare=previous', { compare: { kind: 'previous' } }, ''],
  ['?compare=rest', { compare: { kind: 'rest' } }],
  ['?compare=none', { compare: { kind: 'none' } }],
  ['?compare=devon', { compare: { kind: 'authority', code: 'E10000008' } }],
  ['?cuts=1-3', { cuts: [1, 3] }],
  [
    '?la=somerset&period=2025-26&sought=foster&secured=residential',
    {
      authorities: ['E06000066'],
      period: { kind: 'months', from: '2025-04', to: '2026-03' },
      sought: ['Foster'],
      secured: ['Residential'],
    },
  ],
];

describe('every link ever published still opens its view', () => {
  test.each(published.map(([query, part, today]) => ({ query, part, today })))('$query', ({ query, part, today }) => {
    const opened = parseView(new URLSearchParams(query));
    expect(opened).toEqual({ view: { ...defaultView, ...part }, pool: null, notices: [] });
    expect(viewQuery(opened.view)).toBe(today ?? query);
  });

  test('?pool= carries the mark of the pool beside the view', () => {
    const mark = 'south-west.15.2024-04.2026-03.0k3f9x2';
    const opened = parseView(new URLSearchParams(`?la=somerset&pool=${mark}`));
    expect(opened.pool).toBe(mark);
    expect(viewQuery(opened.view, opened.pool)).toBe(`?la=somerset&pool=${mark}`);
  });
});
