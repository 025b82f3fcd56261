/**
 * Working view or sharing view. Kept in this tab's memory only: never in a link, so that nobody is sent
 * into exact figures, and never on disk, so that the next person starts protected.
 */
import type { Mode } from '@/lib/measure/protection';

let mode: Mode = 'sharing';
const listeners = new Set<() => void>();

export function currentMode(): Mode {
  return mode;
}

export function setMode(next: Mode): void {
  mode = next;
  for (const listener of listeners) listener();
}

export function onMode(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
