/** Promises raw and adjusted side by side, with how sure each is, in one set of columns for authorities and providers. */
import type { Column, TableRow, Withheld } from '@/lib/figure/figure';
import { numeric, pounds } from '@/lib/measure/words';
import type { LikeForLike } from '@/lib/method/like-for-like';
import { intervalWidth, type Shrunk } from '@/lib/method/shrink';

export const fewestAdjusted = { authority: 20, provider: 10 } as const;

/** O − E of all the placements of a row: a sum over authorities is known to be nothing, so it is told no closer than its parts. */
export function excessColumn(gap: string, n: string): Column {
  return {
    name: 'excess',
    label: '£ a week above expected, ended placements too',
    kind: 'pounds',
    product: [gap, n],
  };
}

export const adjustedColumns: readonly Column[] = [
  { name: 'n', label: 'Placements', kind: 'count' },
  { name: 'paid', label: 'Mean paid', kind: 'pounds' },
  { name: 'expected', label: 'Expected for the same type and need', kind: 'pounds' },
  { name: 'raw', label: 'Raw ratio', kind: 'ratio' },
  { name: 'adjusted', label: 'Like-for-like ratio', kind: 'ratio' },
  { name: 'lower', label: '95% interval from', kind: 'ratio' },
  { name: 'upper', label: 'to', kind: 'ratio' },
  { name: 'shrunk', label: 'Allowing for chance (for ranking)', kind: 'ratio' },
  { name: 'shrunkLower', label: 'Allowing for chance: from', kind: 'ratio', hidden: true },
  { name: 'shrunkUpper', label: 'Allowing for chance: to', kind: 'ratio', hidden: true },
  { name: 'gap', label: 'Difference, £ a week per placement', kind: 'pounds' },
  excessColumn('gap', 'n'),
  { name: 'exact', label: 'Compared within type, need and year', kind: 'rate', hidden: true },
  { name: 'verdict', label: 'In words', kind: 'text' },
];

export type Verdict = 'more' | 'less' | 'no clear difference';

export function verdictOf({ value, differs }: Shrunk): Verdict {
  if (!differs) return 'no clear difference';
  return value > 1 ? 'more' : 'less';
}

/** The cells of one group; `regionMean` is the region's plain mean for the same types taken together. */
export function adjustedCells(result: LikeForLike, shrunk: Shrunk, regionMean: number): TableRow {
  const { n, observed, expected, ratio, se, gap, exact } = result;
  return {
    n,
    paid: observed / n,
    expected: expected / n,
    raw: regionMean > 0 ? observed / n / regionMean : ratio,
    adjusted: ratio,
    lower: ratio - intervalWidth * se,
    upper: ratio + intervalWidth * se,
    shrunk: shrunk.value,
    shrunkLower: shrunk.lower,
    shrunkUpper: shrunk.upper,
    gap,
    excess: observed - expected,
    exact: exact / n,
    verdict: verdictOf(shrunk),
  };
}

/** A group too small to compare: its size, and why there is nothing else. */
export function tooSmallCells(n: number, fewest: number): TableRow {
  const withheld: Withheld = { symbol: 'u', reason: `Fewer than ${fewest} placements` };
  const others = adjustedColumns.filter(({ name }) => name !== 'n').map(({ name }) => [name, withheld]);
  return { n, ...Object.fromEntries(others) };
}

/**
 * `Devon paid 11% (6–17%) more than the region paid for the same type and level of need: £276 a week per
 * placement`: the sentence of one row, from its protected cells. Empty where they are withheld.
 */
export function adjustedSentence(name: string, row: TableRow, region: string): string {
  const [ratio, lower, upper, gap] = [row.adjusted, row.lower, row.upper, row.gap].map(numeric);
  if (typeof ratio !== 'number' || typeof lower !== 'number' || typeof upper !== 'number') return '';
  const same = `than ${region} paid for the same type and level of need`;
  const points = (value: number) => Math.round((value - 1) * 100);
  if (row.verdict === 'no clear difference' || points(ratio) === 0)
    return `${name} paid about what ${region} paid for the same type and level of need (between ${signed(points(lower))} and ${signed(points(upper))})`;
  const more = ratio > 1;
  const [from, to] = more ? [points(lower), points(upper)] : [-points(upper), -points(lower)];
  const amount = typeof gap === 'number' ? `: ${pounds(Math.abs(gap))} a week per placement` : '';
  const range = from < 0 ? `−${-from} to ${to}%` : `${from}–${to}%`;
  return `${name} paid ${Math.abs(points(ratio))}% (${range}) ${more ? 'more' : 'less'} ${same}${amount}`;
}

function signed(points: number): string {
  if (points === 0) return 'the same';
  return points < 0 ? `${-points}% less` : `${points}% more`;
}

export const adjustedCaveats: readonly string[] = [
  'Adjusted for type of home, level of need and year of placement. Not for age, sex, legal status, length of stay, quality, distance or terms of contract: the data does not hold them, or hold them alike.',
  'The region’s own mean includes the group compared with it.',
  'The ratio to quote is like for like, with its interval; the raw one is before needs are allowed for. Pounds are rounded one by one, so that differences of rounded pounds may be a little out.',
];
