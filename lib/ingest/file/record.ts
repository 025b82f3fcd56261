/**
 * Splits delimited text into records as a patient clerk would: a quote that is never closed, or closed in
 * the middle of a word, is taken as a letter, and only that one line is read so. Nothing is dropped.
 */
export interface TextRecord {
  readonly cells: readonly string[];
  /** A quote on this line could not be paired. */
  readonly flawed: boolean;
}

interface Parsed {
  readonly record: TextRecord;
  readonly next: number;
}

/** Twice what a spreadsheet cell can hold: a quoted cell any longer was never closed. */
const longestCell = 65_536;

const endOfLine = /[\r\n]/g;

function lineEnd(text: string, from: number): number {
  endOfLine.lastIndex = from;
  return endOfLine.exec(text)?.index ?? text.length;
}

/** One past the line end at `at`; CRLF is one. */
function afterLine(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}

/** The spreadsheet's `="0012"`, which keeps figures as text. */
const unwrap = (cell: string) => /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;

function literalLine(text: string, start: number, delimiter: string): Parsed {
  const end = lineEnd(text, start);
  const cells = text.slice(start, end).split(delimiter).map(unwrap);
  return { record: { cells, flawed: true }, next: afterLine(text, end) };
}

/** Where the quoted cell opening at `open` closes; -1 if it never does, within reason. */
function closing(text: string, open: number): number {
  let at = open + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote - open > longestCell) return -1;
    if (text[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}

/** Null: the text ends before the record does, and more is to come. */
function parseRecord(text: string, start: number, delimiter: string, last: boolean): Parsed | null {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    let open = at;
    while (text[open] === ' ') open += 1;
    let end: number;
    if (text[open] === '"') {
      const close = closing(text, open);
      if (close < 0) return last || text.length - open > longestCell ? literalLine(text, start, delimiter) : null;
      end = close + 1;
      while (text[end] === ' ') end += 1;
      const stop = text[end];
      if (stop === undefined && !last) return null;
      if (stop !== undefined && stop !== delimiter && stop !== '\n' && stop !== '\r')
        return literalLine(text, start, delimiter);
      cells.push(text.slice(open + 1, close).replaceAll('""', '"'));
    } else {
      const line = lineEnd(text, at);
      const cut = text.indexOf(delimiter, at);
      end = cut >= 0 && cut < line ? cut : line;
      cells.push(unwrap(text.slice(at, end)));
    }
    if (end >= text.length && !last) return null;
    if (text[end] === delimiter) {
      at = end + 1;
      continue;
    }
    // A carriage return at the very end may be half of a CRLF.
    if (text[end] === '\r' && end + 1 >= text.length && !last) return null;
    return { record: { cells, flawed: false }, next: afterLine(text, end) };
  }
}

/** Every record of text that arrives in pieces, blank lines included, in order. */
export class RecordReader {
  private rest = '';

  constructor(private readonly delimiter: string) {}

  *push(text: string, last = false): Generator<TextRecord> {
    this.rest += text;
    let at = 0;
    while (at < this.rest.length) {
      const parsed = parseRecord(this.rest, at, this.delimiter, last);
      if (!parsed) break;
      at = parsed.next;
      yield parsed.record;
    }
    this.rest = this.rest.slice(at);
  }
}
