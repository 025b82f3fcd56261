/**
 * The pool of this tab: one engine, what is loaded in it, and what may be done to it. Loads and queries take turns; a
 * load that fails or is cancelled leaves the pool as it was; an engine that traps is restarted and the pool restored.
 */
import { type Database, DatabaseCancelled, DatabaseTrapped } from '@/lib/database/database';
import type { ProtectionSettings } from '@/lib/measure/protection';
import { emptyPool, makePool, removeSources } from '@/lib/pool/change';
import { readSnapshot } from '@/lib/pool/snapshot';
import { readPool } from '@/lib/pool/state';
import { withEarlier } from './arrivals';
import { createEngine } from './engine';
import { exclusive } from './exclusive';
import { type Arrival, type LoadedFile, loadFiles } from './load';
import { shippedPool } from './sample';
import { firstSnapshot, type PoolSnapshot, type Task } from './snapshot';

const engine = createEngine();
const takeTurn = exclusive();
const listeners = new Set<() => void>();
let current: PoolSnapshot = firstSnapshot;
let settings: ProtectionSettings = { threshold: 5, base: 5 };
let started = false;
let sample: Promise<Uint8Array> | undefined;

/** Fetched while the engine starts, and kept: returning to the sample asks the site for nothing. */
function fetchedSample(): Promise<Uint8Array> {
  sample ??= shippedPool().catch((error: unknown) => {
    sample = undefined;
    throw error;
  });
  return sample;
}

interface Work {
  readonly database: Database;
  readonly signal: AbortSignal;
  readonly progress: (done: number) => void;
}

function change(patch: Partial<PoolSnapshot>): void {
  current = { ...current, ...patch };
  document.documentElement.dataset.poolState = current.status;
  document.documentElement.dataset.poolRows = String(current.rows);
  for (const listener of listeners) listener();
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function openEngine(): Promise<Database> {
  const { database, fresh } = await engine.get();
  if (fresh) await makePool(database);
  return database;
}

/** Reads what is loaded and tells every screen. */
async function publish(database: Database, patch: Partial<PoolSnapshot>): Promise<void> {
  const found = await readPool(database, patch.name ?? current.name);
  const status = found.sources.length === 0 ? 'empty' : 'ready';
  change({ failure: null, ...patch, ...found, status, version: current.version + 1, task: null });
}

const restarted = 'The data engine stopped and was started again. The pool was read again.';

/** Reads a pool again into a new engine: after a trap every query of the old one fails. */
async function restore(): Promise<Database> {
  await engine.discard();
  const database = await openEngine();
  if (current.shipped) {
    await publish(database, { ...(await openSample({ database })), failure: restarted });
    return database;
  }
  const kept = current.arrivals.filter(({ status }) => status === 'loaded').map(({ file }) => file);
  const arrivals = await loadFiles(database, [...new Set(kept)]);
  await publish(database, { arrivals, failure: restarted });
  return database;
}

/** One piece of work on the pool, with progress, whose end is published whatever it is. */
function work(label: string, run: (task: Work) => Promise<Partial<PoolSnapshot>>): Promise<void> {
  const control = new AbortController();
  const task: Task = { label, done: null, startedAt: Date.now(), cancel: () => control.abort() };
  return takeTurn(async () => {
    change({ status: 'loading', task, failure: null });
    try {
      const database = await openEngine();
      const progress = (done: number) => change({ task: { ...(current.task ?? task), done } });
      await publish(database, await run({ database, signal: control.signal, progress }));
    } catch (error) {
      await recover(error);
    }
  });
}

async function recover(error: unknown): Promise<void> {
  try {
    if (error instanceof DatabaseTrapped) {
      await restore();
      return;
    }
    await publish(await openEngine(), { failure: error instanceof DatabaseCancelled ? stopped : words(error) });
  } catch (second) {
    change({ status: 'error', task: null, failure: words(second) });
  }
}

async function openSample({ database }: Pick<Work, 'database'>): Promise<Partial<PoolSnapshot>> {
  const { name, synthetic } = await readSnapshot(database, await fetchedSample());
  return { kind: synthetic ? 'sample' : 'own', shipped: true, name, arrivals: [] };
}

const stopped = 'Stopped. What was finished before is kept.';

/** Reads the files, telling of each as it lands. Cancelled, it ends with those that were finished. */
async function land(
  files: readonly LoadedFile[],
  { database, signal, progress }: Work,
): Promise<{ readonly arrivals: readonly Arrival[]; readonly failure: string | null }> {
  const earlier = current.arrivals;
  const arrivals: Arrival[] = [];
  const onFile = (at: number, share: number) => {
    const shares = files.map(({ name }, index) => ({ name, done: index < at ? 1 : index === at ? share : 0 }));
    if (current.task) change({ task: { ...current.task, files: shares } });
  };
  const onArrival = (arrival: Arrival) => {
    arrivals.unshift(arrival);
    change({ arrivals: withEarlier(arrivals, earlier) });
  };
  onFile(0, 0);
  try {
    await loadFiles(database, files, { signal, progress, onFile, onArrival });
    return { arrivals, failure: null };
  } catch (error) {
    if (!(error instanceof DatabaseCancelled || signal.aborted) || error instanceof DatabaseTrapped) throw error;
    return { arrivals, failure: stopped };
  }
}

/** Files added over the synthetic sample take its place once one of them has loaded: real and invented never mix. */
async function addFiles(files: readonly LoadedFile[], task: Work): Promise<Partial<PoolSnapshot>> {
  const earlier = current.arrivals;
  const invented = current.kind === 'sample' ? current.sources.map(({ sourceId }) => sourceId) : [];
  const { arrivals, failure } = await land(files, task);
  if (invented.length === 0 || !arrivals.some(({ status }) => status === 'loaded'))
    return { arrivals: withEarlier(arrivals, earlier), failure };
  await removeSources(task.database, invented);
  return { kind: 'own', shipped: false, name: 'Your pool', arrivals, failure };
}

/** A file read again with an answer takes the place of its earlier reading; where that fails the earlier one is read again. */
async function replaceSource(sourceId: number, file: LoadedFile, task: Work): Promise<Partial<PoolSnapshot>> {
  const former = current.arrivals.find((one) => one.status === 'loaded' && one.sourceId === sourceId);
  change({ arrivals: current.arrivals.filter((one) => one !== former) });
  await removeSources(task.database, [sourceId]);
  const result = await addFiles([file], task);
  if (!former || result.arrivals?.some((one) => one.status === 'loaded' && one.file === file)) return result;
  const [again] = await loadFiles(task.database, [former.file]);
  return { ...result, arrivals: withEarlier(again ? [again] : [], result.arrivals ?? []) };
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
    void fetchedSample().catch(() => undefined);
    void poolSession.openSample();
  },
  openSample: () => work('Opening the sample', openSample),
  startEmpty: () =>
    work('Emptying the pool', async ({ database }) => {
      await emptyPool(database);
      return { kind: 'own', shipped: false, name: 'Your pool', arrivals: [] };
    }),
  addFiles: (files: readonly LoadedFile[]) =>
    work(files.length === 1 ? `Reading ${files[0]?.name ?? 'a file'}` : `Reading ${files.length} files`, (task) =>
      addFiles(files, task),
    ),
  removeSource: (sourceId: number) =>
    work('Removing a file', async ({ database }) => {
      await removeSources(database, [sourceId]);
      const arrivals = current.arrivals.filter((one) => one.status !== 'loaded' || one.sourceId !== sourceId);
      return { arrivals };
    }),
  replaceSource: (sourceId: number, file: LoadedFile) =>
    work(`Reading ${file.name} again`, (task) => replaceSource(sourceId, file, task)),
  /** A change to how a source is read: its polarity, its counting of siblings. */
  change: (label: string, run: (database: Database) => Promise<void>) =>
    work(label, async ({ database }) => {
      await run(database);
      return {};
    }),
  /** A turn with the engine for reading. A trap restarts it and the query runs again on the restored pool. */
  query: <T>(ask: (database: Database) => Promise<T>): Promise<T> =>
    takeTurn(async () => {
      try {
        return await ask(await openEngine());
      } catch (error) {
        if (!(error instanceof DatabaseTrapped)) throw error;
        return ask(await restore());
      }
    }),
};
