/**
 * DuckDB itself rather than its WebAssembly build, for the one thing at build time that only it can do: leave a whole
 * database file behind. (The WebAssembly engine's checkpoint to a file loses its header.)
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Database, Query } from './database';
import { checkFileName } from './lockdown';

/** An empty in-memory engine that reads the files registered with it from `folder`. */
export async function openNativeDatabase(folder: string): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await mkdir(path.join(folder, 'pool'), { recursive: true });
  await connection.run(`SET file_search_path = '${folder.replaceAll("'", "''")}'`);
  const place = (name: string) => path.join(folder, checkFileName(name));

  async function run({ sql, parameters }: Query) {
    const reader = await connection.runAndReadAll(sql, [...parameters]);
    return reader.getRowObjects();
  }

  return {
    run,
    execute: async (sql) => {
      const statements = await connection.extractStatements(sql);
      for (let at = 0; at < statements.count; at += 1) await (await statements.prepare(at)).run();
    },
    registerFile: async (name, content) =>
      writeFile(place(name), content instanceof Uint8Array ? content : new Uint8Array(await content.arrayBuffer())),
    dropFile: (name) => rm(place(name), { force: true }),
    readFile: () => Promise.reject(new Error('Nothing is read back from this engine but its database file')),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
