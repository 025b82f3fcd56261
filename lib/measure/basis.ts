/** How much of the data a figure rests on, in one sentence written from protected numbers alone. */
import type { Cell, Exclusion } from '@/lib/figure/figure';
import type { Mode } from '@/lib/measure/protection';
import { number, percent } from '@/lib/measure/words';

/** Neither 0% nor 100% is said of anything that is not exactly so. */
function share(n: number, of: number): string {
  const part = n / of;
  if (part > 0.99) return 'over 99%';
  return part < 0.01 ? 'under 1%' : percent(part);
}

/** Empty where the figure rests on nothing, or on a number that may not be shown. */
export function restsOn(n: Cell, exclusions: readonly Exclusion[], mode: Mode): string {
  if (typeof n !== 'number' || n === 0) return '';
  const left = exclusions.filter((one) => !one.counted && one.n !== 0);
  if (left.length === 0) return `Rests on all ${number(n)} records.`;
  const numbers = left.flatMap((one) => (typeof one.n === 'number' ? [one.n] : []));
  const of = numbers.reduce((sum, one) => sum + one, n);
  // A number that is hidden adds to those left out, and nobody may say how much.
  if (numbers.length < left.length) return `Rests on ${number(n)} of more than ${number(of)} records.`;
  return `Rests on ${number(n)} of ${mode === 'sharing' ? 'about ' : ''}${number(of)} records (${share(n, of)}).`;
}
