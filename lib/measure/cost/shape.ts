/** Promises the shape of a distribution as counts in even bands of £, only where there is enough to have one. */
import type { Table, TableRow } from '@/lib/figure/figure';
import { viewSlices } from '@/lib/measure/context';
import { fewest } from '@/lib/measure/cost/caveat';
import { type PackedCosts, type TypeCosts, trait } from '@/lib/measure/cost/packed-costs';

const widths = [10, 20, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000];
const mostBands = 24;

/** The narrowest round width that covers P1 to P99 in at most 24 bands, so that a few odd costs do not flatten it. */
function bandWidth(costs: readonly number[]): number {
  const at = (share: number) => costs[Math.floor((costs.length - 1) * share)] ?? 0;
  return widths.find((width) => (at(0.99) - at(0.01)) / width <= mostBands) ?? 10_000;
}

function bands({ type, cost, traits }: TypeCosts): TableRow[] {
  const own: number[] = [];
  for (let i = 0; i < cost.length; i += 1) {
    if (viewSlices.includes(trait.slice(traits[i] ?? 0))) own.push(cost[i] ?? 0);
  }
  if (own.length < fewest.tails) return [];
  const width = bandWidth(own);
  const last = own[Math.floor((own.length - 1) * 0.99)] ?? 0;
  const top = Math.floor(last / width) * width;
  const counts = new Map<number, number>();
  for (const value of own) {
    const from = Math.min(top, Math.floor(value / width) * width);
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  const first = Math.min(...counts.keys());
  const rows: TableRow[] = [];
  for (let from = first; from <= top; from += width) {
    const n = counts.get(from) ?? 0;
    rows.push({ secured: type, from, to: from === top ? 'or more' : from + width, n });
  }
  return rows;
}

/** One row a type and band: `from` up to but not including `to`, the last band open. Types with under 20 are left out. */
export function shapeTable(costs: PackedCosts): Table {
  return {
    columns: [
      { name: 'secured', label: 'Type of home', kind: 'dimension' },
      { name: 'from', label: 'From £', kind: 'dimension' },
      { name: 'to', label: 'To under £', kind: 'text' },
      { name: 'n', label: 'Placements', kind: 'count' },
    ],
    rows: costs.types.flatMap(bands),
  };
}
