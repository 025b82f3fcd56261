import { normalBelow, z95 } from './normal';

/**
 * Probability that a distance known only between district centres is truly over `limit` miles.
 * `miles` as recorded, `sigma` its standard error in miles (0 = exact). Source: methods §3.
 */
export function chanceOver(miles: number, sigma: number, limit = 20): number {
  if (sigma <= 0) return miles > limit ? 1 : 0;
  return normalBelow((miles - limit) / sigma);
}

export interface ShareBand {
  /** Expected share, in [0, 1]. */
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The expected share of placements over the limit with a 95 % band for centroid error alone:
 * mean and variance of a sum of independent Bernoullis (Poisson binomial, normal approximation).
 * From the chances added up (`sum` of p, `variance` of Σ p(1 − p)); `null` when n = 0.
 */
export function shareBand(n: number, sum: number, variance: number): ShareBand | null {
  if (n <= 0) return null;
  const half = z95 * Math.sqrt(Math.max(0, variance));
  const clamp = (count: number) => Math.min(1, Math.max(0, count / n));
  return { share: clamp(sum), lower: clamp(sum - half), upper: clamp(sum + half) };
}

/** As `shareBand`, from each placement's own chance (optionally standing for `count` placements). */
export function shareBandOf(chances: readonly { readonly p: number; readonly count?: number }[]): ShareBand | null {
  let n = 0;
  let sum = 0;
  let variance = 0;
  for (const { p, count = 1 } of chances) {
    n += count;
    sum += p * count;
    variance += p * (1 - p) * count;
  }
  return shareBand(n, sum, variance);
}
