import { indexAbove } from './calendar';
import type { Place } from './places';
import type { Random } from './random';

/** Draws one of `items` for each origin: likelier the heavier and the nearer. */
export interface Gravity<T> {
  draw(random: Random, key: string, origin: Place): T;
}

/** How fast the pull falls with distance: weight × (1 + miles/scale)^−power. */
export interface Pull {
  readonly scale: number;
  readonly power: number;
}

const metresInMile = 1609.3;

export function createGravity<T>(
  items: readonly T[],
  where: (item: T) => Place,
  weight: (item: T, key: string) => number,
  pull: Pull,
): Gravity<T> {
  const eastings = Float64Array.from(items, (item) => where(item).easting);
  const northings = Float64Array.from(items, (item) => where(item).northing);
  const reach = metresInMile * pull.scale;
  // Kept for one authority at a time: rows come authority by authority, and a nation's would fill the memory.
  const known = new Map<string, Float64Array>();
  let current: string | null = null;
  let weights = new Float64Array(items.length);

  function totals(key: string, origin: Place): Float64Array {
    if (key !== current) {
      known.clear();
      current = key;
      weights = Float64Array.from(items, (item) => weight(item, key));
    }
    const ready = known.get(origin.outcode);
    if (ready !== undefined) return ready;
    const sums = new Float64Array(items.length);
    let sum = 0;
    for (let index = 0; index < sums.length; index++) {
      const east = (eastings[index] ?? 0) - origin.easting;
      const north = (northings[index] ?? 0) - origin.northing;
      sum += (weights[index] ?? 0) * (1 + Math.sqrt(east * east + north * north) / reach) ** -pull.power;
      sums[index] = sum;
    }
    known.set(origin.outcode, sums);
    return sums;
  }

  return {
    draw(random, key, origin) {
      const sums = totals(key, origin);
      const item = items[indexAbove(sums, random.next() * (sums[sums.length - 1] ?? 0))];
      if (item === undefined) throw new Error('Nothing to draw from');
      return item;
    },
  };
}
