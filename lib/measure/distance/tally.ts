/** Statistics of values that come with how many placements share each. */
export interface Tally {
  readonly value: number;
  readonly n: number;
}

/** Quantiles by linear interpolation (R type 7) as though each value were listed `n` times; empty where there are none. */
export function tallyQuantiles(tallies: readonly Tally[], shares: readonly number[]): number[] {
  const sorted = tallies.filter(({ n }) => n > 0).toSorted((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return [];
  const at = (rank: number): number => {
    let seen = 0;
    for (const { value, n } of sorted) {
      seen += n;
      if (rank < seen) return value;
    }
    return sorted.at(-1)?.value ?? 0;
  };
  return shares.map((share) => {
    const position = (total - 1) * share;
    const below = at(Math.floor(position));
    return below + (at(Math.ceil(position)) - below) * (position - Math.floor(position));
  });
}

export function tallyMean(tallies: readonly Tally[]): number | undefined {
  const n = tallies.reduce((sum, one) => sum + one.n, 0);
  return n === 0 ? undefined : tallies.reduce((sum, one) => sum + one.value * one.n, 0) / n;
}
