import { describe, expect, it } from 'vitest';
import { protect } from '@/lib/disclosure/protect';
import type { Draft } from '@/lib/figure/figure';

const limits = { threshold: 5, base: 5 };

describe('shares of a small table', () => {
  it('are of the rounded counts beside them, so that they say no more than those', () => {
    const cells = [
      ['Foster', 'Foster', 31],
      ['Foster', 'Residential', 16],
      ['Residential', 'Foster', 14],
      ['Residential', 'Residential', 46],
    ] as const;
    const of = (sought: string) => cells.filter(([row]) => row === sought).reduce((sum, [, , n]) => sum + n, 0);
    const draft: Draft = {
      table: {
        columns: [
          { name: 'sought', label: 'Sought', kind: 'dimension' },
          { name: 'secured', label: 'Secured', kind: 'dimension' },
          { name: 'n', label: 'Placements', kind: 'count' },
          { name: 'rate', label: 'Share', kind: 'rate' },
        ],
        rows: cells.map(([sought, secured, n]) => ({ sought, secured, n, rate: n / of(sought) })),
      },
      disclosure: { kind: 'crossed', row: 'sought', column: 'secured', value: 'n' },
      charts: [],
      n: 107,
      exclusions: [],
      caveats: [],
      warnings: [],
    };
    // 31 and 16 of 47 are shown as 30 and 15 of 45; 14 and 46 of 60 as 15 and 45.
    expect(protect(draft, 'sharing', limits).table.rows.map(({ n, rate }) => [n, rate])).toEqual([
      [30, 0.67],
      [15, 0.33],
      [15, 0.25],
      [45, 0.75],
    ]);
  });
});
