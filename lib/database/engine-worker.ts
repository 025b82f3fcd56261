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

/** The number of no statement: a bound query sent whole, its SQL before its parameters. */
export const boundAtOnce = -1;

/**
 * The engine's protocol prepares a statement, answers, and only then can be told what to bind: between the two it waits for
 * a page that is busy drawing. Here it is told both in one message. It answers each of the three before its call returns.
 */
export const bindAtOnce = `{
  const engine = self.onmessage;
  const say = self.postMessage;
  const ask = (messageId, type, data) => {
    let answer;
    self.postMessage = (message, transfer) => {
      if (message.requestId === messageId) answer = message;
      else say.call(self, message, transfer);
    };
    engine({ data: { messageId, type, data } });
    self.postMessage = say;
    return answer;
  };
  self.onmessage = (event) => {
    const { messageId, type, data } = event.data;
    if (type !== 'RUN_PREPARED' || data[1] !== ${boundAtOnce}) return engine(event);
    const [connection, , [sql, ...parameters]] = data;
    const prepared = ask(messageId, 'CREATE_PREPARED', [connection, sql]);
    if (prepared.type === 'ERROR') return say.call(self, prepared);
    const answer = ask(messageId, 'RUN_PREPARED', [connection, prepared.data, parameters]);
    ask(messageId, 'CLOSE_PREPARED', [connection, prepared.data]);
    say.call(self, answer, answer.type === 'ERROR' ? [] : [answer.data.buffer]);
  };
}`;

export function startEngineWorker(): EngineWorker {
  const url = new URL(module, location.href).href;
  const { worker, release } = blobWorker(script, compileAhead(url), bindAtOnce);
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
