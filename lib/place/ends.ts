/**
 * Promises that each text a pool holds for a home or a placement is read once, in JavaScript, by the
 * one reader of postcodes; the engine then only joins. A million rows hold a few thousand texts.
 */
import type { Database } from '@/lib/database/database';
import { type Located, locate } from './locate';
import { loadPlaces, type Places } from './places';
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

const precisionType = "ENUM('recorded', 'postcode', 'sector', 'district', 'SSDA903', 'none')";
const columns = 'text, found, district, easting, northing, radius, area, reason';

/** The engine's type of every authority of Great Britain: home_la and placement_la. */
export function areaType(places: Places): string {
  const codes = new Set<string>();
  for (const one of places.districts.values()) for (const { code } of one.authorities) if (code) codes.add(code);
  return `ENUM(${[...codes]
    .sort()
    .map((code) => `'${code}'`)
    .join(', ')})`;
}

/**
 * Makes `home_place` and `placement_place` (one row a text of `relation`; blank is ''): where it is on
 * the grid, or the reason it is nowhere. `relation` is a table of ours with both columns.
 */
export async function prepareEnds(database: Database, relation: string): Promise<readonly PlaceProblem[]> {
  const places = await loadPlaces();
  const problems: PlaceProblem[] = [];
  for (const { field, end, table } of endTables) {
    const sql = `SELECT coalesce(${field}, '') AS text, count(*) AS n FROM ${relation} GROUP BY 1`;
    const texts = (await database.run({ sql, parameters: [] })).map((row) => ({
      text: String(row.text),
      rows: Number(row.n),
    }));
    const located = texts.map(({ text, rows }) => ({ text, rows, at: locate(text, 'home', end, places) }));
    problems.push(...located.flatMap((one) => problemOf(field, one)));
    await writeEnds(database, table, located, places);
  }
  return problems;
}

async function writeEnds(
  database: Database,
  table: string,
  located: readonly { readonly text: string; readonly at: Located }[],
  places: Places,
): Promise<void> {
  const file = `pool/${table.replace('_', '-')}.csv`;
  const lines = located.map(({ text, at }) => [quoted(text), ...fields(at)].join(','));
  await database.registerFile(
    file,
    new TextEncoder().encode(`${columns.replaceAll(', ', ',')}\n${lines.join('\n')}\n`),
  );
  await database.execute(
    `CREATE OR REPLACE TABLE ${table} AS SELECT coalesce(text, '') AS text, found::${precisionType} AS precision, district,
      easting::DOUBLE AS easting, northing::DOUBLE AS northing, radius::DOUBLE AS radius, area::${areaType(places)} AS area, reason
    FROM read_csv('${file}', header = true, all_varchar = true, nullstr = '', auto_detect = false, delim = ',', quote = '"',
      escape = '"', columns = {${columns
        .split(', ')
        .map((name) => `'${name}': 'VARCHAR'`)
        .join(', ')}})`,
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
