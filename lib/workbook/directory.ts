import { Unreadable } from './unreadable';

/** One line of a ZIP file's central directory (APPNOTE 4.3.12, with the ZIP64 extra field of 4.5.3). */
export interface DirectoryLine {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const damaged = () => new Unreadable('damaged', 'The file is cut short or damaged.');

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('windows-1252');

function decodeName(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return lenient.decode(bytes);
  }
}

/** The directory is found from the end, where a comment of up to 65,535 bytes may follow it. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  throw damaged();
}

const asNumber = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

function locate(view: DataView): { count: number; offset: number } {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return { count, offset };
  const large = asNumber(view, locator + 8);
  if (view.getUint32(large, true) !== 0x06064b50) throw damaged();
  return { count: asNumber(view, large + 32), offset: asNumber(view, large + 48) };
}

/** ZIP64 values replace, in this order, only those the line itself gives as all ones. */
function widen(view: DataView, from: number, to: number, values: [number, number, number]): void {
  for (let at = from; at + 4 <= to; ) {
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    let inside = at + 4;
    for (let part = 0; id === 1 && part < 3; part++) {
      if (values[part] !== 0xffffffff || inside + 8 > at + 4 + length) continue;
      values[part] = asNumber(view, inside);
      inside += 8;
    }
    at += 4 + length;
  }
}

/** Every line of the directory, in its order. Throws `damaged` when the file is cut short. */
export function readDirectory(bytes: Uint8Array, maximum: number): DirectoryLine[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { count, offset } = locate(view);
    if (count > maximum) throw new Unreadable('too-large', `The file holds more than ${maximum} files.`);
    const lines: DirectoryLine[] = [];
    let at = offset;
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw damaged();
      const nameEnd = at + 46 + view.getUint16(at + 28, true);
      const extraEnd = nameEnd + view.getUint16(at + 30, true);
      const sizes: [number, number, number] = [
        view.getUint32(at + 24, true),
        view.getUint32(at + 20, true),
        view.getUint32(at + 42, true),
      ];
      widen(view, nameEnd, extraEnd, sizes);
      lines.push({
        name: decodeName(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/'),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        checksum: view.getUint32(at + 16, true),
        size: sizes[0],
        packed: sizes[1],
        offset: sizes[2],
      });
      at = extraEnd + view.getUint16(at + 32, true);
    }
    return lines;
  } catch (error) {
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
}
