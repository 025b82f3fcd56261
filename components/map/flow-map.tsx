'use client';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { formatNumber } from '@/lib/figure/format';
import type { Places } from '@/lib/place/places';
import { usePool } from '@/lib/session/use-pool';
import type { ChartProps } from '../chart/props';
import { labelOf } from '../chart/read';
import { type Frame, frameOf, panned, type Spot, spotOf, zoomed } from './country';
import { drawnFlows, type Flow, flowsOf, notDrawn, stays } from './flow';
import { FlowMark } from './flow-mark';
import { fitting, type Label } from './label';
import { drawingOf, landOf } from './land';
import { MapControls } from './map-controls';
import { MapKey } from './map-key';
import { usePlaces } from './use-places';

/** So many flows say how many they are, where there is room. */
const mostCounted = 12;

/** In pixels of the map: how many the largest flows are, at their ends; then where the homes are, by name. */
function labelsOf(flows: readonly Flow[], all: readonly Flow[], frame: Frame, unit: number): readonly Label[] {
  const at = ({ x, y }: Flow['to']) => ({ x: (x - frame.x) / unit, y: (y - frame.y) / unit });
  const counts = flows.slice(0, mostCounted).map(({ to, n, names }): Label => {
    const { x, y } = at(to);
    return { key: names, text: formatNumber(n, 'count'), x: x + 8, y: y - 6, anchor: 'start' };
  });
  const homes = new Map(all.map(({ home, from }) => [home, from]));
  const names = [...homes].map(([home, from]): Label => {
    const { x, y } = at(from);
    return { key: home, text: home, x, y: y + 20, anchor: 'middle' };
  });
  return [...names, ...counts];
}

function endsOf(flows: readonly Flow[]): readonly Spot[] {
  return flows.flatMap(({ from, to }) => [from, to]);
}

/** The land of the authorities that flows are from: none is cut off at the edge. */
function landsOf(flows: readonly Flow[], places: Places | null, from: string): readonly Spot[] {
  const homes = new Set(flows.map(({ row }) => labelOf(row, from)));
  const districts = [...(places?.districts.values() ?? [])].filter(({ boxes }) => !boxes);
  return districts.filter(({ authorities: [first] }) => homes.has(first?.code ?? '')).map(spotOf);
}

const keys: Readonly<Record<string, (frame: Frame) => Frame>> = {
  '+': (frame) => zoomed(frame, 0.7),
  '=': (frame) => zoomed(frame, 0.7),
  '-': (frame) => zoomed(frame, 1.4),
  ArrowLeft: (frame) => panned(frame, -0.15, 0),
  ArrowRight: (frame) => panned(frame, 0.15, 0),
  ArrowUp: (frame) => panned(frame, 0, -0.15),
  ArrowDown: (frame) => panned(frame, 0, 0.15),
};

/** Where children are from and where they were placed, on a country drawn by its own postcode districts. No tiles, no network. */
export function FlowMap(props: ChartProps<'map'>) {
  const { figure, width, onSelect } = props;
  const places = usePlaces();
  const height = Math.max(320, Math.min(640, Math.round(width * 0.62)));
  const [moved, setMoved] = useState<Frame | null>(null);
  const land = useMemo(() => (places ? landOf(places) : null), [places]);
  const { facts } = usePool();
  const drawn = useMemo(
    () => (land ? drawingOf(land, new Set(facts?.authorities.map(({ code }) => code))) : null),
    [land, facts],
  );
  const { chart } = props;
  const all = useMemo(() => (places ? flowsOf({ figure, chart }, places) : []), [figure, chart, places]);
  const flows = useMemo(() => drawnFlows(all), [all]);
  const home = useMemo(
    () => frameOf([...endsOf(flows), ...landsOf(flows, places, chart.from)], width / height),
    [flows, places, chart.from, width, height],
  );
  const frame = moved ?? home;
  const most = Math.max(1, ...flows.map(({ n }) => n));
  const unit = frame.width / width;
  const labels = fitting(labelsOf(flows, all, frame, unit));
  const onKeyDown = (event: KeyboardEvent) => {
    const move = keys[event.key];
    // The browser's own: its zoom, and the way back.
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setMoved(move(frame));
  };
  if (!places || !drawn)
    return (
      <div className="chart-wait" role="status">
        Drawing the map
      </div>
    );
  return (
    <div className="map">
      <MapControls frame={frame} onMove={setMoved} onReset={() => setMoved(null)} />
      <svg
        width={width}
        height={height}
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        role="application"
        aria-label={`Map. ${figure.headline}. Arrow keys move it, plus and minus zoom; the table holds the same flows.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys and + − move the map, as the buttons do
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <path d={drawn.rest} className="map-land" strokeWidth={unit} />
        <path d={drawn.own} className="map-land map-land-own" strokeWidth={unit} />
        <path d={drawn.borders} className="map-border" strokeWidth={1.5 * unit} />
        {flows.map((flow) => (
          <FlowMark key={flow.names} flow={flow} most={most} unit={unit} onSelect={onSelect} />
        ))}
        <g className="map-labels" fontSize={13 * unit} strokeWidth={3 * unit}>
          {labels.map(({ key, text, x, y, anchor }) => (
            <text
              key={key}
              x={frame.x + x * unit}
              y={frame.y + y * unit}
              textAnchor={anchor}
              fontWeight={anchor === 'middle' ? 700 : 400}
            >
              {text}
            </text>
          ))}
        </g>
      </svg>
      <MapKey most={most} discs={flows.some(stays)} rest={notDrawn(props, all.length, flows.length)} />
    </div>
  );
}
