import type { Blocks } from './blocks';
import type { TextRecord } from './record';
import { RecordReader } from './record';

/** A file as the engine reads it without a surprise: every record of one width, every cell quoted where it must be. */
export interface Rewritten {
  readonly content: Blob;
  /** Records written. */
  readonly records: number;
  /** Rows, as a spreadsheet numbers them, on which a quote could not be paired. */
  readonly flawedRows: readonly number[];
}

/** What a row holds: its number as a spreadsheet shows it, and its cells. */
export interface NumberedRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly flawed?: boolean;
}

const mustQuote = /[",\r\n]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the engine ends its texts at a zero
const zero = /\u0000/g;

/** A cell as CSV writes it; a zero ends a text in the engine, and goes. */
export function written(cell: string): string {
  const text = cell.includes('\u0000') ? cell.replace(zero, '') : cell;
  return mustQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows → comma-separated UTF-8: first the row's number, then the cells beyond the headings (joined; empty in nearly every
 * row), then a cell a heading. Rows with nothing in them are left out.
 */
export class Writer {
  private parts: BlobPart[] = [];
  private lines: string[] = [];
  private readonly encoder = new TextEncoder();
  private records = 0;
  private readonly flawedRows: number[] = [];

  constructor(private readonly blocks: Blocks) {}

  write({ number, cells: own, flawed }: NumberedRow): void {
    if (own.every((cell) => cell.trim() === '')) return;
    const cells = this.blocks.placed(own);
    const width = this.blocks.headings.length;
    const beyond = cells.length > width ? cells.slice(width).filter((cell) => cell.trim() !== '') : [];
    let line = `${number},${written(beyond.join(' · '))}`;
    for (let at = 0; at < width; at += 1) line += `,${written(cells[at] ?? '')}`;
    this.lines.push(line);
    this.records += 1;
    if (flawed) this.flawedRows.push(number);
    if (this.lines.length >= 4096) this.flush();
  }

  private flush(): void {
    if (this.lines.length === 0) return;
    this.parts.push(this.encoder.encode(`${this.lines.join('\n')}\n`));
    this.lines = [];
  }

  finish(): Rewritten {
    this.flush();
    return { content: new Blob(this.parts), records: this.records, flawedRows: this.flawedRows };
  }
}

/** Text in pieces → rows below the header, numbered as a spreadsheet would number them: blank lines count. */
export async function* numberedRows(
  texts: AsyncIterable<string>,
  delimiter: string,
  headerRow: number,
): AsyncGenerator<NumberedRow> {
  const reader = new RecordReader(delimiter);
  let number = 0;
  const below = function* (records: Iterable<TextRecord>): Generator<NumberedRow> {
    for (const { cells, flawed } of records) {
      number += 1;
      if (number > headerRow) yield { number, cells, flawed };
    }
  };
  for await (const text of texts) yield* below(reader.push(text));
  yield* below(reader.push('', true));
}
