import { indexAbove } from './calendar';
import { milesBetween, type Place } from './places';
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

export function createGravity<T>(
  items: readonly T[],
  where: (item: T) => Place,
  weight: (item: T, key: string) => number,
  pull: Pull,
): Gravity<T> {
  // Kept for one authority at a time: rows come authority by authority, and a nation's would fill the memory.
  const known = new Map<string, Float64Array>();
  let current = '';

  function totals(key: string, origin: Place): Float64Array {
    if (key !== current) known.clear();
    current = key;
    let sums = known.get(origin.outcode);
    if (sums === undefined) {
      sums = new Float64Array(items.length);
      let sum = 0;
      items.forEach((item, index) => {
        sum += weight(item, key) * (1 + milesBetween(origin, where(item)) / pull.scale) ** -pull.power;
        if (sums) sums[index] = sum;
      });
      known.set(origin.outcode, sums);
    }
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
