/** How wide a slide's columns are and how many of its rows fit: no word is broken, nothing runs over the foot. */
import type { ShownTable } from './shown';

/** Points, the largest that fits first. */
const sizes = [14, 12, 10, 9, 8] as const;
/** Of the size: as wide as a letter of the deck's face is at most, taken over a word. */
const letterOf = 0.58;
const inch = 72;
/** Inches left and right of a cell's text together, and above and below it. */
export const sides = 0.16;
export const ends = 0.08;
/** Letters: a longer text goes on in a further line. */
const longest = 42;

export interface Layout {
  readonly size: number;
  /** Inches, a column each. */
  readonly widths: readonly number[];
  /** Inches that a row of these texts is high. */
  readonly heightOf: (row: readonly string[]) => number;
}

const letters = (text: string) => Math.max(0, ...text.split(/\s+/).map((word) => word.length));

/** The layout of a table within so many inches; the smallest size, and its longest words broken, where none fits. */
export function layoutOf({ headings, rows }: ShownTable, width: number): Layout {
  const columns = headings.map(({ label, numeric }, at) => {
    const texts = rows.map((row) => row[at] ?? '');
    // A number is one word, whatever spaces it has; a heading is bold.
    const words = texts.map((text) => (numeric ? text.length : letters(text)));
    const least = Math.max(3, letters(label) * 1.1, ...words);
    const natural = Math.min(longest, Math.max(least, label.length / 2, ...texts.map((text) => text.length)));
    return { least, natural: Math.max(least, natural) };
  });
  const inches = (size: number) => (size * letterOf) / inch;
  const needs = (size: number) => columns.reduce((sum, { least }) => sum + least * inches(size) + sides, 0);
  const size = sizes.find((one) => needs(one) <= width) ?? sizes[sizes.length - 1] ?? 8;
  const letter = inches(size);
  const spare = Math.max(0, width - needs(size));
  const wanted = columns.reduce((sum, { least, natural }) => sum + (natural - least) * letter, 0);
  // A narrow table keeps its natural width: stretched to the slide's edges its numbers drift from their labels.
  const given = wanted === 0 ? 0 : Math.min(1, spare / wanted);
  const squeezed = Math.min(1, width / needs(size));
  const widths = columns.map(
    ({ least, natural }) => (least * letter + sides + (natural - least) * letter * given) * squeezed,
  );
  const line = (size * 1.2) / inch;
  const heightOf = (row: readonly string[]) => {
    const lines = row.map((text, at) => linesOf(text, ((widths[at] ?? 0) - sides) / letter));
    return Math.max(1, ...lines) * line + ends;
  };
  return { size, widths, heightOf };
}

/** Lines a text takes in a column of so many letters, broken between words. */
function linesOf(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const wanted = used === 0 ? word.length : used + 1 + word.length;
    if (wanted <= room + 0.01 || used === 0) used = wanted;
    else {
      lines += 1;
      used = word.length;
    }
  }
  return lines;
}

/** Rows in runs that each fit into so many inches under the heading; at most so many, at least one. */
export function runsOf<Row>(
  rows: readonly Row[],
  heightOf: (row: Row) => number,
  { room, most }: { readonly room: number; readonly most: number },
): readonly (readonly Row[])[] {
  const runs: Row[][] = [[]];
  let used = 0;
  for (const row of rows) {
    const height = heightOf(row);
    const run = runs[runs.length - 1] ?? [];
    if (run.length > 0 && (run.length >= most || used + height > room)) {
      runs.push([row]);
      used = height;
    } else {
      run.push(row);
      used += height;
    }
  }
  return runs;
}
