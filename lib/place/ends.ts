/**
 * Promises that each text a pool holds for a home or a placement is read once, in JavaScript, by the
 * one reader of postcodes; the engine then only joins. A million rows hold a few thousand texts.
 */
import type { Database } from '@/lib/database/database';
import { type Located, locate } from './locate';
import { areaCodes, loadPlaces } from './places';
import { type PlaceWarning, readPostcode } from './postcode';

/** A text that needed explaining, and on how many rows it stands. */
export interface PlaceProblem {
  readonly field: 'homeLocation' | 'placementLocation';
  readonly value: string;
  readonly rows: number;
  readonly rule: string;
  readonly severity: 'warning' | 'note';
}

interface EndTable {
  readonly field: 'homeLocation' | 'placementLocation';
  readonly end: 'home' | 'placement';
  readonly table: 'home_place' | 'placement_place';
}

const endTables: readonly EndTable[] = [
  { field: 'homeLocation', end: 'home', table: 'home_place' },
  { field: 'placementLocation', end: 'placement', table: 'placement_place' },
];

const columns = ['text', 'found', 'district', 'easting', 'northing', 'radius', 'area', 'reason'];

/** The engine's types for a council of Great Britain and for where a distance is from. */
export interface PlaceTypes {
  readonly area: string;
  readonly source: string;
}

/** The pool's own types where it has them: equal types compare and copy without passing through text. */
export async function placeTypes(database: Database): Promise<PlaceTypes> {
  const sql = `SELECT type_name AS name FROM duckdb_types() WHERE type_name IN ('place_option', 'distanceSource_option')`;
  const names = new Set((await database.run({ sql, parameters: [] })).map((row) => String(row.name)));
  const list = (values: readonly string[]) => `ENUM(${values.map((value) => `'${value}'`).join(', ')})`;
  return {
    area: names.has('place_option') ? 'place_option' : list(await areaCodes()),
    source: names.has('distanceSource_option') ? 'distanceSource_option' : list(distanceSources),
  };
}

/** Where a distance can come from, best first. */
export const distanceSources = ['recorded', 'postcode', 'sector', 'district', 'SSDA903', 'none'] as const;

/**
 * Adds every text of `relation` (a table of ours with both columns) to `home_place` and `placement_place`: where
 * it is on the grid, or the reason it is nowhere; blank is ''. The two keep what earlier files brought.
 */
export async function prepareEnds(database: Database, relation: string): Promise<readonly PlaceProblem[]> {
  const places = await loadPlaces();
  const types = await placeTypes(database);
  const problems: PlaceProblem[] = [];
  for (const { field, end, table } of endTables) {
    const sql = `SELECT coalesce(${field}, '') AS text, count(*) AS n FROM ${relation} GROUP BY 1`;
    const texts = (await database.run({ sql, parameters: [] })).map((row) => ({
      text: String(row.text),
      rows: Number(row.n),
    }));
    const located = texts.map(({ text, rows }) => ({ text, rows, at: locate(text, 'home', end, places) }));
    problems.push(...located.flatMap((one) => problemOf(field, one)));
    await writeEnds(database, table, located, types);
  }
  return problems;
}

async function writeEnds(
  database: Database,
  table: string,
  located: readonly { readonly text: string; readonly at: Located }[],
  types: PlaceTypes,
): Promise<void> {
  const file = `pool/${table.replace('_', '-')}.csv`;
  const lines = located.map(({ text, at }) => [quoted(text), ...fields(at)].join(','));
  await database.registerFile(file, new TextEncoder().encode(`${columns.join(',')}\n${lines.join('\n')}\n`));
  await database.execute(
    `CREATE TABLE IF NOT EXISTS ${table} (text VARCHAR, precision ${types.source}, district VARCHAR, easting DOUBLE,
      northing DOUBLE, radius DOUBLE, area ${types.area}, reason VARCHAR);
    INSERT INTO ${table} SELECT coalesce(text, ''), found::${types.source}, district, easting::DOUBLE, northing::DOUBLE,
      radius::DOUBLE, TRY_CAST(area AS ${types.area}), reason
    FROM read_csv('${file}', header = true, auto_detect = false, nullstr = '', delim = ',', quote = '"', escape = '"',
      columns = {${columns.map((name) => `'${name}': 'VARCHAR'`).join(', ')}}) AS new
    WHERE NOT EXISTS (FROM ${table} AS old WHERE old.text = coalesce(new.text, ''))`,
  );
  await database.dropFile(file);
}

function fields(at: Located): readonly (string | number)[] {
  if (at.kind === 'unknown') return ['', '', '', '', '', '', quoted(at.reason)];
  return [at.precision, at.district, at.easting, at.northing, at.radius.toFixed(4), at.authority, ''];
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

const warnings: Readonly<Record<PlaceWarning, string | null>> = {
  ambiguous: 'A district and a sector are written alike without the space',
  'cut short': 'A postcode cut short',
  coarser: null,
  finer: null,
};

function problemOf(
  field: PlaceProblem['field'],
  { text, rows, at }: { readonly text: string; readonly rows: number; readonly at: Located },
): PlaceProblem[] {
  if (text === '') return [];
  const problem = (rule: string, severity: PlaceProblem['severity']): PlaceProblem[] => [
    { field, value: text, rows, rule, severity },
  ];
  const reading = readPostcode(text, 'home');
  if (reading.kind === 'special') return at.kind === 'unknown' ? problem(at.reason, 'note') : [];
  if (at.kind === 'unknown') return problem(at.reason, 'warning');
  const warning = 'warning' in reading && reading.warning ? warnings[reading.warning] : null;
  // A pool's own text has been settled by its column; only a district that turned out a sector is news.
  const changed = reading.kind === 'district' && at.precision !== 'district';
  return warning && (changed || reading.kind !== 'district') ? problem(warning, 'warning') : [];
}
