/**
 * Files into the pool: a standard CSV of any size against the same statements on native DuckDB, then what users bring:
 * spreadsheets, a handful of rows, many files.
 */
import { readFileSync } from 'node:fs';
import writeXlsxFile from 'write-excel-file/node';
import type { Database } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import { distanceColumns, distanceJoin } from '@/lib/place/distance-sql';
import { prepareEnds } from '@/lib/place/ends';
import { makePool } from '@/lib/pool/change';
import { loadFiles } from '@/lib/session/load';
import type { LoadedFile } from '@/lib/session/together';
import { less, type Spent, timed, typical } from './clock';
import { type LoadedPool, loadPool } from './load';
import { nationalCsv } from './pools';
import { statementsOf } from './recorder';
import { both, heading, print, ratio } from './report';

/** Megabytes the pool's own tables take in the engine, and what each of its statements took. */
export interface LoadResult {
  readonly rows: number;
  readonly whole: Spent;
  readonly statements: Spent;
  readonly native: Spent;
  readonly outside: Spent;
  readonly megabytes: number;
  readonly distances: Spent;
  readonly steps: readonly { readonly label: string; readonly wasm: number; readonly native: number }[];
}

async function poolMegabytes(database: Database): Promise<number> {
  const rows = await database.run({
    sql: `SELECT sum(memory_usage_bytes)::DOUBLE AS bytes FROM duckdb_memory() WHERE tag IN ('BASE_TABLE', 'IN_MEMORY_TABLE', 'METADATA')`,
    parameters: [],
  });
  return Number(rows[0]?.bytes ?? Number.NaN) / 2 ** 20;
}

/** Every row's distance worked out once more from the loaded pool, as the load does it. */
async function distances({ wasm: { database } }: LoadedPool): Promise<Spent> {
  await prepareEnds(database, 'pool');
  const columns = Object.entries(distanceColumns).map(([name, sql]) => `${sql} AS "${name}"`);
  const source = `SELECT homeLocation, placementLocation, recordedDistance, placed FROM pool`;
  const spent = await timed(() =>
    database.execute(
      `CREATE OR REPLACE TEMP TABLE bench_distance AS SELECT ${columns.join(', ')} FROM (${source}) ${distanceJoin}`,
    ),
  );
  await database.execute('DROP TABLE temp.bench_distance');
  return spent;
}

async function largeFile(rows: number): Promise<LoadResult> {
  const pool = await loadPool(rows);
  const { whole, statements, peer, steps, peerSteps } = pool;
  const megabytes = await poolMegabytes(pool.wasm.database);
  const labelled = statementsOf(steps).map(({ query, cpu }, at) => {
    return { label: query.sql.replace(/\s+/g, ' ').slice(0, 90), wasm: cpu, native: peerSteps[at]?.cpu ?? 0 };
  });
  const result = {
    ...{ rows, whole, statements, native: peer, outside: less(whole, statements), megabytes },
    distances: await distances(pool),
    steps: labelled.sort((a, b) => b.wasm - a.wasm).slice(0, 8),
  };
  await pool.close();
  return result;
}

/** Lines of the small national pool, shared out among files. */
function pieces(files: number, rowsEach: number): readonly string[] {
  const [header = '', ...lines] = readFileSync(nationalCsv(files * rowsEach), 'utf8')
    .trimEnd()
    .split('\n');
  return Array.from({ length: files }, (_, at) =>
    [header, ...lines.slice(at * rowsEach, (at + 1) * rowsEach), ''].join('\n'),
  );
}

function csvFiles(texts: readonly string[]): readonly LoadedFile[] {
  return texts.map((text, at) => ({ name: `return-${at + 1}.csv`, content: new Blob([text]) }));
}

async function workbooks(texts: readonly string[]): Promise<readonly LoadedFile[]> {
  const files: LoadedFile[] = [];
  for (const [at, text] of texts.entries()) {
    const rows = text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',').map((value) => ({ value, type: String })));
    const bytes = await (await writeXlsxFile(rows)).toBuffer();
    files.push({ name: `return-${at + 1}.xlsx`, content: new Blob([new Uint8Array(bytes)]) });
  }
  return files;
}

/** The middle of three loads into a new pool each. */
async function several(files: readonly LoadedFile[]): Promise<Spent> {
  const spent: Spent[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const database = await openNodeDatabase();
    await makePool(database);
    const { value, ...took } = await timed(() => loadFiles(database, files));
    const failed = value.filter(({ status }) => status !== 'loaded');
    if (failed.length > 0) throw new Error(`${failed[0]?.name}: ${failed[0]?.status}`);
    spent.push(took);
    await database.close();
  }
  return typical(spent);
}

export async function smallFiles(): Promise<Readonly<Record<string, Spent>>> {
  heading('Files as users bring them (milliseconds, wall / processor)');
  const results = {
    '12 workbooks of 1,000 rows (bar 4,000)': await several(await workbooks(pieces(12, 1000))),
    '12 CSVs of 1,000 rows': await several(csvFiles(pieces(12, 1000))),
    'one CSV of 9 rows': await several(csvFiles(pieces(1, 9))),
    '60 CSVs of 200 rows': await several(csvFiles(pieces(60, 200))),
  };
  for (const [name, spent] of Object.entries(results)) print({ [name]: both(spent) });
  return results;
}

export async function ingest(rows: number): Promise<LoadResult> {
  heading(`A standard CSV of ${rows.toLocaleString('en-GB')} rows (milliseconds, wall / processor)`);
  const result = await largeFile(rows);
  print({
    whole: both(result.whole),
    statements: both(result.statements),
    'outside the engine': both(result.outside),
    native: both(result.native),
    'whole ÷ native (bar 2.5)': ratio(result.whole, result.native),
    'statements ÷ native': ratio(result.statements, result.native),
    'pool MB (bar 300)': result.megabytes.toFixed(0),
    'distances (bar 1,000 at 1m)': both(result.distances),
  });
  for (const { label, wasm, native } of result.steps)
    console.log(`    ${wasm.toFixed(0)} (native ${native.toFixed(0)})  ${label}`);
  return result;
}
