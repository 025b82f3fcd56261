import { expect, test } from 'vitest';
import { protect } from '@/lib/disclosure/protect';
import { type Column, type Draft, isWithheld } from '@/lib/figure/figure';

const row = { label: 'Fire-setting', withN: 40, withMedian: 6200, withoutN: 7, withoutMedian: 4100, difference: 2100 };

const columns = Object.keys(row).map((name): Column => {
  const kind = name.endsWith('N') ? 'count' : name === 'label' ? 'dimension' : 'pounds';
  return { name, label: name, kind, ...(name === 'difference' && { from: ['withMedian', 'withoutMedian'] }) };
});

const draft: Draft = {
  ...{ table: { columns, rows: [row] }, disclosure: { kind: 'costs' }, charts: [] },
  ...{ n: 400, exclusions: [], caveats: [], warnings: [] },
};

test('a difference is withheld with either side of it: the other side and the difference would give it', () => {
  const [strict] = protect(draft, 'sharing', { threshold: 10, base: 5 }).table.rows;
  expect(isWithheld(strict?.withoutMedian)).toBe(true);
  expect(strict?.difference).toEqual(strict?.withoutMedian);
  const [usual] = protect(draft, 'sharing', { threshold: 5, base: 5 }).table.rows;
  expect(usual?.difference).toBe(2100);
});
