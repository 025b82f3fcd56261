/** DuckDB-WASM in a worker of its own, locked down before the first query. */
import { AsyncDuckDB, type AsyncDuckDBConnection, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import { tableFromIPC } from 'apache-arrow';
import { type Database, DatabaseCancelled, type Query, type Row } from './database';
import { boundAtOnce, type EngineWorker } from './engine-worker';
import { namedFailure } from './failure';
import { checkFileName, lockdown, queryConfig } from './lockdown';
import { plainRows } from './rows';

async function connect({
  worker,
  module,
  failed,
  release,
}: EngineWorker): Promise<{ engine: AsyncDuckDB; connection: AsyncDuckDBConnection }> {
  const engine = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    await Promise.race([engine.instantiate(module), failed]);
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    release();
  }
  await engine.open({ path: ':memory:', query: queryConfig });
  const connection = await engine.connect();
  await connection.query(lockdown.join(';'));
  return { engine, connection };
}

/** A running statement stops within about 50 ms of the signal; a bound one at its next statement. */
async function cancellable(connection: AsyncDuckDBConnection, sql: string, signal: AbortSignal): Promise<void> {
  const stop = () => void connection.cancelSent();
  signal.addEventListener('abort', stop);
  try {
    const reader = await connection.send(sql);
    for await (const _ of reader) if (signal.aborted) break;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Opens an empty in-memory engine. Throws when the browser cannot start it (no WebAssembly, blocked worker). */
export async function openBrowserDatabase(worker: EngineWorker): Promise<Database> {
  const { engine, connection } = await connect(worker);

  const guarded = async <T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> => {
    if (signal?.aborted) throw new DatabaseCancelled();
    try {
      const result = await work();
      if (signal?.aborted) throw new DatabaseCancelled();
      return result;
    } catch (error) {
      throw signal?.aborted ? new DatabaseCancelled() : namedFailure(error);
    }
  };

  const number = connection.useUnsafe((_, own) => own);
  // The engine takes messages in turn: what is asked of a table may be sent behind what makes it.
  const answer = async ({ sql, parameters }: Query): Promise<readonly Row[]> => {
    const bytes =
      parameters.length === 0
        ? engine.runQuery(number, sql)
        : engine.runPrepared(number, boundAtOnce, [sql, ...parameters]);
    return plainRows(tableFromIPC(await bytes));
  };

  return {
    run: (query, signal) => guarded(signal, () => answer(query)),
    execute: (sql, signal) =>
      guarded(signal, async () => {
        const single = !sql.trim().replace(/;$/, '').includes(';');
        if (signal && single) await cancellable(connection, sql, signal);
        else await connection.query(sql);
      }),
    registerFile: async (name, content) => {
      checkFileName(name);
      if (content instanceof Uint8Array) await engine.registerFileBuffer(name, content.slice());
      else await engine.registerFileHandle(name, content, DuckDBDataProtocol.BROWSER_FILEREADER, true);
    },
    dropFile: async (name) => {
      await engine.dropFile(checkFileName(name));
    },
    readFile: (name) => engine.copyFileToBuffer(checkFileName(name)),
    close: async () => {
      await engine.terminate();
    },
  };
}
