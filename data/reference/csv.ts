import { readFileSync } from 'node:fs';

/** Lines of a comma-separated file with optional quotes; good for the publishers' files, which hold no line breaks in cells. */
export function readCsv(path: string): string[][] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  return text.split(/\r?\n/).filter(Boolean).map(cells);
}

function cells(line: string): string[] {
  const found: string[] = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    found.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
  }
  return found;
}

/** The rows below a header, by the header's names. */
export function readRecords(path: string): Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = readCsv(path);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}
