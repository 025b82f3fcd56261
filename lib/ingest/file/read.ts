/** A file of delimited text → something the engine can read without losing a row, whatever its encoding or flaws. */
import { Blocks } from './blocks';
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
  /** Headings were added on the way: rows above them have fewer cells. */
  readonly widened: boolean;
}

const headSize = 2 ** 18;

/** The layout of rows that were written under the headings of all blocks. */
export function underBlocks(layout: Layout, { headings }: Blocks): Pick<Readable, 'layout' | 'widened'> {
  return { layout: { ...layout, headings }, widened: headings.length > layout.headings.length };
}

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
  mapping: Mapping,
  pace: Pace,
): Promise<Readable> {
  const blocks = new Blocks(layout, mapping);
  const writer = new Writer(blocks);
  const pieces = texts(bytesOf(content), encoding, mark, pace);
  for await (const row of numberedRows(pieces, layout.delimiter, layout.headerRow)) writer.write(row);
  return { ...underBlocks(layout, blocks), encoding, ...writer.finish(), regular: null };
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
  if (encoding !== 'utf-8') return rewrite(content, layout, encoding, mark, mapping, pace);
  const found = await survey(bytes, mark, layout.delimiter, pace);
  if (!found.utf8) return rewrite(content, layout, 'windows-1252', mark, mapping, pace);
  if (!found.regular) return rewrite(content, layout, encoding, mark, mapping, pace);
  const { columns, lineEnd } = found;
  return {
    layout,
    encoding,
    content,
    records: Math.max(0, found.records - layout.headerRow),
    regular: { columns, lineEnd },
    flawedRows: [],
    widened: false,
  };
}

/** The same file by the tolerant reader: for when the engine and our count of its records disagree, or headings come again. */
export function rewriteRegular(
  content: Blob | Uint8Array,
  readable: Readable,
  mapping: Mapping,
  pace: Pace,
): Promise<Readable> {
  // The decoder drops a byte order mark by itself.
  return rewrite(content, readable.layout, readable.encoding, 0, mapping, pace);
}
