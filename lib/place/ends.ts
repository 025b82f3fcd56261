/**
 * Promises that each text a pool holds for a home or a placement is read once, in JavaScript, by the
 * one reader of postcodes; the engine then only joins. A million rows hold a few thousand texts.
 */
import type { Database } from '@/lib/database/database';
import { type Located, locate } from './locate';
import { areaCodes, loadPlaces } from './places';
import { type PlaceWarning, readPostcode } from './postcode';
import { ambiguousReason, cutShortReason } from './reason';

export type PlaceField = 'homeLocation' | 'placementLocation';

/** A text that needs explaining, and on how many rows it stands. */
export interface PlaceProblem {
  readonly field: PlaceField;
  readonly value: string;
  readonly rows: number;
  readonly rule: string;
  readonly severity: 'warning' | 'note';
}

interface EndTable {
  readonly field: PlaceField;
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
export async function prepareEnds(database: Database, relation: string): Promise<void> {
  const places = await loadPlaces();
  const types = await placeTypes(database);
  for (const { field, end, table } of endTables) {
    const sql = `SELECT DISTINCT coalesce(${field}, '') AS text FROM ${relation}`;
    const texts = (await database.run({ sql, parameters: [] })).map((row) => String(row.text));
    const located = texts.map((text) => ({ text, at: locate(text, 'home', end, places) }));
    await writeEnds(database, table, located, types);
  }
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
  ambiguous: ambiguousReason,
  'cut short': cutShortReason,
  coarser: null,
  finer: null,
};

/** Why a text gives no place, or a doubtful one; nothing where it is plain. */
export function explainText(
  field: PlaceField,
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
