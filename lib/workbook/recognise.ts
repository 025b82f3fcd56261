import { openArchive } from './archive';
import { Unreadable } from './unreadable';

/** What a file is by its content: names and endings are often wrong. `text` covers every CSV. */
export type FileKind = 'xlsx' | 'ods' | 'zip' | 'json' | 'text';

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, at) => bytes[at] === byte);

/** The first kilobyte as text, whichever width its characters have. */
function opening(bytes: Uint8Array): string {
  const start = bytes.subarray(0, 1024);
  return new TextDecoder('windows-1252')
    .decode(start.filter((byte) => byte !== 0))
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    .trimStart();
}

/** OLE files name their streams in UTF-16: an encrypted workbook holds an `EncryptedPackage`. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const pattern = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(pattern[0] ?? 0); at !== -1; at = bytes.indexOf(pattern[0] ?? 0, at + 1)) {
    if (pattern.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

function recogniseArchive(bytes: Uint8Array): FileKind {
  const archive = openArchive(bytes);
  const has = (pattern: RegExp) => archive.names.some((name) => pattern.test(name));
  if (has(/^\/?xl\/workbook\.bin$/i)) throw new Unreadable('binary-excel', 'This is a binary Excel workbook (.xlsb).');
  if (has(/^\/?\[Content_Types\]\.xml$/i) && has(/\.rels$/i)) return 'xlsx';
  if (archive.has('content.xml') && archive.has('mimetype')) return 'ods';
  if (has(/^Index\/Document\.iwa$/) || (archive.has('Index.zip') && has(/^Metadata\//))) {
    throw new Unreadable('numbers', 'This is an Apple Numbers document.');
  }
  return 'zip';
}

/** Recognises a file by its first bytes. Throws `Unreadable`, with what to do, for kinds that cannot be read. */
export function recognise(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new Unreadable('empty', 'The file is empty.');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    throw holdsName(bytes, 'EncryptedPackage')
      ? new Unreadable('password', 'The workbook is protected by a password.')
      : new Unreadable('old-excel', 'This is an Excel workbook of the kind used before 2007 (.xls).');
  }
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return recogniseArchive(bytes);
  const start = opening(bytes);
  if (/^(<!doctype html|<html|<table|<head|<meta)/i.test(start)) {
    throw new Unreadable('web-page', 'This is a web page, not a spreadsheet.');
  }
  if (/^<\?xml/.test(start) && /Excel\.Sheet|schemas-microsoft-com:office:spreadsheet/.test(start)) {
    throw new Unreadable('old-excel', 'This is an Excel 2003 XML spreadsheet.');
  }
  return /^[{[]\s*["{[\]}]/.test(start) ? 'json' : 'text';
}
