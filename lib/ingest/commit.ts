import type { Database } from '@/lib/database/database';
import type { FieldName } from '@/lib/standard/fields';
import type { Severity } from '@/lib/standard/rule';
import { checkSource, type Found } from './check';
import { correctedBy } from './corrections';
import { UnreadableFile } from './file/failure';
import type { Readable } from './file/read';
import { keepPlacesOnly } from './home';
import { countedOnce, replaced, settleSource } from './identity';
import { mergeRows, ownedRows, prepareMerge } from './merge';
import type { AddOptions } from './options';
import type { Plan } from './plan';
import { type AddResult, type Loaded, mappingOf, type ProblemCount } from './report';
import { dateInName, takeStanding } from './standing';
import { query } from './statement';
import { inTransaction } from './transaction';
import { type Ownership, settleAuthorities } from './whose';

export interface Staged extends AddOptions {
  readonly name: string;
  readonly readable: Readable;
  readonly plan: Plan;
}

interface Counts extends Found {
  readonly rowsIn: number;
  /** Rows that are placements, and those of them whose authority is known. */
  readonly placements: number;
  readonly owned: number;
}

async function count(db: Database, { fallback, notKnown }: Ownership): Promise<Counts> {
  const [row] = await query(
    db,
    `SELECT count(*) AS placements, count(owner) AS owned, count(bad) AS bad, count(surplus) AS surplus,
      (SELECT count(*) FROM staged WHERE reason <> 'blank') AS aside FROM ${ownedRows('$1')}`,
    [fallback ?? ''],
  );
  const of = (name: string) => Number(row?.[name]);
  const [placements, owned, aside] = [of('placements'), of('owned'), of('aside')];
  const shares = { bad: of('bad'), surplus: of('surplus'), unsaid: notKnown.length };
  return { ...shares, placements, owned, aside, unowned: placements - owned, rowsIn: placements + aside };
}

/** From `staged` into the pool, in one transaction. Asks for an authority instead when no row has one. */
export async function commitStaged(db: Database, staged: Staged): Promise<AddResult> {
  const { name, signal } = staged;
  await keepPlacesOnly(db);
  const ownership = await settleAuthorities(db, name, staged.authority, signal);
  const counts = await count(db, ownership);
  const { rowsIn, owned, placements } = counts;
  if (rowsIn === 0) throw new UnreadableFile('header only');
  if (owned === 0 && placements > 0) {
    const { notKnown, candidates } = ownership;
    return { status: 'needs authority', name, rowsIn, notKnown, candidates };
  }
  await prepareMerge(db);
  staged.onProgress?.('checking', 0);
  const [next] = await db.run({ sql: 'SELECT coalesce(max(sourceId), 0) + 1 AS id FROM source', parameters: [] });
  const sourceId = Number(next?.id);
  // The report too: once the pool has changed nothing may fail that could call the file not loaded.
  const loaded = await inTransaction(db, async () => {
    await mergeRows(db, sourceId, placements, ownership, signal);
    await checkSource(db, sourceId, staged.plan, ownership, counts, staged.readable.flawedRows, signal);
    await writeSource(db, sourceId, staged, counts, ownership);
    await settleSource(db, sourceId, signal);
    const said = await report(db, sourceId, staged, ownership);
    signal?.throwIfAborted();
    return said;
  });
  staged.onProgress?.('checking', 1);
  return loaded;
}

const asked = ({ saidByRows, fallbackFrom }: Ownership): Loaded['authorityFrom'] =>
  saidByRows ? 'column' : (fallbackFrom ?? 'column');

async function writeSource(
  db: Database,
  sourceId: number,
  { name, plan, readable }: Staged,
  { rowsIn, owned }: Counts,
  ownership: Ownership,
): Promise<void> {
  const sentOn = dateInName(name);
  const standing = await takeStanding(db, sentOn);
  // An authority is the source's own only where all its rows are that authority's.
  await db.run({
    sql: `INSERT INTO source SELECT ${sourceId}, ?, coalesce(single, ?), ?, ?, ?, ?, ?, ?, ?, false, earliest, latest, ?, ?, ?::DATE, ?
      FROM (SELECT CASE WHEN min(la_code) = max(la_code) THEN min(la_code)::VARCHAR END AS single,
        date_trunc('quarter', min(coalesce(referralDate, placementDate)))::DATE AS earliest,
        date_trunc('quarter', max(coalesce(referralDate, placementDate)))::DATE AS latest
        FROM pool WHERE sourceId = ${sourceId})`,
    parameters: [
      name,
      owned === 0 ? ownership.fallback : null,
      rowsIn,
      owned,
      rowsIn - owned,
      plan.vocabulary,
      plan.template,
      readable.encoding,
      plan.educationPolarity,
      plan.fields.map(({ field }) => field.name).join(';'),
      asked(ownership),
      sentOn,
      standing,
    ],
  });
}

async function report(
  db: Database,
  sourceId: number,
  { name, plan, readable }: Staged,
  ownership: Ownership,
): Promise<Loaded> {
  const problems = (
    await query(
      db,
      `SELECT rule::VARCHAR AS rule, field::VARCHAR AS field, severity::VARCHAR AS severity, count(*) AS n
      FROM problem WHERE sourceId = $1::INTEGER GROUP BY ALL ORDER BY ALL`,
      [sourceId],
    )
  ).map(problemCount);
  const authorities = await query(
    db,
    'SELECT la_code::VARCHAR AS code, count(*) AS n FROM pool WHERE sourceId = $1::INTEGER GROUP BY ALL ORDER BY ALL',
    [sourceId],
  );
  const [sums] = await query(
    db,
    'SELECT rowsIn AS "rowsIn", loaded, setAside AS "setAside" FROM source WHERE sourceId = $1::INTEGER',
    [sourceId],
  );
  const rowsWith = (rule: string) => problems.find((one) => one.rule === rule)?.rows ?? 0;
  const { vocabulary, template, educationPolarity, proposals } = plan;
  const { layout, encoding } = readable;
  return {
    status: 'loaded',
    ...{ sourceId, name },
    ...{ rowsIn: Number(sums?.rowsIn), loaded: Number(sums?.loaded), setAside: Number(sums?.setAside) },
    ...{ countedOnce: rowsWith(countedOnce), outdated: rowsWith(replaced) },
    corrections: await correctedBy(db, sourceId),
    authorities: authorities.map((row) => ({ code: String(row.code), rows: Number(row.n) })),
    authorityFrom: asked(ownership),
    problems,
    mapping: mappingOf(layout.headings, plan),
    ...{ vocabulary, template, educationPolarity, encoding, proposals },
    ...{ delimiter: layout.delimiter, headerRow: layout.headerRow },
    unknown: plan.bespoke.map((column) => column.heading),
  };
}

function problemCount(row: Readonly<Record<string, unknown>>): ProblemCount {
  const { rule, field, severity, n } = row;
  return { rule: String(rule), field: field as FieldName, severity: severity as Severity, rows: Number(n) };
}
