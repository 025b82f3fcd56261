/**
 * Opens a dropped file away from the page: spreadsheets, archives and records in a worker, plain text where it lies. Where
 * no worker can be had the page does it itself.
 */
import { startWorker } from '@/lib/thread/own-worker';
import { isRead, openFile } from './file';
import { type Part, refused } from './part';
import type { IntakeReply, IntakeRequest } from './worker';

const script = '/data/intake-worker.js';

let running: Promise<Worker | null> | undefined;

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
  running ??= startWorker(script);
  const worker = await running;
  if (worker === null) return openFile(name, content);
  signal?.throwIfAborted();
  requests += 1;
  return ask(worker, { id: requests, name, content }, signal);
}
