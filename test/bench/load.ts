/** A pool of any size in the engine of the browser and, by the very same statements, in native DuckDB. */
import { readFileSync } from 'node:fs';
import { openNodeDatabase } from '@/lib/database/node';
import { addFile } from '@/lib/ingest/add';
import type { PoolFacts } from '@/lib/measure/context';
import { readFacts } from '@/lib/measure/facts';
import { makePool } from '@/lib/pool/change';
import { type Spent, timed, total } from './clock';
import { type Native, openNative } from './native';
import { nationalCsv } from './pools';
import { type Recorder, recorder, type Step, statementsOf } from './recorder';

export interface LoadedPool {
  readonly rows: number;
  readonly wasm: Recorder;
  readonly native: Native;
  readonly facts: PoolFacts;
  /** The whole of `addFile`: reading, statements and all between. */
  readonly whole: Spent;
  /** Its statements alone. */
  readonly statements: Spent;
  /** The same statements on native DuckDB. */
  readonly peer: Spent;
  readonly steps: readonly Step[];
  /** What each statement of the load took natively, in order. */
  readonly peerSteps: readonly Spent[];
  close(): Promise<void>;
}

export async function loadPool(rows: number): Promise<LoadedPool> {
  const content = new Uint8Array(readFileSync(nationalCsv(rows)));
  const wasm = recorder(await openNodeDatabase());
  await makePool(wasm.database);
  const opening = wasm.take();
  const { value, ...whole } = await timed(() => addFile(wasm.database, { name: 'national.csv', content }));
  if (value.status !== 'loaded' || value.loaded < rows)
    throw new Error(`Not all rows loaded: ${JSON.stringify(value)}`);
  const steps = wasm.take();
  const native = await openNative();
  await native.replay(opening);
  const peerSteps = await native.replay(steps);
  const facts = await readFacts(wasm.database);
  wasm.take();
  return {
    ...{ rows, wasm, native, facts, whole, steps, peerSteps },
    statements: total(statementsOf(steps)),
    peer: total(peerSteps),
    close: async () => {
      native.close();
      await wasm.database.close();
    },
  };
}
