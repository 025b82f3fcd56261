import { scaleLinear } from 'd3-scale';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { HorizontalAxis, ReferenceLine } from '@/components/chart/axis';
import { DumbbellChart } from '@/components/chart/dumbbell-chart';
import { lengthOf } from '@/components/chart/read';
import { figure } from '../../export/sample';

const textsOf = (markup: string) => [...markup.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text ?? '');

test('an axis writes a number once, and none over another', () => {
  const axis = (high: number, width = 400) =>
    textsOf(
      renderToStaticMarkup(
        <HorizontalAxis scale={scaleLinear([0, high], [0, width])} format="pounds" top={0} bottom={10} count={4} />,
      ),
    );
  expect(axis(1)).toEqual(['£0', '£1']);
  expect(axis(8000, 90)).toEqual(['£0', '£4,000', '£8,000']);
  expect(axis(8000)).toEqual(['£0', '£2,000', '£4,000', '£6,000', '£8,000']);
});

test('the name of a line ends at the edge of a narrow drawing', () => {
  const label = 'As likely as without the need';
  const startAt = (width: number) => {
    const markup = renderToStaticMarkup(<ReferenceLine x={180} label={label} top={20} bottom={100} width={width} />);
    return Number(/<text x="([\d.]+)"/.exec(markup)?.[1]);
  };
  expect(startAt(900)).toBe(185);
  expect(startAt(288) + lengthOf(label)).toBeLessThanOrEqual(288);
});

test('the keys of two values a row are whole on a telephone, and stand over the drawing where there is room', () => {
  const comparison = { name: 'before', label: 'With the need, the year before', kind: 'pounds' } as const;
  const columns = [{ name: 'need', label: 'Need', kind: 'dimension' }, comparison] as const;
  const rows = [{ need: 'Sibling group', from: 700, to: 900, before: 800 }];
  const chart = {
    kind: 'dumbbell',
    label: 'need',
    from: 'from',
    to: 'to',
    format: 'pounds',
    fromLabel: 'Without the need',
    toLabel: 'With the need',
    comparison: 'before',
  } as const;
  const keys = (width: number) => {
    const markup = renderToStaticMarkup(
      <DumbbellChart figure={{ ...figure, table: { columns, rows } }} chart={chart} width={width} />,
    );
    return [...markup.matchAll(/<g transform="translate\(([\d.]+) ([\d.]+)\)">.*?<text[^>]*>([^<]*)/g)].map(
      ([, x, y, text]) => ({ x: Number(x), y: Number(y), text: text ?? '' }),
    );
  };
  for (const width of [288, 340, 720]) {
    expect(keys(width).map(({ text }) => text)).toEqual([chart.fromLabel, chart.toLabel, comparison.label]);
    for (const { x, text } of keys(width)) expect(x + 16 + lengthOf(text)).toBeLessThanOrEqual(width);
  }
  expect(new Set(keys(288).map(({ y }) => y)).size).toBeGreaterThan(1);
  expect(keys(900)).toEqual(expect.arrayContaining([expect.objectContaining({ y: 0, text: comparison.label })]));
});
