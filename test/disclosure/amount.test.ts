import { describe, expect, it } from 'vitest';
import { protect } from '@/lib/disclosure/protect';
import { type Column, type Draft, isWithheld } from '@/lib/figure/figure';

const limits = { threshold: 5, base: 5 };

const amounts: readonly Column[] = [
  { name: 'n', label: 'n', kind: 'count' },
  { name: 'total', label: '£', kind: 'pounds' },
];

type Part = readonly [n: number, total: number];

/** Newly agreed cost by type in one month, with the month's own sum beside it. */
function totalBeside(parts: Readonly<Record<string, Part>>) {
  const rows = Object.entries(parts).map(([secured, [n, total]]) => ({ month: '2025-04', secured, n, total }));
  const sum = (pick: (part: Part) => number) => Object.values(parts).reduce((all, part) => all + pick(part), 0);
  const month: Column = { name: 'month', label: 'Month', kind: 'dimension' };
  const draft: Draft = {
    table: { columns: [month, { name: 'secured', label: 'Type', kind: 'dimension' }, ...amounts], rows },
    extra: {
      total: {
        table: {
          columns: [month, ...amounts],
          rows: [{ month: '2025-04', n: sum(([n]) => n), total: sum(([, total]) => total) }],
        },
        disclosure: { kind: 'derived', counts: ['n'], adds: ['total'] },
      },
    },
    disclosure: { kind: 'derived', counts: ['n'] },
    charts: [],
    n: sum(([n]) => n),
    exclusions: [],
    caveats: [],
    warnings: [],
  };
  return protect(draft, 'sharing', limits).extra.total?.rows[0]?.total;
}

describe('an amount that adds up', () => {
  it('is not given where what it adds to the shown parts would be the cost of two children', () => {
    expect(isWithheld(totalBeside({ Foster: [40, 30_000], Residential: [30, 150_000], Supported: [2, 9_137] }))).toBe(
      true,
    );
  });

  it('is given where every part is shown, or the hidden ones are many together', () => {
    expect(totalBeside({ Foster: [40, 30_000], Residential: [30, 150_000], Supported: [0, 0] })).toBe(180_000);
    expect(totalBeside({ Foster: [40, 30_000], Residential: [9, 45_000], Supported: [8, 9_000] })).toBe(84_000);
  });
});
