/**
 * Indirect standardisation of cost: what a group paid against what the region paid for the same
 * type of home and level of need in the same year. Costs in £ a week.
 */

export interface Stratum {
  readonly type: string;
  readonly band: string;
  /** Financial year of placement, as the first calendar year; 0 where it has no date, and so no year to be compared within. */
  readonly year: number;
}

/** What one group has in one stratum: placements, their cost added up, and its squares added up. */
export interface CostCell extends Stratum {
  readonly n: number;
  readonly sum: number;
  readonly sumSquares: number;
}

/** What a comparison asks of a group: the spread it is judged by is the region's. */
export type PaidCell = Omit<CostCell, 'sumSquares'>;

export type StratumLevel = 'type, need and year' | 'type and need' | 'type';

export interface Expected {
  readonly mean: number;
  /** Sample variance of one placement's cost; 0 where the region has a single placement. */
  readonly variance: number;
  /** Placements of the region the mean rests on. */
  readonly n: number;
  readonly level: StratumLevel;
}

interface Moments {
  n: number;
  sum: number;
  sumSquares: number;
}

const levels: readonly { level: StratumLevel; key: (stratum: Stratum) => string }[] = [
  { level: 'type, need and year', key: (s) => `${s.type}|${s.band}|${s.year}` },
  { level: 'type and need', key: (s) => `${s.type}|${s.band}` },
  { level: 'type', key: (s) => s.type },
];

function addUp(cells: readonly CostCell[], key: (stratum: Stratum) => string): Map<string, Moments> {
  const sums = new Map<string, Moments>();
  for (const cell of cells) {
    const held = sums.get(key(cell)) ?? { n: 0, sum: 0, sumSquares: 0 };
    held.n += cell.n;
    held.sum += cell.sum;
    held.sumSquares += cell.sumSquares;
    sums.set(key(cell), held);
  }
  return sums;
}

/** Strata smaller than this borrow from the wider stratum above them. */
export const smallestStratum = 10;

/**
 * The region's mean and variance for any stratum, from all its cells: type × need × year, or type × need
 * where that has fewer than 10 placements, or the type alone. `null` for a type the region never paid for.
 */
export function regionalCosts(cells: readonly CostCell[]): (stratum: Stratum) => Expected | null {
  const tables = levels.map(({ level, key }) => ({ level, key, sums: addUp(cells, key) }));
  return (stratum) => {
    for (const { level, key, sums } of tables) {
      const held = sums.get(key(stratum));
      if (!held || held.n <= 0 || (held.n < smallestStratum && level !== 'type')) continue;
      if (level === 'type, need and year' && stratum.year <= 0) continue;
      const mean = held.sum / held.n;
      const variance = held.n > 1 ? Math.max(0, (held.sumSquares - held.n * mean * mean) / (held.n - 1)) : 0;
      return { mean, variance, n: held.n, level };
    }
    return null;
  };
}

export interface LikeForLike {
  readonly n: number;
  /** O and E: £ a week in all, paid and expected at the region's means. */
  readonly observed: number;
  readonly expected: number;
  readonly ratio: number;
  readonly se: number;
  /** £ a week per placement, above (+) or below (−) what the region paid. */
  readonly gap: number;
  /** Placements compared within type, need and year; the rest used a wider stratum. */
  readonly exact: number;
}

/**
 * One group against the region: O ÷ E, its standard error √Σv ÷ E and the gap (O − E) ÷ n.
 * `null` when the group has no placement of a type the region paid for. Source: methods §2.
 */
export function likeForLike(
  cells: readonly PaidCell[],
  regional: (stratum: Stratum) => Expected | null,
): LikeForLike | null {
  let n = 0;
  let observed = 0;
  let expected = 0;
  let variance = 0;
  let exact = 0;
  for (const cell of cells) {
    const stratum = regional(cell);
    if (!stratum) continue;
    n += cell.n;
    observed += cell.sum;
    expected += cell.n * stratum.mean;
    variance += cell.n * stratum.variance;
    if (stratum.level === 'type, need and year') exact += cell.n;
  }
  if (n === 0 || expected <= 0) return null;
  return {
    n,
    observed,
    expected,
    ratio: observed / expected,
    se: Math.sqrt(variance) / expected,
    gap: (observed - expected) / n,
    exact,
  };
}
