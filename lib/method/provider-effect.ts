import { type Effect, type LogCostModel, percentEffect } from './log-cost';
import { betweenVariance, shrink } from './shrink';

/** What one provider adds to the sums of one group: placements, Σ ln cost and Σ of each column. */
export interface ProviderGroupSum {
  readonly provider: string;
  readonly group: string;
  readonly n: number;
  readonly y: number;
  readonly x: readonly number[];
}

export interface ProviderEffect extends Effect {
  readonly n: number;
  /** The shrunk value's interval leaves out 0. */
  readonly differs: boolean;
}

/**
 * Each provider's mean residual from the model of ln cost, pulled towards 0 by how few placements it rests
 * on (DerSimonian–Laird τ² over the providers), in per cent. Source: methods §2.
 */
export function providerEffects(model: LogCostModel, sums: readonly ProviderGroupSum[]): ProviderEffect[] {
  const totals = new Map<string, { n: number; residual: number }>();
  for (const { provider, group, n, y, x } of sums) {
    const intercept = model.intercepts.get(group);
    if (intercept === undefined) continue;
    const predicted = n * intercept + x.reduce((sum, value, i) => sum + value * (model.coefficients[i] ?? 0), 0);
    const held = totals.get(provider) ?? { n: 0, residual: 0 };
    totals.set(provider, { n: held.n + n, residual: held.residual + y - predicted });
  }
  const estimates = [...totals].map(([name, { n, residual }]) => ({
    name,
    n,
    value: residual / n,
    se: Math.sqrt(model.residualVariance / n),
  }));
  const tauSquared = betweenVariance(estimates);
  return estimates.map(({ name, n, value, se }) => {
    const { value: middle, kept, differs } = shrink({ value, se }, tauSquared, 0);
    return { ...percentEffect(name, middle, Math.sqrt(kept) * se), n, differs };
  });
}
