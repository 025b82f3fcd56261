/**
 * Promises one entry a provider from the rows of any of Ofsted's lists, whatever row its headings are in and however
 * they are spelt, with every row that could not be used counted and explained. Layouts: Ofsted, "Children's social care
 * in England" underlying data, and the lists Ofsted sends to authorities.
 */
import { countsSettings, headsProviders, type OfstedColumns, type OfstedField, ofstedColumns } from './ofsted-heading';
import { ofstedUrn } from './urn';

/** One table of text cells: a sheet of a workbook, or a CSV. */
export interface OfstedSheet {
  readonly name: string;
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

export interface OfstedEntry {
  readonly urn: string;
  /** Null where Ofsted withheld it (`REDACTED`) or the list has none: `nameWithheld` tells which. */
  readonly name: string | null;
  readonly nameWithheld: boolean;
  readonly provision: string | null;
  readonly sector: string | null;
  readonly places: number | null;
  readonly region: string | null;
  readonly authority: string | null;
  readonly status: string | null;
  readonly owner: string | null;
  /** Of the latest full inspection in the list. */
  readonly grade: string | null;
  /** ISO date of that inspection. */
  readonly graded: string | null;
}

export interface OfstedProblem {
  readonly sheet: string;
  /** As the spreadsheet shows it, headings counted. */
  readonly row: number;
  readonly value: string;
  readonly reason: string;
}

export interface OfstedList {
  readonly entries: ReadonlyMap<string, OfstedEntry>;
  /** Rows read, in all sheets. */
  readonly rows: number;
  readonly problems: readonly OfstedProblem[];
}

/** The headings stand under a title and notes, never this far down. */
const deepest = 60;

interface Found {
  readonly sheet: OfstedSheet;
  readonly columns: OfstedColumns;
  readonly settings: boolean;
  /** Rows below the headings. */
  readonly rows: OfstedSheet['rows'];
}

function findHeader(sheet: OfstedSheet): Found[] {
  const at = sheet.rows.slice(0, deepest).findIndex(({ cells }) => headsProviders(ofstedColumns(cells)));
  const header = sheet.rows[at];
  if (!header) return [];
  const columns = ofstedColumns(header.cells);
  return [{ sheet, columns, settings: countsSettings(header.cells), rows: sheet.rows.slice(at + 1) }];
}

const blank = /^(|-|n\/?a|null|none|not applicable)$/i;
const redacted = /^\[?redacted\]?$/i;

function isoDate(text: string): string | null {
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text);
  const [, day, month, year] = written ?? [];
  if (day && month && year) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? null;
}

function places(text: string | null): number | null {
  const value = text === null ? Number.NaN : Number(text.replaceAll(',', ''));
  return Number.isInteger(value) && value >= 0 ? value : null;
}

function entryOf(urn: string, cells: readonly string[], columns: OfstedColumns): OfstedEntry {
  const text = (field: OfstedField): string | null => {
    const at = columns[field];
    const cell = at === undefined ? '' : (cells[at] ?? '').trim();
    return blank.test(cell) || redacted.test(cell) ? null : cell;
  };
  const nameCell = columns.name === undefined ? '' : (cells[columns.name] ?? '').trim();
  return {
    urn,
    name: text('name'),
    nameWithheld: redacted.test(nameCell),
    provision: text('provision'),
    sector: text('sector'),
    places: places(text('places')),
    region: text('region'),
    authority: text('authority'),
    status: text('status'),
    owner: text('owner'),
    grade: text('grade'),
    graded: isoDate(text('graded') ?? ''),
  };
}

/** What an earlier row left blank a later one may say; the grade is the latest inspection's; settings add up. */
function merged(held: OfstedEntry, next: OfstedEntry, addPlaces: boolean): OfstedEntry {
  const later = next.grade !== null && (held.grade === null || (next.graded ?? '') > (held.graded ?? ''));
  const sum = held.places === null || next.places === null ? null : held.places + next.places;
  return {
    urn: held.urn,
    name: held.name ?? next.name,
    nameWithheld: (held.nameWithheld || next.nameWithheld) && (held.name ?? next.name) === null,
    provision: held.provision ?? next.provision,
    sector: held.sector ?? next.sector,
    places: addPlaces && sum !== null ? sum : (held.places ?? next.places),
    region: held.region ?? next.region,
    authority: held.authority ?? next.authority,
    status: held.status ?? next.status,
    owner: held.owner ?? next.owner,
    grade: later ? next.grade : held.grade,
    graded: later ? next.graded : held.graded,
  };
}

/**
 * Every provider of every sheet that lists them, the fullest sheet first; null where no sheet does. Total: a row that
 * cannot be used is a problem, never an error.
 */
export function readOfsted(sheets: readonly OfstedSheet[]): OfstedList | null {
  const found = sheets
    .flatMap(findHeader)
    .sort((a, b) => Object.keys(b.columns).length - Object.keys(a.columns).length);
  if (found.length === 0) return null;
  const entries = new Map<string, OfstedEntry>();
  const problems: OfstedProblem[] = [];
  let rows = 0;
  for (const { sheet, columns, settings, rows: below } of found) {
    const seen = new Set<string>();
    for (const { number, cells } of below) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      const value = (cells[columns.urn ?? -1] ?? '').trim();
      // Notes stand below the table: a row with a single filled cell is one.
      if (value === '' && cells.filter((cell) => cell.trim() !== '').length < 2) continue;
      rows += 1;
      const urn = ofstedUrn(value);
      if (urn === null) {
        const reason = value === '' ? 'No URN' : 'Not a URN: 7 digits, or SC and 6 digits';
        problems.push({ sheet: sheet.name, row: number, value, reason });
        continue;
      }
      const entry = entryOf(urn, cells, columns);
      const held = entries.get(urn);
      entries.set(urn, held ? merged(held, entry, settings && seen.has(urn)) : entry);
      seen.add(urn);
    }
  }
  return { entries, rows, problems };
}
