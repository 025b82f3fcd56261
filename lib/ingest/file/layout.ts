import { matchHeading } from '@/lib/standard/heading';
import { cleanText } from '../cell/text';
import { RecordReader } from './record';

/** Where the table lies in a file: found by looking for the standard's own headings. */
export interface Layout {
  readonly delimiter: string;
  /** Row of the headings as a spreadsheet numbers it, from 1; the lower one where headings take two rows. */
  readonly headerRow: number;
  /** Headings as written, less white space at their ends. */
  readonly headings: readonly string[];
  /** Rows with anything in them above the headings: titles, groups, classification. */
  readonly above: number;
}

/** Text from a heading to the field the caller confirmed it means; null = keep as a bespoke column. */
export type Mapping = Readonly<Record<string, string | null>>;

const deepest = 40;
const delimiters = [',', ';', '\t', '|'];

/** Distinct fields a row of headings names. */
function recognised(cells: readonly string[], mapping: Mapping): number {
  const found = cells.flatMap((cell) => {
    const heading = cleanText(cell);
    return mapping[heading] ?? matchHeading(heading)?.field ?? [];
  });
  return new Set(found).size;
}

/** Two rows of headings read as one: a group's name runs on over the empty cells to its right. */
function joinRows(upper: readonly string[], lower: readonly string[]): string[] {
  let group = '';
  return lower.map((cell, at) => {
    group = cleanText(upper[at] ?? '') || group;
    return `${group} ${cleanText(cell)}`.trim();
  });
}

interface Candidate {
  readonly headerRow: number;
  readonly headings: readonly string[];
  readonly score: number;
}

/**
 * The row of headings among the first rows, or null. One heading is enough only if it is the child's; a description
 * row under the headings never wins over them, for it comes later.
 */
export function findHeader(rows: readonly (readonly string[])[], mapping: Mapping): Candidate | null {
  let best: Candidate | null = null;
  const consider = (headerRow: number, cells: readonly string[]) => {
    const headings = cells.map(cleanText);
    const score = recognised(headings, mapping);
    if (score > (best?.score ?? 0)) best = { headerRow, headings, score };
  };
  rows.slice(0, deepest).forEach((row, at) => {
    consider(at + 1, row);
    const above = rows[at - 1];
    if (above) consider(at + 1, joinRows(above, row));
  });
  return best;
}

/** The layout of delimited text, from its head: the delimiter is the one that shows most of the standard's headings. */
export function findLayout(text: string, whole: boolean, mapping: Mapping): Layout | null {
  let best: (Layout & { score: number }) | null = null;
  for (const delimiter of delimiters) {
    const rows: (readonly string[])[] = [];
    for (const record of new RecordReader(delimiter).push(text, whole)) {
      if (rows.push(record.cells) >= deepest) break;
    }
    const found = findHeader(rows, mapping);
    if (!found || found.score <= (best?.score ?? 0)) continue;
    const above = rows.slice(0, found.headerRow - 1).filter((row) => row.some((cell) => cleanText(cell) !== '')).length;
    best = { delimiter, above, ...found };
  }
  return best;
}
