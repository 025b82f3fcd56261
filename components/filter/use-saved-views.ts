'use client';
import { useCallback, useSyncExternalStore } from 'react';
import { readSavedViews, type SavedView, writeSavedViews } from '@/lib/view/saved';

const key = 'sufficiency.saved-views';
const none: readonly SavedView[] = [];
const listeners = new Set<() => void>();
let text: string | null = null;
let views: readonly SavedView[] = none;

/** The same list object until the stored text changes, as React asks of a store. */
function current(): readonly SavedView[] {
  const stored = read();
  if (stored !== text) {
    text = stored;
    const result = stored === null ? null : readSavedViews(stored);
    views = result?.kind === 'read' ? result.views : none;
  }
  return views;
}

/** A browser may forbid storage: views are then kept as long as the tab. */
function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return text;
  }
}

function write(next: readonly SavedView[]): void {
  const content = writeSavedViews(next);
  try {
    localStorage.setItem(key, content);
  } catch {
    text = content;
    views = next;
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** The saved views of this browser, the same in every tab. */
export function useSavedViews(): readonly [readonly SavedView[], (next: readonly SavedView[]) => void] {
  const saved = useSyncExternalStore(subscribe, current, () => none);
  return [saved, useCallback(write, [])];
}
