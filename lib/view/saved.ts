/**
 * Saved views are links with a name: kept on this computer, exported and imported as a file. Whatever
 * a file holds is read as a link is, so an imported view can filter and do nothing else.
 */
import { array, literal, maxLength, minLength, object, pipe, safeParse, string, trim } from 'valibot';
import { parseView } from '@/lib/view/parse';
import type { View } from '@/lib/view/view';
import { viewQuery } from '@/lib/view/write';

export interface SavedView {
  readonly name: string;
  /** `''` or `?…`, in the form links are written in today. */
  readonly query: string;
}

const longestName = 80;
const mostViews = 200;

const savedView = object({
  name: pipe(string(), trim(), minLength(1), maxLength(longestName)),
  query: pipe(string(), maxLength(4_000)),
});

const file = object({
  kind: literal('sufficiency-views'),
  version: literal(1),
  views: pipe(array(savedView), maxLength(mostViews)),
});

export type ReadViews =
  | { readonly kind: 'read'; readonly views: readonly SavedView[] }
  | { readonly kind: 'unreadable'; readonly message: string };

const unreadable: ReadViews = {
  kind: 'unreadable',
  message: 'This is not a file of saved views. Choose a file that was exported from “Saved views”.',
};

/** Never throws: a file that is not ours is a message. */
export function readSavedViews(text: string): ReadViews {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return unreadable;
  }
  const result = safeParse(file, content);
  if (!result.success) return unreadable;
  return { kind: 'read', views: mergeSaved([], result.output.views.map(tidy)) };
}

export function writeSavedViews(views: readonly SavedView[]): string {
  return `${JSON.stringify({ kind: 'sufficiency-views', version: 1, views }, null, 2)}\n`;
}

/** The pool's mark is not kept: a saved view is meant for next month's pool too. */
export function saveView(views: readonly SavedView[], name: string, view: View): readonly SavedView[] {
  const tidied = name.trim().slice(0, longestName).trim();
  return tidied === '' ? views : mergeSaved(views, [{ name: tidied, query: viewQuery(view) }]);
}

export function removeSaved(views: readonly SavedView[], name: string): readonly SavedView[] {
  return views.filter((view) => view.name !== name);
}

/** By name, the added ones winning; in order of name; no more than a file may hold. */
export function mergeSaved(views: readonly SavedView[], added: readonly SavedView[]): readonly SavedView[] {
  const byName = new Map([...views, ...added].map((view) => [view.name, view]));
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB')).slice(0, mostViews);
}

function tidy({ name, query }: SavedView): SavedView {
  return { name, query: viewQuery(parseView(new URLSearchParams(query)).view) };
}
