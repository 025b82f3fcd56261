import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AnchorChoice } from '@/components/chart/anchor';
import { ChartView } from '@/components/chart/chart';
import { IntervalChart } from '@/components/chart/interval-chart';
import type { Anchor } from '@/lib/figure/figure';
import { figure } from '../../export/sample';

const row = (la: string, rate: number) => ({ la, rate, lower: rate - 0.1, upper: rate + 0.1 });
const table = {
  columns: [{ name: 'la', label: 'Authority', kind: 'dimension' }] as const,
  rows: [row('Devon', 0.3), row('Torbay', 0.6)],
};
const chart = {
  kind: 'interval',
  label: 'la',
  estimate: 'rate',
  lower: 'lower',
  upper: 'upper',
  format: 'percent',
} as const;
const everywhere: Anchor = {
  id: 'all',
  label: 'England, 31 March 2015',
  words: 'England: 19%. Source: DfE.',
  at: 0.19,
};
const dashed = (markup: string) => markup.match(/stroke-dasharray/g)?.length ?? 0;

test('a published share is a dashed line through the rows it speaks of, and says what it is', () => {
  const drawn = (anchor: Anchor | null) =>
    renderToStaticMarkup(<IntervalChart figure={{ ...figure, table }} chart={chart} width={600} anchor={anchor} />);
  expect(dashed(drawn(null))).toBe(0);
  // Its key, and a piece in each row.
  expect(dashed(drawn(everywhere))).toBe(3);
  expect(drawn(everywhere)).toContain('England, 31 March 2015');
  expect(dashed(drawn({ ...everywhere, at: { Torbay: 0.19 } }))).toBe(2);
  expect(dashed(drawn({ ...everywhere, at: {} }))).toBe(0);
});

test('nothing is said of it until it is chosen', () => {
  const shown = (choice: string | null) =>
    renderToStaticMarkup(
      <AnchorChoice value={choice}>
        <ChartView figure={{ ...figure, table }} chart={{ ...chart, anchors: [everywhere] }} />
      </AnchorChoice>,
    );
  expect(shown(null)).not.toContain('Source: DfE');
  expect(shown('homes')).not.toContain('Source: DfE');
  expect(shown('all')).toContain('England: 19%. Source: DfE.');
});
