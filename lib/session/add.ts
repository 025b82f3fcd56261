/** Adds the user's files to this tab's pool, and keeps real and invented placements apart. */
import { DatabaseCancelled, DatabaseTrapped } from '@/lib/database/database';
import type { Phase } from '@/lib/ingest/options';
import { removeSources } from '@/lib/pool/change';
import { withEarlier } from './arrivals';
import { type Arrival, loadFiles } from './load';
import type { PoolSnapshot } from './snapshot';
import { changePool, currentPool } from './store';
import type { LoadedFile } from './together';
import { stopped, type Work } from './work';

interface Landed {
  readonly arrivals: readonly Arrival[];
  readonly failure: string | null;
}

/** Reads the files, telling of each as it lands. Cancelled, it ends with those that were finished. */
async function land(files: readonly LoadedFile[], { database, signal, progress }: Work): Promise<Landed> {
  const { arrivals: earlier, kind, rows } = currentPool();
  const arrivals: Arrival[] = [];
  const onFile = (at: number, share: number, phase: Phase) => {
    const shares = files.map(({ name }, index) => ({ name, done: index < at ? 1 : index === at ? share : 0, phase }));
    const { task } = currentPool();
    if (task) changePool({ task: { ...task, files: shares } });
  };
  const onArrival = (arrival: Arrival) => {
    arrivals.unshift(arrival);
    changePool({ arrivals: withEarlier(arrivals, earlier) });
  };
  onFile(0, 0, 'reading');
  try {
    await loadFiles(database, files, { signal, progress, onFile, onArrival, real: kind === 'own' && rows > 0 });
    return { arrivals, failure: null };
  } catch (error) {
    if (!(error instanceof DatabaseCancelled || signal.aborted) || error instanceof DatabaseTrapped) throw error;
    return { arrivals, failure: stopped };
  }
}

/** A pool opened alone keeps its name. */
function nameOf(arrivals: readonly Arrival[]): string {
  const [only, ...others] = arrivals.filter(({ status }) => status === 'loaded' || status === 'opened');
  return only?.status === 'opened' && others.length === 0 ? only.poolName : 'Your pool';
}

/** Files added over invented placements take their place once one of them has loaded: real and invented never mix. */
export async function addFiles(files: readonly LoadedFile[], task: Work): Promise<Partial<PoolSnapshot>> {
  const before = currentPool();
  const { arrivals: landed, failure } = await land(files, task);
  const added = landed.filter(({ status }) => status === 'loaded' || status === 'opened');
  const all = withEarlier(landed, before.arrivals);
  if (added.length === 0) return { arrivals: all, failure };
  const fake = added.filter((one) => one.status === 'opened' && one.synthetic);
  const onlyFake = fake.length === added.length;
  const old = before.kind === 'sample' ? before.sources.map(({ sourceId }) => sourceId) : [];
  const fresh = onlyFake ? [] : fake.flatMap((one) => (one.status === 'opened' ? one.sourceIds : []));
  await removeSources(task.database, [...old, ...fresh]);
  if (before.kind === 'own' && before.rows > 0) return { arrivals: all, failure };
  const shown = landed.filter((one) => onlyFake || !fake.includes(one));
  return { kind: onlyFake ? 'sample' : 'own', shipped: false, name: nameOf(shown), arrivals: shown, failure };
}

/** A file read again with an answer takes the place of its earlier reading; where that fails the earlier one is read again. */
export async function replaceSource(sourceId: number, file: LoadedFile, task: Work): Promise<Partial<PoolSnapshot>> {
  const { arrivals } = currentPool();
  const former = arrivals.find((one) => one.status === 'loaded' && one.sourceId === sourceId);
  changePool({ arrivals: arrivals.filter((one) => one !== former) });
  await removeSources(task.database, [sourceId]);
  const result = await addFiles([file], task);
  if (!former || result.arrivals?.some((one) => one.status === 'loaded' && one.file === file)) return result;
  const [again] = await loadFiles(task.database, [former.file]);
  return { ...result, arrivals: withEarlier(again ? [again] : [], result.arrivals ?? []) };
}
