/** As methods §2 writes it, for a ratio's interval and for the shrunk value's. */
export const intervalWidth = 1.96;

export interface Estimate {
  /** What was measured, and the value it is pulled towards. */
  readonly value: number;
  readonly se: number;
}

export interface Shrunk {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** B in [0, 1]: the share of the observed difference that is kept. */
  readonly kept: number;
  /** The shrunk value's 95 % interval leaves out the centre. */
  readonly differs: boolean;
}

/**
 * τ²: how much groups truly vary, beyond what chance alone gives each. ≥ 0; 0 with fewer than two
 * groups that have a standard error. Source: DerSimonian & Laird (1986), moment estimator.
 */
export function betweenVariance(estimates: readonly Estimate[]): number {
  let sum = 0;
  let sumSquares = 0;
  let sumValues = 0;
  let count = 0;
  for (const { value, se } of estimates) {
    if (!(se > 0)) continue;
    const weight = 1 / (se * se);
    sum += weight;
    sumSquares += weight * weight;
    sumValues += weight * value;
    count += 1;
  }
  if (count < 2) return 0;
  const mean = sumValues / sum;
  const scatter = estimates.reduce(
    (total, { value, se }) => (se > 0 ? total + (value - mean) ** 2 / (se * se) : total),
    0,
  );
  const scale = sum - sumSquares / sum;
  return scale > 0 ? Math.max(0, (scatter - (count - 1)) / scale) : 0;
}

/**
 * Pulls one estimate towards `centre` by how unsure it is: centre + B(value − centre), B = τ² ÷ (τ² + se²),
 * with interval ±1.96√(B·se²). Source: methods §2 (empirical Bayes with DerSimonian–Laird τ²).
 */
export function shrink({ value, se }: Estimate, tauSquared: number, centre = 1): Shrunk {
  const total = tauSquared + se * se;
  const kept = total > 0 ? tauSquared / total : 0;
  const middle = centre + kept * (value - centre);
  const half = intervalWidth * Math.sqrt(kept * se * se);
  return {
    value: middle,
    lower: middle - half,
    upper: middle + half,
    kept,
    differs: Math.abs(middle - centre) > half + 1e-12,
  };
}

/** Every estimate of one family shrunk with that family's own τ², in the order given. */
export function shrinkAll(estimates: readonly Estimate[], centre = 1): Shrunk[] {
  const tauSquared = betweenVariance(estimates);
  return estimates.map((estimate) => shrink(estimate, tauSquared, centre));
}
