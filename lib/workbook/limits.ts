import { Unreadable } from './unreadable';

/** A small file can unpack to more than a browser holds, by accident or by malice: everything unpacked is counted. */
export interface Limits {
  /** One file inside an archive, unpacked, in bytes. */
  readonly entryBytes: number;
  /** All that is read of one archive, unpacked, in bytes. */
  readonly totalBytes: number;
  readonly entries: number;
  /** Cells of one workbook, empty ones before a filled one included. */
  readonly cells: number;
}

const mebibyte = 1024 * 1024;

export const defaultLimits: Limits = {
  entryBytes: 512 * mebibyte,
  totalBytes: 1024 * mebibyte,
  entries: 20_000,
  cells: 30_000_000,
};

export function tooLarge(what: string, bytes: number): Unreadable {
  return new Unreadable('too-large', `${what} unpacks to more than ${Math.round(bytes / mebibyte)} MB.`);
}
