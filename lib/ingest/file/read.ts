/** A file of delimited text → something the engine can read without losing a row, whatever its encoding or flaws. */
import { type Bytes, bytesOf, chunks, type Pace } from './bytes';
import { type Encoding, guessEncoding, headText, refuseControlCharacters, refuseKnownBinary } from './encoding';
import { UnreadableFile } from './failure';
import { findLayout, type Layout, type Mapping } from './layout';
import { survey } from './regular';
import { numberedRows, Writer } from './rewrite';

export interface Readable {
  readonly layout: Layout;
  readonly encoding: Encoding;
  readonly content: Blob | Uint8Array;
  /** Records below the header that are not blank lines. */
  readonly records: number;
  /** The engine reads `content` as it came (null: rewritten, with the row number and surplus cells in front). */
  readonly regular: { readonly columns: number; readonly lineEnd: string } | null;
  readonly flawedRows: readonly number[];
}

const headSize = 2 ** 18;

async function* texts(bytes: Bytes, encoding: Encoding, mark: number, pace: Pace): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks(bytes, mark, pace)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Reads every record with the tolerant reader, decoding on the way, and writes them out plain. */
export async function rewrite(
  content: Blob | Uint8Array,
  layout: Layout,
  encoding: Encoding,
  mark: number,
  pace: Pace,
): Promise<Readable> {
  const writer = new Writer(layout.headings.length);
  const pieces = texts(bytesOf(content), encoding, mark, pace);
  for await (const row of numberedRows(pieces, layout.delimiter, layout.headerRow)) writer.write(row);
  return { layout, encoding, ...writer.finish(), regular: null };
}

/** Throws `UnreadableFile`; throws the signal's reason when aborted. */
export async function readDelimited(content: Blob | Uint8Array, mapping: Mapping, pace: Pace): Promise<Readable> {
  const bytes = bytesOf(content);
  const head = await bytes.slice(0, Math.min(headSize, bytes.size));
  refuseKnownBinary(head);
  const { encoding, mark } = guessEncoding(head);
  const text = headText(head, { encoding, mark });
  refuseControlCharacters(text);
  const layout = findLayout(text, head.length === bytes.size, mapping);
  if (!layout) throw new UnreadableFile('no header');
  if (encoding !== 'utf-8') return rewrite(content, layout, encoding, mark, pace);
  const found = await survey(bytes, mark, layout.delimiter, pace);
  if (!found.utf8) return rewrite(content, layout, 'windows-1252', mark, pace);
  if (!found.regular) return rewrite(content, layout, encoding, mark, pace);
  const { columns, lineEnd } = found;
  return {
    layout,
    encoding,
    content,
    records: Math.max(0, found.records - layout.headerRow),
    regular: { columns, lineEnd },
    flawedRows: [],
  };
}

/** The same file by the tolerant reader: for when the engine and our count of its records disagree. */
export function rewriteRegular(content: Blob | Uint8Array, readable: Readable, pace: Pace): Promise<Readable> {
  // The decoder drops a byte order mark by itself.
  return rewrite(content, readable.layout, readable.encoding, 0, pace);
}
