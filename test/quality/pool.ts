/** A pool of the test's own making, on the engine the product uses. */
import type { Database } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import { addFile } from '@/lib/ingest/add';
import { emptyPool, makePool } from '@/lib/pool/change';
import { requiredFields } from '@/lib/pool/required';
import { type FieldName, optionsOf } from '@/lib/standard/fields';

export async function openTestPool(): Promise<Database> {
  const database = await openNodeDatabase();
  await makePool(database);
  return database;
}

export type Cells = Readonly<Record<string, string>>;

/** The columns of a full return: the child's ID, then every required field, then a few optional ones. */
export const columns: readonly FieldName[] = [
  'childId',
  ...requiredFields.map(({ name }) => name),
  'siblingCount',
  'coreWeeklyCost',
];

const plain: Readonly<Record<string, string>> = {
  isPreferredLocationLocal: 'Yes',
  specificCommunicationRequirement: 'None',
  homeAdaptationRequired: 'No',
  totalWeeklyCost: '900',
  placementLocation: 'TA3',
  isLocationPreferred: 'Yes',
  isEducationContinuous: 'No',
  providerURN: 'SC123456',
  siblingsPlacedTogether: '1',
  siblingCount: '1',
  coreWeeklyCost: '900',
  referralDate: '2025-04-01',
  placementDate: '2025-04-08',
  costDate: '2025-04-08',
};

/** A row with nothing wrong in it. */
export function perfectRow(childId: string): Cells {
  return Object.fromEntries(
    columns.map((name) => [name, name === 'childId' ? childId : (plain[name] ?? optionsOf(name)[0] ?? '')]),
  );
}

export function csvOf(rows: readonly Cells[]): string {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [columns.join(','), ...rows.map((row) => columns.map((name) => quoted(row[name] ?? '')).join(','))].join('\n');
}

/** The pool becomes one file of one authority. */
export async function holdRows(database: Database, rows: readonly Cells[], name = 'somerset.csv'): Promise<void> {
  await emptyPool(database);
  await addFile(database, { name, content: new TextEncoder().encode(csvOf(rows)) });
}
