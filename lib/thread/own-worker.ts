/** Promises a worker of our own script under the page's own policy, or null where none can be had. */

import { blobWorker } from './blob-worker';

/** A worker that has not answered by now will not. */
const patience = 10_000;

/**
 * The script must be one of those the build makes (lib/site/worker-script.ts), and post a message as soon as it stands.
 */
export function startWorker(script: string): Promise<Worker | null> {
  if (typeof Worker === 'undefined' || typeof location === 'undefined') return Promise.resolve(null);
  const { worker, release } = blobWorker(script);
  return new Promise((resolve) => {
    const settle = (result: Worker | null) => {
      clearTimeout(late);
      release();
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
