/** The same engine as in the browser, blocking, for tests, benchmarks and figures computed at build time. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { DuckDBBundles, DuckDBConfig, Logger } from '@duckdb/duckdb-wasm';
import type { Table } from 'apache-arrow';
import { type Database, DatabaseCancelled, type Query, type Row } from './database';
import { namedFailure } from './failure';
import { checkFileName, lockdown, queryConfig } from './lockdown';
import { plainRows } from './rows';

/** What we use of the node-blocking build: the package ships it without an entry for its types. */
interface Statement {
  query(...parameters: readonly unknown[]): Table;
  close(): void;
}

interface Connection {
  query(sql: string): Table;
  prepare(sql: string): Statement;
  close(): void;
}

interface Bindings {
  instantiate(onProgress: () => void): Promise<unknown>;
  open(config: DuckDBConfig): void;
  connect(): Connection;
  reset(): void;
  registerFileBuffer(name: string, bytes: Uint8Array): void;
  dropFile(name: string): void;
  copyFileToBuffer(name: string): Uint8Array;
}

interface NodeEngine {
  readonly VoidLogger: new () => Logger;
  readonly NODE_RUNTIME: unknown;
  createDuckDB(bundles: DuckDBBundles, logger: Logger, runtime: unknown): Promise<Bindings>;
}

async function instantiate(): Promise<Bindings> {
  const require = createRequire(path.join(process.cwd(), 'package.json'));
  const engine = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs') as NodeEngine;
  const dist = path.dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs'));
  const bundle = (name: string) => ({ mainModule: path.join(dist, `duckdb-${name}.wasm`), mainWorker: '' });
  const bindings = await engine.createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new engine.VoidLogger(),
    engine.NODE_RUNTIME,
  );
  await bindings.instantiate(() => undefined);
  return bindings;
}

/** Opens an empty in-memory engine, locked down exactly as in the browser. */
export async function openNodeDatabase(): Promise<Database> {
  const bindings = await instantiate();
  bindings.open({ path: ':memory:', query: queryConfig });
  const connection = bindings.connect();
  for (const statement of lockdown) connection.query(statement);

  // The browser makes the file on COPY … TO; the node runtime wants it registered first.
  const prepareOutput = (sql: string) => {
    const name = /\bTO\s+'(pool\/[^']+)'/i.exec(sql)?.[1];
    if (name) bindings.registerFileBuffer(checkFileName(name), new Uint8Array(0));
  };
  const guarded = async <T>(signal: AbortSignal | undefined, work: () => T): Promise<T> => {
    if (signal?.aborted) throw new DatabaseCancelled();
    try {
      return work();
    } catch (error) {
      throw namedFailure(error);
    }
  };

  return {
    run: ({ sql, parameters }: Query, signal) =>
      guarded<readonly Row[]>(signal, () => {
        if (parameters.length === 0) return plainRows(connection.query(sql));
        const statement = connection.prepare(sql);
        try {
          return plainRows(statement.query(...parameters));
        } finally {
          statement.close();
        }
      }),
    execute: (sql, signal) =>
      guarded(signal, () => {
        prepareOutput(sql);
        connection.query(sql);
      }),
    registerFile: async (name, content) => {
      const bytes = content instanceof Uint8Array ? content : new Uint8Array(await content.arrayBuffer());
      // The engine detaches what it is given; the caller keeps its own bytes.
      bindings.registerFileBuffer(checkFileName(name), bytes.slice());
    },
    dropFile: async (name) => bindings.dropFile(checkFileName(name)),
    readFile: async (name) => bindings.copyFileToBuffer(checkFileName(name)),
    close: async () => {
      connection.close();
      bindings.reset();
    },
  };
}
