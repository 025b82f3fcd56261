import { type Bytes, chunks, type Pace } from './bytes';

/** What one pass over the bytes tells. `regular`: the engine can read the file as it lies, losing nothing. */
export interface Survey {
  readonly utf8: boolean;
  readonly regular: boolean;
  /** Records that are not blank; meaningful only when regular. */
  readonly records: number;
  readonly columns: number;
  readonly lineEnd: '\\n' | '\\r' | '\\r\\n';
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

type State = 'start' | 'plain' | 'quoted' | 'closing';

/** Walks the bytes once, counting cells a record and kinds of line end; stops being regular at the first surprise. */
class Walker {
  regular = true;
  records = 0;
  columns = -1;
  private cells = 1;
  private state: State = 'start';
  private lineStart = true;
  private blankSeen = false;
  private returned = false;
  private readonly ends = new Set<'\\n' | '\\r' | '\\r\\n'>();
  /** Bytes that end a run of plain text. */
  private readonly stops = new Uint8Array(256);

  constructor(private readonly delimiter: number) {
    for (const byte of [0, LF, CR, QUOTE, delimiter]) this.stops[byte] = 1;
  }

  walk(chunk: Uint8Array): void {
    const { stops } = this;
    const { length } = chunk;
    for (let at = 0; at < length && this.regular; at += 1) {
      const byte = chunk[at] as number;
      if (this.state === 'quoted') {
        const close = byte === QUOTE ? at : chunk.indexOf(QUOTE, at);
        if (close < 0) return;
        at = close;
        this.state = 'closing';
      } else if (stops[byte] === 1 || this.state === 'closing' || this.returned) {
        this.stop(byte);
      } else {
        this.state = 'plain';
        this.lineStart = false;
        while (at + 1 < length && stops[chunk[at + 1] as number] === 0) at += 1;
      }
    }
  }

  private stop(byte: number): void {
    if (this.returned) {
      this.returned = false;
      this.ends.add(byte === LF ? '\\r\\n' : '\\r');
      if (byte === LF) return;
    }
    if (byte === this.delimiter) {
      this.cells += 1;
      this.state = 'start';
      this.lineStart = false;
    } else if (byte === LF || byte === CR) {
      this.endRecord(this.cells);
      if (byte === CR) this.returned = true;
      else this.ends.add('\\n');
      this.cells = 1;
      this.state = 'start';
    } else if (byte === QUOTE) {
      if (this.state === 'plain') this.regular = false;
      this.state = 'quoted';
      this.lineStart = false;
    } else {
      if (this.state === 'closing' || byte === 0) this.regular = false;
      this.state = 'plain';
      this.lineStart = false;
    }
  }

  private endRecord(cells: number): void {
    if (this.lineStart) {
      this.blankSeen = true;
      return;
    }
    // DuckDB passes over blank lines in silence: harmless at the end of a file, but inside it they move the row numbers.
    if (this.blankSeen) this.regular = false;
    if (this.columns < 0) this.columns = cells;
    else if (this.columns !== cells) this.regular = false;
    this.records += 1;
    this.lineStart = true;
  }

  finish(): void {
    if (this.state === 'quoted') this.regular = false;
    if (this.returned) this.ends.add('\\r');
    if (!this.lineStart) this.endRecord(this.cells);
    if (this.ends.size > 1 || this.columns < 2) this.regular = false;
  }

  get lineEnd(): '\\n' | '\\r' | '\\r\\n' {
    return [...this.ends][0] ?? '\\n';
  }
}

/** Four bytes at a time, for a large file is mostly this. */
function isAscii(chunk: Uint8Array): boolean {
  const lead = Math.min(chunk.length, (4 - (chunk.byteOffset % 4)) % 4);
  const words = new Uint32Array(chunk.buffer, chunk.byteOffset + lead, Math.floor((chunk.length - lead) / 4));
  let seen = 0;
  for (let at = 0; at < lead; at += 1) seen |= chunk[at] as number;
  for (let at = 0; at < words.length; at += 1) seen |= words[at] as number;
  for (let at = lead + words.length * 4; at < chunk.length; at += 1) seen |= chunk[at] as number;
  return (seen & 0x80808080) === 0;
}

/** Reads the whole file once: is it valid UTF-8, and is every record of the same, plainly quoted shape? */
export async function survey(bytes: Bytes, mark: number, delimiter: string, pace: Pace): Promise<Survey> {
  const walker = new Walker(delimiter.charCodeAt(0));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let plain = true;
  let utf8 = true;
  for await (const chunk of chunks(bytes, mark, pace)) {
    plain &&= isAscii(chunk);
    try {
      if (!plain) decoder.decode(chunk, { stream: true });
    } catch {
      utf8 = false;
      break;
    }
    if (walker.regular) walker.walk(chunk);
  }
  walker.finish();
  try {
    decoder.decode();
  } catch {
    utf8 = false;
  }
  const { regular, records, columns, lineEnd } = walker;
  return { utf8, regular, records, columns, lineEnd };
}
