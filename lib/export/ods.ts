import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Figure } from '@/lib/figure/figure';
import type { Book, BookSheet } from './book';
import { type ExportContext, type ExportFile, fileName, isInternal } from './export';
import { figureBook } from './figure-book';
import { escapeMarkup } from './neutral';
import { cellStyles, sheetMarkup, widthStyles } from './ods-markup';

const type = 'application/vnd.oasis.opendocument.spreadsheet';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const space = (prefix: string, name: string) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
const namespaces = [
  space('office', 'office'),
  space('style', 'style'),
  space('text', 'text'),
  space('table', 'table'),
  space('number', 'datastyle'),
  space('config', 'config'),
  space('meta', 'meta'),
  space('fo', 'xsl-fo-compatible'),
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'office:version="1.3"',
].join(' ');

const document = (root: string, inside: string) =>
  `${declaration}<office:${root} ${namespaces}>${inside}</office:${root}>`;

function content({ sheets }: Book): string {
  return document(
    'document-content',
    `<office:automatic-styles>${cellStyles}${sheets.map(widthStyles).join('')}</office:automatic-styles><office:body><office:spreadsheet>${sheets.map(sheetMarkup).join('')}</office:spreadsheet></office:body>`,
  );
}

const styles = document(
  'document-styles',
  '<office:styles><style:style style:name="Default" style:family="table-cell"><style:text-properties fo:font-family="Arial" fo:font-size="11pt" fo:language="en" fo:country="GB"/></style:style></office:styles><office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"/></office:master-styles>',
);

const item = (name: string, kind: string, value: string | number) =>
  `<config:config-item config:name="${name}" config:type="${kind}">${value}</config:config-item>`;

/** Split mode 2 is a frozen pane; without these settings a heading scrolls away. */
function frozen(sheet: BookSheet): string {
  const { name, frozenColumns, frozenRows } = sheet;
  const panes = [
    item('HorizontalSplitMode', 'short', frozenColumns > 0 ? 2 : 0),
    item('HorizontalSplitPosition', 'int', frozenColumns),
    item('PositionRight', 'int', frozenColumns),
    item('VerticalSplitMode', 'short', frozenRows > 0 ? 2 : 0),
    item('VerticalSplitPosition', 'int', frozenRows),
    item('PositionBottom', 'int', frozenRows),
    item('ActiveSplitRange', 'short', 2),
  ];
  return `<config:config-item-map-entry config:name="${escapeMarkup(name)}">${panes.join('')}</config:config-item-map-entry>`;
}

function settings({ sheets }: Book): string {
  const view = `<config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${sheets.map(frozen).join('')}</config:config-item-map-named>${item('ActiveTable', 'string', escapeMarkup(sheets[0]?.name ?? ''))}</config:config-item-map-entry>`;
  return document(
    'document-settings',
    `<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">${view}</config:config-item-map-indexed></config:config-item-set></office:settings>`,
  );
}

const parts = ['content.xml', 'styles.xml', 'settings.xml', 'meta.xml'];
const manifest = `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}" manifest:version="1.3"/>${parts.map((part) => `<manifest:file-entry manifest:full-path="${part}" manifest:media-type="text/xml"/>`).join('')}</manifest:manifest>`;

/** A book as an OpenDocument spreadsheet's bytes (ODF 1.3). */
export function writeOds(book: Book): Uint8Array<ArrayBuffer> {
  const meta = `<office:meta><meta:generator>Sufficiency</meta:generator><dc:title>${escapeMarkup(book.title)}</dc:title><dc:language>en-GB</dc:language></office:meta>`;
  const files: Zippable = {
    // ODF asks for the type first and not compressed, so that a file is known by its first bytes.
    mimetype: [strToU8(type), { level: 0 }],
    'content.xml': strToU8(content(book)),
    'styles.xml': strToU8(styles),
    'settings.xml': strToU8(settings(book)),
    'meta.xml': strToU8(document('document-meta', meta)),
    'META-INF/manifest.xml': strToU8(manifest),
  };
  return zipSync(files);
}

/** The same sheets as `xlsxFile`, for readers without Excel. */
export function odsFile(figures: readonly Figure[], context: ExportContext, stem: string): ExportFile {
  return {
    name: fileName(stem, 'ods', isInternal(figures)),
    type,
    content: writeOds(figureBook(figures, context)),
  };
}
