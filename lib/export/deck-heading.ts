import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * Marks the first row of every table as its heading and the language as British English: the writing library does
 * neither, and without them a screen reader reads a table as loose cells in an American voice.
 */
export function markHeadings(deck: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(deck);
  for (const [name, content] of Object.entries(parts)) {
    if (!/^ppt\/(slides|notesSlides)\/[^/]+\.xml$/.test(name)) continue;
    const xml = strFromU8(content)
      .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>')
      .replaceAll('lang="en-US"', 'lang="en-GB"');
    parts[name] = strToU8(xml);
  }
  return zipSync(parts);
}
