/** A rate as a measure states it once, and the cells of a row of k of n. */
import type { Query } from '@/lib/database/database';
import type { Cell, Column, Draft, TableRow, Withheld } from '@/lib/figure/figure';
import type { KeptColumn } from '@/lib/measure/column';
import type { Context } from '@/lib/measure/context';
import type { Definition, RowsByQuery, Tables } from '@/lib/measure/measure';
import { besideNow, withChange } from '@/lib/measure/needs/change';
import type { Counts, LevelRow, SideCounts } from '@/lib/measure/needs/level';
import { percent, pointsAgainst, sayable, tooFew } from '@/lib/measure/words';
import { wilson } from '@/lib/method/wilson';

export interface Rate {
  readonly id: string;
  readonly title: string;
  /** The shared query it is read from, with the names of its counts. */
  readonly query: Query;
  readonly counts: readonly string[];
  readonly columns: readonly KeptColumn[];
  readonly k: (counts: Counts) => number;
  readonly n: (counts: Counts) => number;
  /** Its counts at each level, where they are not those of a query of levels. */
  readonly levels?: (rows: RowsByQuery) => readonly LevelRow[];
  /** Who of all placements in the view is not in the denominator, and why. */
  readonly excluded: (counts: Counts) => Draft['exclusions'];
  readonly subject: string;
  readonly kLabel: string;
  readonly nLabel: string;
  /** `78% got the type of home that was asked for`, from the percentage. */
  readonly say: (share: string) => string;
  readonly definition: Definition;
  readonly caveats: readonly string[];
  /** Authorities, by code, whose returns are in doubt: their rates stand in the table, and no sentence rests on them. */
  readonly doubted?: (context: Context) => ReadonlySet<string>;
}

export const noPlacements: Withheld = { symbol: 'z', reason: 'No placements to take a share of' };

/** `k, n, rate, lower, upper`: shares in [0, 1], Wilson 95 %. */
export function rateCells(k: number, n: number): TableRow {
  if (n === 0) return { k, n, rate: noPlacements, lower: noPlacements, upper: noPlacements };
  return { k, n, rate: k / n, ...wilson(k, n) };
}

export function comparisonCells(k: number, n: number): TableRow {
  const rate: Cell = n === 0 ? noPlacements : k / n;
  return { comparisonK: k, comparisonN: n, comparisonRate: rate };
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function comparisonColumns(against: string): readonly Column[] {
  const name = capitalised(against);
  return [
    { name: 'comparisonK', label: `${name}: number`, kind: 'count', hidden: true },
    { name: 'comparisonN', label: `${name}: of`, kind: 'count', hidden: true },
    { name: 'comparisonRate', label: name, kind: 'rate' },
  ];
}

/** The columns of `rateCells`, and of the comparison where the whole view is one side of it. */
export function rateColumns(
  { kLabel, nLabel }: Pick<Rate, 'kLabel' | 'nLabel'>,
  { sides }: Context,
): readonly Column[] {
  const own: readonly Column[] = [
    { name: 'k', label: kLabel, kind: 'count' },
    { name: 'n', label: nLabel, kind: 'count' },
    { name: 'rate', label: 'Rate', kind: 'rate' },
    { name: 'lower', label: '95% interval from', kind: 'rate' },
    { name: 'upper', label: 'to', kind: 'rate' },
  ];
  return comparesView(sides) ? [...own, ...comparisonColumns(sides.beforeWords)] : own;
}

export function comparesView(sides: Context['sides']): boolean {
  return sides.kind !== 'none' && sides.afterIsView;
}

/** One row's cells from the counts of its sides. */
export function sideCells(rate: Pick<Rate, 'k' | 'n'>, counts: SideCounts, { sides }: Context): TableRow {
  const own = rateCells(rate.k(counts.view), rate.n(counts.view));
  return comparesView(sides) ? { ...own, ...comparisonCells(rate.k(counts.before), rate.n(counts.before)) } : own;
}

type Extra = NonNullable<Draft['extra']>;

/**
 * `total`: one row for the whole view. With all periods chosen, also `recent`: the last 12 months beside
 * the 12 before, because the whole view then is neither side of the comparison.
 */
export function totalTables(
  rate: Pick<Rate, 'k' | 'n' | 'kLabel' | 'nLabel'>,
  counts: SideCounts,
  context: Context,
): Extra {
  const { sides } = context;
  const columns = rateColumns(rate, context);
  const total: Extra = {
    total: { table: { columns, rows: [sideCells(rate, counts, context)] }, disclosure: { kind: 'rates' } },
  };
  if (sides.kind === 'none' || sides.afterIsView) return total;
  const recent = {
    ...rateCells(rate.k(counts.after), rate.n(counts.after)),
    ...comparisonCells(rate.k(counts.before), rate.n(counts.before)),
  };
  return {
    ...total,
    recent: {
      table: { columns: [...columns, ...comparisonColumns(sides.beforeWords)], rows: [recent] },
      disclosure: { kind: 'rates' },
    },
  };
}

/** `3 points fewer than the year before`, or null where either side is too small to say. */
export function rateChange(tables: Tables, context: Context): string | null {
  const { sides } = context;
  if (sides.kind === 'none') return null;
  const row = (sides.afterIsView ? tables.extra.total : tables.extra.recent)?.rows[0];
  const now = sayable(row);
  const then = sayable(row, 'comparisonRate', 'comparisonN');
  if (now === null || then === null) return null;
  return besideNow(percent(now), pointsAgainst(now, then, sides.beforeWords), context);
}

/** The rate in a sentence, with its comparison; too few placements are said to be too few. */
export function rateSentence(tables: Tables, context: Context, say: Rate['say']): string {
  const row = tables.extra.total?.rows[0];
  const share = sayable(row);
  if (share === null) return tooFew(row?.n ?? 0);
  return withChange(say(percent(share)), rateChange(tables, context), context);
}
