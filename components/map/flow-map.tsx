'use client';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { TableRow } from '@/lib/figure/figure';
import { formatNumber } from '@/lib/figure/format';
import { authorityByCode } from '@/lib/place/authority';
import type { Places } from '@/lib/place/places';
import type { ChartProps } from '../chart/props';
import { labelOf, numberOf } from '../chart/read';
import { arc, type Frame, frameOf, landPath, panned, type Spot, spotOf, zoomed } from './country';
import { MapControls } from './map-controls';
import { usePlaces } from './use-places';

interface Flow {
  readonly row: TableRow;
  readonly from: Spot;
  readonly to: Spot;
  readonly names: string;
  readonly n: number;
}

type Drawn = Pick<ChartProps<'map'>, 'figure' | 'chart'>;

function spotFor(area: string, places: Places, centres: ReadonlyMap<string, Spot>): Spot | null {
  const district = places.districts.get(area);
  return district ? spotOf(district) : (centres.get(area) ?? null);
}

/** An authority stands at the mean of the districts that lie mostly in it. */
function centresOf(places: Places): ReadonlyMap<string, Spot> {
  const sums = new Map<string, { x: number; y: number; n: number }>();
  for (const district of places.districts.values()) {
    const code = district.authorities[0]?.code ?? '';
    const { x, y } = spotOf(district);
    const sum = sums.get(code) ?? { x: 0, y: 0, n: 0 };
    sums.set(code, { x: sum.x + x, y: sum.y + y, n: sum.n + 1 });
  }
  return new Map([...sums].map(([code, { x, y, n }]) => [code, { x: x / n, y: y / n }]));
}

function nameOf(area: string): string {
  return authorityByCode(area)?.name ?? area;
}

function flowsOf({ figure, chart }: Drawn, places: Places): readonly Flow[] {
  const centres = centresOf(places);
  return figure.table.rows.flatMap((row) => {
    const [start, end] = [labelOf(row, chart.from), labelOf(row, chart.to)];
    const from = spotFor(start, places, centres);
    const to = spotFor(end, places, centres);
    const n = numberOf(row[chart.value]);
    return from && to && n ? [{ row, from, to, n, names: `${nameOf(start)} to ${nameOf(end)}` }] : [];
  });
}

/** More flows than this and the map is a hairball; the table has them all. */
const mostDrawn = 80;

/** What the drawing leaves out of the table's flows, in words; empty where it draws them all. */
function notDrawn({ figure, chart }: Drawn, placed: number, drawn: number): string {
  const listed = figure.table.rows.filter((row) => numberOf(row[chart.value])).length;
  const off = listed - placed;
  const largest = placed > drawn ? ` The ${drawn} largest of ${formatNumber(listed, 'count')} flows are drawn.` : '';
  const nowhere = off > 0 ? ` The map knows no place for ${formatNumber(off, 'count')}.` : '';
  return largest || nowhere ? `${largest}${nowhere} The table has them all.` : '';
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
  const land = useMemo(() => (places ? landPath(places) : ''), [places]);
  const { chart } = props;
  const all = useMemo(() => (places ? flowsOf({ figure, chart }, places) : []), [figure, chart, places]);
  const flows = useMemo(() => [...all].sort((a, b) => b.n - a.n).slice(0, mostDrawn), [all]);
  const home = frameOf(
    flows.flatMap(({ from, to }) => [from, to]),
    width / height,
  );
  const frame = moved ?? home;
  const most = Math.max(1, ...flows.map(({ n }) => n));
  const unit = frame.width / width;
  const labelled = new Set(flows.slice(0, 12));
  const onKeyDown = (event: KeyboardEvent) => {
    const move = keys[event.key];
    if (!move) return;
    event.preventDefault();
    setMoved(move(frame));
  };
  if (!places)
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
        <path d={land} fill="#e4e3e1" />
        {flows.map((flow) => {
          const here = flow.from === flow.to || (flow.from.x === flow.to.x && flow.from.y === flow.to.y);
          const wide = (1 + 9 * Math.sqrt(flow.n / most)) * unit;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the table behind the map offers the same by keyboard
            <g
              key={flow.names}
              className={onSelect ? 'mark-button' : undefined}
              onClick={onSelect && (() => onSelect(flow.row))}
            >
              <title>{`${flow.names}: ${formatNumber(flow.n, 'count')} placements`}</title>
              {here ? (
                <circle
                  cx={flow.from.x}
                  cy={flow.from.y}
                  r={wide * 1.4}
                  fill="#12436D"
                  fillOpacity={0.75}
                  stroke="#fff"
                  strokeWidth={unit}
                />
              ) : (
                <>
                  <path
                    d={arc(flow.from, flow.to)}
                    fill="none"
                    stroke="#801650"
                    strokeOpacity={0.65}
                    strokeWidth={wide}
                    strokeLinecap="round"
                  />
                  <circle cx={flow.to.x} cy={flow.to.y} r={Math.max(2.5 * unit, wide * 0.8)} fill="#801650" />
                </>
              )}
              {labelled.has(flow) && (
                <text
                  x={flow.to.x + 6 * unit}
                  y={flow.to.y - 6 * unit}
                  fontSize={13 * unit}
                  fill="#0b0c0c"
                  stroke="#fff"
                  strokeWidth={3 * unit}
                  paintOrder="stroke"
                >
                  {formatNumber(flow.n, 'count')}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <p className="map-key">
        A blue disc is children placed in their home area; a line runs from home and ends in a dot where the child was
        placed. Wider is more children.
        {notDrawn(props, all.length, flows.length)}
      </p>
    </div>
  );
}
