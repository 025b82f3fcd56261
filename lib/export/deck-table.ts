import type Pptx from 'pptxgenjs';
import type { Figure } from '@/lib/figure/figure';
import { formatCell } from '@/lib/figure/format';
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

const month = /^\d{4}-\d{2}$/;

/** Rows that run on in time: of those a reader wants the latest. */
function isOverTime({ table: { columns, rows } }: Figure): boolean {
  const [first] = columns;
  return first !== undefined && rows.length > 1 && rows.every((row) => month.test(String(row[first.name])));
}

interface TableParts {
  readonly parts: readonly TablePart[];
  /** What is not on the slides, in words; empty when all is. */
  readonly left: string;
}

function leftWords(left: number, earlier: boolean): string {
  if (left === 0) return '';
  const rows = left === 1 ? 'row' : 'rows';
  const which = earlier ? `${left} earlier ${rows}` : `${left} further ${rows}`;
  return `${which} ${left === 1 ? 'is' : 'are'} in the workbook of this pack.`;
}

/**
 * A figure's table as native slide tables, as it reads on screen; long ones continue on further slides. Beside a
 * picture (`pictured`) one slide is enough: the latest rows of what runs on in time, else the first.
 */
export function tableParts(figure: Figure, pictured: boolean): TableParts {
  const table = shownMatrix(figure) ?? shownTable(figure);
  const earlier = isOverTime(figure);
  const most = pictured ? perSlide : longest;
  const rows = earlier ? table.rows.slice(-most) : table.rows.slice(0, most);
  return { parts: partsOf(table, rows), left: leftWords(table.rows.length - rows.length, earlier) };
}

/** Measures that are one number each, on one slide: what each is, and its sentence. */
export function headlineParts(figures: readonly Figure[]): TablePart {
  const headings = [
    { label: 'Measure', numeric: false },
    { label: 'What it says', numeric: false },
    { label: 'Placements', numeric: true },
  ];
  const rows = figures.map((figure) => [figure.title, figure.headline, formatCell(figure.n, 'count')]);
  const [part] = partsOf({ headings, rows }, rows);
  return { rows: part?.rows ?? [], widths: [3, 7.73, 1.4], size: 16 };
}

function partsOf(table: ShownTable, rows: ShownTable['rows']): TablePart[] {
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
  return parts;
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
