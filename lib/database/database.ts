/**
 * The one small interface between the product and a SQL engine. Only DuckDB-WASM is built; measures
 * and ingest know nothing else, so a pool that outgrows a browser can run on another engine.
 */
export type Parameter = string | number | boolean | null;

/** A statement and the values bound to its `?` marks. User input is always a parameter, never text. */
export interface Query {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

export type Row = Readonly<Record<string, unknown>>;

/**
 * Reading a file never copies it into the engine's memory where the browser can avoid it.
 * Names are chosen by us (`file-1.csv`), never taken from the user.
 */
export interface Database {
  /** One statement, bound. Rows as plain objects: DATE as ISO text must be asked for in SQL (`x::VARCHAR`). */
  run(query: Query, signal?: AbortSignal): Promise<readonly Row[]>;
  /** Several statements of our own text (never user input), no parameters, no rows. */
  execute(sql: string, signal?: AbortSignal): Promise<void>;
  /** Makes bytes readable as `read_csv('name')`. */
  registerFile(name: string, content: Blob | Uint8Array): Promise<void>;
  dropFile(name: string): Promise<void>;
  /** The bytes of a file the engine wrote with `COPY … TO 'name'`. */
  readFile(name: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The engine trapped ("memory access out of bounds"): every later query would fail, so it must be restarted. */
export class DatabaseTrapped extends Error {
  override readonly name = 'DatabaseTrapped';
}

/** The caller cancelled: not an error to show. */
export class DatabaseCancelled extends Error {
  override readonly name = 'DatabaseCancelled';
}

/** The pool no longer fits in the browser's memory. */
export class DatabaseOutOfMemory extends Error {
  override readonly name = 'DatabaseOutOfMemory';
}
