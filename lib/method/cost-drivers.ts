import {
  driverBands,
  driverCell,
  driverFactors,
  driverSoughts,
  driverTypes,
  type Factors,
  type PeriodTally,
} from './driver-factors';
import { bootstrapInterval } from './quantile';

export const drivers = ['volume', 'needMix', 'soughtMix', 'displacement', 'price'] as const;
export type Driver = (typeof drivers)[number];

/** Fewer placements than this in either period is "too few". */
export const fewestForDrivers = 30;

export interface Decomposition {
  /** £ a week agreed in each period, and the change between them. */
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** £ a week, in the order of `drivers`; they add to the change. */
  readonly components: readonly number[];
  readonly nBefore: number;
  readonly nAfter: number;
  readonly imputedPrices: number;
  readonly borrowedPrices: number;
  readonly borrowedShares: number;
}

/** C with each factor taken from the second period where its bit of `chosen` is set. */
function costOf(before: Factors, after: Factors, chosen: number): number {
  const pick = (bit: number) => (chosen & (1 << bit) ? after : before);
  const { need } = pick(1);
  const { sought } = pick(2);
  const { secured } = pick(3);
  const { price } = pick(4);
  let mean = 0;
  for (let band = 0; band < driverBands.length; band += 1) {
    const share = need[band] ?? 0;
    if (share === 0) continue;
    for (let row = 0; row < driverSoughts.length; row += 1) {
      const joint = share * (sought[band * driverSoughts.length + row] ?? 0);
      if (joint === 0) continue;
      for (let type = 0; type < driverTypes.length; type += 1) {
        const moved = secured[driverCell(band, row, type)] ?? 0;
        mean += joint * moved * (price[band * driverTypes.length + type] ?? 0);
      }
    }
  }
  return pick(0).volume * mean;
}

/** |A|!(4−|A|)!/5! by size of A. */
const shapleyWeights = [1 / 5, 1 / 20, 1 / 30, 1 / 20, 1 / 5];
const subsets = 1 << drivers.length;
const sizes = Array.from({ length: subsets }, (_, set) => drivers.filter((_name, bit) => set & (1 << bit)).length);

/**
 * What moved the weekly cost of newly agreed placements between two periods: the Shapley value of each of
 * five factors over the 32 ways of changing some and not others. £ a week. Total: empty periods give zeros.
 * Source: methods §2; Shapley (1953), Kitagawa (1955), Das Gupta (1993).
 */
export function decompose(before: PeriodTally, after: PeriodTally): Decomposition {
  const factors = driverFactors(before, after);
  const values = new Float64Array(subsets);
  for (let set = 0; set < subsets; set += 1) values[set] = costOf(factors.before, factors.after, set);
  const components = drivers.map((_, bit) => {
    let sum = 0;
    for (let set = 0; set < subsets; set += 1) {
      if (set & (1 << bit)) continue;
      sum += (shapleyWeights[sizes[set] ?? 0] ?? 0) * ((values[set | (1 << bit)] ?? 0) - (values[set] ?? 0));
    }
    return sum;
  });
  const total = (tally: PeriodTally) => tally.cost.reduce((sum, cost) => sum + cost, 0);
  return {
    before: total(before),
    after: total(after),
    change: total(after) - total(before),
    components,
    nBefore: factors.before.volume,
    nAfter: factors.after.volume,
    imputedPrices: factors.imputedPrices,
    borrowedPrices: factors.borrowedPrices,
    borrowedShares: factors.borrowedShares,
  };
}

/** 5–95 % whiskers for each component (in the order of `drivers`) and for the change, from bootstrap draws. */
export function driverWhiskers(draws: readonly Decomposition[]) {
  return {
    components: drivers.map((_, index) => bootstrapInterval(draws.map((draw) => draw.components[index] ?? 0))),
    change: bootstrapInterval(draws.map((draw) => draw.change)),
  };
}
