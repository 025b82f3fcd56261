/** Numbers and comparisons as a head of service would say them. Sentences are written from protected cells only. */

import { type Cell, isWithheld, type TableRow, type Withheld } from '@/lib/figure/figure';
import { money, shortMoney, percent as shownPercent } from '@/lib/figure/format';
import { type Context, whenWords, whereWords } from '@/lib/measure/context';
import type { Measure } from '@/lib/measure/measure';

/** Fewer placements than this and a percentage would be fragile. */
export const fewestForPercent = 10;

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** 11982 → `11,982`. */
export function number(value: number): string {
  return whole.format(value);
}

/** 0.7812 → `78%`: as tables and charts write it. */
export function percent(share: number): string {
  return shownPercent(share);
}

/** 4312.4 → `£4,312`, as tables and charts write it. */
export function pounds(amount: number): string {
  return money(amount);
}

/** 3231150 → `£3.2m`; under a million to the pound: sums of many placements are said, not read off. */
export function largePounds(amount: number): string {
  return Math.abs(amount) >= 1e6 ? shortMoney(amount) : money(amount);
}

/** `£1.9m more`, `£20,000 less`: a sign before a pound may end a line by itself. */
export function moreOrLess(amount: number): string {
  const size = largePounds(Math.abs(amount));
  return size === '£0' ? 'no change' : `${size} ${amount < 0 ? 'less' : 'more'}`;
}

/** 1 → `1 placement`; otherwise the plural. */
export function placements(n: number): string {
  return n === 1 ? '1 placement' : `${number(n)} placements`;
}

/** Rows by the date of referral, a placement found or not. */
export function referrals(n: number): string {
  return n === 1 ? '1 referral' : `${number(n)} referrals`;
}

/** `Foster and residential`; `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** The number in a cell, or null where it is withheld, text or missing. */
export function numeric(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}

/** The text of a dimension's cell. */
export function text(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  return isWithheld(cell) ? cell.symbol : String(cell);
}

/** The rate of a row, unless it is withheld or rests on too few placements to be said as a percentage. */
export function sayable(row: TableRow | undefined, rate = 'rate', n = 'n'): number | null {
  const size = numeric(row?.[n]);
  return size === null || size < fewestForPercent ? null : numeric(row?.[rate]);
}

/**
 * `3 points fewer than the year before`. Points are the difference of the whole percentages shown, so that
 * a reader who subtracts gets the same.
 */
export function pointsAgainst(now: number, then: number, against: string): string {
  const points = Math.round(now * 100) - Math.round(then * 100);
  if (points === 0) return `the same as ${against}`;
  return `${Math.abs(points)} ${Math.abs(points) === 1 ? 'point' : 'points'} ${points > 0 ? 'more' : 'fewer'} than ${against}`;
}

/** What, where, when and how many: the line under the headline. */
export function subtitle(measure: Pick<Measure, 'subject' | 'by'>, n: Cell, context: Context): string {
  const parts = [measure.subject, whereWords(context), whenWords(context), measure.by ?? ''];
  const size = typeof n === 'number' ? `n = ${number(n)}` : isWithheld(n) ? notSaid(n) : `n = ${n}`;
  return `${parts.filter((part) => part !== '').join(', ')}; ${size}`;
}

function notSaid({ symbol, reason }: Withheld): string {
  return symbol === 'c' ? 'n not shown, so that no small number can be worked out' : `n not shown: ${reason}`;
}

/** Needed where nothing or too little is left to speak of. */
export function tooFew(n: Cell): string {
  if (n === 0) return 'No placements to show';
  // Hidden numbers may be large: that they are hidden is all that is true to say.
  const hidden = isWithheld(n) ? n.symbol === 'c' : typeof n === 'number' && n >= fewestForPercent;
  if (hidden) return 'Not shown, so that no small number can be worked out';
  return `Fewer than ${fewestForPercent} placements: not shown as a percentage`;
}
