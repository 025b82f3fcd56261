/**
 * The engine's worker. It is made before this side's part of the engine has come, and fetches and compiles the engine's
 * module meanwhile.
 */
import { blobWorker } from '@/lib/thread/blob-worker';

const script = new URL('@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js', import.meta.url);
// Written before the build: the engine's own module with only the names that are used.
const module = new URL('../../.generated/engine.wasm', import.meta.url);

export interface EngineWorker {
  readonly worker: Worker;
  /** Where the module lies that the worker has asked for. */
  readonly module: string;
  /** Rejects where the script or the module cannot be had, for which the engine itself has no answer: it would wait for ever. */
  readonly failed: Promise<never>;
  /** Frees what only its start needed. */
  readonly release: () => void;
}

/**
 * Compiled straight from what is fetched, where the engine's script would count the bytes in between: only so does the browser
 * keep the compiled module for the next visit. The script is handed the module in the place of its own fetch.
 */
const compileAhead = (url: string) => `{
  const compiled = WebAssembly.compileStreaming(fetch(${JSON.stringify(url)}));
  compiled.catch((error) => setTimeout(() => { throw error; }));
  const own = self.fetch;
  self.fetch = async () => {
    self.fetch = own;
    return new Response();
  };
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await compiled;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}`;

export function startEngineWorker(): EngineWorker {
  const url = new URL(module, location.href).href;
  const { worker, release } = blobWorker(script, compileAhead(url));
  const failed = new Promise<never>((_, reject) => {
    const say = ({ message }: ErrorEvent) => {
      reject(new Error(`A part of it could not be loaded (${message.replace(/^Uncaught /, '')}).`));
    };
    worker.addEventListener('error', say, { once: true });
  });
  // Told to whoever waits for the engine, if anybody still does.
  failed.catch(() => undefined);
  return { worker, module: url, failed, release };
}
