/** A small typed pool from plain rows, as the loader would make it, on the engine of the browser. */
import type { Database } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import type { PoolFacts, SourceFacts } from '@/lib/measure/context';
import { readFacts } from '@/lib/measure/facts';
import { packedColumns } from '@/lib/measure/packed';
import { authorities } from '@/lib/place/authority';
import { categoricalRisks } from '@/lib/standard/fields';
import { needFlags } from '@/lib/standard/needs';
import { type DerivedRow, derive, type PoolRow } from './pool-row';

const suitability = ['Preferred', 'Suitable but not preferred', 'Unsuitable', 'Not specified'];
const types = ['Foster', 'Residential', 'Supported Accommodation'];

function list(values: readonly string[]): string {
  return `ENUM(${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')})`;
}

const codes = list(authorities.map(({ code }) => code));

/** Column → SQL type, for everything a measure may read. */
const columnTypes: Readonly<Record<string, string>> = {
  rowId: 'INTEGER',
  sourceId: 'INTEGER',
  sourceRow: 'INTEGER',
  childId: 'VARCHAR',
  placementId: 'VARCHAR',
  la_code: codes,
  region: list([...new Set(authorities.map(({ region }) => region))].sort()),
  fosterCareSuitability: list(suitability),
  residentialCareSuitability: list(suitability),
  supportedAccommodationSuitability: list(suitability),
  placementType: list(types),
  neededBy: list(['Today', '< 5 days', '> 5 days']),
  livingCompanions: list([
    'Solo placement recommended',
    'With other children recommended',
    'Only with other older children',
    'Only with other younger children',
    'No preference',
  ]),
  siblingCount: 'INTEGER',
  siblingsPlacedTogether: 'INTEGER',
  siblingsNotApplicable: 'BOOLEAN',
  isLocationPreferred: 'BOOLEAN',
  isPreferredLocationLocal: 'BOOLEAN',
  isEducationContinuous: 'BOOLEAN',
  deprivationOfLiberty: 'BOOLEAN',
  outOfLAReason: list(['Safeguarding concerns', 'Bail conditions', 'Court order', 'Other']),
  coreWeeklyCost: 'DOUBLE',
  additionalSupportWeeklyCost: 'DOUBLE',
  educationWeeklyCost: 'DOUBLE',
  otherWeeklyCost: 'DOUBLE',
  totalWeeklyCost: 'DOUBLE',
  referralDate: 'DATE',
  placementDate: 'DATE',
  providerURN: 'VARCHAR',
  providerSector: 'VARCHAR',
  placementLocation: 'VARCHAR',
  homeLocation: 'VARCHAR',
  recordedDistance: 'DOUBLE',
  age: 'INTEGER',
  gender: 'VARCHAR',
  plannedOrEmergency: 'VARCHAR',
  bespoke: 'MAP(VARCHAR, VARCHAR)',
  sought: list([...types, 'Several preferred', 'Not stated']),
  secured: list([...types, 'No placement recorded']),
  placed: 'BOOLEAN',
  preferredCount: 'TINYINT',
  matched: 'BOOLEAN',
  securedSuitability: list(suitability),
  riskCount: 'TINYINT',
  riskCollected: 'TINYINT',
  costOK: 'BOOLEAN',
  registration: list(['Registered', 'Unregistered', 'Not recorded']),
  referralMonth: 'INTEGER',
  placementMonth: 'INTEGER',
  homeDistrict: 'VARCHAR',
  home_la: codes,
  placement_la: codes,
  distanceMiles: 'DOUBLE',
  distanceSource: list(['recorded', 'postcode', 'sector', 'district', 'SSDA903', 'none']),
  distanceReason: 'VARCHAR',
  distanceSigma: 'DOUBLE',
  ...Object.fromEntries(needFlags.map(({ name }) => [`need_${name}`, 'BOOLEAN'])),
};

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return `"${String(value).replaceAll('"', '""')}"`;
}

export interface TestPool {
  readonly database: Database;
  readonly rows: readonly DerivedRow[];
  readonly pool: PoolFacts;
}

export interface TestPoolOptions {
  readonly sources?: readonly Partial<SourceFacts>[];
  /** Carry the packed need columns, as a loaded pool does. */
  readonly packed?: boolean;
}

let opened: Promise<Database> | undefined;

/** One engine for a test file: opening it is most of the time. */
export function testDatabase(): Promise<Database> {
  opened ??= openNodeDatabase();
  return opened;
}

async function loadSources(database: Database, sources: readonly Partial<SourceFacts>[]): Promise<void> {
  await database.execute(
    `CREATE OR REPLACE TABLE source (sourceId INTEGER, name VARCHAR, la_code VARCHAR, educationPolarity VARCHAR, siblingsIncludeChild BOOLEAN, collected VARCHAR)`,
  );
  for (const [index, source] of sources.entries())
    await database.run({
      sql: 'INSERT INTO source VALUES (?, ?, NULL, ?, ?, ?)',
      parameters: [
        source.sourceId ?? index + 1,
        source.name ?? `file-${index + 1}.csv`,
        source.educationPolarity ?? 'disrupted',
        source.siblingsIncludeChild ?? false,
        source.risksNotAsked
          ? categoricalRisks.flatMap(({ name }) => (source.risksNotAsked?.includes(name) ? [] : [name])).join(';')
          : null,
      ],
    });
}

/** Makes `pool` and `source` anew from plain rows and reads their facts. */
export async function testPool(rows: readonly PoolRow[], options: TestPoolOptions = {}): Promise<TestPool> {
  const database = await testDatabase();
  const derived = rows.map((row, index) => derive(row, index));
  const names = Object.keys(columnTypes);
  const lines = derived.map((row) => names.map((name) => csvCell(row[name])).join(','));
  await database.registerFile('pool/test.csv', new TextEncoder().encode([names.join(','), ...lines, ''].join('\n')));
  const texts = names.map((name) => `'${name}': 'VARCHAR'`).join(', ');
  const casts = names.map((name) => `"${name}"::${columnTypes[name]} AS "${name}"`);
  const packs = options.packed === false ? [] : packedColumns.map(({ name, sql }) => `${sql} AS ${name}`);
  await database.execute(
    `CREATE OR REPLACE TABLE pool AS WITH typed AS (SELECT ${casts.join(', ')}
      FROM read_csv('pool/test.csv', header = true, delim = ',', quote = '"', escape = '"', auto_detect = false, nullstr = '', allow_quoted_nulls = false, columns = {${texts}}))
      SELECT ${['*', ...packs].join(', ')} FROM typed`,
  );
  await database.dropFile('pool/test.csv');
  const known = [...new Set(derived.map((row) => row.sourceId))].sort((a, b) => a - b);
  await loadSources(database, options.sources ?? known.map((sourceId) => ({ sourceId })));
  return { database, rows: derived, pool: await readFacts(database) };
}

/** What a new pool starts with. */
export const settings = { threshold: 5, base: 5 } as const;
