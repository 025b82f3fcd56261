import type { Cell, Sheet } from 'write-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';
import type { Figure } from '@/lib/figure/figure';
import { type Book, type BookCell, linesOf, type NumberStyle, type TextStyle } from './book';
import { type ExportContext, type ExportFile, fileName, isInternal } from './export';
import { figureBook } from './figure-book';
import { withoutForbidden } from './neutral';
import { documentTitle, fitToWidth } from './xlsx-document';
import { links } from './xlsx-link';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const formats: Readonly<Record<NumberStyle, string | undefined>> = {
  count: '#,##0',
  percent: '0.0%',
  points: '+0.0%;-0.0%;0.0%',
  pounds: '"£"#,##0',
  oneDecimal: '0.0',
  twoDecimals: '0.00',
  general: undefined,
};

const ruled = {
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'bottom',
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#0b0c0c',
} as const;

const looks = {
  plain: { alignVertical: 'top' },
  title: { fontWeight: 'bold', fontSize: 16, height: 24 },
  subtitle: { fontWeight: 'bold' },
  section: { fontWeight: 'bold', fontSize: 13, height: 20 },
  heading: ruled,
  numberHeading: { ...ruled, align: 'right' },
  label: { fontWeight: 'bold', alignVertical: 'top' },
  warning: { fontWeight: 'bold', textColor: '#801650' },
  wrapped: { wrap: true, alignVertical: 'top' },
  symbol: { align: 'right' },
} as const satisfies Record<TextStyle, object>;

/** Midnight UTC: the library counts days from UTC, so no time zone can move a date. */
const utc = (value: string) => new Date(`${value}T00:00:00Z`);

/** The library looks texts up in a plain object, where `constructor` and its like are taken: a space sets them apart. */
const lookUpSafe = (value: string) => (value in Object.prototype ? `${value} ` : value);

function cellOf(cell: BookCell): Cell {
  if (cell === null) return null;
  if (cell.kind === 'number') {
    const format = formats[cell.style];
    return { value: cell.value, type: Number, alignVertical: 'top', ...(format ? { format } : {}) };
  }
  if (cell.kind === 'date') {
    return {
      value: utc(cell.value),
      type: Date,
      format: cell.shows === 'day' ? 'd mmmm yyyy' : 'mmm yyyy',
      align: 'left',
    };
  }
  const look = cell.link ? { textColor: '#12436D', textDecoration: { underline: true } as const } : {};
  return { value: lookUpSafe(withoutForbidden(cell.value)), type: String, ...looks[cell.style], ...look };
}

/** Fifteen points is the height of a line of the body type; a row is as tall as its first cell says. */
function rowOf(row: readonly BookCell[], widths: readonly number[]): Cell[] {
  const lines = linesOf(row, widths);
  const [first, ...rest] = row.map(cellOf);
  if (lines === 1 || first === undefined) return row.map(cellOf);
  const tall = { height: lines * 15 };
  return [first === null || typeof first !== 'object' ? tall : { ...first, ...tall }, ...rest];
}

/** A book as an XLSX file's bytes. */
export async function writeXlsx(book: Book): Promise<Uint8Array<ArrayBuffer>> {
  const sheets: Sheet<Blob>[] = book.sheets.map((sheet) => ({
    sheet: sheet.name,
    data: sheet.rows.map((row) => rowOf(row, sheet.widths)),
    columns: sheet.widths.map((width) => ({ width })),
    orientation: 'landscape',
    stickyRowsCount: sheet.frozenRows,
    stickyColumnsCount: sheet.frozenColumns,
  }));
  const features = [links(book), documentTitle(book.title), fitToWidth];
  const blob = await writeXlsxFile(sheets, { fontFamily: 'Arial', fontSize: 11, features }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** One figure, or a whole page's figures, with a cover sheet. `stem` is the file's name without its ending. */
export async function xlsxFile(figures: readonly Figure[], context: ExportContext, stem: string): Promise<ExportFile> {
  return {
    name: fileName(stem, 'xlsx', isInternal(figures)),
    type,
    content: await writeXlsx(figureBook(figures, context)),
  };
}
