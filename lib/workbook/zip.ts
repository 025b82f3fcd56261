import { openArchive } from './archive';
import { defaultLimits, type Limits } from './limits';

export interface ZipEntry {
  /** Its path inside the archive: `Somerset/2026 Q1.xlsx`. */
  readonly name: string;
  /** Unpacks it. Throws `Unreadable` for this entry alone: the others can still be read. */
  read(): Uint8Array;
}

/** What operating systems and office programs leave beside the files people meant to send. */
const litter = /(^|\/)(__MACOSX\/|\.[^/]*$|~\$[^/]*$|Thumbs\.db$|desktop\.ini$)/i;

/** The files of an archive in its own order, folders and litter left out. Limits count over all entries read. */
export function readZip(bytes: Uint8Array, limits: Limits = defaultLimits): ZipEntry[] {
  const archive = openArchive(bytes, limits);
  return archive.names
    .filter((name) => !name.endsWith('/') && !litter.test(name))
    .map((name) => ({ name, read: () => archive.read(name) }));
}
