import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { BoxChart } from '@/components/chart/box-chart';
import { figure } from '../../export/sample';

const columns = [
  { name: 'label', label: 'Group', kind: 'text' },
  { name: 'median', label: 'Median', kind: 'pounds' },
] as const;
const row = { label: 'Foster', p10: 400, q1: 600, median: 800, q3: 900, p90: 1200, comparisonMedian: 700 };
const chart = { kind: 'box', label: 'label', format: 'pounds' } as const;

test('a box shows the median compared with only where there is a comparison, and says what it is', () => {
  const compared = { name: 'comparisonMedian', label: 'The rest of the region: median', kind: 'pounds' } as const;
  const of = (table: typeof figure.table) =>
    renderToStaticMarkup(<BoxChart figure={{ ...figure, table }} chart={chart} width={600} />);
  const marks = (markup: string) => markup.match(/<line /g)?.length ?? 0;
  const plain = of({ columns, rows: [{ ...row, comparisonMedian: { symbol: 'u', reason: 'few' } }] });
  const both = of({ columns: [...columns, compared], rows: [row] });
  expect(marks(both)).toBe(marks(plain) + 2);
  expect(both).toContain('The rest of the region: median');
  expect(plain).not.toContain('The rest of the region');
});
