/** Reads from an authority's SSDA903 return what distance needs, and nothing else: nothing more is ever kept. */

export interface Episode {
  readonly child: string;
  /** DECOM, as days since 1970-01-01. */
  readonly start: number;
  readonly home: string;
  readonly placement: string;
  /** PL_DISTANCE in miles, where DfE's derived column was added. */
  readonly miles: number | null;
}

export interface Episodes {
  readonly episodes: readonly Episode[];
  /** Rows left out, by why. */
  readonly skipped: { readonly legalStatusOnly: number; readonly temporary: number; readonly unreadable: number };
}

/** The file is not what was asked for. The message says what it lacks and what it seems to be. */
export class WrongColumns extends Error {
  override readonly name = 'WrongColumns';
}

/** Files of the return, by a column only they have (DfE, SSDA903 guide 2024 to 2025). */
const telltales: readonly (readonly [string, string])[] = [
  ['DECOM', 'Episodes'],
  ['UPN', 'Header'],
  ['REVIEW', 'Reviews'],
  ['DUC', 'UASC'],
  ['SDQ_SCORE', 'OC2'],
  ['IN_TOUCH', 'OC3'],
  ['DATE_MATCH', 'AD1'],
  ['DATE_PLACED', 'PlacedAdoption'],
  ['PREV_PERM', 'PrevPerm'],
  ['MIS_START', 'Missing'],
  ['SW_ID', 'SWEpisodes'],
  ['DOLO_START', 'DoLo'],
];

type Cells = readonly string[];

function header(rows: readonly Cells[]): ReadonlyMap<string, number> {
  const names = (rows[0] ?? []).map((name) =>
    name
      .replace(/^\uFEFF/, '')
      .trim()
      .toUpperCase()
      .replace(/[\s-]+/g, '_'),
  );
  return new Map(names.map((name, index) => [name, index]));
}

function demand(columns: ReadonlyMap<string, number>, wanted: readonly string[], file: string): void {
  const missing = wanted.filter((name) => !columns.has(name));
  if (missing.length === 0) return;
  const seems = telltales.find(([column]) => columns.has(column))?.[1];
  const hint = seems && seems !== file ? ` It looks like the ${seems} file.` : '';
  throw new WrongColumns(`This is not an SSDA903 ${file} file: it has no ${missing.join(', ')} column.${hint}`);
}

const dayLength = 86_400_000;

/** Days since 1970-01-01 of `31/12/2024`, `2024-12-31` or `2024-12-31 00:00:00`; null for anything else. */
export function dayNumber(text: string): number | null {
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(text.trim());
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(text.trim());
  const [year, month, day] = (british ? [british[3], british[2], british[1]] : iso?.slice(1, 4))?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / dayLength : null;
}

/**
 * Episodes that start a placement, from the rows of `episodes.csv` (header first, cells as text). Changes of
 * legal status alone (RNE L) and temporary moves (PLACE T0–T4) start none. Throws WrongColumns.
 */
export function readEpisodes(rows: readonly Cells[]): Episodes {
  const columns = header(rows);
  demand(columns, ['CHILD', 'DECOM'], 'Episodes');
  if (!columns.has('PL_DISTANCE')) demand(columns, ['HOME_POST', 'PL_POST'], 'Episodes');
  const cell = (row: Cells, name: string): string => (row[columns.get(name) ?? -1] ?? '').trim();
  const skipped = { legalStatusOnly: 0, temporary: 0, unreadable: 0 };
  const episodes: Episode[] = [];
  for (const row of rows.slice(1)) {
    if (row.every((text) => text.trim() === '')) continue;
    const [child, start] = [cell(row, 'CHILD'), dayNumber(cell(row, 'DECOM'))];
    if (child === '' || start === null) skipped.unreadable += 1;
    else if (cell(row, 'RNE').toUpperCase() === 'L') skipped.legalStatusOnly += 1;
    else if (/^T[0-4]$/i.test(cell(row, 'PLACE'))) skipped.temporary += 1;
    else {
      const miles = milesOf(cell(row, 'PL_DISTANCE'));
      episodes.push({ child, start, home: cell(row, 'HOME_POST'), placement: cell(row, 'PL_POST'), miles });
    }
  }
  return { episodes, skipped };
}

function milesOf(text: string): number | null {
  const miles = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(miles) && miles >= 0 ? miles : null;
}

/**
 * Children the return calls unaccompanied asylum-seeking: those in `uasc.csv`, or in `header.csv` where it
 * carries a UASC column (1, Y, Yes, True). Throws WrongColumns. A header without that column names nobody.
 */
export function readUnaccompanied(rows: readonly Cells[]): ReadonlySet<string> {
  const columns = header(rows);
  demand(columns, ['CHILD', 'DOB'], 'Header');
  if (columns.has('DECOM')) throw new WrongColumns('This is the Episodes file, not the Header or UASC file.');
  const flag = columns.get('UASC');
  const listed = columns.has('DUC');
  const children = rows
    .slice(1)
    .filter((row) => listed || (flag !== undefined && /^(1|y|yes|true)$/i.test((row[flag] ?? '').trim())))
    .map((row) => (row[columns.get('CHILD') ?? -1] ?? '').trim());
  return new Set(children.filter(Boolean));
}
