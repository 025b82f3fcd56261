/** Promises a country drawn by its own postcode districts, and by which authority each lies in. No tiles, no network. */
import { Delaunay } from 'd3-delaunay';
import type { Places } from '@/lib/place/places';
import { type Spot, spotOf, top } from './country';

type District = Parameters<typeof spotOf>[0] & { readonly radius: number };

/** How far a district's land may reach from its middle, in kilometres, by how far its postcodes spread: no farther out to sea. */
function reachOf({ radius }: District): number {
  return Math.min(22, Math.max(2.5, (radius / 1000) * 1.6 + 1.5));
}

/** A corner beyond the reach is drawn in to it: a cell is star-shaped about its site, so it stays one piece. */
function within(site: Spot, [x, y]: readonly [number, number], reach: number): string {
  const far = Math.hypot(x - site.x, y - site.y);
  const share = far > reach ? reach / far : 1;
  return `${(site.x + (x - site.x) * share).toFixed(1)} ${(site.y + (y - site.y) * share).toFixed(1)}`;
}

/** Corners are drawn in along so many points of each side, or a long side would cut across the sea. */
const steps = 4;

export interface Land {
  /** The authority that holds most of each district, and its outline: what is nearer its middle than any other's, as far as its postcodes reach. */
  readonly districts: readonly { readonly authority: string; readonly outline: string }[];
  /** Where districts of two authorities meet. */
  readonly borders: readonly { readonly between: readonly [string, string]; readonly line: string }[];
}

export function landOf(places: Places): Land {
  const districts = [...places.districts.values()].filter(({ boxes }) => !boxes);
  const authorities = districts.map((district) => district.authorities[0]?.code ?? '');
  const sites = districts.map(spotOf);
  const delaunay = Delaunay.from(
    sites,
    ({ x }) => x,
    ({ y }) => y,
  );
  const cells = delaunay.voronoi([-50, -50, 750, top + 50]);
  const outlines = districts.map((district, index) => {
    const corners = cells.cellPolygon(index);
    const site = sites[index];
    if (!corners || !site) return '';
    const reach = reachOf(district);
    const points = corners.slice(1).flatMap((to, side) => {
      const from = corners[side] ?? to;
      return Array.from({ length: steps }, (_, step) => within(site, along(from, to, step / steps), reach));
    });
    return `M${points.join('L')}Z`;
  });
  const borders: Land['borders'][number][] = [];
  const { halfedges, triangles } = delaunay;
  const centre = (triangle: number): [number, number] => [
    cells.circumcenters[triangle * 2] ?? 0,
    cells.circumcenters[triangle * 2 + 1] ?? 0,
  ];
  halfedges.forEach((other, edge) => {
    // Each side once; none beyond the outermost districts.
    if (other < edge) return;
    const one = triangles[edge] ?? 0;
    const next = triangles[edge % 3 === 2 ? edge - 2 : edge + 1] ?? 0;
    const [a, b] = [districts[one], districts[next]];
    const between = [authorities[one] ?? '', authorities[next] ?? ''] as const;
    const site = sites[one];
    if (!a || !b || !site || between[0] === between[1]) return;
    const line = onLand(
      centre(Math.floor(edge / 3)),
      centre(Math.floor(other / 3)),
      site,
      Math.max(reachOf(a), reachOf(b)),
    );
    if (line !== '') borders.push({ between, line });
  });
  return {
    districts: outlines.map((outline, index) => ({ authority: authorities[index] ?? '', outline })),
    borders,
  };
}

function along(from: readonly [number, number], to: readonly [number, number], share: number): [number, number] {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** The part of a border that lies on either side's land: out at sea nobody's does. */
function onLand(from: [number, number], to: [number, number], site: Spot, reach: number): string {
  const points = Array.from({ length: 9 }, (_, step) => along(from, to, step / 8));
  const near = points.filter(([x, y]) => Math.hypot(x - site.x, y - site.y) <= reach);
  const [first, last] = [near[0], near.at(-1)];
  if (!first || !last || near.length < 2) return '';
  return `M${first.map((one) => one.toFixed(1)).join(' ')}L${last.map((one) => one.toFixed(1)).join(' ')}`;
}

export interface Drawing {
  /** The land of the authorities at hand, and all other land. */
  readonly own: string;
  readonly rest: string;
  /** The borders of the authorities at hand. */
  readonly borders: string;
}

export function drawingOf({ districts, borders }: Land, own: ReadonlySet<string>): Drawing {
  const join = (wanted: boolean) =>
    districts.flatMap(({ authority, outline }) => (own.has(authority) === wanted ? [outline] : [])).join('');
  return {
    own: join(true),
    rest: join(false),
    borders: borders.flatMap(({ between, line }) => (between.some((one) => own.has(one)) ? [line] : [])).join(''),
  };
}
