/**
 * The pool of this tab: one engine, what is loaded in it, and what may be done to it. Loads and queries take turns; a
 * load that fails or is cancelled leaves the pool as it was; an engine that traps is restarted and the pool restored.
 */
import { type Database, DatabaseCancelled, DatabaseTrapped } from '@/lib/database/database';
import { checkedSettings, type DisclosureSettings, defaultSettings } from '@/lib/disclosure/settings';
import { emptyPool, makePool, removeSources } from '@/lib/pool/change';
import { restoreSources } from '@/lib/pool/settings';
import { writeSnapshot } from '@/lib/pool/snapshot';
import { type PoolState, readPool } from '@/lib/pool/state';
import { openStore, ownStore } from '@/lib/pool/store';
import { filesOf } from './arrivals';
import { createEngine } from './engine';
import { exclusive } from './exclusive';
import { forgetEverythingStored, forgetKept, readKept, writeKept } from './keep';
import { changeKeeping, currentKeeping, listenToOtherTabs, tellOtherTabs } from './keeping';
import { type Shipped, shippedPool } from './sample';
import type { PoolSnapshot, Task } from './snapshot';
import { changePool, currentPool, onPool } from './store';
import type { LoadedFile } from './together';
import { stopped, type Work } from './work';

/** Reading files is half of this session's code and a visitor who only looks needs none of it. */
const reading = () => import('./add');

const engine = createEngine();
const takeTurn = exclusive();
let settings: DisclosureSettings = defaultSettings;
let started = false;
let sample: Promise<Shipped> | undefined;
let keptVersion = -1;

/** Fetched while the engine starts, and kept: returning to the sample asks the site for nothing. */
function fetchedSample(): Promise<Shipped> {
  sample ??= shippedPool().catch((error: unknown) => {
    sample = undefined;
    throw error;
  });
  return sample;
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function openEngine(): Promise<Database> {
  const { database, fresh } = await engine.get();
  if (fresh) await makePool(database);
  return database;
}

async function openForChange(): Promise<Database> {
  const database = await openEngine();
  await ownStore(database);
  return database;
}

/** An engine the sample is about to fill whole: making the empty tables first would be for nothing. */
async function openForSample(): Promise<Database> {
  await fetchedSample();
  const { database } = await engine.get();
  return database;
}

/** Reads what is loaded, unless `known` says it, and tells every screen. */
async function publish(database: Database, patch: Partial<PoolSnapshot>, known?: PoolState): Promise<void> {
  const { name, version } = currentPool();
  const found = known ?? (await readPool(database, patch.name ?? name));
  const status = found.sources.length === 0 ? 'empty' : 'ready';
  changePool({ failure: null, ...patch, ...found, status, version: version + 1, task: null });
}

const restarted = 'The data engine stopped and was started again. The pool was read again.';

/** Reads a pool again into a new engine: after a trap every query of the old one fails. */
async function restore(): Promise<Database> {
  const { shipped, kind, arrivals, sources } = currentPool();
  await engine.discard();
  const database = await openEngine();
  const files = filesOf(arrivals);
  // Real files that were on their way in over the sample take its place, as they would have.
  const overSample = shipped && kind === 'sample' && files.length > 0;
  const base = shipped && !overSample ? (await openSample(database)).patch : {};
  const { loadFiles } = await import('./load');
  const again = await loadFiles(database, files);
  if (!overSample && (files.length > 0 || !shipped)) {
    const landed = again.flatMap((one) => (one.status === 'loaded' ? [one.sourceId] : []));
    await restoreSources(database, sources, landed);
  }
  const own = overSample ? { kind: 'own' as const, shipped: false, name: 'Your pool' } : {};
  await publish(database, { ...base, ...own, arrivals: [...again].reverse(), failure: restarted });
  return database;
}

/** One piece of work on the pool, with progress, whose end is published whatever it is. */
function work(label: string, run: (task: Work) => Promise<Partial<PoolSnapshot>>): Promise<void> {
  return labour(label, async (task) => publish(task.database, await run(task)));
}

function labour(
  label: string,
  run: (task: Work) => Promise<void>,
  open: () => Promise<Database> = openForChange,
): Promise<void> {
  const control = new AbortController();
  const task: Task = { label, done: null, startedAt: Date.now(), cancel: () => control.abort() };
  return takeTurn(async () => {
    changePool({ status: 'loading', task, failure: null });
    try {
      const database = await open();
      const progress = (done: number) => changePool({ task: { ...(currentPool().task ?? task), done } });
      await run({ database, signal: control.signal, progress });
    } catch (error) {
      await recover(error);
    }
    void keep();
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
    changePool({ status: 'error', task: null, failure: words(second) });
  }
}

/** Puts the shipped pool in the place of whatever is open; where that fails the engine goes with it. */
async function openSample(database: Database): Promise<{ patch: Partial<PoolSnapshot>; state: PoolState }> {
  const { name, synthetic, state, store } = await fetchedSample();
  try {
    await openStore(database, store);
  } catch (error) {
    await engine.discard();
    throw error;
  }
  return { patch: { kind: synthetic ? 'sample' : 'own', shipped: true, name, arrivals: [] }, state };
}

/** Writes the pool to this computer where its user asked for that: never the sample, and never an empty pool over a full one. */
function keep(): Promise<void> {
  return takeTurn(async () => {
    const { kind, shipped, rows, version, name, status } = currentPool();
    if (
      !currentKeeping().on ||
      kind !== 'own' ||
      shipped ||
      rows === 0 ||
      status !== 'ready' ||
      version === keptVersion
    )
      return;
    changeKeeping({ saving: true, notice: null });
    try {
      const bytes = await writeSnapshot(await openEngine(), { name, synthetic: false });
      const kept = { bytes: new Uint8Array(bytes), name, rows, savedAt: Date.now(), protection: settings };
      await writeKept(kept);
      // Forgotten, here or in another tab, while it was being written.
      if (!currentKeeping().on) return await forgetKept();
      keptVersion = version;
      changeKeeping({ saving: false, kept: { rows, savedAt: kept.savedAt } });
      tellOtherTabs({ kind: 'saved', rows, savedAt: kept.savedAt });
    } catch (error) {
      changeKeeping({ saving: false, notice: `The pool could not be kept on this computer: ${words(error)}` });
    }
  });
}

/** Opens the kept pool; false where there is none, or it cannot be read any more. */
async function openKept(): Promise<boolean> {
  const kept = await readKept().catch(() => null);
  if (!kept) return false;
  changeKeeping({ on: true, kept: { rows: kept.rows, savedAt: kept.savedAt } });
  const protection = kept.protection ? checkedSettings(kept.protection) : defaultSettings;
  if (typeof protection !== 'string') settings = protection;
  const file = { name: 'Kept on this computer', content: new Blob([kept.bytes]) };
  await work('Opening the pool kept on this computer', async (task) => {
    await emptyPool(task.database);
    changePool({ kind: 'own', shipped: false, rows: 0, sources: [], arrivals: [] });
    const opened = await (await reading()).addFiles([file], task);
    keptVersion = currentPool().version + 1;
    return opened;
  });
  const { rows, arrivals } = currentPool();
  if (rows > 0) return true;
  const why = arrivals.find((one) => one.status === 'refused');
  changeKeeping({
    on: false,
    notice: `The pool kept on this computer could not be opened. ${why?.status === 'refused' ? why.message : ''} It stays there until you forget it.`,
  });
  return false;
}

export const poolSession = {
  subscribe: onPool,
  snapshot: currentPool,
  protection: (): DisclosureSettings => settings,
  /** How small numbers are protected from now on, on every screen and in every file. */
  setProtection(next: DisclosureSettings): void {
    settings = next;
    changePool({ version: currentPool().version + 1 });
    void keep();
  },
  /** Opens the pool kept on this computer, else the shipped one, once a tab. */
  async start(): Promise<void> {
    if (started) return;
    started = true;
    listenToOtherTabs();
    engine.warm();
    void fetchedSample().catch(() => undefined);
    if (!(await openKept())) await poolSession.openSample();
  },
  openKept,
  openSample: () =>
    labour(
      'Opening the sample',
      async ({ database }) => {
        const { patch, state } = await openSample(database);
        await publish(database, patch, state);
      },
      openForSample,
    ),
  startEmpty: () =>
    work('Emptying the pool', async ({ database }) => {
      await emptyPool(database);
      return { kind: 'own', shipped: false, name: 'Your pool', arrivals: [] };
    }),
  addFiles: (files: readonly LoadedFile[]) =>
    work(files.length === 1 ? `Reading ${files[0]?.name ?? 'a file'}` : `Reading ${files.length} files`, async (task) =>
      (await reading()).addFiles(files, task),
    ),
  removeSource: (sourceId: number) =>
    work('Removing a file', async ({ database }) => {
      await removeSources(database, [sourceId]);
      const arrivals = currentPool().arrivals.filter((one) => one.status !== 'loaded' || one.sourceId !== sourceId);
      return { arrivals };
    }),
  replaceSource: (sourceId: number, file: LoadedFile) =>
    work(`Reading ${file.name} again`, async (task) => (await reading()).replaceSource(sourceId, file, task)),
  /** A change to how a source is read: its polarity, its counting of siblings. */
  change: (label: string, run: (database: Database) => Promise<void>) =>
    work(label, async ({ database }) => {
      await run(database);
      return {};
    }),
  /** From now on the pool is written to this computer at every change; off, what was kept is removed. */
  async setKeeping(on: boolean): Promise<void> {
    changeKeeping({ on, notice: null });
    keptVersion = -1;
    if (on) return keep();
    await takeTurn(forgetKept);
    changeKeeping({ kept: null });
    tellOtherTabs({ kind: 'forgotten' });
  },
  /** Removes all this site stored in this browser, and shows the sample again. */
  async forgetEverything(): Promise<void> {
    changeKeeping({ on: false, notice: null });
    await takeTurn(forgetEverythingStored);
    changeKeeping({ kept: null, notice: 'Forgotten: nothing of this site is stored in this browser any more.' });
    tellOtherTabs({ kind: 'forgotten' });
    await poolSession.openSample();
  },
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
