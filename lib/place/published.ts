import list from '@/data/reference/published.json';

/** A published share to set beside a pool's own, never mixed with it. */
export interface PublishedShare {
  readonly id: string;
  readonly text: string;
  /** Whom it counts: `England, all children looked after`. */
  readonly group: string;
  /** What else must be known of it. */
  readonly note?: string;
  readonly date: string;
  /** 0–1. */
  readonly share: number;
  readonly source: string;
}

export const publishedShares: readonly PublishedShare[] = list;
