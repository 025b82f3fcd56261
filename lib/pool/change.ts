/** Makes, empties and trims the pool's tables. Loading is `lib/ingest`'s. */
import type { Database } from '@/lib/database/database';
import { openPool } from '@/lib/ingest/pool';
import { emptyPool as emptyAll, removeSources as removeAll } from '@/lib/ingest/remove';
import { areaCodes } from '@/lib/place/places';

/** In a new engine: the empty tables. */
export async function makePool(database: Database): Promise<void> {
  await openPool(database, { places: await areaCodes() });
}

export function emptyPool(database: Database): Promise<void> {
  return emptyAll(database);
}

/** Takes sources out with their rows and problems, all or none; rows of earlier files they had replaced return. */
export function removeSources(database: Database, sourceIds: readonly number[]): Promise<void> {
  return removeAll(database, sourceIds);
}
