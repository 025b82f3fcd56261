import { existsSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface FixtureSheet {
  name: string;
  /** Everything inside `worksheet`. */
  xml: string;
  state?: string;
}

export interface Fixture {
  sheets: FixtureSheet[];
  strings?: string;
  styles?: string;
  workbookPr?: string;
  parts?: Record<string, string | Uint8Array>;
}

export const utf8 = strToU8;

/** An XLSX file with exactly the markup given, so that a test can say what real programs write. */
export function xlsx({ sheets, strings, styles, workbookPr = '', parts = {} }: Fixture): Uint8Array {
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
  );
  const related = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  if (strings) related.push(`<Relationship Id="s" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/>`);
  if (styles) related.push(`<Relationship Id="t" Type="${relations}/styles" Target="styles.xml"/>`);
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="r" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}">${workbookPr}<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${related.join('')}</Relationships>`,
    ...(strings ? { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>` } : {}),
    ...(styles ? { 'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>` } : {}),
    ...parts,
  };
  sheets.forEach(({ xml }, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] ??= `<worksheet xmlns="${main}">${xml}</worksheet>`;
  });
  return zip(files);
}

export function zip(files: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? utf8(content) : content]),
    ),
  );
}

export const rows = (xml: string) => `<sheetData>${xml}</sheetData>`;

const shared = new URL('../../../shared/standard/', import.meta.url);

/** A file of the published standard, or null on a machine that has no copy of it. */
export function published(name: string): Uint8Array | null {
  const file = new URL(name, shared);
  return existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
}
