import { UnreadableFile, type UnreadableReason } from './failure';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface EncodingGuess {
  readonly encoding: Encoding;
  /** Bytes of byte order mark to skip. */
  readonly mark: number;
}

const signatures: readonly (readonly [UnreadableReason, readonly number[]])[] = [
  ['spreadsheet', [0x50, 0x4b, 0x03, 0x04]],
  ['spreadsheet', [0x50, 0x4b, 0x05, 0x06]],
  ['old spreadsheet', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x42, 0x4d, 0x00]],
  ['compressed', [0x1f, 0x8b]],
  ['compressed', [0x37, 0x7a, 0xbc, 0xaf]],
  ['compressed', [0x52, 0x61, 0x72, 0x21]],
  ['binary', [0x50, 0x41, 0x52, 0x31]],
];

const starts = (head: Uint8Array, with_: readonly number[]) => with_.every((byte, at) => head[at] === byte);

/** Throws `UnreadableFile` where the first bytes are those of a file that is not text. */
export function refuseKnownBinary(head: Uint8Array): void {
  if (head.length === 0) throw new UnreadableFile('empty');
  const found = signatures.find(([, bytes]) => starts(head, bytes));
  if (found) throw new UnreadableFile(found[0]);
}

/** UTF-16 without a mark shows as every other byte zero. UTF-8 is assumed, and proved later over the whole file. */
export function guessEncoding(head: Uint8Array): EncodingGuess {
  if (starts(head, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', mark: 3 };
  if (starts(head, [0xff, 0xfe])) return { encoding: 'utf-16le', mark: 2 };
  if (starts(head, [0xfe, 0xff])) return { encoding: 'utf-16be', mark: 2 };
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs; at += 1) {
    if (head[at * 2] === 0) even += 1;
    if (head[at * 2 + 1] === 0) odd += 1;
  }
  if (pairs > 4 && odd > pairs * 0.6 && even < pairs * 0.1) return { encoding: 'utf-16le', mark: 0 };
  if (pairs > 4 && even > pairs * 0.6 && odd < pairs * 0.1) return { encoding: 'utf-16be', mark: 0 };
  return { encoding: 'utf-8', mark: 0 };
}

/** The head as text, for looking at: Windows-1252 where it is not UTF-8. Its last character may be cut. */
export function headText(head: Uint8Array, guess: EncodingGuess): string {
  const body = head.subarray(guess.mark);
  const text = new TextDecoder(guess.encoding).decode(body, { stream: true });
  if (guess.encoding !== 'utf-8' || !text.includes('\ufffd')) return text;
  return new TextDecoder('windows-1252').decode(body);
}

/** Throws where text is mostly control characters: no letterhead, note or table holds them. */
export function refuseControlCharacters(text: string): void {
  const sample = text.slice(0, 65_536);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what marks a binary file
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  if (odd > Math.max(2, sample.length / 100)) throw new UnreadableFile('binary');
  if (sample.trim().length === 0 && text.trim().length === 0) throw new UnreadableFile('empty');
}
