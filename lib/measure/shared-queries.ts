/** Promises a page's rows from one run of the engine: equal queries run once, a little ahead of who needs them, and how far it is. */
import type { Database, Query, Row } from '@/lib/database/database';
import type { Context } from '@/lib/measure/context';
import type { Measure, Queries, RowsByQuery } from '@/lib/measure/measure';

const keys = new WeakMap<Query, string>();

function keyOf(query: Query): string {
  const key = keys.get(query) ?? JSON.stringify([query.sql, query.parameters]);
  keys.set(query, key);
  return key;
}

/** One engine run of one page and basis. Results of equal queries are shared. */
export class SharedQueries {
  readonly #found = new Map<string, Promise<readonly Row[]>>();
  #waiting = 0;
  constructor(
    private readonly database: Database,
    private readonly signal: AbortSignal | undefined,
  ) {}

  run(query: Query): Promise<readonly Row[]> {
    const key = keyOf(query);
    const before = this.#found.get(key);
    if (before) return before;
    this.#waiting += 1;
    const found = this.database.run(query, this.signal).finally(() => {
      this.#waiting -= 1;
    });
    this.#found.set(key, found);
    return found;
  }

  /** Whether each of them has been asked for already. */
  hasAll(queries: Queries): boolean {
    return Object.values(queries).every((query) => this.#found.has(keyOf(query)));
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

/**
 * What is made of each measure's rows, in order, while the engine works: rows are asked for a little ahead, not all at once,
 * so that a cancelled page soon stops, and a measure that needs no more than what has been asked for joins in at once.
 */
export function inTurn<Made>(
  shared: SharedQueries,
  measures: readonly Measure[],
  context: Context,
  { tell, make }: Making<Made>,
): (measure: Measure) => Promise<Made> {
  const queries = new Map(measures.map((measure) => [measure, measure.queries(context)]));
  const asked = new Map<Measure, Promise<Made>>();
  const ask = (measure: Measure, own: Queries): Promise<Made> => {
    const made = shared.all(own, measure.prepare ? tell : undefined).then((rows) => make(measure, rows));
    // Its failure is told when its turn comes.
    made.catch(() => undefined);
    asked.set(measure, made);
    queries.delete(measure);
    return made;
  };
  return (measure) => {
    const mine = asked.get(measure) ?? ask(measure, queries.get(measure) ?? measure.queries(context));
    for (const [next, own] of queries) if (shared.waiting < ahead || shared.hasAll(own)) ask(next, own);
    return mine;
  };
}

interface Making<Made> {
  /** How much of the queries of a measure with slow arithmetic has been answered. */
  readonly tell: (share: number) => void;
  readonly make: (measure: Measure, rows: RowsByQuery) => Promise<Made>;
}
