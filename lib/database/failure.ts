import { DatabaseOutOfMemory, DatabaseTrapped } from './database';

const trap =
  /memory access out of bounds|unreachable|table index is out of bounds|null function|indirect call|RuntimeError/i;
const memory =
  /out of memory|Out of Memory|could not allocate|failed to allocate|allocation failed|Array buffer allocation/i;

/** Names an engine error by what must be done about it: restart, make room, or read its message. */
export function namedFailure(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (memory.test(message)) return new DatabaseOutOfMemory(message);
  if (trap.test(message)) return new DatabaseTrapped(message);
  return error instanceof Error ? error : new Error(message);
}
