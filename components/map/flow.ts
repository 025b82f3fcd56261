import type { TableRow } from '@/lib/figure/figure';
import { formatNumber } from '@/lib/figure/format';
import { authorityByCode } from '@/lib/place/authority';
import type { Places } from '@/lib/place/places';
import type { ChartProps } from '../chart/props';
import { labelOf, numberOf } from '../chart/read';
import { type Spot, spotOf } from './country';

export interface Flow {
  readonly row: TableRow;
  readonly from: Spot;
  readonly to: Spot;
  /** The authority or district of the homes, as it is called. */
  readonly home: string;
  readonly names: string;
  readonly n: number;
  /** The placement lies in another authority than the homes. */
  readonly crosses: boolean;
}

/** More flows than this and the map is a hairball; the table has them all. */
const mostDrawn = 80;
/** Of these, how many are kept for flows into another authority: within one they are larger, and less is to be learnt from them. */
const keptForCrossing = 20;

/** The flows drawn of all, which are largest first. */
export function drawnFlows(all: readonly Flow[]): readonly Flow[] {
  const largest = all.slice(0, mostDrawn - keptForCrossing);
  const others = all.slice(largest.length);
  const crossing = others.filter(({ crosses }) => crosses).slice(0, keptForCrossing);
  const rest = others.filter((flow) => !crossing.includes(flow)).slice(0, keptForCrossing - crossing.length);
  return [...largest, ...crossing, ...rest].sort((a, b) => b.n - a.n);
}

/** Whether home and placement are the same place: a disc, not a line. */
export function stays({ from, to }: Flow): boolean {
  return from.x === to.x && from.y === to.y;
}

export type Drawn = Pick<ChartProps<'map'>, 'figure' | 'chart'>;

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

/** The flows whose two ends the map knows, the largest first. */
export function flowsOf({ figure, chart }: Drawn, places: Places): readonly Flow[] {
  const centres = centresOf(places);
  const spotFor = (area: string) => {
    const district = places.districts.get(area);
    return district ? spotOf(district) : (centres.get(area) ?? null);
  };
  return figure.table.rows
    .flatMap((row) => {
      const [start, end] = [labelOf(row, chart.from), labelOf(row, chart.to)];
      const [from, to] = [spotFor(start), spotFor(end)];
      const n = numberOf(row[chart.value]);
      const home = nameOf(start);
      const crosses = labelOf(row, 'fromName') !== labelOf(row, 'toName');
      return from && to && n ? [{ row, from, to, n, home, crosses, names: `${home} to ${nameOf(end)}` }] : [];
    })
    .sort((a, b) => b.n - a.n);
}

/** What the drawing leaves out of the table's flows, in words; empty where it draws them all. */
export function notDrawn({ figure, chart }: Drawn, placed: number, drawn: number): string {
  const listed = figure.table.rows.filter((row) => numberOf(row[chart.value])).length;
  const off = listed - placed;
  const largest =
    placed > drawn
      ? ` ${drawn} of ${formatNumber(listed, 'count')} flows are drawn: the largest, and the largest into another authority.`
      : '';
  const nowhere = off > 0 ? ` The map knows no place for ${formatNumber(off, 'count')}.` : '';
  return largest || nowhere ? `${largest}${nowhere} The table has them all.` : '';
}
