/**
 * Opens a dropped file away from the page: spreadsheets, archives and records in a worker, plain text where it lies. Where
 * no worker can be had the page does it itself.
 */
import { isRead, openFile } from './file';
import { type Part, refused } from './part';
import type { IntakeReply, IntakeRequest } from './worker';

const script = '/data/intake-worker.js';

/** A worker that has not answered by now will not. */
const patience = 10_000;

let running: Promise<Worker | null> | undefined;

/** A worker loaded by URL would not inherit the page's policy; one from a blob does. Null where it cannot start. */
function start(): Promise<Worker | null> {
  if (typeof Worker === 'undefined' || typeof location === 'undefined') return Promise.resolve(null);
  const absolute = new URL(script, location.href).href;
  const url = URL.createObjectURL(
    new Blob([`importScripts(${JSON.stringify(absolute)});`], { type: 'text/javascript' }),
  );
  return new Promise((resolve) => {
    const worker = new Worker(url);
    const settle = (result: Worker | null) => {
      clearTimeout(late);
      URL.revokeObjectURL(url);
      worker.onerror = null;
      worker.onmessage = null;
      if (result === null) worker.terminate();
      resolve(result);
    };
    const late = setTimeout(() => settle(null), patience);
    worker.onerror = () => settle(null);
    worker.onmessage = () => settle(worker);
  });
}

function ask(worker: Worker, request: IntakeRequest, signal: AbortSignal | undefined): Promise<readonly Part[]> {
  return new Promise((resolve, reject) => {
    const end = () => {
      signal?.removeEventListener('abort', stop);
      worker.onerror = null;
      worker.onmessage = null;
    };
    const giveUp = () => {
      end();
      worker.terminate();
      running = undefined;
    };
    const stop = () => {
      giveUp();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', stop);
    worker.onerror = () => {
      giveUp();
      resolve([refused(request.name, new Error('This file needs more memory than the browser has.'))]);
    };
    worker.onmessage = ({ data }: MessageEvent<IntakeReply>) => {
      if (data.kind === 'ready' || data.id !== request.id) return;
      end();
      resolve(data.kind === 'opened' ? data.parts : [refused(request.name, new Error(data.message))]);
    };
    worker.postMessage(request);
  });
}

let requests = 0;

/** The parts of a file, as `openFile` gives them. One at a time. Throws the signal's reason, stopping the work at once. */
export async function openAway(name: string, content: Blob, signal?: AbortSignal): Promise<readonly Part[]> {
  signal?.throwIfAborted();
  if (!(await isRead(content))) return openFile(name, content);
  running ??= start();
  const worker = await running;
  if (worker === null) return openFile(name, content);
  signal?.throwIfAborted();
  requests += 1;
  return ask(worker, { id: requests, name, content }, signal);
}
