/** Promises a page's rows from one run of the engine: equal queries run once, a little ahead of who needs them, and how far it is. */
import type { Database, Query, Row } from '@/lib/database/database';
import type { Context } from '@/lib/measure/context';
import type { Measure, Queries, RowsByQuery } from '@/lib/measure/measure';

/** One engine run of one page and basis. Results of equal queries are shared. */
export class SharedQueries {
  readonly #found = new Map<string, Promise<readonly Row[]>>();
  #waiting = 0;
  constructor(
    private readonly database: Database,
    private readonly signal: AbortSignal | undefined,
  ) {}

  run(query: Query): Promise<readonly Row[]> {
    const key = JSON.stringify([query.sql, query.parameters]);
    const before = this.#found.get(key);
    if (before) return before;
    this.#waiting += 1;
    const found = this.database.run(query, this.signal).finally(() => {
      this.#waiting -= 1;
    });
    this.#found.set(key, found);
    return found;
  }

  /** Queries the engine has not answered. */
  get waiting(): number {
    return this.#waiting;
  }

  async all(queries: Queries, onShare?: (share: number) => void): Promise<RowsByQuery> {
    const entries = Object.entries(queries);
    let done = 0;
    const found = entries.map(async ([name, query]) => {
      const rows = await this.run(query);
      done += 1;
      onShare?.(done / entries.length);
      return [name, rows] as const;
    });
    return Object.fromEntries(await Promise.all(found));
  }
}

/** Of the time a measure with slow arithmetic takes, roughly the engine's part. */
const engineShare = 0.7;

/** How far the page is, told by its measures with slow arithmetic alone: first their queries, then their sums. */
export function progress(onProgress?: (share: number) => void) {
  return {
    queries: (share: number) => onProgress?.(share * engineShare),
    arithmetic: (share: number) => onProgress?.(engineShare + share * (1 - engineShare)),
  };
}

/** How many queries the engine has before it while the page works out a figure: they have a core each. */
const ahead = 4;

/** Rows of the measures in order, asked for a little ahead; not all at once, so that a cancelled page soon stops. */
export function rowsInTurn(
  shared: SharedQueries,
  measures: readonly Measure[],
  context: Context,
  tell: (share: number) => void,
) {
  const asked = new Map<Measure, Promise<RowsByQuery>>();
  const ask = async (measure: Measure) => shared.all(measure.queries(context), measure.prepare ? tell : undefined);
  return (measure: Measure): Promise<RowsByQuery> => {
    for (const next of [measure, ...measures]) {
      if (asked.has(next)) continue;
      if (next !== measure && shared.waiting >= ahead) break;
      const rows = ask(next);
      // Its failure is told when its turn comes.
      rows.catch(() => undefined);
      asked.set(next, rows);
    }
    return asked.get(measure) ?? ask(measure);
  };
}
