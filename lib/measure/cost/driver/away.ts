/** Takes the draws of a decomposition away from the page, to a worker that ends with them. */
import { DatabaseCancelled } from '@/lib/database/database';
import { chunks } from '@/lib/measure/cost/driver/draw';
import { drawChunk, drawnCells } from '@/lib/measure/cost/driver/tally';
import type { DriverReply, DriverRequest } from '@/lib/measure/cost/driver/worker';
import type { RowsByQuery } from '@/lib/measure/measure';
import type { Slicing } from '@/lib/measure/slices';
import type { Whiskers } from '@/lib/method/driver-draws';
import { startWorker } from '@/lib/thread/own-worker';

const script = '/data/driver-worker.js';

/** Of each area explained; null where no worker can be had, or it failed. Throws DatabaseCancelled, ending it at once. */
export async function whiskersAway(
  rows: RowsByQuery,
  areas: readonly string[],
  { signal, onProgress }: Slicing,
): Promise<readonly (Whiskers | null)[] | null> {
  const worker = await startWorker(script);
  if (worker === null) return null;
  const { cells, placeOf } = drawnCells(rows, areas);
  const post = (request: DriverRequest, transfer: Transferable[] = []) => worker.postMessage(request, { transfer });
  /** A chunk at a time: the next is copied out while the worker is busy with the last. */
  const postChunk = (index: number) => {
    if (index > chunks) return undefined;
    if (index === chunks) return post({ kind: 'end' });
    const chunk = drawChunk(rows, index, placeOf);
    return post(
      { kind: 'draws', chunk },
      [...chunk.n, ...chunk.cost].map(({ buffer }) => buffer),
    );
  };
  return new Promise<readonly (Whiskers | null)[] | null>((resolve, reject) => {
    const stop = () => reject(new DatabaseCancelled());
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    let taken = 0;
    worker.onerror = () => resolve(null);
    worker.onmessage = ({ data }: MessageEvent<DriverReply>) => {
      if (data.kind === 'whiskers') resolve(data.whiskers);
      if (data.kind !== 'taken') return;
      taken += 1;
      onProgress(taken / chunks);
      postChunk(taken + 1);
    };
    post({ kind: 'begin', cells });
    postChunk(0);
    postChunk(1);
  }).finally(() => worker.terminate());
}
