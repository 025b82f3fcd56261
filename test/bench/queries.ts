/**
 * Filter change → every figure of a page, on the engine of the browser and on native DuckDB with the same statements.
 * The page is opened on everything, then changed twelve times; then the first change is made three times more.
 */
import { median, type Spent, total, typical } from './clock';
import { type LoadedPool, loadPool } from './load';
import { type PageRun, replayNatively, runOnce } from './page-run';
import { type BenchPage, pages } from './pages';
import { both, heading, print, ratio } from './report';
import { withoutTable } from './separate';
import { changes, opening } from './views';

interface Heaviest {
  readonly label: string;
  readonly wasm: number;
  readonly native: number;
}

export interface PageResult {
  readonly page: string;
  readonly rows: number;
  readonly bar: number | null;
  readonly opened: Spent;
  readonly first: Spent;
  /** The first change made again, later. */
  readonly again: Spent;
  readonly change: Spent;
  readonly slowest: Spent;
  readonly statements: Spent;
  readonly draft: Spent;
  readonly protect: Spent;
  readonly native: Spent;
  /** One query after another over the pool itself, without `kept`; absent where not measured. */
  readonly separate: Spent | null;
  readonly heaviest: readonly Heaviest[];
  /** The figures whose protection takes longest: median and longest, milliseconds of the wall. */
  readonly protected: readonly { readonly figure: string; readonly median: number; readonly longest: number }[];
}

function weighProtection(runs: readonly PageRun[]): PageResult['protected'] {
  const ids = [...new Set(runs.flatMap(({ protectBy }) => [...protectBy.keys()]))];
  return ids
    .map((figure) => {
      const found = runs.map(({ protectBy }) => protectBy.get(figure) ?? 0);
      return { figure, median: median(found), longest: Math.max(...found) };
    })
    .sort((a, b) => b.longest - a.longest)
    .slice(0, 6);
}

/** Statements by their text, literals of filters left out: milliseconds of processor a change. */
function weigh(runs: readonly PageRun[], natives: readonly (readonly Spent[])[]): readonly Heaviest[] {
  const found = new Map<string, { wasm: number[]; native: number[] }>();
  runs.forEach((run, at) => {
    run.steps.forEach(({ query, cpu }, step) => {
      const label = query.sql.replace(/\s+/g, ' ').replace(/^(CREATE OR REPLACE TEMP TABLE kept).*/, '$1');
      const own = found.get(label) ?? { wasm: [], native: [] };
      own.wasm.push(cpu);
      own.native.push(natives[at]?.[step]?.cpu ?? 0);
      found.set(label, own);
    });
  });
  return [...found]
    .map(([label, { wasm, native }]) => ({ label: label.slice(0, 400), wasm: median(wasm), native: median(native) }))
    .sort((a, b) => b.wasm - a.wasm)
    .slice(0, 8);
}

async function measurePage(pool: LoadedPool, page: BenchPage, separately: boolean): Promise<PageResult> {
  const opened = await runOnce(pool, page, opening);
  const runs: PageRun[] = [];
  const natives: (readonly Spent[])[] = [];
  const separate: Spent[] = [];
  for (const change of changes) {
    const run = await runOnce(pool, page, change);
    runs.push(run);
    const queries = run.steps.map(({ query }) => query);
    natives.push(await replayNatively(pool, queries));
    if (separately) separate.push(await withoutTable(pool, queries));
  }
  const [firstView] = changes;
  const again: Spent[] = [];
  for (let turn = 0; turn < 3 && firstView; turn += 1) again.push((await runOnce(pool, page, firstView)).whole);
  const wholes = runs.map(({ whole }) => whole);
  const largest = (of: (spent: Spent) => number) => Math.max(...wholes.map(of));
  return {
    ...{ page: page.name, rows: pool.rows, bar: page.bars[pool.rows] ?? null },
    ...{ opened: opened.whole, first: wholes[0] ?? opened.whole, again: typical(again), change: typical(wholes) },
    slowest: { wall: largest(({ wall }) => wall), cpu: largest(({ cpu }) => cpu) },
    statements: typical(runs.map(({ statements }) => statements)),
    draft: typical(runs.map(({ draft }) => draft)),
    protect: typical(runs.map(({ protect }) => protect)),
    native: typical(natives.map(total)),
    separate: separately ? typical(separate) : null,
    heaviest: weigh(runs, natives),
    protected: weighProtection([opened, ...runs]),
  };
}

export interface QueryOptions {
  readonly only: readonly string[];
  /** Also without the temporary table. */
  readonly separately: boolean;
}

export async function queries(rows: number, { only, separately }: QueryOptions): Promise<readonly PageResult[]> {
  const pool = await loadPool(rows);
  const results: PageResult[] = [];
  heading(
    `Filter change → all figures of a page, ${rows.toLocaleString('en-GB')} rows (milliseconds, wall / processor)`,
  );
  for (const page of pages.filter(({ name }) => only.length === 0 || only.includes(name))) {
    const result = await measurePage(pool, page, separately);
    results.push(result);
    print({
      page: result.page,
      bar: result.bar,
      change: both(result.change),
      slowest: both(result.slowest),
      opening: both(result.opened),
      first: both(result.first),
      'first ÷ again': ratio(result.first, result.again),
      statements: both(result.statements),
      native: both(result.native),
      'statements ÷ native': ratio(result.statements, result.native),
      draft: both(result.draft),
      protect: both(result.protect),
      ...(result.separate ? { 'without kept ÷ with': ratio(result.separate, result.statements) } : {}),
    });
    for (const { label, wasm, native } of result.heaviest.slice(0, 5))
      console.log(`    ${wasm.toFixed(1)} (native ${native.toFixed(1)})  ${label.slice(0, 150)}`);
    for (const { figure, median: middle, longest } of result.protected.slice(0, 3))
      console.log(`    protecting ${figure}: ${middle.toFixed(1)}, longest ${longest.toFixed(1)}`);
  }
  await pool.close();
  return results;
}
