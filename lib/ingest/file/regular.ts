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
enum State {
  Start,
  Plain,
  Quoted,
  Closing,
}

/** Walks the bytes once, counting cells a record and kinds of line end; stops being regular at the first surprise. */
class Walker {
  regular = true;
  records = 0;
  columns = -1;
  private cells = 1;
  private state: State = State.Start;
  private lineStart = true;
  private blankSeen = false;
  private returned = false;
  private readonly ends = new Set<'\\n' | '\\r' | '\\r\\n'>();

  constructor(private readonly delimiter: number) {}

  walk(chunk: Uint8Array): void {
    const { delimiter } = this;
    let { state, cells } = this;
    for (let at = 0; at < chunk.length && this.regular; at += 1) {
      const byte = chunk[at] as number;
      if (state === State.Quoted) {
        if (byte === QUOTE) state = State.Closing;
        continue;
      }
      if (this.returned) {
        this.returned = false;
        this.ends.add(byte === LF ? '\\r\\n' : '\\r');
        if (byte === LF) continue;
      }
      if (byte === delimiter) {
        cells += 1;
        state = State.Start;
        this.lineStart = false;
      } else if (byte === LF || byte === CR) {
        this.endRecord(cells);
        if (byte === CR) this.returned = true;
        else this.ends.add('\\n');
        cells = 1;
        state = State.Start;
      } else if (byte === QUOTE) {
        if (state === State.Plain) this.regular = false;
        state = State.Quoted;
        this.lineStart = false;
      } else if (state === State.Closing || byte === 0) {
        this.regular = false;
      } else {
        state = State.Plain;
        this.lineStart = false;
      }
    }
    this.state = state;
    this.cells = cells;
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
    if (this.state === State.Quoted) this.regular = false;
    if (this.returned) this.ends.add('\\r');
    if (!this.lineStart) this.endRecord(this.cells);
    if (this.ends.size > 1 || this.columns < 2) this.regular = false;
  }

  get lineEnd(): '\\n' | '\\r' | '\\r\\n' {
    return [...this.ends][0] ?? '\\n';
  }
}

function isAscii(chunk: Uint8Array): boolean {
  for (let at = 0; at < chunk.length; at += 1) if ((chunk[at] as number) > 0x7f) return false;
  return true;
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
