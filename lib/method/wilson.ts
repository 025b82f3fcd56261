import { z95 } from './normal';

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson's score interval for `k` of `n`, as shares in [0, 1]. With n = 0 nothing is known: 0 to 1.
 * `n` may be fractional (an effective size). Source: Wilson (1927); 95 % unless `z` says otherwise.
 */
export function wilson(k: number, n: number, z: number = z95): Interval {
  if (n <= 0) return { lower: 0, upper: 1 };
  const share = k / n;
  const square = (z * z) / n;
  const middle = (share + square / 2) / (1 + square);
  const half = ((z / (1 + square)) * Math.sqrt(share * (1 - share) + square / 4)) / Math.sqrt(n);
  // At 0 of n and n of n rounding error could leave the observed share outside its own interval.
  return {
    lower: k <= 0 ? 0 : Math.min(share, Math.max(0, middle - half)),
    upper: k >= n ? 1 : Math.max(share, Math.min(1, middle + half)),
  };
}
