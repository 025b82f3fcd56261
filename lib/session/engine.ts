/** One engine a tab, opened once and opened again after it has trapped or been thrown away. */
import type { Database } from '@/lib/database/database';
import { startEngineWorker } from '@/lib/database/engine-worker';

export interface Engine {
  /** Begins to open the engine, so that it is there when it is asked for. */
  warm(): void;
  /** The engine, opening it if need be; `fresh` for the first caller after it was opened. */
  get(): Promise<{ readonly database: Database; readonly fresh: boolean }>;
  /** Throws the engine away with everything in it. The next `get` opens an empty one. */
  discard(): Promise<void>;
}

/** The engine's own code comes after the page's: the first figures need none of it. */
async function openLate(): Promise<Database> {
  const worker = startEngineWorker();
  const { openBrowserDatabase } = await import('@/lib/database/browser');
  return openBrowserDatabase(worker);
}

export function createEngine(open: () => Promise<Database> = openLate): Engine {
  let current: Promise<Database> | undefined;
  let given = false;
  return {
    warm: () => {
      current ??= open();
      // Whoever asks for it is told.
      current.catch(() => undefined);
    },
    get: async () => {
      const fresh = !given;
      given = true;
      current ??= open();
      try {
        return { database: await current, fresh };
      } catch (error) {
        current = undefined;
        given = false;
        throw error;
      }
    },
    discard: async () => {
      const old = current;
      current = undefined;
      given = false;
      // A trapped worker may never answer: it is terminated, not asked.
      await old?.then((database) => database.close()).catch(() => undefined);
    },
  };
}
