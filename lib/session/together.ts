/** Small files: how a part of one is added, and several at once. */
import type { Database } from '@/lib/database/database';
import { addTogether, type SmallInput } from '@/lib/ingest/add';
import type { Mapping } from '@/lib/ingest/file/layout';
import type { Phase } from '@/lib/ingest/options';
import type { AddResult } from '@/lib/ingest/report';
import type { Part } from '@/lib/intake/part';

/** A file of the user's, kept by reference so that it can be read again. */
export interface LoadedFile {
  readonly name: string;
  readonly content: Blob;
  /** GSS code chosen for rows that do not say whose they are. */
  readonly authority?: string | undefined;
  /** Headings the user said the meaning of. */
  readonly mapping?: Mapping | undefined;
}

/** Of the work on a file, the part that is reading it. */
export const readingShare = 0.4;

type Rows = Extract<Part, { kind: 'text' | 'table' }>;

export const inputOf = (
  part: Rows,
  file: LoadedFile,
  signal: AbortSignal | undefined,
  onShare: (share: number, phase: Phase) => void,
): SmallInput => ({
  ...part,
  authority: file.authority,
  mapping: file.mapping,
  signal,
  onProgress: (phase, share) =>
    onShare(
      phase === 'reading' ? share * readingShare : phase === 'loading' ? readingShare + share * 0.3 : 0.7 + share * 0.3,
      phase,
    ),
});

/** Files up to here cost less to read than their statements to plan: several are read at once, and shown as they land. */
export const small = { bytes: 400_000, rows: 1_500, files: 10 };

export function isSmall(part: Part): part is Rows {
  if (part.kind === 'table') return part.rows.length <= small.rows;
  return (
    part.kind === 'text' && (part.content instanceof Blob ? part.content.size : part.content.length) <= small.bytes
  );
}

/** Null where they are to be read one at a time, whose reports then say which of them fails and why. */
export async function together(
  database: Database,
  inputs: readonly SmallInput[],
  fatal: (error: unknown) => boolean,
): Promise<readonly AddResult[] | null> {
  try {
    return await addTogether(database, inputs);
  } catch (error) {
    if (fatal(error)) throw error;
    return null;
  }
}
