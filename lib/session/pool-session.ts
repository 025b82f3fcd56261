/**
 * The pool of this tab: one engine, what is loaded in it, and what may be done to it. Loads and queries take turns; a
 * load that fails or is cancelled leaves the pool as it was; an engine that traps is restarted and the pool restored.
 */
import { type Database, DatabaseCancelled, DatabaseTrapped } from '@/lib/database/database';
import type { ProtectionSettings } from '@/lib/measure/protection';
import { createEngine } from './engine';
import { exclusive } from './exclusive';
import { type Arrival, type LoadedFile, loadFiles, makePool, readPool } from './load';
import { shippedFile, shippedPool } from './sample';
import { firstSnapshot, type PoolSnapshot, type Task } from './snapshot';

const engine = createEngine();
const takeTurn = exclusive();
const listeners = new Set<() => void>();
let current: PoolSnapshot = firstSnapshot;
let files: readonly LoadedFile[] = [];
let settings: ProtectionSettings = { threshold: 5, base: 5 };
let started = false;

function change(patch: Partial<PoolSnapshot>): void {
  current = { ...current, ...patch };
  document.documentElement.dataset.poolState = current.status;
  document.documentElement.dataset.poolRows = String(current.rows);
  for (const listener of listeners) listener();
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Reads what is loaded and tells every screen. */
async function publish(database: Database, patch: Partial<PoolSnapshot>): Promise<void> {
  const found = await readPool(database, patch.name ?? current.name);
  const status = found.facts.rows === 0 && found.sources.length === 0 ? 'empty' : 'ready';
  change({
    ...patch,
    ...found,
    rows: found.facts.rows,
    status,
    version: current.version + 1,
    task: null,
    failure: null,
  });
}

/** Runs one piece of work on the pool with its progress shown and its end published, whatever the end. */
async function work(
  label: string,
  run: (
    database: Database,
    control: AbortController,
    progress: (done: number) => void,
  ) => Promise<Partial<PoolSnapshot>>,
): Promise<void> {
  const control = new AbortController();
  const task: Task = { label, done: null, startedAt: Date.now(), cancel: () => control.abort() };
  await takeTurn(async () => {
    change({ status: 'loading', task });
    try {
      const database = await engine.get();
      const patch = await run(database, control, (done) => change({ task: { ...task, done } }));
      await publish(database, patch);
    } catch (error) {
      if (error instanceof DatabaseTrapped) return restore();
      const database = await engine.get().catch(() => null);
      if (database === null) return change({ status: 'error', task: null, failure: words(error) });
      const failure = error instanceof DatabaseCancelled ? 'Stopped. The pool is as it was before.' : words(error);
      await publish(database, {});
      change({ failure });
    }
  });
}

/** After a trap every query fails: a new engine, and the files of the pool read into it again. */
async function restore(): Promise<void> {
  await engine.discard();
  const database = await engine.get();
  await makePool(database);
  const again = await loadFiles(database, files, { known: files });
  files = again.files;
  await publish(database, { arrivals: again.arrivals });
  change({ failure: 'The data engine stopped and was restarted. The pool was read again from your files.' });
}

async function replacePool(database: Database): Promise<void> {
  files = [];
  await makePool(database);
}

export const poolSession = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  snapshot: (): PoolSnapshot => current,
  protection: (): ProtectionSettings => settings,
  setProtection(next: ProtectionSettings): void {
    settings = next;
    change({ version: current.version + 1 });
  },
  /** Opens the shipped pool, once a tab. */
  start(): void {
    if (started) return;
    started = true;
    void poolSession.openSample();
  },
  openSample: () =>
    work('Opening the sample', async (database, control, progress) => {
      const shipped = await shippedPool();
      const fetched = await Promise.all(shipped.files.map(shippedFile));
      await replacePool(database);
      const loaded = await loadFiles(
        database,
        fetched.map((file) => ({ name: file.name, content: file })),
        { signal: control.signal, progress },
      );
      files = loaded.files;
      return { kind: shipped.synthetic ? 'sample' : 'own', name: shipped.name, arrivals: loaded.arrivals };
    }),
  startEmpty: () =>
    work('Emptying the pool', async (database) => {
      await replacePool(database);
      return { kind: 'own', name: 'Your pool', arrivals: [] };
    }),
  /** Adds files to the pool; over the synthetic sample they start a pool of their own, so that real and invented never mix. */
  addFiles: (added: readonly LoadedFile[]) =>
    work(
      added.length === 1 ? `Reading ${added[0]?.name ?? 'a file'}` : `Reading ${added.length} files`,
      async (database, control, progress) => {
        const overSample = current.kind === 'sample';
        if (overSample) await replacePool(database);
        const loaded = await loadFiles(database, added, { signal: control.signal, progress, known: files });
        files = loaded.files;
        return {
          kind: 'own',
          name: overSample ? 'Your pool' : current.name,
          arrivals: overSample ? loaded.arrivals : [...loaded.arrivals, ...earlier(loaded.arrivals)],
        };
      },
    ),
  /** A turn with the engine for reading. A trap restarts it and the query runs again on the restored pool. */
  query: <T>(ask: (database: Database) => Promise<T>): Promise<T> =>
    takeTurn(async () => {
      try {
        return await ask(await engine.get());
      } catch (error) {
        if (!(error instanceof DatabaseTrapped)) throw error;
        await restore();
        return ask(await engine.get());
      }
    }),
  /** A change to what is loaded: a file removed, an authority or a setting chosen. */
  change: (label: string, run: (database: Database) => Promise<void>) =>
    work(label, async (database) => {
      await run(database);
      return {};
    }),
};

function earlier(fresh: readonly Arrival[]): readonly Arrival[] {
  const names = new Set(fresh.map(({ name }) => name));
  return current.arrivals.filter(({ name }) => !names.has(name));
}
