/** Files into the pool, one after another: what cannot be read is reported and stops none of the others. */
import { type Database, DatabaseCancelled, DatabaseOutOfMemory, DatabaseTrapped } from '@/lib/database/database';
import { addFile, addTable } from '@/lib/ingest/add';
import { type Proposal, UnreadableFile } from '@/lib/ingest/file/failure';
import type { Phase } from '@/lib/ingest/options';
import type { AddResult, Loaded, NeedsAuthority } from '@/lib/ingest/report';
import { openAway } from '@/lib/intake/off-thread';
import { type Part, refused } from '@/lib/intake/part';
import { number, placements } from '@/lib/measure/words';
import { appendSnapshot, isSynthetic, SnapshotUnreadable } from '@/lib/pool/snapshot-read';
import { inputOf, isSmall, type LoadedFile, readingShare, small, together } from './together';

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

/** A part of a file as it is to be added. */
interface Waiting {
  readonly part: Exclude<Part, { kind: 'refused' }>;
  readonly file: LoadedFile;
  readonly index: number;
}

async function addPart(
  database: Database,
  { part, file }: Waiting,
  options: Options,
  onShare: (share: number, phase: Phase) => void,
): Promise<AddResult | Opened> {
  if (part.kind === 'pool') return addPool(database, part, options.real ?? false);
  const input = inputOf(part, file, options.signal, onShare);
  return 'content' in input ? addFile(database, input) : addTable(database, input);
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
  const fatal = (error: unknown) =>
    error instanceof DatabaseTrapped || error instanceof DatabaseCancelled || options.signal?.aborted === true;
  const addAlone = async (one: Waiting) => {
    try {
      const result = await addPart(database, one, options, (share, phase) => move(one.index, share, phase));
      land({ ...result, file: one.file });
    } catch (error) {
      if (fatal(error)) throw error;
      land({ ...(await refusal(database, one.part, error)), file: one.file });
    }
    move(one.index, 1, 'checking');
  };
  const waiting: Waiting[] = [];
  const flush = async () => {
    const group = waiting.splice(0);
    const [first] = group;
    if (!first) return;
    const span = (group.at(-1)?.index ?? first.index) - first.index + 1;
    // Their reading is told one after another, what follows of all of them.
    const onShare = (at: number) => (share: number, phase: Phase) => {
      const whole = phase === 'reading' ? (at * readingShare + share) / group.length : share;
      options.onFile?.(first.index, whole, phase);
      options.progress?.((first.index + whole * span) / files.length);
    };
    const inputs = group.flatMap(({ part, file }, at) =>
      isSmall(part) ? [inputOf(part, file, options.signal, onShare(at))] : [],
    );
    const results = inputs.length > 1 ? await together(database, inputs, fatal) : null;
    for (const [at, one] of group.entries()) {
      const result = results?.[at];
      if (!result) await addAlone(one);
      else {
        land({ ...result, file: one.file });
        options.onFile?.(one.index, 1, 'checking');
      }
    }
  };
  for (const [index, file] of files.entries()) {
    if (options.signal?.aborted) throw new DatabaseCancelled();
    const parts = await openAway(file.name, file.content, options.signal);
    for (const part of parts) {
      if (waiting.length >= small.files || !isSmall(part)) await flush();
      if (part.kind === 'refused') {
        land({ status: 'refused', name: part.name, message: part.message, advice: part.advice, file });
        move(index, 1, 'checking');
      } else if (isSmall(part)) waiting.push({ part, file, index });
      else await addAlone({ part, file, index });
    }
    if (parts.length === 0) move(index, 1, 'checking');
  }
  await flush();
  return arrivals;
}
