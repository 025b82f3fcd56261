/** Joins an Ofsted list to the providers shown, by URN. Text beside figures: it computes none and hides none. */
import type { Cell, Column, Table, Withheld } from '@/lib/figure/figure';
import type { OfstedEntry, OfstedList } from './ofsted';
import { ofstedUrn } from './urn';

export const ofstedTableColumns: readonly Column[] = [
  { name: 'ofstedName', label: 'Name (Ofsted)', kind: 'text' },
  { name: 'ofstedOwner', label: 'Owner (Ofsted)', kind: 'text', hidden: true },
  { name: 'ofstedSector', label: 'Sector (Ofsted)', kind: 'text' },
  { name: 'ofstedPlaces', label: 'Places (Ofsted)', kind: 'number' },
  { name: 'ofstedRegion', label: 'Region (Ofsted)', kind: 'text', hidden: true },
  { name: 'ofstedGrade', label: 'Grade (Ofsted)', kind: 'text' },
  { name: 'ofstedGraded', label: 'Inspected (Ofsted)', kind: 'text', hidden: true },
];

const missing: Withheld = { symbol: 'x', reason: 'Not in the Ofsted list' };
const blank: Withheld = { symbol: 'x', reason: 'Not given in the Ofsted list' };

export const withheldName = 'Name withheld by Ofsted';

function cells(entry: OfstedEntry | undefined): Readonly<Record<string, Cell>> {
  if (!entry) return Object.fromEntries(ofstedTableColumns.map(({ name }) => [name, missing]));
  return {
    ofstedName: entry.name ?? (entry.nameWithheld ? withheldName : blank),
    ofstedOwner: entry.owner ?? blank,
    ofstedSector: entry.sector ?? blank,
    ofstedPlaces: entry.places ?? blank,
    ofstedRegion: entry.region ?? blank,
    ofstedGrade: entry.grade ?? blank,
    ofstedGraded: entry.graded ?? blank,
  };
}

/** The entry of a provider as placements write its URN. */
export function entryFor(list: OfstedList, provider: string): OfstedEntry | undefined {
  return list.entries.get(ofstedUrn(provider) ?? '');
}

export interface Matched {
  readonly table: Table;
  /** Rows with an entry in the list, of all rows. */
  readonly matched: number;
  readonly of: number;
}

/** The table with the list's columns after the provider's own. */
export function withOfsted(table: Table, list: OfstedList): Matched {
  const found = table.rows.map((row) => entryFor(list, String(row.provider)));
  const [first, ...rest] = table.columns;
  return {
    table: {
      columns: first ? [first, ...ofstedTableColumns, ...rest] : table.columns,
      rows: table.rows.map((row, index) => ({ ...row, ...cells(found[index]) })),
    },
    matched: found.filter((entry) => entry !== undefined).length,
    of: table.rows.length,
  };
}
