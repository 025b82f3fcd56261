/** Two clocks for every piece of work: the wall's, and the processor time of this process, which a busy machine spoils less. */
export interface Spent {
  /** Milliseconds. */
  readonly wall: number;
  /** Milliseconds of processor, all threads of this process. */
  readonly cpu: number;
}

export interface Timed<Value> extends Spent {
  readonly value: Value;
}

export const nothingSpent: Spent = { wall: 0, cpu: 0 };

/** Starts both clocks; what it gives back reads them. */
export function clock(): () => Spent {
  const processor = process.cpuUsage();
  const start = performance.now();
  return () => {
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(processor);
    return { wall, cpu: (user + system) / 1000 };
  };
}

export async function timed<Value>(work: () => Value | Promise<Value>): Promise<Timed<Value>> {
  const spent = clock();
  const value = await work();
  return { value, ...spent() };
}

export function total(parts: readonly Spent[]): Spent {
  return parts.reduce((sum, { wall, cpu }) => ({ wall: sum.wall + wall, cpu: sum.cpu + cpu }), nothingSpent);
}

export function less(whole: Spent, part: Spent): Spent {
  return { wall: whole.wall - part.wall, cpu: whole.cpu - part.cpu };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length === 0
    ? Number.NaN
    : ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** Medians of the wall and of the processor, each by itself. */
export function typical(spent: readonly Spent[]): Spent {
  return { wall: median(spent.map(({ wall }) => wall)), cpu: median(spent.map(({ cpu }) => cpu)) };
}
