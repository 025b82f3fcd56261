/** Promises a worker of our own script under the page's own policy, or null where none can be had. */

/** A worker that has not answered by now will not. */
const patience = 10_000;

/**
 * A worker loaded by URL would not inherit the page's policy; one from a blob does. The script must be one of those the
 * build makes (lib/site/worker-script.ts), and post a message as soon as it stands.
 */
export function startWorker(script: string): Promise<Worker | null> {
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
