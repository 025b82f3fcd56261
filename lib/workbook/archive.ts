import { Inflate } from 'fflate';
import { checksum } from './checksum';
import { type DirectoryLine, readDirectory } from './directory';
import { defaultLimits, type Limits, tooLarge } from './limits';
import { Unreadable } from './unreadable';

export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Hands the unpacked bytes over piece by piece; throws `Unreadable` on a wrong length, checksum or limit. */
  stream(name: string, take: (piece: Uint8Array) => void): void;
  read(name: string): Uint8Array;
}

/** Packed bytes handed to the inflater at a time: at DEFLATE's best ratio it cannot give more than about 16 MB at once. */
const step = 16 * 1024;

function packedBytes(bytes: Uint8Array, line: DirectoryLine): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = new Unreadable('damaged', `“${line.name}” is cut short or damaged.`);
  if (line.offset + 30 > bytes.length || view.getUint32(line.offset, true) !== 0x04034b50) throw broken;
  const start = line.offset + 30 + view.getUint16(line.offset + 26, true) + view.getUint16(line.offset + 28, true);
  if (start + line.packed > bytes.length) throw broken;
  return bytes.subarray(start, start + line.packed);
}

function inflate(packed: Uint8Array, take: (piece: Uint8Array) => void): void {
  const inflater = new Inflate((piece) => take(piece));
  if (packed.length === 0) return;
  for (let at = 0; at < packed.length; at += step) {
    inflater.push(packed.subarray(at, at + step), at + step >= packed.length);
  }
}

/**
 * A ZIP file opened for reading one entry at a time. fflate inflates; the directory, lengths, checksums and
 * limits are checked here, because fflate trusts the sizes a file claims and drops what does not fit them.
 */
export function openArchive(bytes: Uint8Array, limits: Limits = defaultLimits): Archive {
  const lines = new Map<string, DirectoryLine>();
  const copies = new Map<string, number>();
  for (const line of readDirectory(bytes, limits.entries)) {
    // Two entries may share a name: both are kept, for neither can be told to be the one that was meant.
    const copy = (copies.get(line.name) ?? 0) + 1;
    copies.set(line.name, copy);
    lines.set(copy === 1 ? line.name : `${line.name} (${copy})`, line);
  }
  let total = 0;

  function stream(name: string, take: (piece: Uint8Array) => void): void {
    const line = lines.get(name);
    if (!line) throw new Unreadable('damaged', `“${name}” is missing from the file.`);
    if (line.encrypted) throw new Unreadable('password', `“${name}” is protected by a password.`);
    if (line.method !== 0 && line.method !== 8) {
      throw new Unreadable('damaged', `“${name}” is packed in a way this page cannot read.`);
    }
    let size = 0;
    let sum = 0;
    const count = (piece: Uint8Array) => {
      size += piece.length;
      total += piece.length;
      if (size > limits.entryBytes) throw tooLarge(`“${name}”`, limits.entryBytes);
      if (total > limits.totalBytes) throw tooLarge('The file', limits.totalBytes);
      sum = checksum(piece, sum);
      take(piece);
    };
    const packed = packedBytes(bytes, line);
    try {
      if (line.method === 0) count(packed);
      else inflate(packed, count);
    } catch (error) {
      if (error instanceof Unreadable) throw error;
      // fflate's own errors carry a numeric code; anything else is a fault of ours and must be seen as one.
      if (error instanceof Error && 'code' in error) {
        throw new Unreadable('damaged', `“${name}” is cut short or damaged.`);
      }
      throw error;
    }
    if (size !== line.size || sum !== line.checksum) {
      throw new Unreadable('damaged', `“${name}” is cut short or damaged.`);
    }
  }

  function read(name: string): Uint8Array {
    const pieces: Uint8Array[] = [];
    let length = 0;
    stream(name, (piece) => {
      pieces.push(piece.slice());
      length += piece.length;
    });
    const whole = new Uint8Array(length);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  return { names: [...lines.keys()], has: (name) => lines.has(name), stream, read };
}
