import type Pptx from 'pptxgenjs';
import type { Figure, TableRow as FigureRow } from '@/lib/figure/figure';
import { formatCell } from '@/lib/figure/format';
import { layoutOf, runsOf } from './deck-columns';
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
/** Inches under which the words about what is left out stand. */
const foot = 0.2;

const month = /^\d{4}-\d{2}$/;

/** Rows that run on in time: of those a reader wants the latest. */
function isOverTime({ table: { columns, rows } }: Figure): boolean {
  const [first] = columns;
  return first !== undefined && rows.length > 1 && rows.every((row) => month.test(String(row[first.name])));
}

/** Months in order, whatever else the rows are told apart by: the latest rows are those of the latest months. */
function inTime(figure: Figure): Figure {
  const { columns, rows } = figure.table;
  const monthOf = (row: FigureRow) => String(row[columns[0]?.name ?? '']);
  const sorted = [...rows].sort((a, b) => monthOf(a).localeCompare(monthOf(b)));
  return { ...figure, table: { columns, rows: sorted } };
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
  const earlier = isOverTime(figure);
  const table = shownMatrix(figure) ?? shownTable(earlier ? inTime(figure) : figure);
  const chosen = earlier ? table.rows.slice(-longest) : table.rows.slice(0, longest);
  // Of what runs on in time the last slide is whole: its rows are counted from the latest.
  const runs = earlier
    ? runsIn(table, chosen.toReversed())
        .map((run) => run.toReversed())
        .toReversed()
    : runsIn(table, chosen);
  const taken = pictured ? (earlier ? runs.slice(-1) : runs.slice(0, 1)) : runs;
  const shown = taken.reduce((sum, run) => sum + run.length, 0);
  return { parts: partsOf(table, taken), left: leftWords(table.rows.length - shown, earlier) };
}

/** Measures that are one number each, on one slide: what each is, and its sentence. */
export function headlineParts(figures: readonly Figure[]): TablePart {
  const headings = [
    { label: 'Measure', numeric: false },
    { label: 'What it says', numeric: false },
    { label: 'Placements', numeric: true },
  ];
  const rows = figures.map((figure) => [figure.title, figure.headline, formatCell(figure.n, 'count')]);
  const [part] = partsOf({ headings, rows }, [rows]);
  return { rows: part?.rows ?? [], widths: [3, 7.73, 1.4], size: 16 };
}

/** The rows as they fall on slides, each under its heading. */
function runsIn(table: ShownTable, rows: ShownTable['rows']): readonly ShownTable['rows'][] {
  const { heightOf } = layoutOf(table, page.width);
  const room = page.bottom - foot - page.body - heightOf(table.headings.map(({ label }) => label));
  return runsOf(rows, heightOf, { room, most: perSlide });
}

function partsOf(table: ShownTable, runs: readonly ShownTable['rows'][]): TablePart[] {
  const { size, widths } = layoutOf(table, page.width);
  const line = { type: 'solid', pt: 1, color: ink } as const;
  const thin = { type: 'solid', pt: 0.5, color: 'CECECE' } as const;
  const none = { type: 'none' } as const;
  const align = (at: number) => (table.headings[at]?.numeric ? ('right' as const) : ('left' as const));
  const heading: TableRow = table.headings.map(({ label }, at) => ({
    text: withoutForbidden(label),
    options: { bold: true, align: align(at), valign: 'bottom' as const, border: [none, none, line, none] },
  }));
  const bodyOf = (rows: ShownTable['rows']) =>
    rows.map(
      (row): TableRow =>
        row.map((text, at) => ({
          text: withoutForbidden(text),
          options: { align: align(at), border: [none, none, thin, none] },
        })),
    );
  return runs.map((rows) => ({ rows: [heading, ...bodyOf(rows)], widths: [...widths], size }));
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
