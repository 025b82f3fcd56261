import { type Effect, type LogCostModel, percentEffect } from './log-cost';
import { betweenVariance, shrink } from './shrink';

/** One provider's placements, Σ ln cost and Σ of each column; and how many placements are of each group. */
export interface ProviderSums {
  readonly provider: string;
  readonly n: number;
  readonly y: number;
  readonly x: readonly number[];
  readonly groups: readonly { readonly group: string; readonly n: number }[];
}

export interface ProviderEffect extends Effect {
  readonly n: number;
  /** The shrunk value's interval leaves out 0. */
  readonly differs: boolean;
}

/**
 * Each provider's mean residual from the model of ln cost, pulled towards 0 by how few placements it rests
 * on (DerSimonian–Laird τ² over the providers), in per cent. One with a group unknown to the model has no effect.
 * Source: methods §2.
 */
export function providerEffects(model: LogCostModel, sums: readonly ProviderSums[]): ProviderEffect[] {
  const estimates = sums.flatMap(({ provider, n, y, x, groups }) => {
    const intercepts = groups.reduce((sum, { group, n: own }) => sum + own * (model.intercepts.get(group) ?? NaN), 0);
    const predicted = x.reduce((sum, value, i) => sum + value * (model.coefficients[i] ?? 0), intercepts);
    if (Number.isNaN(predicted)) return [];
    return [{ name: provider, n, value: (y - predicted) / n, se: Math.sqrt(model.residualVariance / n) }];
  });
  const tauSquared = betweenVariance(estimates);
  return estimates.map(({ name, n, value, se }) => {
    const { value: middle, kept, differs } = shrink({ value, se }, tauSquared, 0);
    return { ...percentEffect(name, middle, Math.sqrt(kept) * se), n, differs };
  });
}
