/** The headings this tab's user said the meaning of: they hold for every file added after. */
import type { Mapping } from '@/lib/ingest/file/layout';

let mapping: Mapping = {};
const listeners = new Set<() => void>();

export function currentMapping(): Mapping {
  return mapping;
}

/** Adds to what was said before; a heading said again means the new thing. */
export function confirmMapping(said: Mapping): void {
  mapping = { ...mapping, ...said };
  for (const listener of listeners) listener();
}

export function forgetMapping(): void {
  mapping = {};
  for (const listener of listeners) listener();
}

export function onMapping(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
