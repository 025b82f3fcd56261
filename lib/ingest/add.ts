/**
 * Adds a file to the pool, or several small ones: all of it, or none of it. Every row is either loaded or set aside with its
 * reason, and a failure, a cancellation or an open question leaves the pool as it was.
 */
import type { Database } from '@/lib/database/database';
import { poolFields } from '@/lib/standard/fields';
import { Apart } from './apart';
import { commitStaged, type Staged } from './commit';
import { Blocks } from './file/blocks';
import { type Pace, unhurried } from './file/bytes';
import { UnreadableFile } from './file/failure';
import { findHeader } from './file/layout';
import { type Readable, readDelimited, rewriteRegular, underBlocks } from './file/read';
import { type NumberedRow, Writer } from './file/rewrite';
import type { AddOptions } from './options';
import { fillRaw, rawRows, underOwnHeadings } from './own-headings';
import { planColumns } from './plan';
import { keepHeadings, namedSql } from './raw';
import type { AddResult } from './report';
import { stageSql } from './stage';
import { closeStaging, isSmall, openStaging } from './staging';
import { executePlanned, query } from './statement';

export interface FileInput extends AddOptions {
  readonly name: string;
  readonly content: Blob | Uint8Array;
}

export interface TableInput extends AddOptions {
  readonly name: string;
  /** Rows of text cells; `numbers` gives each row's number in the sheet, from 1 upwards where absent. */
  readonly rows: readonly (readonly string[])[];
  readonly numbers?: readonly number[];
  /** Placement records rather than a sheet: no template's example stands among them, whatever a child is called. */
  readonly records?: boolean | undefined;
}

const isText = (input: SmallInput): input is FileInput => 'content' in input;

/** A CSV or other delimited text file. Throws `UnreadableFile`, `DatabaseCancelled` or the signal's reason. */
export async function addFile(db: Database, input: FileInput): Promise<AddResult> {
  const readable = await readDelimited(input.content, input.mapping ?? {}, paceOf(input));
  try {
    return await addOne(db, input, readable);
  } catch (error) {
    if (!readable.regular || !(error instanceof Disagreement)) throw error;
    return addOne(db, input, await rewriteRegular(input.content, readable, input.mapping ?? {}, paceOf(input)));
  }
}

/** A table already split into cells: a sheet of a workbook, placement records. Throws as `addFile` does. */
export async function addTable(db: Database, input: TableInput): Promise<AddResult> {
  return addOne(db, input, await readTable(input));
}

export type SmallInput = FileInput | TableInput;

/**
 * Several small files at once, with the results they would have one after another; null, and the pool as it was, where they
 * must be read one at a time. Throws only when cancelled or when the engine fails.
 */
export async function addTogether(db: Database, inputs: readonly SmallInput[]): Promise<readonly AddResult[] | null> {
  const files: Staged[] = [];
  try {
    for (const input of inputs) {
      const readable = isText(input)
        ? await readDelimited(input.content, input.mapping ?? {}, paceOf(input))
        : await readTable(input);
      files.push(planned(input, readable));
    }
    return await addPlanned(db, files);
  } catch (error) {
    if (error instanceof Apart || error instanceof UnreadableFile || error instanceof Disagreement) return null;
    throw error;
  }
}

function paceOf({ signal, onProgress }: AddOptions): Pace {
  return { signal, onRead: (share: number) => onProgress?.('reading', share) };
}

async function readTable(input: TableInput): Promise<Readable> {
  const mapping = input.mapping ?? {};
  const rows: NumberedRow[] = input.rows.map((cells, at) => ({ number: input.numbers?.[at] ?? at + 1, cells }));
  if (!rows.some((row) => row.cells.some((cell) => cell.trim() !== ''))) throw new UnreadableFile('empty');
  const found = findHeader(input.rows, mapping);
  if (!found) throw new UnreadableFile('no header');
  const headerRow = rows[found.headerRow - 1]?.number ?? found.headerRow;
  const blocks = new Blocks(found, mapping);
  const writer = new Writer(blocks);
  const steps = function* () {
    for (const row of rows.slice(found.headerRow)) yield writer.write(row);
  };
  await unhurried(steps(), input.signal);
  const layout = { ...found, delimiter: ',', headerRow, above: found.headerRow - 1 };
  return { ...underBlocks(layout, blocks), ...writer.finish(), encoding: 'utf-8', regular: null };
}

/** The engine counted other rows than we did, or met headings that come again: the file is read with our own reader. */
class Disagreement extends Error {
  override readonly name = 'Disagreement';
}

const fileName = 'pool/incoming.csv';

function planned(input: SmallInput, readable: Readable): Staged {
  const plan = planColumns(readable.layout.headings, input.mapping ?? {});
  if (!plan.fields.some(({ field }) => field.name === 'childId')) {
    throw new UnreadableFile('no child ID', readable.layout.headings, plan.proposals);
  }
  if (readable.records === 0) throw new UnreadableFile('header only');
  return { input, readable, plan };
}

async function addOne(db: Database, input: SmallInput, readable: Readable): Promise<AddResult> {
  const [result] = await addPlanned(db, [planned(input, readable)]);
  if (!result) throw new Error('A file ended in no result');
  return result;
}

async function addPlanned(db: Database, files: readonly Staged[]): Promise<readonly AddResult[]> {
  const { onProgress } = files[0]?.input ?? {};
  const records = files.reduce((sum, { readable }) => sum + readable.records, 0);
  onProgress?.('loading', 0);
  await openStaging(db, records);
  try {
    await stage(db, files, records);
    const exact = files.flatMap(({ input }, at) => ('records' in input && input.records ? [at] : []));
    if (exact.length > 0)
      await db.execute(
        `UPDATE staged SET reason = NULL WHERE reason = 'example row' AND fileId IN (${exact.join(', ')})`,
      );
    onProgress?.('loading', 1);
    return await commitStaged(db, files);
  } finally {
    await discard(db, records);
  }
}

/** Small files under the standard's own headings, for the statement planned before; a large one as it lies. */
async function stage(db: Database, files: readonly Staged[], records: number): Promise<void> {
  const [only, ...others] = files;
  if (!only) return;
  const { signal } = only.input;
  const small = others.length > 0 || isSmall(records);
  await db.registerFile(fileName, small ? await rewritten(files, signal) : only.readable.content);
  try {
    if (small) {
      await db.execute(fillRaw(fileName), signal);
      await executePlanned(db, 'stage_small', stageSql(poolFields, rawRows), signal);
    } else {
      await keepHeadings(db, only.plan);
      const fields = only.plan.fields.map(({ field }) => field);
      await db.execute(stageSql(fields, `(${namedSql(fileName, only.readable, only.plan)})`), signal);
    }
  } catch (error) {
    if (files.some(({ readable }) => readable.regular) && error instanceof Error && /CSV/i.test(error.message))
      throw new Disagreement(error.message);
    throw error;
  }
  const counts = await query(
    db,
    `SELECT fileId, count(*) AS n, count(*) FILTER (WHERE reason = 'headings repeated') AS again FROM staged GROUP BY fileId`,
  );
  for (const [at, { readable }] of files.entries()) {
    const count = counts.find(({ fileId }) => Number(fileId) === at);
    if (Number(count?.n) !== readable.records) throw new Disagreement(`${count?.n} rows of ${readable.records}`);
    if (readable.regular && Number(count?.again) > 0) throw new Disagreement('Headings come again');
  }
}

async function rewritten(files: readonly Staged[], signal: AbortSignal | undefined): Promise<Uint8Array> {
  const parts: BlobPart[] = [];
  for (const [at, file] of files.entries()) parts.push(new Uint8Array(await underOwnHeadings(at, file, signal)));
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Also after a trap, when nothing more can be asked of the engine. */
async function discard(db: Database, records: number): Promise<void> {
  try {
    await closeStaging(db, records);
    await db.dropFile(fileName);
  } catch {
    // The failure that brought us here is the one to report.
  }
}
