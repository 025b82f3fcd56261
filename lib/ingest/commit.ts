/** From `staged` into the pool: the rows of one file, or of several small ones, in one transaction. */
import type { Database } from '@/lib/database/database';
import { Apart } from './apart';
import { checkSources, type Found } from './check';
import { UnreadableFile } from './file/failure';
import type { Readable } from './file/read';
import { keepPlacesOnly } from './home';
import { settleSources } from './identity';
import { asked, readReports, type Written } from './landed';
import { mergeRows, prepareMerge } from './merge';
import type { AddOptions } from './options';
import type { Plan } from './plan';
import type { AddResult } from './report';
import { dateInName, takeStanding } from './standing';
import { query } from './statement';
import { inTransaction } from './transaction';
import { type Ownership, settleAuthorities } from './whose';

/** A file whose rows are in `staged`; its place among the files is their `fileId`. */
export interface Staged {
  readonly input: AddOptions & { readonly name: string };
  readonly readable: Readable;
  readonly plan: Plan;
}

interface Counts extends Found {
  readonly rowsIn: number;
  /** Rows that are placements, and those of them whose authority is known. */
  readonly placements: number;
  readonly owned: number;
}

const countSql = `SELECT fileId, count(*) FILTER (WHERE reason IS NULL) AS placements, count(owner) AS owned,
    count(*) FILTER (WHERE reason IS NULL AND bad IS NOT NULL) AS bad,
    count(*) FILTER (WHERE reason IS NULL AND surplus IS NOT NULL) AS surplus, count(*) FILTER (WHERE reason <> 'blank') AS aside
  FROM (SELECT fileId, reason, bad, surplus, CASE WHEN reason IS NULL THEN coalesce(code, fallback) END AS owner
    FROM staged JOIN staged_file USING (fileId) LEFT JOIN authority_said ON text = authorityText) GROUP BY fileId`;

async function countFiles(db: Database, ownerships: readonly Ownership[]): Promise<readonly Counts[]> {
  const rows = await query(db, countSql);
  return ownerships.map(({ fallback, notKnown }, at) => {
    const row = rows.find(({ fileId }) => Number(fileId) === at);
    const of = (name: string) => Number(row?.[name] ?? 0);
    const [placements, owned, aside] = [of('placements'), of('owned'), of('aside')];
    const shares = { bad: of('bad'), surplus: of('surplus'), unsaid: fallback === null ? 0 : notKnown.length };
    return { ...shares, placements, owned, aside, unowned: placements - owned, rowsIn: placements + aside };
  });
}

const sum = (counts: readonly Counts[], name: keyof Counts) => counts.reduce((total, one) => total + one[name], 0);

const totals = (counts: readonly Counts[]): Found => ({
  aside: sum(counts, 'aside'),
  unowned: sum(counts, 'unowned'),
  bad: sum(counts, 'bad'),
  surplus: sum(counts, 'surplus'),
  unsaid: sum(counts, 'unsaid'),
});

async function nextSource(db: Database): Promise<number> {
  const [next] = await query(db, 'SELECT coalesce(max(sourceId), 0) + 1 AS id FROM source');
  return Number(next?.id);
}

/**
 * Asks for an authority instead where no row of a file has one. Throws `UnreadableFile` for a file without rows, and `Apart`
 * where several files cannot be taken together.
 */
export async function commitStaged(db: Database, files: readonly Staged[]): Promise<readonly AddResult[]> {
  const { signal, onProgress } = files[0]?.input ?? {};
  await keepPlacesOnly(db);
  const ownerships = await settleAuthorities(
    db,
    files.map(({ input }) => input),
    signal,
  );
  const first = await nextSource(db);
  const owners = ownerships.map(
    ({ fallback }, at) => `(${at}, ${first + at}, ${fallback === null ? 'NULL' : `'${fallback}'`})`,
  );
  await db.execute(`INSERT INTO staged_file VALUES ${owners.join(', ')}`);
  const counts = await countFiles(db, ownerships);
  const silent = counts.findIndex(({ rowsIn, owned, placements }) => rowsIn === 0 || (owned === 0 && placements > 0));
  if (silent >= 0 && files.length > 1) throw new Apart('One of them needs an answer');
  const [file, count, ownership] = [files[silent], counts[silent], ownerships[silent]];
  if (count?.rowsIn === 0) throw new UnreadableFile('header only');
  if (file && count && ownership) {
    const { notKnown, candidates } = ownership;
    return [{ status: 'needs authority', name: file.input.name, rowsIn: count.rowsIn, notKnown, candidates }];
  }
  await prepareMerge(db);
  onProgress?.('checking', 0);
  const written = files.flatMap((one, at): Written[] => {
    const [own, ownership] = [counts[at], ownerships[at]];
    return own && ownership ? [{ ...one, name: one.input.name, sourceId: first + at, ...own, ownership }] : [];
  });
  // The report too: once the pool has changed nothing may fail that could call a file not loaded.
  const loaded = await inTransaction(db, async () => {
    await mergeRows(db, sum(counts, 'placements'), signal);
    await checkSources(db, written, totals(counts), signal);
    await writeSources(db, written);
    const ids = written.map(({ sourceId }) => sourceId);
    await settleSources(db, ids, signal);
    const said = await readReports(db, written);
    signal?.throwIfAborted();
    return said;
  });
  onProgress?.('checking', 1);
  return loaded;
}

/** A line in `source` for each file: the quarters its rows are of, and its authority where they are all that authority's. */
async function writeSources(db: Database, files: readonly Written[]): Promise<void> {
  const quarter = (end: string) =>
    `date_trunc('quarter', ${end}(coalesce(referralDate, placementDate)))::DATE::VARCHAR`;
  const spans = await query(
    db,
    `SELECT sourceId AS id, CASE WHEN min(la_code) = max(la_code) THEN min(la_code)::VARCHAR END AS single,
      ${quarter('min')} AS earliest, ${quarter('max')} AS latest
    FROM pool WHERE sourceId IN (${files.map(({ sourceId }) => sourceId).join(', ')}) GROUP BY sourceId`,
  );
  for (const { sourceId, name, plan, readable, rowsIn, owned, ownership } of files) {
    const span = spans.find(({ id }) => Number(id) === sourceId);
    const sentOn = dateInName(name);
    const standing = await takeStanding(db, sentOn);
    await db.run({
      sql: `INSERT INTO source VALUES (${sourceId}, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?::DATE, ?::DATE, ?, ?, ?::DATE, ?)`,
      parameters: [
        name,
        span?.single ?? (owned === 0 ? ownership.fallback : null),
        rowsIn,
        owned,
        rowsIn - owned,
        plan.vocabulary,
        plan.template,
        readable.encoding,
        plan.educationPolarity,
        span?.earliest ?? null,
        span?.latest ?? null,
        plan.fields.map(({ field }) => field.name).join(';'),
        asked(ownership),
        sentOn,
        standing,
      ].map((value) => (typeof value === 'number' ? value : value === null ? null : String(value))),
    });
  }
}
