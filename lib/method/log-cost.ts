import { quadraticForm, solveNormal } from './least-squares';
import { z95 } from './normal';

/** Sums over one group's placements; `x` are the model's columns (no constant, no group), y = ln cost. */
export interface GroupSums {
  readonly group: string;
  readonly n: number;
  readonly sumY: number;
  readonly sumYY: number;
  readonly sumX: readonly number[];
  /** Of this group, or of several in one of them: only the totals over groups matter. Empty is zero; so for `sumXX`. */
  readonly sumXY: readonly number[];
  /** Upper triangle by rows: x₀x₀, x₀x₁ … x₁x₁, x₁x₂ … */
  readonly sumXX: readonly number[];
}

export interface Effect {
  readonly name: string;
  /** On ln cost, and its standard error. */
  readonly coefficient: number;
  readonly se: number;
  /** 100(e^coefficient − 1), with its 95 % interval, in per cent. */
  readonly percent: number;
  readonly lower: number;
  readonly upper: number;
}

export interface LogCostModel {
  /** One per column that can be told apart from the others, in the order given. */
  readonly effects: readonly Effect[];
  /** Columns that could not be estimated on these placements. */
  readonly dropped: readonly string[];
  /** One per group, against the average group (they sum to zero). */
  readonly groups: readonly (Effect & { readonly n: number })[];
  /** ln cost at x = 0 of each group: the model's prediction is this plus the coefficients times x. */
  readonly intercepts: ReadonlyMap<string, number>;
  /** Coefficient for every column, 0 where dropped. */
  readonly coefficients: readonly number[];
  readonly residualVariance: number;
  readonly n: number;
  /** Share of the variation of ln cost the model accounts for, in [0, 1]. */
  readonly explained: number;
}

/** An effect in per cent from one on the log scale. */
export function percentEffect(name: string, coefficient: number, se: number): Effect {
  const percent = (value: number) => 100 * Math.expm1(value);
  return {
    name,
    coefficient,
    se,
    percent: percent(coefficient),
    lower: percent(coefficient - z95 * se),
    upper: percent(coefficient + z95 * se),
  };
}

/**
 * Least squares of ln cost on columns and groups (sum-to-zero), from each group's sums alone. Groups are
 * first taken out by centring within each (Frisch–Waugh–Lovell), which is the same estimate as a column
 * each. `null` when there are no more placements than things to estimate.
 */
export function fitLogCost(columns: readonly string[], sums: readonly GroupSums[]): LogCostModel | null {
  const groups = sums.filter((group) => group.n > 0);
  const size = columns.length;
  const within = new Float64Array(size * size);
  const uncentred = new Float64Array(size);
  const right = new Float64Array(size);
  let spread = 0;
  let n = 0;
  for (const group of groups) {
    n += group.n;
    spread += group.sumYY - group.sumY ** 2 / group.n;
    let entry = 0;
    for (let i = 0; i < size; i += 1) {
      right[i] = (right[i] ?? 0) + (group.sumXY[i] ?? 0) - ((group.sumX[i] ?? 0) * group.sumY) / group.n;
      for (let j = i; j < size; j += 1) {
        const centred = (group.sumXX[entry] ?? 0) - ((group.sumX[i] ?? 0) * (group.sumX[j] ?? 0)) / group.n;
        within[i * size + j] = (within[i * size + j] ?? 0) + centred;
        if (j > i) within[j * size + i] = within[i * size + j] ?? 0;
        else uncentred[i] = (uncentred[i] ?? 0) + (group.sumXX[entry] ?? 0);
        entry += 1;
      }
    }
  }
  // A column constant within every group centres to rounding error, which must not pass for variation.
  for (let i = 0; i < size; i += 1) {
    if ((within[i * size + i] ?? 0) < 1e-10 * (uncentred[i] ?? 0)) within[i * size + i] = 0;
  }
  const { coefficients, inverse, rank } = solveNormal(within, right);
  const free = n - groups.length - rank;
  if (free <= 0) return null;
  const beta = coefficients.map((value) => value ?? 0);
  const residual = Math.max(0, spread - beta.reduce((sum, value, i) => sum + value * (right[i] ?? 0), 0));
  const residualVariance = residual / free;
  const total = totalSpread(groups, n);
  const intercepts = new Map(groups.map((group) => [group.group, intercept(group, beta)]));
  return {
    effects: columns.flatMap((name, i) => {
      const value = coefficients[i];
      const se = Math.sqrt(Math.max(0, residualVariance * (inverse[i * size + i] ?? 0)));
      return typeof value === 'number' ? [percentEffect(name, value, se)] : [];
    }),
    dropped: columns.filter((_, i) => coefficients[i] === null),
    groups: groupEffects(groups, intercepts, inverse, residualVariance, size),
    intercepts,
    coefficients: beta,
    residualVariance,
    n,
    explained: total > 0 ? Math.min(1, Math.max(0, 1 - residual / total)) : 0,
  };
}

function totalSpread(groups: readonly GroupSums[], n: number): number {
  const sum = groups.reduce((total, group) => total + group.sumY, 0);
  return groups.reduce((total, group) => total + group.sumYY, 0) - (n > 0 ? sum ** 2 / n : 0);
}

function intercept(group: GroupSums, beta: readonly number[]): number {
  return (group.sumY - beta.reduce((sum, value, i) => sum + value * (group.sumX[i] ?? 0), 0)) / group.n;
}

/** Each group's intercept against the plain average of them, with the variance of that contrast. */
function groupEffects(
  groups: readonly GroupSums[],
  intercepts: ReadonlyMap<string, number>,
  inverse: Float64Array,
  residualVariance: number,
  size: number,
): (Effect & { readonly n: number })[] {
  const count = groups.length;
  const centre = [...intercepts.values()].reduce((sum, value) => sum + value, 0) / count;
  const inverseSizes = groups.reduce((sum, group) => sum + 1 / group.n, 0);
  const middle = Array.from({ length: size }, (_, i) => {
    return groups.reduce((sum, group) => sum + (group.sumX[i] ?? 0) / group.n, 0) / count;
  });
  return groups.map((group) => {
    const away = middle.map((value, i) => (group.sumX[i] ?? 0) / group.n - value);
    const own = (1 - 1 / count) ** 2 / group.n + (inverseSizes - 1 / group.n) / count ** 2;
    const se = Math.sqrt(Math.max(0, residualVariance * (own + quadraticForm(inverse, away))));
    return { ...percentEffect(group.group, (intercepts.get(group.group) ?? centre) - centre, se), n: group.n };
  });
}
