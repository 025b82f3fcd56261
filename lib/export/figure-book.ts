import type { Figure } from '@/lib/figure/figure';
import { type Book, type BookCell, type BookSheet, day, sheetNames, text } from './book';
import { type ExportContext, isInternal, sharingNote, workingWarning } from './export';
import { figureSheet } from './figure-sheet';
import { neutralise } from './neutral';
import { keyLines } from './symbol';

const distinct = (lines: readonly string[]) => [...new Set(lines)];

function section(heading: string, lines: readonly BookCell[][]): BookCell[][] {
  return lines.length === 0 ? [] : [[], [text(heading, 'section')], ...lines];
}

const said = (lines: readonly string[]) => distinct(lines).map((line) => [null, text(neutralise(line), 'wrapped')]);

function coverSheet(
  name: string,
  names: readonly string[],
  figures: readonly Figure[],
  context: ExportContext,
): BookSheet {
  const line = (label: string, value: BookCell): BookCell[] => [text(label, 'label'), value];
  const internal = isInternal(figures);
  const rows: BookCell[][] = [
    [text(neutralise(context.title), 'title')],
    [text(internal ? workingWarning : sharingNote, internal ? 'warning' : 'plain')],
    [],
    line('Placements shown', text(neutralise(context.filter), 'wrapped')),
    line('Link to this view', text(context.link, 'wrapped', { url: context.link })),
    line('Pool', text(neutralise(context.poolName), 'wrapped')),
    line('Pool runs to', context.poolDate === null ? text('no dates recorded') : day(context.poolDate)),
    line('Written on', day(context.written)),
    ...(internal ? [] : [line('Small numbers', text(neutralise(context.smallNumbers), 'wrapped'))]),
    line('Source', text(neutralise(distinct(figures.map((figure) => figure.source)).join('; ')), 'wrapped')),
    ...section('Figures', [
      [text('Sheet', 'heading'), text('What it says', 'heading'), text('Placements', 'numberHeading')],
      ...figures.map((figure, at) => [
        text(names[at] ?? figure.id, 'plain', { sheet: names[at] ?? figure.id }),
        text(neutralise(`${figure.title}: ${figure.headline}`), 'wrapped'),
        typeof figure.n === 'number'
          ? ({ kind: 'number', value: figure.n, style: 'count' } as const)
          : text(typeof figure.n === 'string' ? neutralise(figure.n) : `[${figure.n.symbol}]`, 'symbol'),
      ]),
    ]),
    ...section(
      'Before you use these figures',
      said(figures.flatMap((figure) => [...figure.warnings, ...figure.caveats])),
    ),
    ...section('How small numbers are protected', said(figures.flatMap((figure) => figure.protectionNotes))),
    ...section('Symbols', said(keyLines(figures))),
    ...section(
      'Definitions',
      context.definitions.map(({ term, meaning }) => [
        text(neutralise(term), 'wrapped'),
        text(neutralise(meaning), 'wrapped'),
      ]),
    ),
  ];
  return { name, rows, widths: [28, 90, 14], frozenRows: 1, frozenColumns: 0 };
}

/** A cover, then a sheet a figure: what XLSX and ODS downloads of a figure or a whole page hold. */
export function figureBook(figures: readonly Figure[], context: ExportContext): Book {
  const [cover = 'Contents', ...names] = sheetNames(['Contents', ...figures.map((figure) => figure.id)]);
  return {
    title: context.title,
    sheets: [
      coverSheet(cover, names, figures, context),
      ...figures.map((figure, at) => figureSheet(figure, names[at] ?? figure.id, cover)),
    ],
  };
}
