/** Promises the same statements on native DuckDB, one thread: the peer every ratio is taken against. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Parameter, Query } from '@/lib/database/database';
import { type Spent, timed } from './clock';
import type { Step } from './recorder';

export interface Native {
  /** One statement, or several of text alone; its rows are made but not turned into objects. */
  run(query: Query): Promise<Spent>;
  /** A recorded load: files are laid on disk untimed, statements are timed. One entry a statement. */
  replay(steps: readonly Step[]): Promise<readonly Spent[]>;
  close(): void;
}

const folder = path.resolve('.generated', 'bench', `native-${process.pid}`);

/** The browser's engine binds every number as a DOUBLE; so does this. */
async function runBound(connection: DuckDBConnection, { sql, parameters }: Query): Promise<void> {
  const statement = await connection.prepare(sql);
  parameters.forEach((value: Parameter, at) => {
    if (value === null) statement.bindNull(at + 1);
    else if (typeof value === 'number') statement.bindDouble(at + 1, value);
    else if (typeof value === 'boolean') statement.bindBoolean(at + 1, value);
    else statement.bindVarchar(at + 1, value);
  });
  await statement.run();
  statement.destroySync();
}

async function runAll(connection: DuckDBConnection, sql: string): Promise<void> {
  const statements = await connection.extractStatements(sql);
  for (let at = 0; at < statements.count; at += 1) await (await statements.prepare(at)).run();
}

export async function openNative(): Promise<Native> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  mkdirSync(path.join(folder, 'pool'), { recursive: true });
  await connection.run(`SET file_search_path = '${folder}'`);
  await connection.run('SET preserve_insertion_order = true');
  const run = (query: Query) =>
    timed(() => (query.parameters.length === 0 ? runAll(connection, query.sql) : runBound(connection, query)));
  return {
    run,
    replay: async (steps) => {
      const spent: Spent[] = [];
      for (const step of steps) {
        if (step.kind === 'file') writeFileSync(path.join(folder, step.name), step.content);
        else if (step.kind === 'drop') rmSync(path.join(folder, step.name), { force: true });
        else spent.push(await run(step.query));
      }
      return spent;
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
