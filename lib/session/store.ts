/** The one snapshot of this tab's pool and those who watch it. */
import { firstSnapshot, type PoolSnapshot } from './snapshot';

let current: PoolSnapshot = firstSnapshot;
const listeners = new Set<() => void>();

export function currentPool(): PoolSnapshot {
  return current;
}

/** Tells every screen, and whoever watches the page from outside. */
export function changePool(patch: Partial<PoolSnapshot>): void {
  current = { ...current, ...patch };
  document.documentElement.dataset.poolState = current.status;
  document.documentElement.dataset.poolRows = String(current.rows);
  for (const listener of listeners) listener();
}

export function onPool(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
