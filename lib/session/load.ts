/** Files into the pool, one after another: what cannot be read is reported and stops none of the others. */
import { type Database, DatabaseCancelled, DatabaseOutOfMemory, DatabaseTrapped } from '@/lib/database/database';
import { addFile, addTable } from '@/lib/ingest/add';
import { type Proposal, UnreadableFile } from '@/lib/ingest/file/failure';
import type { Mapping } from '@/lib/ingest/file/layout';
import type { Phase } from '@/lib/ingest/options';
import type { AddResult, Loaded, NeedsAuthority } from '@/lib/ingest/report';
import { openAway } from '@/lib/intake/off-thread';
import { type Part, refused } from '@/lib/intake/part';
import { number, placements } from '@/lib/measure/words';
import { appendSnapshot, isSynthetic, SnapshotUnreadable } from '@/lib/pool/snapshot-read';

/** A file of the user's, kept by reference so that it can be read again. */
export interface LoadedFile {
  readonly name: string;
  readonly content: Blob;
  /** GSS code chosen for rows that do not say whose they are. */
  readonly authority?: string | undefined;
  /** Headings the user said the meaning of. */
  readonly mapping?: Mapping | undefined;
}

interface Refused {
  readonly status: 'refused';
  readonly name: string;
  readonly message: string;
  readonly advice: string;
  /** The file's headings, where it could be read if somebody said what they mean. */
  readonly headings?: readonly string[];
  readonly proposals?: readonly Proposal[];
}

/** A pool saved before, now part of this one. */
interface Opened {
  readonly status: 'opened';
  readonly name: string;
  /** What the pool was called. */
  readonly poolName: string;
  readonly synthetic: boolean;
  readonly sourceIds: readonly number[];
  readonly rows: number;
}

/** What became of a file, or of one table of it. `file` is there where it can be tried again with an answer. */
export type Arrival = (Loaded | NeedsAuthority | Refused | Opened) & { readonly file: LoadedFile };

interface Options {
  /** The pool holds real placements: invented ones are refused. */
  readonly real?: boolean;
  readonly signal?: AbortSignal;
  readonly progress?: (done: number) => void;
  /** Which file is being read, by its place in the list, the share of it done, and what is being done to it. */
  readonly onFile?: (index: number, share: number, phase: Phase) => void;
  /** Each result as it lands: those before a cancellation stay. */
  readonly onArrival?: (arrival: Arrival) => void;
}

async function addPool(
  database: Database,
  { name, bytes }: Extract<Part, { kind: 'pool' }>,
  real: boolean,
): Promise<Opened> {
  if (real && isSynthetic(bytes))
    throw new SnapshotUnreadable(
      'This pool holds invented placements, and yours are real. Start an empty pool to open it.',
    );
  const { name: poolName, ...added } = await appendSnapshot(database, bytes);
  return { status: 'opened', name, poolName, ...added };
}

async function addPart(
  database: Database,
  part: Exclude<Part, { kind: 'refused' }>,
  file: LoadedFile,
  options: Options,
  onShare: (share: number, phase: Phase) => void,
): Promise<AddResult | Opened> {
  if (part.kind === 'pool') return addPool(database, part, options.real ?? false);
  const shared = {
    name: part.name,
    authority: file.authority,
    mapping: file.mapping,
    signal: options.signal,
    onProgress: (phase: Phase, share: number) =>
      onShare(phase === 'reading' ? share * 0.4 : phase === 'loading' ? 0.4 + share * 0.3 : 0.7 + share * 0.3, phase),
  };
  return part.kind === 'text'
    ? addFile(database, { ...shared, content: part.content })
    : addTable(database, { ...shared, rows: part.rows, numbers: part.numbers, records: part.records });
}

/** What the pool holds, in words, so that a reader whose file did not fit knows what did. */
async function heldWords(database: Database): Promise<string> {
  try {
    const [row] = await database.run({
      sql: 'SELECT count(*) AS files, coalesce(sum(loaded), 0)::DOUBLE AS n FROM source',
      parameters: [],
    });
    const [files, n] = [Number(row?.files), Number(row?.n)];
    return `The pool is as it was before it: ${number(files)} ${files === 1 ? 'file' : 'files'}, ${placements(n)}.`;
  } catch {
    return 'The pool is as it was before it.';
  }
}

async function refusal(database: Database, part: Part, error: unknown): Promise<Refused> {
  if (error instanceof UnreadableFile)
    return {
      status: 'refused',
      name: part.name,
      message: error.message,
      advice: error.advice,
      headings: error.headings,
      proposals: error.proposals,
    };
  if (error instanceof DatabaseOutOfMemory) {
    return {
      status: 'refused',
      name: part.name,
      message: 'There is not enough memory in this browser for this file as well.',
      advice: `${await heldWords(database)} Remove files you do not need, or close other tabs, and add it again.`,
    };
  }
  const failed = refused(part.name, error);
  return {
    status: 'refused',
    name: part.name,
    message: failed.kind === 'refused' ? failed.message : '',
    advice: 'The pool is as it was. Check the file, or ask for it again.',
  };
}

/** Adds the files. Throws only when cancelled or when the engine has trapped; files finished before then stay. */
export async function loadFiles(
  database: Database,
  files: readonly LoadedFile[],
  options: Options = {},
): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = [];
  const land = (arrival: Arrival) => {
    arrivals.push(arrival);
    options.onArrival?.(arrival);
  };
  const move = (index: number, share: number, phase: Phase) => {
    options.onFile?.(index, share, phase);
    options.progress?.((index + share) / files.length);
  };
  for (const [index, file] of files.entries()) {
    if (options.signal?.aborted) throw new DatabaseCancelled();
    const parts = await openAway(file.name, file.content, options.signal);
    for (const part of parts) {
      if (part.kind === 'refused') {
        land({ status: 'refused', name: part.name, message: part.message, advice: part.advice, file });
        continue;
      }
      try {
        const result = await addPart(database, part, file, options, (share, phase) => move(index, share, phase));
        land({ ...result, file });
      } catch (error) {
        if (error instanceof DatabaseTrapped || error instanceof DatabaseCancelled || options.signal?.aborted)
          throw error;
        land({ ...(await refusal(database, part, error)), file });
      }
    }
    move(index, 1, 'checking');
  }
  return arrivals;
}
