/**
 * Adds one file to the pool: all of it, or none of it. Every row is either loaded or set aside with its
 * reason, and a failure, a cancellation or an open question leaves the pool as it was.
 */
import type { Database } from '@/lib/database/database';
import { poolFields } from '@/lib/standard/fields';
import { commitStaged } from './commit';
import { Blocks } from './file/blocks';
import { unhurried } from './file/bytes';
import { UnreadableFile } from './file/failure';
import { findHeader } from './file/layout';
import { type Readable, readDelimited, rewriteRegular, underBlocks } from './file/read';
import { type NumberedRow, Writer } from './file/rewrite';
import type { AddOptions } from './options';
import { fillRaw, rawRows, underOwnHeadings } from './own-headings';
import { type Plan, planColumns } from './plan';
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

/** A CSV or other delimited text file. Throws `UnreadableFile`, `DatabaseCancelled` or the signal's reason. */
export async function addFile(db: Database, input: FileInput): Promise<AddResult> {
  const mapping = input.mapping ?? {};
  const pace = { signal: input.signal, onRead: (share: number) => input.onProgress?.('reading', share) };
  const readable = await readDelimited(input.content, mapping, pace);
  try {
    return await addReadable(db, input, readable);
  } catch (error) {
    if (!readable.regular || !(error instanceof Disagreement)) throw error;
    return addReadable(db, input, await rewriteRegular(input.content, readable, mapping, pace));
  }
}

/** A table already split into cells: a sheet of a workbook, placement records. Throws as `addFile` does. */
export async function addTable(db: Database, input: TableInput): Promise<AddResult> {
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
  const written = { ...underBlocks(layout, blocks), ...writer.finish() };
  return addReadable(db, input, { ...written, encoding: 'utf-8', regular: null });
}

/** The engine counted other rows than we did, or met headings that come again: the file is read with our own reader. */
class Disagreement extends Error {
  override readonly name = 'Disagreement';
}

const fileName = 'pool/incoming.csv';

async function addReadable(
  db: Database,
  input: AddOptions & { readonly name: string; readonly records?: boolean | undefined },
  readable: Readable,
): Promise<AddResult> {
  const { signal, onProgress } = input;
  const plan = planColumns(readable.layout.headings, input.mapping ?? {});
  if (!plan.fields.some(({ field }) => field.name === 'childId')) {
    throw new UnreadableFile('no child ID', readable.layout.headings, plan.proposals);
  }
  if (readable.records === 0) throw new UnreadableFile('header only');
  onProgress?.('loading', 0);
  await openStaging(db, readable.records);
  try {
    await stage(db, readable, plan, signal);
    if (input.records) await db.execute("UPDATE staged SET reason = NULL WHERE reason = 'example row'");
    onProgress?.('loading', 1);
    return await commitStaged(db, { ...input, readable, plan });
  } finally {
    await discard(db, readable.records);
  }
}

/** A small file under the standard's own headings, for the statement planned before; a large one as it lies. */
async function stage(db: Database, readable: Readable, plan: Plan, signal?: AbortSignal) {
  const small = isSmall(readable.records);
  await db.registerFile(fileName, small ? await underOwnHeadings(readable, plan, signal) : readable.content);
  try {
    if (small) {
      await db.execute(fillRaw(fileName), signal);
      await executePlanned(db, 'stage_small', stageSql(poolFields, rawRows), signal);
    } else {
      await keepHeadings(db, plan);
      const fields = plan.fields.map(({ field }) => field);
      await db.execute(stageSql(fields, `(${namedSql(fileName, readable, plan)})`), signal);
    }
  } catch (error) {
    if (readable.regular && error instanceof Error && /CSV/i.test(error.message)) throw new Disagreement(error.message);
    throw error;
  }
  const [count] = await query(
    db,
    `SELECT count(*) AS n, count(*) FILTER (WHERE reason = 'headings repeated') AS again FROM staged`,
  );
  if (Number(count?.n) !== readable.records) throw new Disagreement(`${count?.n} rows of ${readable.records}`);
  if (readable.regular && Number(count?.again) > 0) throw new Disagreement('Headings come again');
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
