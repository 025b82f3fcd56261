/** What counts as a small number here, and the words for not showing one. */
import type { SymbolCode, Withheld } from '@/lib/figure/figure';

/** Never below 5: methods §5 has no weaker rule. */
export const thresholds = [5, 6, 10] as const;
export const bases = [5, 10] as const;

export interface DisclosureSettings {
  /** Counts from 1 to one less are never shown. */
  readonly threshold: (typeof thresholds)[number];
  /** Counts are rounded to the nearest multiple. */
  readonly base: (typeof bases)[number];
  /** Why the pool's owner chose these, recorded with the pool. */
  readonly reason: string;
  /**
   * How the shown counts of a small crossed table appear. `rounded` (default) is safe beside the page's other
   * figures; `exact` is safe only for a table that leaves alone.
   */
  readonly crossed?: 'rounded' | 'exact';
}

export const defaultSettings: DisclosureSettings = {
  threshold: 5,
  base: 5,
  reason: 'Hides 1 to 4, as the Department for Education does in statistics about children looked after.',
};

/** Long enough to say something, short enough to stand on a cover sheet. */
export const reasonLength = { least: 10, most: 300 } as const;

/** `settings` where each part is one that may be chosen and the reason is given; else what is wrong, in words. */
export function checkedSettings(settings: {
  readonly threshold: number;
  readonly base: number;
  readonly reason: string;
}): DisclosureSettings | string {
  const threshold = thresholds.find((one) => one === settings.threshold);
  const base = bases.find((one) => one === settings.base);
  const reason = settings.reason.trim().replaceAll(/\s+/g, ' ');
  if (threshold === undefined || base === undefined) return 'Choose a threshold and a base from the lists.';
  if (reason.length < reasonLength.least) return 'Say why, in a sentence: the reason goes with every download.';
  if (reason.length > reasonLength.most) return `Say why in at most ${reasonLength.most} characters.`;
  return { threshold, base, reason };
}

/** What the settings do and why, for a cover sheet. */
export function settingsWords({ threshold, base, reason }: Limits & { readonly reason?: string }): string {
  const done = `Counts of 1 to ${threshold - 1} are hidden and others rounded to the nearest ${base}.`;
  return reason ? `${done} ${reason}` : done;
}

/** Fewer than this and a percentage, provider or ratio would say more about a child than about a service. */
export const fewForShare = 10;

/** The two numbers every rule needs; `DisclosureSettings` is one of these. */
export interface Limits {
  readonly threshold: number;
  readonly base: number;
  readonly crossed?: 'rounded' | 'exact';
}

/** Accepts any whole threshold ≥ 2 and base ≥ 1. Throws RangeError: a mistyped setting must not weaken protection. */
export function checkLimits(limits: Limits): void {
  const valid = Number.isInteger(limits.threshold) && Number.isInteger(limits.base);
  if (!valid || limits.threshold < 2 || limits.base < 1) {
    throw new RangeError('A threshold is a whole number of at least 2 and a rounding base of at least 1.');
  }
}

/** One wording for a small number and for one hidden to protect it: a reader must not tell them apart. */
export function hiddenCount(threshold: number): Withheld {
  const made = hiddenCounts.get(threshold);
  if (made) return made;
  const cell = withheld('c', `Hidden because it is below ${threshold}, or would let such a number be worked out`);
  hiddenCounts.set(threshold, cell);
  return cell;
}

/** A large figure holds thousands of them. */
const hiddenCounts = new Map<number, Withheld>();

export const hiddenMeasure = withheld('c', 'Hidden because it rests on a hidden number of placements');

export function tooFew(least: number): Withheld {
  return withheld('u', `Rests on fewer than ${least} placements`);
}

export const roundsToZero = withheld('low', 'Rounds to 0, but is not 0');
export const neverShared = withheld('x', 'Not given in the sharing view: it is one child’s value');
export const providerHidden = withheld(
  'c',
  'Fewer than 10 placements, fewer than 2 placing authorities, or one authority with more than 80% of them',
);

function withheld(symbol: SymbolCode, reason: string): Withheld {
  return { symbol, reason };
}
