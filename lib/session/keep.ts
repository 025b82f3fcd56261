/**
 * One pool kept on this computer, if its user asks: a single record in this site's own storage. Nothing is created until
 * then, and nothing is left after `forgetKept`.
 */
const databaseName = 'sufficiency';
const storeName = 'pool';
const key = 'kept';

export interface Kept {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly rows: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** How its small numbers are protected; absent in what was kept before that could be chosen. */
  readonly protection?: { readonly threshold: number; readonly base: number; readonly reason: string };
}

/** Null where it does not exist and is not to be made: looking must leave no trace. */
function open(create: boolean): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => {
      if (create) request.result.createObjectStore(storeName);
      else request.transaction?.abort();
    };
    request.onsuccess = () => {
      const { result } = request;
      // Another tab that forgets everything must not have to wait for this one.
      result.onversionchange = () => result.close();
      resolve(result);
    };
    request.onerror = () => (create ? reject(request.error) : resolve(null));
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array;
}

/** The kept pool; null where none is, or storage is closed to the site. */
export async function readKept(): Promise<Kept | null> {
  const database = await open(false).catch(() => null);
  if (database === null) return null;
  try {
    const request = database.transaction(storeName).objectStore(storeName).get(key);
    const value = await new Promise<unknown>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return isKept(value) ? value : null;
  } finally {
    database.close();
  }
}

/** Throws where the browser has no room or forbids storage: the message is for the screen. */
export async function writeKept(kept: Kept): Promise<void> {
  const database = await open(true);
  if (database === null) return;
  try {
    const transaction = database.transaction(storeName, 'readwrite');
    transaction.objectStore(storeName).put(kept, key);
    await done(transaction);
  } finally {
    database.close();
  }
}

/** Removes the record and the storage that held it. */
export function forgetKept(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/** Everything this site ever stored in this browser: the kept pool, saved views, files of its own folder. */
export async function forgetEverythingStored(): Promise<void> {
  await forgetKept();
  localStorage.clear();
  sessionStorage.clear();
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
  const folder = await navigator.storage?.getDirectory?.().catch(() => null);
  if (!folder) return;
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  for (const name of names) await folder.removeEntry(name, { recursive: true });
}
