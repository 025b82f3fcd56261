import type { Random } from './random';

const dayLength = 86_400_000;

/** The sample's eight quarters: 1 April 2024 to 31 March 2026, in days since 1 January 1970. */
export const firstDay = Date.UTC(2024, 3, 1) / dayLength;
export const lastDay = Date.UTC(2026, 2, 31) / dayLength;

const isoByDay = new Map<number, string>();

/** `2024-04-01`. */
export function isoDay(day: number): string {
  let text = isoByDay.get(day);
  if (text === undefined) {
    text = new Date(day * dayLength).toISOString().slice(0, 10);
    isoByDay.set(day, text);
  }
  return text;
}

/** Years since the first day. */
export function yearsIn(day: number): number {
  return (day - firstDay) / 365.25;
}

// April to March. Referrals dip in August and December and peak as school terms end.
const monthly = [0.98, 1.03, 1.05, 1.07, 0.88, 1.0, 1.05, 1.04, 0.9, 1.01, 0.98, 1.05];
const weekday = [0.12, 1.1, 1.05, 1.0, 1.05, 1.25, 0.16];

const cumulative: Float64Array = (() => {
  const sums = new Float64Array(lastDay - firstDay + 1);
  let sum = 0;
  for (let day = firstDay; day <= lastDay; day++) {
    const month = Number(isoDay(day).slice(5, 7));
    const season = monthly[(month + 8) % 12] ?? 1;
    sum += season * (weekday[(day + 4) % 7] ?? 1) * (1 + 0.05 * yearsIn(day));
    sums[day - firstDay] = sum;
  }
  return sums;
})();

/** The first index whose running total exceeds `value`. */
export function indexAbove(totals: Float64Array, value: number): number {
  let low = 0;
  let high = totals.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((totals[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A referral's day: more on weekdays and, by 5 % a year, more later. */
export function drawDay(random: Random): number {
  return firstDay + indexAbove(cumulative, random.next() * (cumulative[cumulative.length - 1] ?? 0));
}
