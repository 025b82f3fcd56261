/** Counts on the pages about the pool, protected in the sharing view like every other number. */
import { roundedCount } from '@/lib/disclosure/round';
import type { Cell } from '@/lib/figure/figure';
import { isWithheld } from '@/lib/figure/figure';
import type { Mode, ProtectionSettings } from '@/lib/measure/protection';

export interface Shower {
  /** A count as it may be shown. */
  readonly count: (n: number) => Cell;
  /** A share of `n` things, in whole percent; withheld where `n` is too small to be shown. */
  readonly share: (part: number, n: number) => Cell;
  /** A share that would give away its part: withheld where that is too small as well. */
  readonly rate: (part: number, n: number) => Cell;
  /** As many places to look as do not give a small count away. */
  readonly places: (examples: readonly string[]) => string;
}

export function shower(mode: Mode, limits: ProtectionSettings): Shower {
  const count = (n: number): Cell => (mode === 'working' ? n : roundedCount(n, limits));
  const share = (part: number, n: number): Cell => {
    const size = count(n);
    if (isWithheld(size) || n === 0) return size;
    return mode === 'working' ? part / n : wholeShare(part, n);
  };
  return {
    count,
    share,
    rate: (part, n) => {
      const size = count(part);
      return isWithheld(size) ? size : share(part, n);
    },
    places: (examples) => examples.slice(0, mode === 'working' ? undefined : 1).join('; '),
  };
}

/** Neither 0% nor 100% is said of anything that is not exactly so. */
function wholeShare(part: number, n: number): number {
  if (part === 0 || part === n) return part / n;
  return Math.min(0.99, Math.max(0.01, Math.round((part / n) * 100) / 100));
}
