/** The five factors of C = N · Σ s_b · Σ q_{r|b} · Σ p_{t|b,r} · c_{b,t}, for two periods, gaps filled in. */

export const driverBands = ['Lower', 'Medium', 'Higher'] as const;
export const driverSoughts = [
  'Foster',
  'Residential',
  'Supported Accommodation',
  'Several preferred',
  'Not stated',
] as const;
export const driverTypes = ['Foster', 'Residential', 'Supported Accommodation'] as const;

const bands = driverBands.length;
const soughts = driverSoughts.length;
const types = driverTypes.length;

/** Cells of one period: 3 bands × 5 sought × 3 secured. */
export const driverCells = bands * soughts * types;

export function driverCell(band: number, sought: number, secured: number): number {
  return (band * soughts + sought) * types + secured;
}

/** Placements and their £ a week in one period, by `driverCell`. Placements may be bootstrap weights. */
export interface PeriodTally {
  readonly n: Float64Array;
  readonly cost: Float64Array;
}

export function emptyTally(): PeriodTally {
  return { n: new Float64Array(driverCells), cost: new Float64Array(driverCells) };
}

/** One period's factors: placements, and shares and prices by cell. */
export interface Factors {
  readonly volume: number;
  /** s_b, by band. */
  readonly need: Float64Array;
  /** q_{r|b}, by band × sought. */
  readonly sought: Float64Array;
  /** p_{t|b,r}, by `driverCell`. */
  readonly secured: Float64Array;
  /** c_{b,t}: £ a week, by band × type. */
  readonly price: Float64Array;
}

export interface FactorPair {
  readonly before: Factors;
  readonly after: Factors;
  /** Prices with no placement of their own, of 9 a period, whether or not a value was needed. */
  readonly imputedPrices: number;
  /** Of those, the ones borrowed from the other period because it had placements there. */
  readonly borrowedPrices: number;
  /** Rows of sought or secured shares borrowed from the other period. */
  readonly borrowedShares: number;
}

interface Sums {
  readonly factors: Factors;
  readonly bandN: Float64Array;
  readonly rowN: Float64Array;
  readonly priceN: Float64Array;
  readonly typeMean: Float64Array;
  readonly typeN: Float64Array;
}

function add(array: Float64Array, index: number, value: number): void {
  array[index] = (array[index] ?? 0) + value;
}

/** Turns sums into shares of `whole[i]`, leaving 0 where the whole is empty. */
function divide(parts: Float64Array, whole: Float64Array): void {
  const each = parts.length / whole.length;
  for (let i = 0; i < parts.length; i += 1) {
    const n = whole[Math.floor(i / each)] ?? 0;
    parts[i] = n > 0 ? (parts[i] ?? 0) / n : 0;
  }
}

function ownFactors(tally: PeriodTally): Sums {
  const bandN = new Float64Array(bands);
  const rowN = new Float64Array(bands * soughts);
  const priceN = new Float64Array(bands * types);
  const price = new Float64Array(bands * types);
  const typeN = new Float64Array(types);
  const typeMean = new Float64Array(types);
  for (let i = 0; i < driverCells; i += 1) {
    const n = tally.n[i] ?? 0;
    if (n <= 0) continue;
    const type = i % types;
    const row = (i - type) / types;
    const band = Math.floor(row / soughts);
    const cost = tally.cost[i] ?? 0;
    add(bandN, band, n);
    add(rowN, row, n);
    add(priceN, band * types + type, n);
    add(price, band * types + type, cost);
    add(typeN, type, n);
    add(typeMean, type, cost);
  }
  const total = bandN.reduce((sum, n) => sum + n, 0);
  const need = bandN.slice();
  const sought = rowN.slice();
  const secured = tally.n.slice();
  divide(secured, rowN);
  divide(sought, bandN);
  divide(need, Float64Array.of(total));
  divide(price, priceN);
  divide(typeMean, typeN);
  return { factors: { volume: total, need, sought, secured, price }, bandN, rowN, priceN, typeMean, typeN };
}

function totalOf(sums: Sums): Float64Array {
  return Float64Array.of(sums.factors.volume);
}

/** Copies rows of shares the period has none of its own from the other period. */
function borrowShares(own: Float64Array, ownN: Float64Array, other: Float64Array, otherN: Float64Array): number {
  const width = own.length / ownN.length;
  let borrowed = 0;
  for (let row = 0; row < ownN.length; row += 1) {
    if ((ownN[row] ?? 0) > 0 || (otherN[row] ?? 0) <= 0) continue;
    own.set(other.subarray(row * width, (row + 1) * width), row * width);
    borrowed += 1;
  }
  return borrowed;
}

/** The other period's price for the cell, moved by how that type's mean differs between the periods. */
function borrowPrices(own: Sums, other: Sums): number {
  let borrowed = 0;
  for (let i = 0; i < own.priceN.length; i += 1) {
    if ((own.priceN[i] ?? 0) > 0 || (other.priceN[i] ?? 0) <= 0) continue;
    const type = i % types;
    const here = own.typeMean[type] ?? 0;
    const there = other.typeMean[type] ?? 0;
    const ratio = (own.typeN[type] ?? 0) > 0 && there > 0 ? here / there : 1;
    own.factors.price[i] = (other.factors.price[i] ?? 0) * ratio;
    borrowed += 1;
  }
  return borrowed;
}

/**
 * Both periods' factors with the gaps filled as methods §2 says: a price missing in one period is the
 * other's × the ratio of that type's means (1 if none); a missing row of shares is the other period's.
 */
export function driverFactors(before: PeriodTally, after: PeriodTally): FactorPair {
  const pair = [ownFactors(before), ownFactors(after)] as const;
  const empty = (sums: Sums) => sums.priceN.reduce((count, n) => count + (n > 0 ? 0 : 1), 0);
  const imputedPrices = empty(pair[0]) + empty(pair[1]);
  let borrowedShares = 0;
  let borrowedPrices = 0;
  // Prices first look at both periods' own cells only: own counts are never changed by borrowing.
  for (const [own, other] of [pair, [pair[1], pair[0]] as const]) {
    borrowedPrices += borrowPrices(own, other);
    borrowShares(own.factors.need, totalOf(own), other.factors.need, totalOf(other));
    borrowedShares += borrowShares(own.factors.sought, own.bandN, other.factors.sought, other.bandN);
    borrowedShares += borrowShares(own.factors.secured, own.rowN, other.factors.secured, other.rowN);
  }
  return { before: pair[0].factors, after: pair[1].factors, imputedPrices, borrowedPrices, borrowedShares };
}
