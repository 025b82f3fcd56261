/** Numbers worked out from several counts (ratios, differences, gaps): shown only when none of the counts is small. */
import type { Cell, Column } from '@/lib/figure/figure';
import { decimals, roundedPounds, roundTo, wholePercent } from './round';
import { fewForShare, hiddenMeasure, type Limits, tooFew } from './settings';
import type { Count } from './sheet';

/** Groups (`n`, `n1`, `comparisonN`) must hold 10, events within them the threshold. */
function fewestFor(column: string, { threshold }: Limits): number {
  return /^n([A-Z\d]|$)|N\d*$/.test(column) ? Math.max(fewForShare, threshold) : threshold;
}

/** Null when a row's derived numbers may be shown, else the symbol that stands for all of them. */
export function derivedWithheld(counts: readonly Count[], limits: Limits): Cell | null {
  if (counts.length === 0 || counts.some(({ state }) => state === 'hidden')) return hiddenMeasure;
  const short = counts.find(({ column, value }) => column !== null && value < fewestFor(column, limits));
  return short?.column ? tooFew(fewestFor(short.column, limits)) : null;
}

/** Rounded to what the number can bear: £10 or £50, whole miles and percents, two decimals of a ratio. */
export function roundDerived(column: Column, value: number, { base }: Limits): Cell {
  if (column.kind === 'pounds') return roundedPounds(value);
  if (column.kind === 'miles') return roundTo(value, 1);
  if (column.kind === 'rate') return wholePercent(value);
  // A whole number is a difference of counts and no more exact than they are; p and q values are not counts.
  if (column.kind === 'number' && Number.isInteger(value) && !/^[pq]$/.test(column.name)) return roundTo(value, base);
  return decimals(value, 2);
}
