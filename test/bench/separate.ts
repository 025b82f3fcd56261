/** The peers' way: every query of the page filters the pool for itself, one after another, with no table between. */
import type { Parameter, Query } from '@/lib/database/database';
import { type Spent, timed } from './clock';
import type { LoadedPool } from './load';

const create = 'CREATE OR REPLACE TEMP TABLE kept AS ';

function literal(value: Parameter): string {
  if (value === null) return 'NULL';
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** Filters of the benchmark's own, so that they may stand in the text: a view binds no parameters. */
function inlined({ sql, parameters }: Query): string {
  let at = 0;
  return sql.replaceAll('?', () => literal(parameters[at++] ?? null));
}

/** What the page's statements take when `kept` is only a name for the filtered pool. */
export async function withoutTable(pool: LoadedPool, queries: readonly Query[]): Promise<Spent> {
  const { database } = pool.wasm;
  await database.execute('DROP TABLE IF EXISTS temp.kept');
  const spent = await timed(async () => {
    for (const query of queries) {
      const { sql, parameters } = query;
      if (sql.startsWith(create)) {
        await database.execute(
          `CREATE OR REPLACE TEMP VIEW kept AS ${inlined({ sql: sql.slice(create.length), parameters })}`,
        );
      } else await database.run(query);
    }
  });
  await database.execute('DROP VIEW IF EXISTS temp.kept');
  pool.wasm.take();
  return spent;
}
