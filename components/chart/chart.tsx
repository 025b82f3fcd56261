'use client';
import { lazy, memo, Suspense, useCallback, useMemo, useState } from 'react';
import { tableOf } from '@/lib/figure/drawable';
import type { Anchor, Chart, Figure, TableRow } from '@/lib/figure/figure';
import { useLatest } from '../page/use-latest';
import { FigureTable } from '../table/figure-table';
import { GroupedTables } from '../table/grouped-tables';
import { usePrinting } from '../table/use-printing';
import { useAnchor } from './anchor';
import { BoxChart } from './box-chart';
import { DumbbellChart } from './dumbbell-chart';
import { IntervalChart } from './interval-chart';
import { shortened } from './long';
import { Matrix } from './matrix';
import { whenIdle } from './turns';
import { useRoom } from './use-room';
import { useTurn } from './use-turn';
import { WaterfallChart } from './waterfall-chart';

// Recharts weighs more than the rest of a page: it comes once the page stands, while the engine is still opening the pool.
const lines = () => import('./line-chart');
const bars = () => import('./bar-chart');
const months = () => import('./month-columns');
if (typeof window !== 'undefined') whenIdle(() => void Promise.all([lines(), bars(), months()]));

const LineOverTime = lazy(() => lines().then((module) => ({ default: module.LineOverTime })));
const HorizontalBars = lazy(() => bars().then((module) => ({ default: module.HorizontalBars })));
const MonthColumns = lazy(() => months().then((module) => ({ default: module.MonthColumns })));
const FlowChart = lazy(() => import('./sankey-chart').then((module) => ({ default: module.FlowChart })));
const FlowMap = lazy(() => import('../map/flow-map').then((module) => ({ default: module.FlowMap })));

interface Props {
  readonly figure: Figure;
  readonly chart: Chart;
  readonly onSelect?: ((row: TableRow) => void) | undefined;
}

function drawn({ figure, chart, onSelect, anchor }: Props & { readonly anchor: Anchor | null }, width: number) {
  switch (chart.kind) {
    case 'matrix':
      return <Matrix figure={figure} chart={chart} onSelect={onSelect} />;
    case 'interval':
      return <IntervalChart figure={figure} chart={chart} width={width} anchor={anchor} onSelect={onSelect} />;
    case 'box':
      return <BoxChart figure={figure} chart={chart} width={width} onSelect={onSelect} />;
    case 'dumbbell':
      return <DumbbellChart figure={figure} chart={chart} width={width} onSelect={onSelect} />;
    case 'waterfall':
      return <WaterfallChart figure={figure} chart={chart} width={width} />;
    case 'line':
      return <LineOverTime figure={figure} chart={chart} width={width} anchor={anchor} />;
    case 'bar':
      if (chart.label === 'month') return <MonthColumns figure={figure} chart={chart} width={width} />;
      return <HorizontalBars figure={figure} chart={chart} width={width} anchor={anchor} />;
    case 'map':
      return <FlowMap figure={figure} chart={chart} width={width} onSelect={onSelect} />;
    case 'sankey':
      return <FlowChart figure={figure} chart={chart} width={width} />;
    case 'groups':
      return <GroupedTables figure={figure} by={chart.by} />;
    default:
      return null;
  }
}

/** The room of a chart that is not drawn yet. Paper cannot wait for it: there the same numbers stand in their table. */
function Wait({ figure, chart, height }: Pick<Props, 'figure' | 'chart'> & { readonly height: number }) {
  if (usePrinting()) return <FigureTable table={tableOf(figure, chart)} caption={figure.title} />;
  return <div className="chart-wait" style={{ height: height || undefined }} />;
}

/**
 * Draws one of a figure's charts at the width there is; nothing is drawn again while the figure, chart and width stay. Out
 * of sight it leaves its room empty until its turn: a picture of an earlier view is never kept.
 */
export const ChartView = memo(function ChartView({ figure, chart, onSelect }: Props) {
  const { ref, width, height } = useRoom();
  const [all, setAll] = useState(false);
  const select = useLatest(onSelect);
  const choose = useCallback((row: TableRow) => select.current?.(row), [select]);
  const chosen = onSelect ? choose : undefined;
  const { shown, hidden, tall } = useMemo(() => shortened(figure, chart, all), [figure, chart, all]);
  const anchor = useAnchor(chart);
  const wanted = useMemo(() => ({ shown, chart, anchor, width }), [shown, chart, anchor, width]);
  // A picture that waits for another width alone still says what it said.
  const shows = useTurn(
    ref,
    wanted,
    (before) => before.shown === shown && before.chart === chart && before.anchor === anchor,
  );
  const picture = useMemo(
    () =>
      shows === null || shows.width === null
        ? null
        : drawn({ figure: shows.shown, chart: shows.chart, anchor: shows.anchor, onSelect: chosen }, shows.width),
    [shows, chosen],
  );
  const wait = <Wait figure={shown} chart={chart} height={height.current} />;
  return (
    <div ref={ref} className={`chart chart-${chart.kind}${tall ? ' chart-tall' : ''}`}>
      {picture === null ? wait : <Suspense fallback={wait}>{picture}</Suspense>}
      {anchor && <p className="chart-anchor">{anchor.words}</p>}
      {(hidden > 0 || all) && (
        <button type="button" className="plain-button chart-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer rows' : `Show ${hidden} more rows`}
        </button>
      )}
    </div>
  );
});

const names: Readonly<Record<Chart['kind'], string>> = {
  matrix: 'Matrix',
  sankey: 'Flows',
  interval: 'Chart',
  line: 'Chart',
  bar: 'Chart',
  box: 'Chart',
  dumbbell: 'Chart',
  waterfall: 'Chart',
  groups: 'Groups',
  map: 'Map',
  none: 'Chart',
};

/** What a chart is called where a reader chooses between it, another and the table. */
export function chartName(chart: Chart): string {
  return (chart.kind === 'interval' && chart.name) || names[chart.kind];
}
