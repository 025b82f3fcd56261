import type { Database } from '@/lib/database/database';
import { distanceColumns, distanceJoin } from '@/lib/place/distance-sql';
import { placeTypes, prepareEnds } from '@/lib/place/ends';

/** What distance needs of a row of the pool. */
export interface PoolRow {
  readonly home: string | null;
  readonly placement: string | null;
  readonly recorded?: number;
  readonly placed?: boolean;
  readonly authority?: string;
  readonly child?: string;
  readonly date?: string;
}

const text = (value: string | null | undefined): string =>
  value == null ? 'NULL' : `'${value.replaceAll("'", "''")}'`;

/** A pool of these rows with its distances, as the loader makes it. */
export async function makePlacePool(database: Database, rows: readonly PoolRow[]): Promise<void> {
  const values = rows.map((row, index) =>
    [
      index + 1,
      text(row.home),
      text(row.placement),
      row.recorded ?? 'NULL',
      row.placed ?? true,
      text(row.authority ?? 'E06000066'),
      text(row.child ?? `child-${index + 1}`),
      `${text(row.date ?? '2025-01-15')}::DATE`,
    ].join(', '),
  );
  await database.execute(
    `CREATE OR REPLACE TABLE staged AS SELECT rowId::INTEGER AS rowId, homeLocation::VARCHAR AS homeLocation,
      placementLocation::VARCHAR AS placementLocation, recordedDistance::DOUBLE AS recordedDistance, placed,
      la_code::ENUM('E06000066', 'E10000008') AS la_code, childId, placementDate
    FROM (VALUES ${values.map((row) => `(${row})`).join(', ')})
      AS t(rowId, homeLocation, placementLocation, recordedDistance, placed, la_code, childId, placementDate)`,
  );
  await prepareEnds(database, 'staged');
  const { area, source } = await placeTypes(database);
  const types: Readonly<Record<string, string>> = { home_la: area, placement_la: area, distanceSource: source };
  const items = Object.entries(distanceColumns).map(
    ([name, sql]) => `(${sql})${types[name] ? `::${types[name]}` : ''} AS ${name}`,
  );
  await database.execute(
    `CREATE OR REPLACE TABLE pool AS SELECT staged.*, ${items.join(', ')} FROM staged ${distanceJoin}; DROP TABLE staged`,
  );
}
