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
  /** The headings take two rows. */
  readonly joined: boolean;
}

/** Text from a heading to the field the caller confirmed it means; null = keep as a bespoke column. */
export type Mapping = Readonly<Record<string, string | null>>;

/** What the caller said of a heading: a field, null for none, undefined for nothing. */
export function saidOf(mapping: Mapping, heading: string): string | null | undefined {
  return Object.hasOwn(mapping, heading) ? mapping[heading] : undefined;
}

const deepest = 40;
const delimiters = [',', ';', '\t', '|'];

/** Distinct fields a row of headings names. */
function recognised(headings: readonly string[], mapping: Mapping): ReadonlySet<string> {
  return new Set(headings.flatMap((heading) => saidOf(mapping, heading) ?? matchHeading(heading)?.field ?? []));
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
  /** The headings take two rows. */
  readonly joined: boolean;
}

/** What a row, alone and under the one above it, has of the standard's headings. */
function readings(rows: readonly (readonly string[])[], at: number, mapping: Mapping) {
  const reading = (cells: readonly string[], joined: boolean) => {
    const headings = cells.map(cleanText);
    const found = recognised(headings, mapping);
    return { headerRow: at + 1, headings, score: found.size, joined, ofChild: found.has('childId') };
  };
  const [above, row = []] = [rows[at - 1], rows[at]];
  return { plain: reading(row, false), joined: above ? reading(joinRows(above, row), true) : null };
}

/**
 * The first row of headings among the first rows, or null. First, not fullest: below a second one, with a column more,
 * the placements between the two would be lost. One heading is enough only if it is the child's; a description row under
 * the headings never wins over them, for it comes later.
 */
export function findHeader(rows: readonly (readonly string[])[], mapping: Mapping): Candidate | null {
  const read = rows.slice(0, deepest).map((_, at) => readings(rows, at, mapping));
  const all = read.flatMap(({ plain, joined }) => (joined ? [plain, joined] : [plain]));
  const best = Math.max(0, ...all.map(({ score }) => score));
  if (best === 0) return null;
  const enough = Math.max(Math.ceil(best / 2), Math.min(best, 3));
  const mustHaveChild = all.some(({ score, ofChild }) => score >= enough && ofChild);
  const at = read.findIndex(({ plain, joined }) =>
    [plain, joined].some((one) => one && one.score >= enough && (one.ofChild || !mustHaveChild)),
  );
  const { plain, joined } = read[at] ?? {};
  const below = read[at + 1]?.joined;
  return [plain, joined, below].reduce<Candidate | null>(
    (chosen, one) => (one && one.score > (chosen?.score ?? 0) ? one : chosen),
    null,
  );
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
