/** Promises the figures of a few views of each page, so that going back, or taking a filter off again, asks the engine nothing. */
import type { Measure } from '@/lib/measure/measure';
import type { PageResult } from '@/lib/measure/run';

/** What figures are of: the measures of a page, the data and the mode, and the view. */
export interface Asked {
  readonly measures: readonly Measure[];
  readonly of: string;
  readonly view: string;
}

interface Kept {
  /** With other data or another mode all are let go, exact figures above all. */
  readonly of: string;
  /** By view, the latest last. */
  readonly views: Map<string, PageResult>;
}

/** The last `most` views of each page, of one pool in one mode. */
export class RecentPages {
  readonly #pages = new WeakMap<readonly Measure[], Kept>();

  /** Each view is a few hundred kilobytes. */
  constructor(private readonly most: number) {}

  get(asked: Asked): PageResult | undefined {
    const found = this.#viewsOf(asked).get(asked.view);
    if (found) this.keep(asked, found);
    return found;
  }

  /** Keeps it, unless a figure of it failed: that is tried again. */
  keep(asked: Asked, result: PageResult): void {
    if (Object.values(result.figures).some(({ state }) => state === 'error')) return;
    const views = this.#viewsOf(asked);
    views.delete(asked.view);
    views.set(asked.view, result);
    const [oldest] = views.keys();
    if (views.size > this.most && oldest !== undefined) views.delete(oldest);
  }

  #viewsOf({ measures, of }: Asked): Map<string, PageResult> {
    const before = this.#pages.get(measures);
    if (before?.of === of) return before.views;
    const views = new Map<string, PageResult>();
    this.#pages.set(measures, { of, views });
    return views;
  }
}

/** What pages have shown. */
export const shownPages = new RecentPages(8);
