import { describe, expect, it } from 'vitest';
import { firstChart, nothingDrawn, tableOf } from '@/lib/figure/drawable';
import type { Cell, Chart, Figure, Table } from '@/lib/figure/figure';

const hidden: Cell = { symbol: 'c', reason: 'suppressed' };

function table(values: readonly (readonly [string, string, Cell])[]): Table {
  return {
    columns: [
      { name: 'type', label: 'Type', kind: 'dimension' },
      { name: 'band', label: 'Band', kind: 'dimension' },
      { name: 'n', label: 'Placements', kind: 'count' },
    ],
    rows: values.map(([type, band, n]) => ({ type, band, n })),
  };
}

const bars: Chart = { kind: 'bar', label: 'type', series: 'band', value: 'n', layout: 'share', format: 'count' };
const dots: Chart = {
  kind: 'interval',
  table: 'over',
  label: 'type',
  estimate: 'rate',
  lower: 'lower',
  upper: 'upper',
  format: 'percent',
};

function figure(own: Table, rates: readonly Cell[], charts: readonly Chart[] = [bars, dots]): Figure {
  const over: Table = {
    columns: [
      { name: 'type', label: 'Type', kind: 'dimension' },
      { name: 'rate', label: 'Share', kind: 'rate' },
    ],
    rows: rates.map((rate, at) => ({ type: `Type ${at}`, rate })),
  };
  return {
    id: 'a-figure',
    title: 'A figure',
    headline: '',
    subtitle: '',
    table: own,
    extra: { over },
    charts,
    n: 100,
    exclusions: [],
    caveats: [],
    warnings: [],
    restsOn: '',
    recording: [],
    source: '',
    protection: 'sharing',
    protectionNotes: [],
  };
}

const whole = table([
  ['Foster', 'near', 60],
  ['Foster', 'far', 20],
  ['Residential', 'near', 10],
  ['Residential', 'far', 10],
]);
/** A band of each type is hidden, so neither bar of shares can be drawn. */
const broken = table([
  ['Foster', 'near', 60],
  ['Foster', 'far', hidden],
  ['Residential', 'near', 10],
  ['Residential', 'far', hidden],
]);

describe('the chart that stands first', () => {
  it('is the first, where at least half of its marks can be drawn', () => {
    expect(firstChart(figure(whole, [0.2, 0.5]))).toBe(0);
  });

  it('is another, where bars that are shares of a whole lack a part', () => {
    expect(firstChart(figure(broken, [0.2, 0.5]))).toBe(1);
  });

  it('is the first again, where the other has nothing either', () => {
    expect(firstChart(figure(broken, [hidden, hidden]))).toBe(0);
  });

  it('draws the extra table it names, and the figure’s own where there is none', () => {
    const one = figure(whole, [0.2]);
    expect(tableOf(one, dots)).toBe(one.extra.over);
    expect(tableOf({ ...one, extra: {} }, dots)).toBe(one.table);
  });
});

describe('a figure with nothing to show', () => {
  it('is one none of whose charts can draw a mark', () => {
    expect(nothingDrawn(figure(broken, [hidden]))).toBe(true);
    expect(nothingDrawn(figure(broken, [hidden, 0.2]))).toBe(false);
    expect(nothingDrawn(figure(whole, [hidden]))).toBe(false);
  });

  it('is, without charts, one whose table holds no number', () => {
    expect(nothingDrawn(figure(broken, [], [{ kind: 'none' }]))).toBe(false);
    expect(nothingDrawn(figure(table([['Foster', 'near', hidden]]), [], [{ kind: 'none' }]))).toBe(true);
  });

  it('is not one whose numbers are none: that is an answer', () => {
    expect(nothingDrawn(figure(table([['Foster', 'near', 0]]), [], [{ kind: 'none' }]))).toBe(false);
  });
});
