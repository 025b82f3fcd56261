'use client';
/** The Ofsted list of this tab: in memory alone, so that it is gone when the page is loaded again. */
import { useSyncExternalStore } from 'react';
import { type OfstedReading, readOfstedFile } from '@/lib/provider/ofsted-file';

export type OfstedState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | OfstedReading;

const none: OfstedState = { kind: 'none' };
let state: OfstedState = none;
const listeners = new Set<() => void>();

function change(next: OfstedState): void {
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reads the file where it is; nothing is sent anywhere. A file that is not a list leaves a reason in its place. */
export async function addOfsted(file: File): Promise<void> {
  change({ kind: 'reading', name: file.name });
  // A frame for the words above, before a large workbook takes the page.
  await new Promise((resolve) => setTimeout(resolve, 30));
  try {
    change(readOfstedFile(file.name, new Uint8Array(await file.arrayBuffer())));
  } catch {
    const advice = 'If it is open in another program, close it there and choose it again.';
    change({ kind: 'refused', name: file.name, message: 'The file could not be opened.', advice });
  }
}

export function forgetOfsted(): void {
  change(none);
}

export function useOfsted(): OfstedState {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => none,
  );
}
