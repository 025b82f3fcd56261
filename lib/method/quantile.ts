/**
 * Quantiles by linear interpolation (R type 7, DuckDB's `quantile_cont`), one for each share asked.
 * Values in any order and unit; an empty list gives an empty answer for every share (`null`).
 * Source: Hyndman & Fan (1996), definition 7.
 */
export function quantiles(values: readonly number[], shares: readonly number[]): (number | null)[] {
  const sorted = Float64Array.from(values).sort();
  return shares.map((share) => {
    const position = (sorted.length - 1) * Math.min(1, Math.max(0, share));
    const below = sorted[Math.floor(position)];
    const above = sorted[Math.ceil(position)];
    if (below === undefined || above === undefined) return null;
    return below + (above - below) * (position - Math.floor(position));
  });
}

/**
 * The 5 % and 95 % quantiles of bootstrap draws, in the draws' unit: the whiskers of a figure.
 * `null` when there are no draws.
 */
export function bootstrapInterval(draws: readonly number[]): { readonly lower: number; readonly upper: number } | null {
  const [lower, upper] = quantiles(draws, [0.05, 0.95]);
  return typeof lower === 'number' && typeof upper === 'number' ? { lower, upper } : null;
}
