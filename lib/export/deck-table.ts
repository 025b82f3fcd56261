import type Pptx from 'pptxgenjs';
import type { Figure } from '@/lib/figure/figure';
import { face, ink, page } from './deck-master';
import { withoutForbidden } from './neutral';
import { type ShownTable, shownTable } from './shown';
import { shownMatrix } from './shown-matrix';

type TableRow = Parameters<ReturnType<Pptx['addSlide']>['addTable']>[0][number];

export interface TablePart {
  readonly rows: TableRow[];
  readonly widths: number[];
  readonly size: number;
}

const perSlide = 12;
/** A slide deck is not a workbook: beyond this the rows are left to the download, and the slide says so. */
const longest = 36;
const mostLetters = 42;

function widthsOf({ headings, rows }: ShownTable): number[] {
  const letters = headings.map(({ label }, at) => {
    const texts = rows.map((row) => row[at]?.length ?? 0);
    return Math.min(mostLetters, Math.max(7, Math.ceil(label.length / 2), ...texts)) + 2;
  });
  const total = letters.reduce((sum, each) => sum + each, 0);
  // A narrow table keeps its natural width: stretched to the slide's edges its numbers drift from their labels.
  const inches = Math.min(page.width, total * 0.13);
  return letters.map((each) => (each / total) * inches);
}

/**
 * A figure's table as native slide tables, as it reads on screen; long ones continue on further slides. Beside a
 * picture (`pictured`) one slide is enough.
 */
export function tableParts(figure: Figure, pictured: boolean): { parts: TablePart[]; left: number } {
  const table = shownMatrix(figure) ?? shownTable(figure);
  const rows = table.rows.slice(0, pictured ? perSlide : longest);
  const size = table.headings.length > 8 ? 10 : table.headings.length > 6 ? 12 : 14;
  const line = { type: 'solid', pt: 1, color: ink } as const;
  const thin = { type: 'solid', pt: 0.5, color: 'CECECE' } as const;
  const none = { type: 'none' } as const;
  const align = (at: number) => (table.headings[at]?.numeric ? ('right' as const) : ('left' as const));
  const heading: TableRow = table.headings.map(({ label }, at) => ({
    text: withoutForbidden(label),
    options: { bold: true, align: align(at), valign: 'bottom' as const, border: [none, none, line, none] },
  }));
  const body = rows.map(
    (row): TableRow =>
      row.map((text, at) => ({
        text: withoutForbidden(text),
        options: { align: align(at), border: [none, none, thin, none] },
      })),
  );
  const widths = widthsOf(table);
  const parts: TablePart[] = [];
  for (let at = 0; at === 0 || at < body.length; at += perSlide) {
    parts.push({ rows: [heading, ...body.slice(at, at + perSlide)], widths, size });
  }
  return { parts, left: table.rows.length - rows.length };
}

export function addTable(slide: ReturnType<Pptx['addSlide']>, { rows, widths, size }: TablePart, name: string): void {
  slide.addTable(rows, {
    x: page.left,
    y: page.body,
    colW: widths,
    fontFace: face,
    fontSize: size,
    color: ink,
    margin: [0.04, 0.08, 0.04, 0.08],
    objectName: name,
  });
}
