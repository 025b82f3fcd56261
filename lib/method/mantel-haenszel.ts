import { normalBothTails, z95 } from './normal';

/** One stratum: `events1` of `n1` with the need, `events0` of `n0` without it. */
export interface RiskStratum {
  readonly events1: number;
  readonly n1: number;
  readonly events0: number;
  readonly n0: number;
}

export interface RiskRatio {
  /** Risk with the need ÷ risk without it, strata held equal. */
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
  /** Two-sided, against a ratio of 1. */
  readonly p: number;
  /** Of ln ratio. */
  readonly se: number;
  /** Members of each arm in the strata that carry information (both arms present). */
  readonly n1: number;
  readonly n0: number;
}

/**
 * Mantel–Haenszel risk ratio over strata with its 95 % interval. `null` when it cannot be estimated:
 * no stratum has both arms, or an arm has no event at all.
 * Source: Mantel & Haenszel (1959); variance of Greenland & Robins (1985).
 */
export function mantelHaenszel(strata: readonly RiskStratum[]): RiskRatio | null {
  let numerator = 0;
  let denominator = 0;
  let spread = 0;
  let n1 = 0;
  let n0 = 0;
  for (const stratum of strata) {
    if (stratum.n1 <= 0 || stratum.n0 <= 0) continue;
    const total = stratum.n1 + stratum.n0;
    const events = stratum.events1 + stratum.events0;
    numerator += (stratum.events1 * stratum.n0) / total;
    denominator += (stratum.events0 * stratum.n1) / total;
    spread += (events * stratum.n1 * stratum.n0 - stratum.events1 * stratum.events0 * total) / (total * total);
    n1 += stratum.n1;
    n0 += stratum.n0;
  }
  if (numerator <= 0 || denominator <= 0) return null;
  const ratio = numerator / denominator;
  const se = Math.sqrt(Math.max(0, spread / (numerator * denominator)));
  const log = Math.log(ratio);
  return {
    ratio,
    lower: Math.exp(log - z95 * se),
    upper: Math.exp(log + z95 * se),
    p: se > 0 ? normalBothTails(log / se) : log === 0 ? 1 : 0,
    se,
    n1,
    n0,
  };
}
