import type { Figure } from '@/lib/figure/figure';

/** The four honest states of a figure. `stale`: the figure shown belongs to the view before. */
export type FigureState =
  | { readonly status: 'loading'; readonly figure?: Figure | undefined }
  | { readonly status: 'ready'; readonly figure: Figure }
  | {
      readonly status: 'empty';
      /** It rests on nothing: still a file, for whoever collects the figures of a view. */
      readonly figure?: Figure | undefined;
      readonly advice: string;
      readonly remedy?: { readonly label: string; readonly apply: () => void } | undefined;
    }
  | { readonly status: 'error'; readonly message: string };
