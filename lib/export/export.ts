/**
 * Everything that leaves the page as a file is written here, from protected Figures and nothing else: no
 * number is computed on the way, so a download cannot disagree with the screen or say more than it. The one
 * exception is an authority's feedback, which quotes its own return back to it.
 */
import type { Figure } from '@/lib/figure/figure';

export interface Definition {
  readonly term: string;
  readonly meaning: string;
}

/** What a reader needs to know where figures came from, once they have left the page. */
export interface ExportContext {
  /** The page or pack the figures are from: `Needs sought and provision secured`. */
  readonly title: string;
  /** The filter in words: `Somerset · foster sought · April 2025 to March 2026`. */
  readonly filter: string;
  /** The link that shows the same view; it holds no data. */
  readonly link: string;
  readonly poolName: string;
  /** The last day the pool covers, `YYYY-MM-DD`; null when it has no dates. */
  readonly poolDate: string | null;
  /** The day of writing, `YYYY-MM-DD`: handed in, so that the same view gives the same file. */
  readonly written: string;
  /** What counts as a small number in this pool, and why. */
  readonly smallNumbers: string;
  readonly definitions: readonly Definition[];
}

/** A file ready to be saved. */
export interface ExportFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

export const workingWarning = 'INTERNAL: contains small numbers. Do not share.';
export const sharingNote = 'Protected for sharing: small numbers are suppressed or rounded.';

/** One figure of the working view makes the whole file internal. */
export function isInternal(figures: readonly Figure[]): boolean {
  return figures.some((figure) => figure.protection === 'working');
}

/** `match-rate.xlsx`, or `INTERNAL match-rate.xlsx` when exact small numbers are inside. Letters any system accepts. */
export function fileName(stem: string, ending: string, internal: boolean): string {
  const clean = stem
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._,()-]+/gu, ' ')
    .replace(/^[-. ]+|[-. ]+$/g, '')
    .slice(0, 120);
  return `${internal ? 'INTERNAL ' : ''}${clean === '' ? 'figures' : clean}.${ending}`;
}
