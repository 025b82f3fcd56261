/**
 * Promises every figure of a page from one copy of the rows it needs: `kept` is made once a date basis,
 * equal queries run once, and a measure that fails is that figure's error alone.
 */
import { type Database, DatabaseCancelled, DatabaseTrapped, type Query } from '@/lib/database/database';
import { pageProtector } from '@/lib/disclosure/protect';
import type { Draft, Figure } from '@/lib/figure/figure';
import { restsOn } from '@/lib/measure/basis';
import type { KeptColumn } from '@/lib/measure/column';
import { type Basis, type Context, contextFor, type PoolFacts } from '@/lib/measure/context';
import { keptQuery } from '@/lib/measure/kept';
import type { Measure, RowsByQuery, Tables } from '@/lib/measure/measure';
import type { Mode, Protect, ProtectionSettings } from '@/lib/measure/protection';
import { remember } from '@/lib/measure/provenance';
import { recordingOf } from '@/lib/measure/recording';
import { inTurn, progress, SharedQueries } from '@/lib/measure/shared-queries';
import { subtitle } from '@/lib/measure/words';
import type { View } from '@/lib/view/view';

export type FigureState =
  | { readonly state: 'ready'; readonly figure: Figure }
  /** Ready, but it rests on no placement: show advice. */
  | { readonly state: 'empty'; readonly figure: Figure }
  | { readonly state: 'error'; readonly id: string; readonly title: string; readonly error: Error };

export interface RunOptions {
  readonly mode: Mode;
  readonly settings: ProtectionSettings;
  /** By default one memory for the page, so that no figure gives away what another hides. */
  readonly protect?: Protect;
  readonly signal?: AbortSignal;
  /** How far a page with slow arithmetic is, 0–1. */
  readonly onProgress?: (share: number) => void;
  /** Called as each figure is ready, in the order of the measures of a basis. */
  readonly onFigure?: (id: string, state: FigureState) => void;
}

type Protecting = RunOptions & { readonly protect: Protect };

export interface PageResult {
  readonly figures: Readonly<Record<string, FigureState>>;
  /** Placements in the view. */
  readonly kept: number;
}

/** `kept` is one name in one engine: runs over the same engine wait for one another. */
const running = new WeakMap<Database, Promise<unknown>>();

async function alone<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const before = running.get(database) ?? Promise.resolve();
  const mine = before.then(work, work);
  running.set(
    database,
    mine.catch(() => undefined),
  );
  return mine;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** Cancelling and a dead engine concern the whole page, not one figure. */
function concernsAll(error: unknown): boolean {
  return error instanceof DatabaseCancelled || error instanceof DatabaseTrapped;
}

function figureState(measure: Measure, draft: Draft, context: Context, options: Protecting): FigureState {
  const shown = options.protect(draft, options.mode, options.settings);
  const { table, extra, charts, n, exclusions, notes } = shown;
  const tell = ({ exclusions: left, ...tables }: Tables & Pick<Figure, 'exclusions'>) => {
    const said: Tables = { table: tables.table, extra: tables.extra, n: tables.n };
    return {
      headline: measure.headline(said, context),
      ...(measure.sentences && { sentences: measure.sentences(said, context) }),
      subtitle: subtitle(measure, tables.n, context),
      restsOn: restsOn(tables.n, left, options.mode),
    };
  };
  const figure: Figure = {
    id: measure.id,
    title: measure.title,
    ...tell(shown),
    table,
    extra,
    charts,
    n,
    exclusions,
    caveats: draft.caveats,
    warnings: draft.warnings,
    recording: recordingOf(measure.id, context),
    source: measure.definition.source,
    protection: options.mode,
    protectionNotes: notes,
  };
  remember(figure, { draft, shown, tell, asked: { measure, view: context.view, pool: context.pool } });
  return { state: n === 0 ? 'empty' : 'ready', figure };
}

/** One slow piece of arithmetic at a time: the next may find what it needs among what the last worked out. */
function oneByOne() {
  let last: Promise<unknown> = Promise.resolve();
  return (work: () => Promise<void> | undefined): Promise<void> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

const sizeQuery: Query = { sql: 'SELECT count(*) AS n FROM kept WHERE slice <= 2', parameters: [] };

async function runBasis(
  database: Database,
  measures: readonly Measure[],
  context: Context,
  options: Protecting,
): Promise<PageResult> {
  const columns: readonly KeptColumn[] = measures.flatMap((measure) => measure.columns);
  const history = Math.max(0, ...measures.map((measure) => measure.history ?? 0));
  const made = database.run(keptQuery(context, columns, history), options.signal);
  const shared = new SharedQueries(database, options.signal);
  const size = shared.run(sizeQuery);
  // Its failure is told at the end, or is that of the whole page.
  size.catch(() => undefined);
  const tell = progress(options.onProgress);
  const work = { signal: options.signal, onProgress: tell.arithmetic };
  const prepared = oneByOne();
  const make = async (measure: Measure, rows: RowsByQuery): Promise<Draft> => {
    await measure.fetch?.();
    if (measure.prepare) await prepared(() => measure.prepare?.(rows, context, work));
    return measure.draft(rows, context);
  };
  const draftOf = inTurn(shared, measures, context, { tell: tell.queries, make });
  const [first] = measures;
  // Sent behind `kept` without waiting for it, while the page is busy marking its figures.
  if (first) draftOf(first).catch(() => undefined);
  await made;
  const figures: Record<string, FigureState> = {};
  for (const measure of measures) {
    let state: FigureState;
    try {
      state = figureState(measure, await draftOf(measure), context, options);
    } catch (error) {
      if (concernsAll(error)) throw error;
      state = { state: 'error', id: measure.id, title: measure.title, error: asError(error) };
    }
    figures[measure.id] = state;
    options.onFigure?.(measure.id, state);
  }
  const [counted] = await size;
  return { figures, kept: Number(counted?.n ?? 0) };
}

/**
 * Every figure of `measures` for the view. Throws only what concerns the whole page: cancelled, engine
 * trapped, or `kept` could not be made. With several bases `kept` counts the first measure's.
 */
export function runPage(
  database: Database,
  measures: readonly Measure[],
  { view, pool }: { readonly view: View; readonly pool: PoolFacts },
  options: RunOptions,
): Promise<PageResult> {
  return alone(database, async () => {
    const byBasis = new Map<Basis, { context: Context; measures: Measure[] }>();
    for (const measure of measures) {
      const context = contextFor(view, pool, measure.basis);
      const group = byBasis.get(context.basis) ?? { context, measures: [] };
      group.measures.push(measure);
      byBasis.set(context.basis, group);
    }
    const protecting = { ...options, protect: options.protect ?? pageProtector() };
    const results: PageResult[] = [];
    for (const group of byBasis.values()) {
      if (options.signal?.aborted) throw new DatabaseCancelled();
      results.push(await runBasis(database, group.measures, group.context, protecting));
    }
    return { figures: Object.assign({}, ...results.map(({ figures }) => figures)), kept: results[0]?.kept ?? 0 };
  });
}
