/** Promises the figures of views a page has shown before, so that going back, or taking a filter off again, asks the engine nothing. */
import type { Measure } from '@/lib/measure/measure';
import type { PageResult } from '@/lib/measure/run';

/** Views kept of a page: a few megabytes at most. */
const most = 8;

interface Shown {
  /** The data and the mode they are of: with another, all are let go, exact figures above all. */
  readonly of: string;
  /** By view, the latest last. */
  readonly views: Map<string, PageResult>;
}

const pages = new WeakMap<readonly Measure[], Shown>();

/** What the page of these measures showed for `view`, of just this data and mode. */
export function recentPage(measures: readonly Measure[], of: string, view: string): PageResult | undefined {
  const shown = pages.get(measures);
  const found = shown?.of === of ? shown.views.get(view) : undefined;
  if (found) keepRecent(measures, of, view, found);
  return found;
}

/** Keeps it, unless a figure of it failed: that is tried again. */
export function keepRecent(measures: readonly Measure[], of: string, view: string, result: PageResult): void {
  const before = pages.get(measures);
  const views = before?.of === of ? before.views : new Map<string, PageResult>();
  pages.set(measures, { of, views });
  if (Object.values(result.figures).some(({ state }) => state === 'error')) return;
  views.delete(view);
  views.set(view, result);
  const [oldest] = views.keys();
  if (views.size > most && oldest !== undefined) views.delete(oldest);
}
