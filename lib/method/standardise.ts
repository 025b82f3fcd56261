import { z95 } from './normal';
import { wilson } from './wilson';

export interface RateStratum {
  readonly k: number;
  readonly n: number;
  /** Size of this stratum in the standard population (any unit: only shares matter). */
  readonly weight: number;
}

export interface Standardised {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** Share of the standard population that lies in strata this group has rows in; the rest is left out. */
  readonly covered: number;
}

interface Weighted<T> {
  readonly stratum: T;
  readonly share: number;
}

function weighted<T extends { n: number; weight: number }>(strata: readonly T[]) {
  const used = strata.filter((stratum) => stratum.n > 0 && stratum.weight > 0);
  const all = strata.reduce((sum, stratum) => sum + Math.max(0, stratum.weight), 0);
  const present = used.reduce((sum, stratum) => sum + stratum.weight, 0);
  const parts: Weighted<T>[] = used.map((stratum) => ({ stratum, share: stratum.weight / present }));
  return { parts, covered: all > 0 ? present / all : 0 };
}

/**
 * The rate a group would have if its strata were mixed as in the standard population (direct
 * standardisation), in [0, 1]. Its interval is Wilson's at the effective size. `null` when no
 * stratum with weight has rows. Source: Fleiss, Statistical Methods for Rates and Proportions, ch. 19.
 */
export function standardisedRate(strata: readonly RateStratum[]): Standardised | null {
  const { parts, covered } = weighted(strata);
  if (parts.length === 0) return null;
  let value = 0;
  let variance = 0;
  let inverseSize = 0;
  for (const { stratum, share } of parts) {
    const rate = stratum.k / stratum.n;
    value += share * rate;
    variance += (share * share * rate * (1 - rate)) / stratum.n;
    inverseSize += (share * share) / stratum.n;
  }
  value = Math.min(1, Math.max(0, value));
  const spread = value * (1 - value);
  const size = variance > 0 && spread > 0 ? spread / variance : 1 / inverseSize;
  return { value, ...wilson(value * size, size), covered };
}

export interface MeanStratum {
  readonly n: number;
  readonly mean: number;
  /** Sample variance of the values (0 where n < 2). */
  readonly variance: number;
  readonly weight: number;
}

/** The mean a group would have if its strata were mixed as in the standard population, in the values' unit. */
export function standardisedMean(strata: readonly MeanStratum[]): Standardised | null {
  const { parts, covered } = weighted(strata);
  if (parts.length === 0) return null;
  const value = parts.reduce((sum, { stratum, share }) => sum + share * stratum.mean, 0);
  const variance = parts.reduce((sum, { stratum, share }) => sum + (share * share * stratum.variance) / stratum.n, 0);
  const half = z95 * Math.sqrt(variance);
  return { value, lower: value - half, upper: value + half, covered };
}
