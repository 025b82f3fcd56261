import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FilterCount } from '@/components/filter/count';

const said = (kept: number | null, total: number, filtered = false) =>
  renderToStaticMarkup(<FilterCount kept={kept} total={total} filtered={filtered} updating={false} />).replace(
    /<[^>]+>/g,
    '',
  );

test('waits while placements are counted, and never in an empty pool', () => {
  expect(said(null, 12)).toBe('Counting…');
  expect(said(null, 0)).toBe('All 0 placements');
  expect(said(null, 0, true)).toBe('0 of 0 placements');
  expect(said(3, 12, true)).toBe('3 of 12 placements');
});
