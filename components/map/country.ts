import { Delaunay } from 'd3-delaunay';
import type { Places } from '@/lib/place/places';

/** A place on the map, in kilometres east and south of the map's corner (north is up, so northings are turned over). */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const top = 1220;

/** Grid metres → map kilometres. */
export function spotOf({ easting, northing }: { readonly easting: number; readonly northing: number }): Spot {
  return { x: easting / 1000, y: top - northing / 1000 };
}

/** How far a district's land may reach from its middle, in kilometres, by how far its postcodes spread: no farther out to sea. */
function reachOf({ radius }: { readonly radius: number }): number {
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

/** One path of every postcode district's land: what is nearer its middle than any other's, as far as its postcodes reach. */
export function landPath(places: Places): string {
  const districts = [...places.districts.values()].filter(({ boxes }) => !boxes);
  const sites = districts.map(spotOf);
  const cells = Delaunay.from(
    sites,
    ({ x }) => x,
    ({ y }) => y,
  ).voronoi([-50, -50, 750, top + 50]);
  const paths = districts.map((district, index) => {
    const corners = cells.cellPolygon(index);
    const site = sites[index];
    if (!corners || !site) return '';
    const reach = reachOf(district);
    const points = corners.slice(1).flatMap((to, side) => {
      const from = corners[side] ?? to;
      const along = (step: number): [number, number] => [
        from[0] + ((to[0] - from[0]) * step) / steps,
        from[1] + ((to[1] - from[1]) * step) / steps,
      ];
      return Array.from({ length: steps }, (_, step) => within(site, along(step), reach));
    });
    return `M${points.join('L')}Z`;
  });
  return paths.join('');
}

/** The smallest frame of the given proportions round the spots, with a margin; the whole country when there are none. */
export function frameOf(spots: readonly Spot[], ratio: number): Frame {
  if (spots.length === 0) return { x: 80, y: 560, width: 660 * Math.max(1, ratio), height: 660 };
  const xs = spots.map(({ x }) => x);
  const ys = spots.map(({ y }) => y);
  const [left, right, up, down] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.max(60, (right - left) * 1.2, (down - up) * 1.2 * ratio);
  const height = width / ratio;
  return { x: (left + right) / 2 - width / 2, y: (up + down) / 2 - height / 2, width, height };
}

export function zoomed(frame: Frame, factor: number): Frame {
  const width = Math.min(1800, Math.max(20, frame.width * factor));
  const height = (frame.height / frame.width) * width;
  return { x: frame.x + (frame.width - width) / 2, y: frame.y + (frame.height - height) / 2, width, height };
}

/** Moves by a share of what is in view. */
export function panned(frame: Frame, right: number, down: number): Frame {
  return { ...frame, x: frame.x + frame.width * right, y: frame.y + frame.height * down };
}

/** A curve that leans to the right of travel, so that a flow and its return are two lines. */
export function arc(from: Spot, to: Spot): string {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const middle = { x: (from.x + to.x) / 2 - dy * 0.16, y: (from.y + to.y) / 2 + dx * 0.16 };
  return `M${from.x.toFixed(2)} ${from.y.toFixed(2)}Q${middle.x.toFixed(2)} ${middle.y.toFixed(2)} ${to.x.toFixed(2)} ${to.y.toFixed(2)}`;
}
