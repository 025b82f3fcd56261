/** One filter change on one page: what the statements took, what protection took, and the rest. */
import type { Query } from '@/lib/database/database';
import { pageProtector } from '@/lib/disclosure/protect';
import { defaultSettings } from '@/lib/disclosure/settings';
import type { Protect } from '@/lib/measure/protection';
import { runPage } from '@/lib/measure/run';
import { less, type Spent, timed, total } from './clock';
import type { LoadedPool } from './load';
import type { BenchPage } from './pages';
import { type Step, statementsOf } from './recorder';
import type { NamedView } from './views';

export interface PageRun {
  readonly view: string;
  readonly whole: Spent;
  readonly statements: Spent;
  readonly protect: Spent;
  /** Protection by figure, milliseconds of the wall. */
  readonly protectBy: ReadonlyMap<string, number>;
  /** Checking rows, computing, writing sentences. */
  readonly draft: Spent;
  readonly steps: readonly Extract<Step, { kind: 'statement' }>[];
}

export async function runOnce(pool: LoadedPool, page: BenchPage, { name, view }: NamedView): Promise<PageRun> {
  const protect = pageProtector();
  const spent: Spent[] = [];
  const protectBy = new Map<string, number>();
  const watched: Protect = (draft, mode, settings) => {
    const processor = process.cpuUsage();
    const start = performance.now();
    const shown = protect(draft, mode, settings);
    const { user, system } = process.cpuUsage(processor);
    spent.push({ wall: performance.now() - start, cpu: (user + system) / 1000 });
    return shown;
  };
  const { value, ...whole } = await timed(() =>
    runPage(
      pool.wasm.database,
      page.measures,
      { view, pool: pool.facts },
      {
        ...{ mode: 'sharing', settings: defaultSettings, protect: watched },
        onFigure: (id) => protectBy.set(id, spent.at(-1)?.wall ?? 0),
      },
    ),
  );
  for (const state of Object.values(value.figures)) if (state.state === 'error') throw state.error;
  const steps = statementsOf(pool.wasm.take());
  const statements = total(steps);
  return {
    ...{ view: name, whole, statements, steps },
    ...{ protect: total(spent), protectBy },
    draft: less(less(whole, statements), total(spent)),
  };
}

export async function replayNatively(pool: LoadedPool, queries: readonly Query[]): Promise<readonly Spent[]> {
  const spent: Spent[] = [];
  for (const query of queries) spent.push(await pool.native.run(query));
  return spent;
}
