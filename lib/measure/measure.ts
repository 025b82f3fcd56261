/** Promises that every number on screen comes from one kind of thing: a measure, which asks, checks, drafts and speaks. */
import type { Query, Row } from '@/lib/database/database';
import type { Cell, Draft, Table } from '@/lib/figure/figure';
import type { KeptColumn } from '@/lib/measure/column';
import type { Basis, Context } from '@/lib/measure/context';
import type { Slicing } from '@/lib/measure/slices';

export type Page = 'overview' | 'needs' | 'cost' | 'distance' | 'providers' | 'pack';

export interface Definition {
  /** What it means, for a reader who has never seen it. */
  readonly words: string;
  /** The formula in plain symbols. */
  readonly formula: string;
  /** Who is counted: the denominator, and who is left out. */
  readonly denominator: string;
  /** Published source of the formula or of the field's meaning. */
  readonly source: string;
}

/** Queries by the measure's own names. Equal text and parameters run once for all measures of a page. */
export type Queries = Readonly<Record<string, Query>>;
export type RowsByQuery = Readonly<Record<string, readonly Row[]>>;

/** What disclosure control let through: all that a sentence may be written from. */
export interface Tables {
  readonly table: Table;
  readonly extra: Readonly<Record<string, Table>>;
  /** Placements the figure rests on, protected. */
  readonly n: Cell;
}

/** What a figure's frame says before and beside the numbers. */
export type Named = Pick<Measure, 'id' | 'title' | 'definition'>;

export interface Measure {
  /** The figure's stable name (methods.md): `match-rate`. */
  readonly id: string;
  readonly title: string;
  readonly pages: readonly Page[];
  /** Which date places its rows in the period, unless the view says otherwise. */
  readonly basis: Basis;
  /** Columns of `kept` its queries read; `slice` and `month` are always there. */
  readonly columns: readonly KeptColumn[];
  /** Months back from the end of the period it also needs (slice 4), for a sparkline. */
  readonly history?: number;
  readonly definition: Definition;
  /** Start of the subtitle: `Placements with a preferred type`. */
  readonly subject: string;
  /** End of the subtitle: `by type sought`. */
  readonly by?: string;
  /** Bound SQL over `kept`. */
  queries(context: Context): Queries;
  /** What it reads besides its rows, which a pool may have come without: awaited before `draft`. */
  readonly fetch?: () => Promise<unknown>;
  /** Arithmetic too long for one turn of the page: done before `draft`, which finds it kept for these rows. */
  prepare?(rows: RowsByQuery, context: Context, work: Slicing): Promise<void>;
  /** Checks the rows and computes. Throws when rows are not what the SQL promised. */
  draft(rows: RowsByQuery, context: Context): Draft;
  /** One true sentence, from protected tables alone. */
  headline(tables: Tables, context: Context): string;
  /** A sentence for each row that can be said, from protected tables alone. */
  sentences?(tables: Tables, context: Context): readonly string[];
}
