import type { BookCell, BookSheet, NumberStyle, TextStyle } from './book';
import { escapeMarkup } from './neutral';

/** ODF collapses runs of spaces and knows no line breaks or tabs in text: each has an element of its own. */
function inline(value: string): string {
  return escapeMarkup(value)
    .replace(/\r\n?|\n/g, '<text:line-break/>')
    .replace(/\t/g, '<text:tab/>')
    .replace(/^ +| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
}

function textCell(cell: Extract<BookCell, { kind: 'text' }>): string {
  const { link } = cell;
  const target = link && ('url' in link ? link.url : `#${link.sheet}.A1`);
  const content = target
    ? `<text:a xlink:type="simple" xlink:href="${escapeMarkup(target)}">${inline(cell.value)}</text:a>`
    : inline(cell.value);
  return `<table:table-cell office:value-type="string" table:style-name="${cell.style}"><text:p>${content}</text:p></table:table-cell>`;
}

const valueTypes: Readonly<Record<NumberStyle, string>> = {
  count: 'office:value-type="float"',
  percent: 'office:value-type="percentage"',
  points: 'office:value-type="percentage"',
  pounds: 'office:value-type="currency" office:currency="GBP"',
  oneDecimal: 'office:value-type="float"',
  twoDecimals: 'office:value-type="float"',
  general: 'office:value-type="float"',
};

function cellMarkup(cell: BookCell): string {
  if (cell === null) return '<table:table-cell/>';
  if (cell.kind === 'text') return textCell(cell);
  if (cell.kind === 'date') {
    const style = `office:value-type="date" office:date-value="${cell.value}" table:style-name="${cell.shows}"`;
    return `<table:table-cell ${style}><text:p>${cell.value}</text:p></table:table-cell>`;
  }
  const style = `${valueTypes[cell.style]} office:value="${cell.value}" table:style-name="${cell.style}"`;
  return `<table:table-cell ${style}><text:p>${cell.value}</text:p></table:table-cell>`;
}

/** Widths in centimetres: a character of the body type is about two millimetres. */
const centimetres = (characters: number) => `${(characters * 0.2 + 0.2).toFixed(2)}cm`;

export function sheetMarkup(sheet: BookSheet, at: number): string {
  const columns = sheet.widths.map((_, column) => `<table:table-column table:style-name="w${at}-${column}"/>`).join('');
  const rows = sheet.rows.map((row) => {
    const cells = row.length === 0 ? '<table:table-cell/>' : row.map(cellMarkup).join('');
    return `<table:table-row>${cells}</table:table-row>`;
  });
  return `<table:table table:name="${escapeMarkup(sheet.name)}">${columns}${rows.join('')}</table:table>`;
}

export function widthStyles(sheet: BookSheet, at: number): string {
  return sheet.widths
    .map(
      (width, column) =>
        `<style:style style:name="w${at}-${column}" style:family="table-column"><style:table-column-properties style:column-width="${centimetres(width)}"/></style:style>`,
    )
    .join('');
}

const textProperties: Readonly<Record<TextStyle, string>> = {
  plain: '',
  title: '<style:text-properties fo:font-weight="bold" fo:font-size="16pt"/>',
  subtitle: '<style:text-properties fo:font-weight="bold"/>',
  section: '<style:text-properties fo:font-weight="bold" fo:font-size="13pt"/>',
  label: '<style:table-cell-properties style:vertical-align="top"/><style:text-properties fo:font-weight="bold"/>',
  numberHeading:
    '<style:table-cell-properties fo:border-bottom="0.5pt solid #0b0c0c" fo:wrap-option="wrap" style:vertical-align="bottom" style:text-align-source="fix"/><style:paragraph-properties fo:text-align="end"/><style:text-properties fo:font-weight="bold"/>',
  heading:
    '<style:table-cell-properties fo:border-bottom="0.5pt solid #0b0c0c" fo:wrap-option="wrap" style:vertical-align="bottom"/><style:text-properties fo:font-weight="bold"/>',
  warning: '<style:text-properties fo:font-weight="bold" fo:color="#801650"/>',
  wrapped: '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>',
  symbol:
    '<style:table-cell-properties style:text-align-source="fix"/><style:paragraph-properties fo:text-align="end"/>',
};

const number = (decimals: number, grouping = false) =>
  `<number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}" number:min-integer-digits="1"${grouping ? ' number:grouping="true"' : ''}/>`;

const dataStyles = [
  `<number:number-style style:name="Ncount">${number(0, true)}</number:number-style>`,
  `<number:percentage-style style:name="Npercent">${number(1)}<number:text>%</number:text></number:percentage-style>`,
  `<number:percentage-style style:name="Npoints">${number(1)}<number:text>%</number:text></number:percentage-style>`,
  `<number:currency-style style:name="Npounds"><number:currency-symbol number:language="en" number:country="GB">£</number:currency-symbol>${number(0, true)}</number:currency-style>`,
  `<number:number-style style:name="NoneDecimal">${number(1)}</number:number-style>`,
  `<number:number-style style:name="NtwoDecimals">${number(2)}</number:number-style>`,
  '<number:date-style style:name="Nday"><number:day/><number:text> </number:text><number:month number:style="long" number:textual="true"/><number:text> </number:text><number:year number:style="long"/></number:date-style>',
  '<number:date-style style:name="Nmonth"><number:month number:textual="true"/><number:text> </number:text><number:year number:style="long"/></number:date-style>',
].join('');

const cellStyle = (name: string, data: string, properties = '') =>
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${data}>${properties}</style:style>`;

/** Automatic styles for every kind of cell, named as the book names them. */
export const cellStyles =
  dataStyles +
  Object.entries(textProperties)
    .map(([name, properties]) => cellStyle(name, '', properties))
    .join('') +
  ['count', 'percent', 'points', 'pounds', 'oneDecimal', 'twoDecimals', 'day', 'month']
    .map((name) => cellStyle(name, ` style:data-style-name="N${name}"`))
    .join('') +
  cellStyle('general', '');
