/** Cells as spreadsheet files hold them: typed numbers and dates, shared or inline text, cached results of formulas. */
import { columnLetters } from '@/lib/workbook/reference';
import { rows as sheetData, xlsx, zip } from '../workbook/fixture';

const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const epoch = Date.UTC(1899, 11, 30);
export const serialOf = (iso: string): number => (Date.parse(`${iso}T00:00:00Z`) - epoch) / 86_400_000;

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
/** Figures a spreadsheet would hold as a number; a leading zero makes them text. */
const isNumber = (text: string) => /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text);

export interface SheetStyle {
  readonly text: 'shared' | 'inline';
  /** Every third number and text is the cached result of a formula. */
  readonly formulas?: boolean;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly merged?: readonly string[];
  /** A first sheet of guidance, hidden or not, as both published templates have. */
  readonly guidance?: boolean;
}

const styles =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';

export function xlsxOf(lines: readonly (readonly string[])[], style: SheetStyle): Uint8Array {
  const strings: string[] = [];
  const places = new Map<string, number>();
  const shared = (text: string) => {
    const known = places.get(text);
    if (known !== undefined) return known;
    strings.push(`<si><t xml:space="preserve">${inXml(text)}</t></si>`);
    places.set(text, strings.length - 1);
    return strings.length - 1;
  };
  const cell = (text: string, at: string, turn: number) => {
    const formula = style.formulas && turn % 3 === 0 ? '<f>A1</f>' : '';
    if (isDay(text)) return `<c r="${at}" s="${1 + (turn % 2)}">${formula}<v>${serialOf(text)}</v></c>`;
    if (isNumber(text)) return `<c r="${at}">${formula}<v>${text}</v></c>`;
    if (formula !== '') return `<c r="${at}" t="str">${formula}<v>${inXml(text)}</v></c>`;
    return style.text === 'shared'
      ? `<c r="${at}" t="s"><v>${shared(text)}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><r><t xml:space="preserve">${inXml(text)}</t></r></is></c>`;
  };
  const body = lines.map((line, row) => {
    const cells = line.map((text, column) =>
      text === '' ? '' : cell(text, `${columnLetters(column)}${row + 1}`, row + column),
    );
    return `<row r="${row + 1}"${style.hiddenRows?.includes(row) ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
  });
  const hidden = (style.hiddenColumns ?? []).map((at) => `<col min="${at + 1}" max="${at + 1}" hidden="1"/>`);
  const merged = (style.merged ?? []).map((ref) => `<mergeCell ref="${ref}"/>`);
  const sheet = {
    name: 'Data',
    xml: `${hidden.length > 0 ? `<cols>${hidden.join('')}</cols>` : ''}${sheetData(body.join(''))}${
      merged.length > 0 ? `<mergeCells>${merged.join('')}</mergeCells>` : ''
    }`,
  };
  const guidance = {
    name: 'Guidance',
    xml: sheetData('<row r="1"><c r="A1" t="inlineStr"><is><t>Read me</t></is></c></row>'),
  };
  return xlsx({ sheets: style.guidance ? [guidance, sheet] : [sheet], strings: strings.join(''), styles });
}

export function odsOf(lines: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string) => {
    if (text === '') return '<table:table-cell/>';
    if (isDay(text)) return `<table:table-cell office:value-type="date" office:date-value="${text}"/>`;
    if (isNumber(text)) return `<table:table-cell office:value-type="float" office:value="${text}"/>`;
    const paragraphs = text.split('\n').map((part) => `<text:p>${inXml(part)}</text:p>`);
    return `<table:table-cell office:value-type="string">${paragraphs.join('')}</table:table-cell>`;
  };
  const body = lines.map((line) => `<table:table-row>${line.map(cell).join('')}</table:table-row>`).join('');
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Data">${body}</table:table></office:spreadsheet></office:body></office:document-content>`,
  });
}
