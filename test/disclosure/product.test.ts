import { expect, test } from 'vitest';
import { protect } from '@/lib/disclosure/protect';
import { defaultSettings } from '@/lib/disclosure/settings';
import { type Column, type Draft, isWithheld } from '@/lib/figure/figure';

const columns: readonly Column[] = [
  { name: 'la', label: 'Authority', kind: 'dimension' },
  { name: 'n', label: 'Placements', kind: 'count' },
  { name: 'gap', label: 'Gap', kind: 'pounds' },
  { name: 'excess', label: 'In all', kind: 'pounds', product: ['gap', 'n'] },
];

/** Over all authorities what is above expected adds up to nothing: those shown would tell of those that are not. */
const draft: Draft = {
  table: {
    columns,
    rows: [
      { la: 'A', n: 503, gap: 43.7, excess: 503 * 43.7 },
      { la: 'B', n: 3, gap: -7327, excess: -3 * 7327 },
      { la: 'C', n: 4, gap: 0, excess: 0 },
    ],
  },
  ...{ disclosure: { kind: 'derived', counts: ['n'] }, charts: [], n: 510, exclusions: [], caveats: [], warnings: [] },
};

test('a sum told as the product of two published numbers tells no more than they do', () => {
  const { rows } = protect(draft, 'sharing', defaultSettings).table;
  expect(rows.find(({ la }) => la === 'A')).toMatchObject({ n: 505, gap: 40, excess: 40 * 505 });
  expect(isWithheld(rows.find(({ la }) => la === 'B')?.excess)).toBe(true);
});

test('the working view has it exact', () => {
  const { rows } = protect(draft, 'working', defaultSettings).table;
  expect(rows[0]?.excess).toBe(503 * 43.7);
});
