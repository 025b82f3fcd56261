import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openNativeDatabase } from '@/lib/database/native';
import { makePool } from '@/lib/pool/change';
import { appendSnapshot } from '@/lib/pool/snapshot-read';
import { writeStore } from '@/lib/pool/store';

/** A saved pool as a database file's bytes. */
export async function storeOf(snapshot: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pool-'));
  try {
    const native = await openNativeDatabase(folder);
    const file = path.join(folder, 'store.db');
    await makePool(native);
    await appendSnapshot(native, snapshot);
    await writeStore(native, file);
    await native.close();
    return new Uint8Array(await readFile(file));
  } finally {
    await rm(folder, { recursive: true });
  }
}
