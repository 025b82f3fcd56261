import type { Figure } from '@/lib/figure/figure';
import { type Definition, type ExportContext, isInternal } from './export';
import { figureNotes } from './figure-sheet';
import { dayLabel } from './shown';
import { keyLines } from './symbol';

export interface PackSection {
  readonly id: string;
  readonly title: string;
  readonly introduction?: string;
  readonly figures: readonly Figure[];
}

export interface PackRequest {
  /** `Monthly review: Somerset, March 2026`. */
  readonly title: string;
  readonly context: ExportContext;
  /** What changed, a sentence each, the greatest change first. */
  readonly changes: readonly string[];
  /** What the data's quality means for these figures, a sentence each. */
  readonly quality: readonly string[];
  readonly sections: readonly PackSection[];
  /** Figures, by id, whose sentences stand in the summary: by default all. */
  readonly said?: (id: string) => boolean;
}

export interface PackFigure {
  readonly kind: 'figure';
  /** Counted through the whole pack, from 1. */
  readonly number: number;
  readonly section: string;
  readonly figure: Figure;
  readonly notes: readonly string[];
}

/** One block of the document, in reading order: the printed pack and the slides show the same ones. */
export type PackBlock =
  | { readonly kind: 'cover'; readonly lines: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'contents';
      readonly entries: readonly {
        readonly id: string;
        readonly title: string;
        /** `figure` is its id. */
        readonly figures: readonly { readonly number: number; readonly figure: string; readonly title: string }[];
      }[];
    }
  | {
      readonly kind: 'summary';
      readonly headlines: readonly {
        readonly number: number;
        /** What the sentence is about. */
        readonly title: string;
        readonly sentence: string;
      }[];
      readonly changes: readonly string[];
    }
  | {
      readonly kind: 'section';
      readonly number: number;
      readonly id: string;
      readonly title: string;
      readonly introduction: string;
    }
  | PackFigure
  | {
      readonly kind: 'notes';
      readonly caveats: readonly string[];
      readonly quality: readonly string[];
      readonly protection: readonly string[];
      readonly symbols: readonly string[];
      readonly sources: readonly string[];
      readonly definitions: readonly Definition[];
    };

export interface PackDocument {
  readonly title: string;
  /** Holds exact small numbers: every page says so and the file's name begins with INTERNAL. */
  readonly internal: boolean;
  readonly context: ExportContext;
  readonly blocks: readonly PackBlock[];
}

/** A measure of one number with two years of months behind it, and no chart of its own. */
export function isNumber({ figure }: PackFigure): boolean {
  return figure.extra.sparkline !== undefined && figure.charts.every(({ kind }) => kind === 'none');
}

const distinct = (lines: readonly string[]) => [...new Set(lines)];

/** `Harder to place: …` beside the title that says so already. */
function withoutTitle(title: string, headline: string): string {
  const start = `${title}: `;
  const rest = headline.startsWith(start) ? headline.slice(start.length) : headline;
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

/** Sections with something to show, as one document: figures numbered, caveats said once, at the end. */
export function packDocument({
  title,
  context,
  changes,
  quality,
  sections,
  said = () => true,
}: PackRequest): PackDocument {
  const shown = sections.filter((section) => section.figures.length > 0);
  let count = 0;
  const numbered = shown.map((section, at) => ({
    section,
    number: at + 1,
    figures: section.figures.map((figure): PackFigure => {
      count += 1;
      return { kind: 'figure', number: count, section: section.title, figure, notes: figureNotes(figure) };
    }),
  }));
  const parts = numbered.flatMap(({ figures }) => figures);
  const figures = parts.map(({ figure }) => figure);
  const lines: [string, string][] = [
    ['Placements shown', context.filter],
    ['Pool', context.poolName],
    ['Pool runs to', context.poolDate === null ? 'no dates recorded' : dayLabel(context.poolDate)],
    ['Written on', dayLabel(context.written)],
    ...(isInternal(figures) ? [] : [['Small numbers', context.smallNumbers] as [string, string]]),
    ['This pack again', context.link],
  ];
  return {
    title,
    internal: isInternal(figures),
    context,
    blocks: [
      { kind: 'cover', lines },
      {
        kind: 'contents',
        entries: numbered.map(({ section, figures }) => ({
          id: section.id,
          title: section.title,
          figures: figures.map(({ number, figure }) => ({ number, figure: figure.id, title: figure.title })),
        })),
      },
      {
        kind: 'summary',
        headlines: parts
          .filter(({ figure }) => said(figure.id))
          .map(({ number, figure: { title: of, headline } }) => ({
            number,
            title: of,
            sentence: withoutTitle(of, headline),
          })),
        changes,
      },
      ...numbered.flatMap(({ section, number, figures }): PackBlock[] => [
        { kind: 'section', number, id: section.id, title: section.title, introduction: section.introduction ?? '' },
        ...figures,
      ]),
      {
        kind: 'notes',
        caveats: distinct(figures.flatMap((figure) => [...figure.warnings, ...figure.caveats])),
        quality,
        protection: distinct(figures.flatMap((figure) => figure.protectionNotes)),
        symbols: keyLines(figures),
        sources: distinct(figures.map((figure) => figure.source)),
        definitions: context.definitions,
      },
    ],
  };
}
